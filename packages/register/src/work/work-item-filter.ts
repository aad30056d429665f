/** Filters of the work lists as one SQL condition: the list, its counts, its export and its batch all use this and nothing else. */
import { placeRange, type DivisionCode, type WorkItemKind } from '@bangfu/kernel'
import { probesOf } from '../search/search-probe.ts'
import type { ScopedClient } from '../session/session.ts'

/** A list that people work off: the kinds of item, and apart from the leads the rows of departments' lists that name nobody in the register. */
export type WorkListKind = WorkItemKind | 'unregistered'

/** The list that an item `w` stands in, in SQL. */
export const workListSql = `case when w.basis = 'not-in-register' then 'unregistered' else w.kind end`

export interface WorkItemFilter {
  readonly kind?: WorkListKind
  readonly measure?: string
  /** Organisation id that delivers. */
  readonly department?: string
  readonly place?: string
  /** Only items whose place is not known down to a township. */
  readonly aboveTownship?: boolean
  readonly state?: 'open' | 'answered'
  /** Clause id, with all clauses below it. */
  readonly clause?: string
  readonly subjectId?: string
  readonly householdId?: string
  /** Name or its beginning or middle, pinyin, household number, or part of an id number. */
  readonly text?: string
  readonly keys?: readonly string[]
}

export interface SqlCondition {
  /** Common table expressions that the condition reads; they stand first in the statement. */
  readonly tables: readonly string[]
  readonly sql: string
  readonly values: readonly unknown[]
}

/** From so many persons on it costs less to hold each item against them than to look up the items of each; a frequent surname is a seventh of a county. */
const manyPersons = 3000

/** Condition on `w` (work_item) and `r` (its latest result) for a run; values are $1, $2, …. Asks first how many persons a text stands for. */
export async function workItemCondition(tx: ScopedClient, runId: string, filter: WorkItemFilter): Promise<SqlCondition> {
  if (!filter.text) return workItemConditionSql(runId, filter)
  const values: unknown[] = []
  const table = textTable(filter.text, (v) => `$${values.push(v)}`)
  const { rows } = await tx.query<{ n: number }>(`select count(*)::integer as n from (select from (${table}) persons limit ${manyPersons}) counted`, values)
  return workItemConditionSql(runId, filter, rows[0]!.n >= manyPersons)
}

/** The condition itself. `many`: a text stands for so many persons that items are held against them. */
export function workItemConditionSql(runId: string, filter: WorkItemFilter, many = false): SqlCondition {
  const values: unknown[] = [runId]
  const parts = ['w.run_id = $1']
  const tables: string[] = []
  const value = (v: unknown): string => `$${values.push(v)}`
  if (filter.kind) parts.push(`w.kind = ${value(filter.kind === 'unregistered' ? 'lead' : filter.kind)}`)
  if (filter.kind === 'lead' || filter.kind === 'unregistered') parts.push(`w.basis ${filter.kind === 'lead' ? '<>' : '='} 'not-in-register'`)
  if (filter.measure) parts.push(`${value(filter.measure)} = any(w.measures)`)
  if (filter.department) parts.push(`w.delivered_by = ${value(filter.department)}`)
  if (filter.place) {
    const range = placeRange(filter.place as DivisionCode)
    parts.push(`w.place >= ${value(range.from)} and w.place < ${value(range.to)}`)
  }
  if (filter.aboveTownship) parts.push('length(w.place) < 9')
  if (filter.state) parts.push(filter.state === 'answered' ? 'coalesce(r.closes, false)' : 'not coalesce(r.closes, false)')
  if (filter.clause) {
    const clause = value(filter.clause)
    parts.push(`exists (select from unnest(w.clauses) c where c = ${clause} or starts_with(c, ${clause} || '.'))`)
  }
  if (filter.subjectId) parts.push(`w.subject_id = ${value(filter.subjectId)}`)
  if (filter.householdId) parts.push(`w.household_id = ${value(filter.householdId)}`)
  if (filter.keys) parts.push(`w.item_key = any(${value(filter.keys)})`)
  if (filter.text) {
    tables.push(`text_persons as materialized (${textTable(filter.text, value)})`)
    if (!many) tables.push(textItems)
    parts.push(many ? itemsOfMany : 'w.item_key in (select item_key from text_items)')
  }
  return { tables, sql: parts.join(' and '), values }
}

/** `with …` before a statement; nothing when there is no table. */
export function withSql(tables: readonly string[]): string {
  return tables.length === 0 ? '' : `with ${tables.join(', ')} `
}

/**
 * Persons that a text stands for, found once in every way the register's search knows, by index and under the policy; the items are then
 * looked up by their ids and those of their households. Casts stand on what was found, for a cast of a column would hide its index.
 */
function textTable(text: string, value: (v: unknown) => string): string {
  const probes = probesOf(text).map((probe, i) => {
    const names = probe.values.map(value)
    return `select person_id, household_id from (${probe.sql.replace(/\$(\d+)/g, (_, n: string) => names[Number(n) - 1]!)}) probe_${i}`
  })
  return probes.length === 0 ? 'select null::uuid as person_id, null::uuid as household_id where false' : probes.join(' union all ')
}

/**
 * Items of the persons found, or of anybody of their households; an item of a household carries its own id there. Found apart from the page, by index:
 * a page in the order of places would else go through all items for the few of one name.
 */
const textItems = `text_items as materialized (
  select w.item_key from (select distinct person_id::text as id from text_persons) p join register.work_item w on w.run_id = $1 and w.subject_id = p.id
  union select w.item_key from (select distinct household_id::text as id from text_persons where household_id is not null) h join register.work_item w on w.run_id = $1 and w.household_id = h.id)`

/** The same of many persons: two tables of ids in memory, and a page in the order of places is full after a few hundred items. */
const itemsOfMany = `(w.household_id in (select household_id::text from text_persons where household_id is not null) or w.subject_id in (select person_id::text from text_persons))`
