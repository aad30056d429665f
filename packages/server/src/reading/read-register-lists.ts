/** Filtered pages of households and people. The same conditions as 本县今天, so a figure and its list are equal. */
import { maskIdentity } from '@bangfu/kernel'
import type { HouseholdRow, PersonRow } from '../contract/index.ts'
import { householdsFromSql } from './household-conditions.ts'
import { placeOf, readPlaceNames } from './places.ts'
import { householdFilterConditions, placeConditions, whereSql, type RegisterFilters } from './register-filters.ts'
import { SqlValues, type ScopedQuery } from './scoped-query.ts'
import { findCodeWords } from './words.ts'

export interface PageQuery {
  readonly page: number
  readonly size: number
}

export interface Page<Row> extends PageQuery {
  readonly total: number
  readonly rows: Row[]
}

export async function readHouseholdPage(query: ScopedQuery, day: string, filters: RegisterFilters & PageQuery & { readonly ids?: readonly string[] }): Promise<Page<HouseholdRow>> {
  const values = new SqlValues()
  values.add(day)
  const conditions = [...placeConditions(filters, 'h.place', values), ...householdFilterConditions(filters, values)]
  if (filters.ids) conditions.push(`h.household_id = any(${values.add(filters.ids)}::uuid[])`)
  const from = `from ${householdsFromSql} ${whereSql(conditions)}`
  const [count] = await query<{ total: number }>(`select count(*)::int as total, $1::date ${from}`, values.list)
  const rows = await query<{ id: string; household_no: string | null; head_name: string | null; members: number | null; place: string; poverty_status: string | null; planned_exit_year: string | null; income: string | null }>(
    `select h.household_id::text as id, h.household_no, h.head_name, coalesce(m.members, 0) as members, h.place, h.poverty_status, h.planned_exit_year::text as planned_exit_year, h.income_per_head::text as income
     ${from} order by h.place, h.household_no, h.household_id limit ${values.add(filters.size)} offset ${values.add((filters.page - 1) * filters.size)}`, values.list)
  const names = await readPlaceNames(query, rows.map((row) => row.place))
  return {
    total: count?.total ?? 0, page: filters.page, size: filters.size,
    rows: rows.map((row) => ({
      id: row.id, householdNo: row.household_no, headName: row.head_name, members: row.members ?? 0, place: placeOf(row.place, names),
      povertyStatus: findCodeWords('poverty_status', row.poverty_status), plannedExitYear: row.planned_exit_year, incomePerHead: row.income,
    })),
  }
}

interface StoredPerson {
  readonly id: string
  readonly household_id: string | null
  readonly household_no: string | null
  readonly name: string | null
  readonly id_number: string | null
  readonly sex: string | null
  readonly birth_date: string | null
  readonly relation: string | null
  readonly place: string
  readonly poverty_status: string | null
}

async function personRows(query: ScopedQuery, rows: readonly StoredPerson[]): Promise<PersonRow[]> {
  const names = await readPlaceNames(query, rows.map((row) => row.place))
  return rows.map((row) => ({
    id: row.id, householdId: row.household_id, householdNo: row.household_no, name: row.name, idMasked: row.id_number === null ? null : maskIdentity(row.id_number),
    sex: findCodeWords('sex', row.sex), birthDate: row.birth_date, relation: findCodeWords('relation', row.relation),
    place: placeOf(row.place, names), povertyStatus: findCodeWords('poverty_status', row.poverty_status),
  }))
}

const personColumns = `p.person_id::text as id, p.household_id::text as household_id, h.household_no, p.name, s.id_number, p.sex, p.birth_date::text as birth_date, p.relation, p.place, h.poverty_status`

/** People of these ids, in the order given. */
export async function readPersonsById(query: ScopedQuery, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await query<StoredPerson>(
    `select ${personColumns} from unnest($1::uuid[]) with ordinality as wanted(id, position)
     join register.person_current p on p.person_id = wanted.id left join register.household_current h on h.household_id = p.household_id left join register.person_search s on s.person_id = p.person_id
     order by wanted.position`, [ids])
  return personRows(query, rows)
}

/** People by filters without a search word. */
export async function readPersonPage(query: ScopedQuery, day: string, filters: RegisterFilters & PageQuery): Promise<Page<PersonRow>> {
  const values = new SqlValues()
  values.add(day)
  const household = householdFilterConditions(filters, values)
  const conditions = [...placeConditions(filters, 'p.place', values), ...household]
  const join = household.length === 0 ? '' : `join (${householdsFromSql}) on h.household_id = p.household_id`
  const where = whereSql(conditions)
  const [count] = await query<{ total: number }>(`select count(*)::int as total, $1::date from register.person_current p ${join} ${where}`, values.list)
  const ids = await query<{ id: string }>(
    `select p.person_id::text as id, $1::date from register.person_current p ${join} ${where}
     order by p.place, p.household_id, p.relation, p.person_id limit ${values.add(filters.size)} offset ${values.add((filters.page - 1) * filters.size)}`, values.list)
  return { total: count?.total ?? 0, page: filters.page, size: filters.size, rows: await readPersonsById(query, ids.map((row) => row.id)) }
}
