/** Villages and facilities: what the plan does to things, not people, with their facts. */
import { nameKey } from '@bangfu/kernel'
import type { ThingRow } from '../contract/index.ts'
import { factColumnsSql, factsOfRow, readOrigins, type FactRow } from './fact-rows.ts'
import { placeOf, readPlaceNames } from './places.ts'
import type { Page, PageQuery } from './read-register-lists.ts'
import { placeConditions, whereSql } from './register-filters.ts'
import { SqlValues, type ScopedQuery } from './scoped-query.ts'

export interface ThingFilters extends PageQuery {
  readonly place?: string | undefined
  readonly q?: string | undefined
  readonly kind?: string | undefined
}

/** Name of a village is that of its place; a facility has its own. */
const nameSql = { village: 'n.name', facility: 't.facility_name' } as const

export async function readThingPage(query: ScopedQuery, entity: 'village' | 'facility', filters: ThingFilters): Promise<Page<ThingRow>> {
  const values = new SqlValues()
  const conditions = placeConditions(filters, 't.place', values)
  if (filters.q) conditions.push(`strpos(${nameSql[entity]}, ${values.add(nameKey(filters.q))}) > 0`)
  if (filters.kind && entity === 'facility') conditions.push(`t.kind = ${values.add(filters.kind)}`)
  const from = `from register.${entity}_current t left join register.place n on n.place = t.place ${whereSql(conditions)}`
  const [count] = await query<{ total: number }>(`select count(*)::int as total ${from}`, values.list)
  const rows = await query<FactRow & { shown_name: string | null }>(
    `select ${factColumnsSql(entity, 't')}, ${nameSql[entity]} as shown_name ${from} order by t.place, t.${entity}_id limit ${values.add(filters.size)} offset ${values.add((filters.page - 1) * filters.size)}`, values.list)
  return { total: count?.total ?? 0, page: filters.page, size: filters.size, rows: await thingRows(query, entity, rows) }
}

export async function thingRows(query: ScopedQuery, entity: 'village' | 'facility', rows: readonly (FactRow & { shown_name: string | null })[]): Promise<ThingRow[]> {
  const [origins, names] = [await readOrigins(query, rows), await readPlaceNames(query, rows.map((row) => row.place))]
  return rows.map((row) => ({ id: row.id, name: row.shown_name, place: placeOf(row.place, names), facts: factsOfRow(entity, row, origins) }))
}
