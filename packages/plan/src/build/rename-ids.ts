/** A built pack with clauses renumbered or ids renamed everywhere that they are referred to. */
import type { BuiltPack } from './built-pack.ts'

export interface Renaming {
  readonly clause: (id: string) => string
  readonly target: (id: string) => string
  readonly parameter: (id: string) => string
  readonly obligation: (id: string) => string
}

/** Names of fields that hold ids, wherever they stand in a pack's files. */
const clauseFields = new Set(['clauses', 'clause', 'parent'])

function renameIn(value: unknown, name: string, renaming: Renaming): unknown {
  if (Array.isArray(value)) return value.map((item) => renameIn(item, name, renaming))
  if (typeof value === 'string') {
    if (clauseFields.has(name)) return renaming.clause(value)
    if (name === 'target' || name === 'parts' || name === 'whole') return renaming.target(value)
    return name === 'parameter' ? renaming.parameter(value) : value
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, renameIn(inner, field, renaming)]))
}

export function renameIds(pack: BuiltPack, renaming: Renaming): BuiltPack {
  const said = renameIn(pack, '', renaming) as BuiltPack
  return {
    ...said,
    'clauses.yaml': said['clauses.yaml'].map((c) => ({ ...c, id: renaming.clause(c.id) })),
    'targets.yaml': { ...said['targets.yaml'], targets: said['targets.yaml'].targets.map((t) => ({ ...t, id: renaming.target(t.id) })) },
    'parameters.yaml': said['parameters.yaml'].map((p) => ({ ...p, id: renaming.parameter(p.id) })),
    'obligations.yaml': { ...said['obligations.yaml'], obligations: (said['obligations.yaml'].obligations ?? []).map((o) => ({ ...o, id: renaming.obligation(o.id) })) },
  }
}
