/** Reads current rows of an entity with every fact as exact text, and turns them into facts with their sources. */
import { entities, keyColumn, type EntityKey } from '@bangfu/kernel'
import type { Fact } from '../contract/index.ts'
import type { ScopedQuery } from './scoped-query.ts'
import { factOf, shownFields, type StoredValue } from './words.ts'

export interface FactRow {
  readonly id: string
  readonly place: string
  readonly source_list: string
  readonly source_fields: Readonly<Record<string, string>>
  readonly unknown_reasons: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

export interface ListOrigin {
  readonly title: string
  readonly source: string
  readonly asOf: string
}

/** Select list of an entity's facts: numbers and dates as text, so that nothing is rounded on the way. Names come from the vocabulary. */
export function factColumnsSql(entity: EntityKey, alias: string): string {
  const columns = entities[entity].fields.filter((f) => !f.derived).map((f) => {
    const column = `${alias}."${f.key}"`
    return f.type.kind === 'number' || f.type.kind === 'date' ? `${column}::text as "${f.key}"` : `${column} as "${f.key}"`
  })
  return [`${alias}.${keyColumn(entity)}::text as id`, `${alias}.place`, `${alias}.source_list::text as source_list`, `${alias}.source_fields`, `${alias}.unknown_reasons`, ...columns].join(', ')
}

/** Lists by id, for the sources of facts. */
export async function readOrigins(query: ScopedQuery, rows: readonly FactRow[]): Promise<ReadonlyMap<string, ListOrigin>> {
  const ids = [...new Set(rows.flatMap((row) => [row.source_list, ...Object.values(row.source_fields)]))]
  const lists = await query<{ id: string; title: string; source: string; as_of: string }>('select list_id::text as id, title, source, as_of::text as as_of from register.list where list_id = any($1::uuid[])', [ids])
  return new Map(lists.map((list) => [list.id, { title: list.title, source: list.source, asOf: list.as_of }]))
}

export function factsOfRow(entity: EntityKey, row: FactRow, origins: ReadonlyMap<string, ListOrigin>): Fact[] {
  return shownFields(entity).map((field) => {
    const origin = origins.get(row.source_fields[field.key] ?? row.source_list)
    return factOf(entity, field, (row[field.key] ?? null) as StoredValue, {
      source: origin ? `${origin.source}《${origin.title}》` : null, asOf: origin?.asOf ?? null, unknownReason: row.unknown_reasons[field.key],
    })
  })
}
