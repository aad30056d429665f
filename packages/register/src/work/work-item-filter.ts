/** Filters of the work lists as one SQL condition: the list, its counts, its export and its batch all use this and nothing else. */
import { nameKey, placeRange, type DivisionCode, type WorkItemKind } from '@bangfu/kernel'

export interface WorkItemFilter {
  readonly kind?: WorkItemKind
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
  /** Name, household number or beginning of an id number. */
  readonly text?: string
  readonly keys?: readonly string[]
}

export interface SqlCondition {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Condition on `w` (work_item) and `r` (its latest result) for a run; values are $1, $2, …. */
export function workItemConditionSql(runId: string, filter: WorkItemFilter): SqlCondition {
  const values: unknown[] = [runId]
  const parts = ['w.run_id = $1']
  const value = (v: unknown): string => `$${values.push(v)}`
  if (filter.kind) parts.push(`w.kind = ${value(filter.kind)}`)
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
  if (filter.text) parts.push(textSql(filter.text, value))
  return { sql: parts.join(' and '), values }
}

/** Text finds the subject itself or anybody of its household. */
function textSql(text: string, value: (v: unknown) => string): string {
  const [name, plain] = [value(nameKey(text)), value(text.toUpperCase())]
  const found = `select p.person_id, c.household_id from register.person_search p join register.person_current c using (person_id)
    where starts_with(p.name_key, ${name}) or starts_with(p.pinyin_full, lower(${name})) or p.pinyin_initials = lower(${name}) or starts_with(p.id_number, ${plain}) or p.household_no = ${plain}`
  return `(w.subject_id in (select person_id::text from (${found}) f) or w.household_id in (select household_id::text from (${found}) f))`
}
