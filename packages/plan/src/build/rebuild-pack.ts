/** Builds a pack anew after the draft changed and keeps what persons wrote in it since: field by field, under the ids that it had. */
import type { BuiltPack, BuiltQuantity } from './built-pack.ts'
import { joinIds, type JoinedIds } from './join-ids.ts'
import { renameIds } from './rename-ids.ts'
import { joinValue, same, type Clash } from './three-way.ts'

/** What a rebuild says: where a person's text and a new one meet, and what persons had written on what is gone. */
export interface RebuildNote { readonly kind: 'clash' | 'gone'; readonly file: keyof BuiltPack; readonly id: string; readonly at: string; readonly written: string; readonly built: string | null }

export interface Rebuilt { readonly pack: BuiltPack; readonly notes: readonly RebuildNote[] }

type Item = Readonly<Record<string, unknown>>
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))
const idOf = (item: Item): string => String(item['id'])
const byHash = (item: Item): string => String(item['number'] ?? item['title'])

class Joiner {
  readonly notes: RebuildNote[] = []

  /** Entries by key: what a person added or took out stays so; what the document no longer has goes, and is said where a person had written in it. */
  list<T extends object>(file: keyof BuiltPack, before: readonly T[], mine: readonly T[], next: readonly T[], keyOf: (item: Item) => string, facts: readonly string[] = []): T[] {
    const keyed = (items: readonly T[]) => new Map(items.map((item) => [keyOf(item as Item), item as Item]))
    const [was, stands, fresh] = [keyed(before), keyed(mine), keyed(next)]
    for (const [key, item] of stands) {
      const old = was.get(key)
      if (old && !fresh.has(key) && !same(old, item)) this.notes.push({ kind: 'gone', file, id: key, at: '', written: shown(item), built: null })
    }
    const kept = [...fresh].flatMap(([key, item]): Item[] => {
      const [old, own] = [was.get(key), stands.get(key)]
      if (own === undefined) return old === undefined ? [item] : []
      const clashes: Clash[] = []
      // An entry that a person made under the very key of a new one is the person's.
      const joined = joinValue(old ?? {}, own, item, '', clashes) as Item
      this.notes.push(...clashes.filter((c) => !facts.includes(c.at)).map((c): RebuildNote => ({ kind: 'clash', file, id: key, at: c.at, written: shown(c.written), built: shown(c.built) })))
      return [{ ...joined, ...Object.fromEntries(facts.filter((name) => item[name] !== undefined).map((name) => [name, item[name]])) }]
    })
    return [...kept, ...[...stands].flatMap(([key, item]) => (was.has(key) || fresh.has(key) ? [] : [item]))] as unknown as T[]
  }
}

/** One line for each role of a body: how an author writes them is the author's own. */
function dutyLines(duties: BuiltPack['duties.yaml']): { id: string; clauses: readonly string[]; role: string; body: string }[] {
  const lines = new Map<string, { id: string; clauses: string[]; role: string; body: string }>()
  for (const { clauses, role, body } of duties) {
    const id = `${role} ${body}`
    lines.set(id, { id, role, body, clauses: [...new Set([...(lines.get(id)?.clauses ?? []), ...clauses])] })
  }
  return [...lines.values()]
}

function joinDuties(before: BuiltPack, mine: BuiltPack, next: BuiltPack): BuiltPack['duties.yaml'] {
  const marks = (pack: BuiltPack) => new Map(pack['duties.yaml'].flatMap((d) => d.clauses.map((clause) => [`${clause} ${d.role} ${d.body}`, { clause, role: d.role, body: d.body }] as const)))
  const [was, stands, fresh] = [marks(before), marks(mine), marks(next)]
  if (same([...was.keys()].sort(), [...stands.keys()].sort())) return next['duties.yaml']
  const left = [...fresh].filter(([key]) => !was.has(key) || stands.has(key))
  const own = [...stands].filter(([key]) => !was.has(key) && !fresh.has(key))
  return dutyLines([...left, ...own].map(([, { clause, role, body }]) => ({ clauses: [clause], role, body }))).map(({ clauses, role, body }) => ({ clauses: [...clauses], role: role as 'lead', body }))
}

/** A figure is known again by clause, value and unit; the same figure twice by its turn. */
function withKeys(quantities: readonly BuiltQuantity[]): (BuiltQuantity & { key: string })[] {
  const turns = new Map<string, number>()
  return quantities.map((q) => {
    const stem = `${q.clause}|${q.value}|${q.unit}`
    turns.set(stem, (turns.get(stem) ?? 0) + 1)
    return { ...q, key: `${stem}|${turns.get(stem)}` }
  })
}

type Named = readonly { readonly id: string }[]

