/** The facts that the rule of an item's measure reads, as the register holds them now, with their sources. For one page of items at a time. */
import { findField, type EntityKey } from '@bangfu/kernel'
import { compileMeasures } from '@bangfu/measures'
import type { Pack } from '@bangfu/plan'
import type { WorkItemRow } from '@bangfu/register'
import type { Fact } from '../contract/index.ts'
import { factColumnsSql, factsOfRow, readOrigins, type FactRow } from './fact-rows.ts'
import type { ScopedQuery } from './scoped-query.ts'

interface RuleFact {
  readonly entity: EntityKey
  readonly field: string
}

const factsByPack = new WeakMap<Pack, ReadonlyMap<string, readonly RuleFact[]>>()

/** Facts of the subject, its household and its village that each rule reads; age is shown by the birth date it follows from. */
function ruleFacts(pack: Pack): ReadonlyMap<string, readonly RuleFact[]> {
  const known = factsByPack.get(pack)
  if (known) return known
  const facts = new Map(compileMeasures(pack).map((measure): [string, readonly RuleFact[]] => {
    const read = measure.eligibility.facts.filter((f) => f.path !== 'members').map((f) => ({ entity: f.entity, field: findField(f.entity, f.field)?.derived ? 'birth_date' : f.field }))
    return [measure.id, [...new Map(read.map((f) => [`${f.entity}.${f.field}`, f])).values()]]
  }))
  factsByPack.set(pack, facts)
  return facts
}

/** Key of an entity's row for an item: its own id, its household's, or the village's place. */
function keyOf(item: WorkItemRow, entity: EntityKey): string | null {
  if (item.entity === entity) return item.subjectId
  if (entity === 'household') return item.householdId
  return entity === 'village' && item.place.length === 12 ? item.place : null
}

async function readRows(query: ScopedQuery, entity: EntityKey, keys: readonly string[]): Promise<ReadonlyMap<string, Fact[]>> {
  if (keys.length === 0) return new Map()
  // Villages are asked for by place as well; everything else by id, compared as uuid so that the index serves.
  const [ids, places] = [keys.filter((key) => key.includes('-')), keys.filter((key) => !key.includes('-'))]
  const rows = await query<FactRow & { row_key: string }>(
    `select ${factColumnsSql(entity, 't')}, t.${entity}_id::text as row_key from register.${entity}_current t where t.${entity}_id = any($1::uuid[])${entity === 'village' ? ' or t.place = any($2)' : ' and $2::text[] is not null'}`, [ids, places])
  const origins = await readOrigins(query, rows)
  return new Map(rows.flatMap((row) => {
    const facts = factsOfRow(entity, row, origins)
    return [[row.row_key, facts], ...(entity === 'village' ? [[row.place, facts] as const] : [])] as [string, Fact[]][]
  }))
}

/** By item key. A question shows the one fact that is asked for. */
export async function readItemFacts(query: ScopedQuery, pack: Pack, items: readonly WorkItemRow[]): Promise<ReadonlyMap<string, Fact[]>> {
  const rules = ruleFacts(pack)
  const wanted = (item: WorkItemRow): readonly RuleFact[] => item.kind === 'verify' && item.field !== null ? [{ entity: item.entity as EntityKey, field: item.field }] : item.measure === null ? [] : rules.get(item.measure) ?? []
  const rows = new Map<EntityKey, ReadonlyMap<string, Fact[]>>()
  for (const entity of ['person', 'household', 'village', 'facility'] as const) {
    const keys = items.filter((item) => wanted(item).some((f) => f.entity === entity)).flatMap((item) => keyOf(item, entity) ?? [])
    rows.set(entity, await readRows(query, entity, [...new Set(keys)]))
  }
  return new Map(items.map((item) => [item.itemKey, wanted(item).flatMap((f) => rows.get(f.entity)?.get(keyOf(item, f.entity) ?? '')?.find((fact) => fact.field === f.field) ?? [])]))
}
