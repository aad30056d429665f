/** Reads work items of a run: pages, counts by facet, and everything for an export. */
import type { WorkItemKind } from '@bangfu/kernel'
import type { ScopedClient } from '../session/session.ts'
import { withSql, workItemCondition, type WorkItemFilter } from './work-item-filter.ts'

export interface WorkItemRow {
  readonly itemKey: string
  readonly kind: WorkItemKind
  readonly basis: string
  readonly measure: string | null
  readonly measures: readonly string[]
  readonly period: string | null
  readonly entity: string
  readonly subjectId: string
  readonly householdId: string | null
  readonly householdNo: string | null
  readonly place: string
  readonly townshipName: string | null
  readonly villageName: string | null
  readonly field: string | null
  readonly amountFen: string | null
  readonly amountToFen: string | null
  readonly reasonZh: string
  readonly reasonEn: string
  readonly clauses: readonly string[]
  readonly deliveredBy: string | null
  readonly settles: number | null
  readonly involved: number | null
  /** Name of the person, of the household's head, of the village or the facility. Unmasked: mask at the edge. */
  readonly subjectName: string | null
  readonly idNumber: string | null
  readonly result: string | null
  readonly closed: boolean
  readonly note: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
}

export type WorkItemSort = 'place' | 'name' | 'measure' | 'settles' | 'amount'

const orders: Readonly<Record<WorkItemSort, string>> = {
  place: 'w.kind, w.place, w.position', name: 'subject_name nulls last, w.position', measure: 'w.measure nulls last, w.position',
  settles: 'w.settles desc nulls last, w.involved desc nulls last, w.position', amount: 'w.amount_fen desc nulls last, w.position',
}

/** Items with their latest result, as every condition reads them. */
export const workItemsFromSql = `from register.work_item w left join register.work_result_latest r on r.item_key = w.item_key`

const select = `select w.item_key as "itemKey", w.kind, w.basis, w.measure, w.measures, w.period, w.entity, w.subject_id as "subjectId", w.household_id as "householdId",
  h.household_no as "householdNo", w.place, t.name as "townshipName", v.name as "villageName", w.field, w.amount_fen as "amountFen", w.amount_to_fen as "amountToFen",
  w.reason_zh as "reasonZh", w.reason_en as "reasonEn", w.clauses, w.delivered_by as "deliveredBy", w.settles, w.involved,
  coalesce(p.name, case when w.entity = 'household' then h.head_name end, f.facility_name, case when w.entity = 'village' then v.name end) as subject_name, s.id_number as "idNumber",
  w.result, coalesce(w.closes, false) as closed, w.note, w.answered_at as "answeredAt", a.name_zh as "answeredBy"`

/**
 * Items with their latest result and ids as uuid. The casts are made here, before the joins: a cast is not leakproof, and a join
 * over one is checked only after the policy of the joined table, row by row and without its key.
 */
const items = `select w.*, case when w.entity = 'person' then w.subject_id::uuid end as person_key, w.household_id::uuid as household_key,
  case when w.entity = 'facility' then w.subject_id::uuid end as facility_key, r.result, r.closes, r.note, r.at as answered_at, r.actor_id as answered_by`

const joins = `left join register.person_current p on p.person_id = w.person_key
  left join register.person_search s on s.person_id = w.person_key
  left join register.household_current h on h.household_id = w.household_key
  left join register.facility_current f on f.facility_id = w.facility_key
  left join register.place t on t.place = left(w.place, 9) and length(w.place) >= 9
  left join register.place v on v.place = w.place and length(w.place) = 12
  left join register.actor a on a.actor_id = w.answered_by`

/** One page of items, in the order asked for. */
export async function findWorkItems(tx: ScopedClient, runId: string, filter: WorkItemFilter, page: { readonly offset: number; readonly limit: number; readonly sort: WorkItemSort }): Promise<readonly WorkItemRow[]> {
  const condition = await workItemCondition(tx, runId, filter)
  const n = condition.values.length
  // The page is cut before names are joined, unless names decide the order.
  const cut = `limit $${n + 1} offset $${n + 2}`
  const inner = page.sort === 'name' ? '' : `order by ${orders[page.sort]} ${cut}`
  const sql = `${withSql([...condition.tables, `w as materialized (${items} ${workItemsFromSql} where ${condition.sql} ${inner})`])}${select} from w ${joins} order by ${orders[page.sort]} ${page.sort === 'name' ? cut : ''}`
  const { rows } = await tx.query<WorkItemRow & { subject_name: string | null }>(sql, [...condition.values, page.limit, page.offset])
  return rows.map(({ subject_name: subjectName, ...row }) => ({ ...row, subjectName }))
}

export async function countWorkItems(tx: ScopedClient, runId: string, filter: WorkItemFilter): Promise<number> {
  const condition = await workItemCondition(tx, runId, filter)
  // Without the join to results, which only the state asks for, all that is compared may stand in the index of places.
  const from = filter.state ? workItemsFromSql : 'from register.work_item w'
  const { rows } = await tx.query<{ n: string }>(`${withSql(condition.tables)}select count(*) as n ${from} where ${condition.sql}`, condition.values)
  return Number(rows[0]!.n)
}

export interface RunRow {
  readonly runId: string
  readonly recordedAt: Date
  readonly packHash: string
  readonly snapshotHash: string
  readonly programVersion: string
  readonly manifest: Readonly<Record<string, unknown>>
}

/** Runs that this scope may see, newest first. */
export async function listRuns(tx: ScopedClient, limit = 50): Promise<readonly RunRow[]> {
  const { rows } = await tx.query<RunRow>(`select run_id as "runId", recorded_at as "recordedAt", pack_hash as "packHash", snapshot_hash as "snapshotHash", program_version as "programVersion", manifest from register.run order by recorded_at desc limit $1`, [limit])
  return rows
}