/** Ids of the new build: the former one where it is known, else one that no former thing has. */
function freshIds(joined: ReadonlyMap<string, string>, former: Named, next: Named): (id: string) => string {
  const used = new Set(former.map((item) => item.id))
  const names = new Map(next.map(({ id }) => {
    const known = joined.get(id)
    if (known !== undefined) return [id, known] as const
    let name = id
    for (let n = 2; used.has(name); n += 1) name = `${id}-${n}`
    used.add(name)
    return [id, name] as const
  }))
  return (id) => names.get(id) ?? id
}

/** The former packs under the numbers of today, and the new one under the ids that things had. */
function aligned(ids: JoinedIds, before: BuiltPack, mine: BuiltPack, next: BuiltPack): { before: BuiltPack; mine: BuiltPack; next: BuiltPack } {
  const own = (id: string) => id
  const clauseNow = (id: string) => ids.clauses.get(id) ?? (before['clauses.yaml'].some((c) => c.id === id) ? `gone:${id}` : id)
  const old = { clause: clauseNow, target: own, parameter: own, obligation: own }
  const targetId = freshIds(ids.targets, [before, mine].flatMap((p) => p['targets.yaml'].targets), next['targets.yaml'].targets)
  const parameterId = freshIds(ids.parameters, [before, mine].flatMap((p) => p['parameters.yaml']), next['parameters.yaml'])
  const clauseObligations = new Map((before['obligations.yaml'].obligations ?? []).flatMap((o) => (o.target === undefined && o.clauses?.[0] !== undefined ? [[clauseNow(o.clauses[0]), o.id] as const] : [])))
  const obligations = new Map((next['obligations.yaml'].obligations ?? []).map((o) => [o.id, o]))
  const obligationId = (id: string): string => {
    const o = obligations.get(id)
    if (o?.target !== undefined) return `o-${targetId(o.target)}`
    return clauseObligations.get(o?.clauses?.[0] ?? '') ?? (clauseIds.has(id) ? `${id}-2` : id)
  }
  const clauseIds = new Set(clauseObligations.values())
  return { before: renameIds(before, old), mine: renameIds(mine, old), next: renameIds(next, { clause: own, target: targetId, parameter: parameterId, obligation: obligationId }) }
}

/** `before`: as last built; `mine`: the files as they stand; `next`: built from the new draft. */
export function rebuildPack(first: BuiltPack, stands: BuiltPack, built: BuiltPack): Rebuilt {
  const { before, mine, next } = aligned(joinIds(first, built), first, stands, built)
  const joiner = new Joiner()
  const clashes: Clash[] = []
  const { requires: _was, ...headBefore } = before['pack.yaml']
  const { requires: _own, ...headMine } = mine['pack.yaml']
  const { requires: _new, ...headNext } = next['pack.yaml']
  const head = joinValue(headBefore, headMine, { ...headNext, id: headMine.id }, '', clashes) as typeof headNext
  joiner.notes.push(...clashes.filter((c) => !c.at.startsWith('document')).map((c): RebuildNote => ({ kind: 'clash', file: 'pack.yaml', id: headMine.id, at: c.at, written: shown(c.written), built: shown(c.built) })))
  const [o, p, t] = ['organisations.yaml', 'obligations.yaml', 'targets.yaml'] as const
  const quantities = joiner.list('quantities.yaml', withKeys(before['quantities.yaml']), withKeys(mine['quantities.yaml']), withKeys(next['quantities.yaml']), (q) => String(q['key']), ['at', 'end', 'clause'])
  const pack: BuiltPack = {
    'pack.yaml': { ...head, document: headNext.document, requires: joiner.list('pack.yaml', _was ?? [], _own ?? [], _new ?? [], byHash) },
    'clauses.yaml': ordered(joiner.list('clauses.yaml', before['clauses.yaml'], mine['clauses.yaml'], next['clauses.yaml'], idOf, ['start', 'end', 'parent'])),
    [o]: { organisations: joiner.list(o, before[o].organisations, mine[o].organisations, next[o].organisations, idOf), classes: joiner.list(o, before[o].classes ?? [], mine[o].classes ?? [], next[o].classes ?? [], idOf) },
    'duties.yaml': joinDuties(before, mine, next),
    'places.yaml': mine['places.yaml'],
    [t]: { targets: joiner.list(t, before[t].targets, mine[t].targets, next[t].targets, idOf), arithmetic: mine[t].arithmetic ?? [] },
    'parameters.yaml': joiner.list('parameters.yaml', before['parameters.yaml'], mine['parameters.yaml'], next['parameters.yaml'], idOf),
    [p]: { principles: mine[p].principles ?? [], obligations: joiner.list(p, before[p].obligations ?? [], mine[p].obligations ?? [], next[p].obligations ?? [], idOf) },
    'quantities.yaml': quantities.map(({ key: _key, ...q }) => q).sort((a, b) => a.at - b.at),
  }
  return { pack, notes: joiner.notes }
}

const ordered = <T extends { readonly start: number }>(items: readonly T[]): T[] => [...items].sort((a, b) => a.start - b.start)
