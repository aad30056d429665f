/** What the loaded lists say of one subject and measure: the rows that name it, the rows that may mean it, and the lists that cover its place. */
import { listRowWords, sheetRowOf, type EntityKey } from '@bangfu/kernel'
import type { Database } from '@bangfu/stages'
import type { Delivery } from '../run/cell.ts'
import type { MeasurePeriod } from '../run/measure-period.ts'
import type { ExplainedListRow, ListSource } from './explanation.ts'

export interface ListEvidence {
  readonly delivered: Delivery
  readonly deliveries: readonly ExplainedListRow[]
  readonly possibleMatches: readonly ExplainedListRow[]
  readonly coveringLists: readonly ListSource[]
}

interface ListColumns {
  readonly [column: string]: string | bigint | null
  readonly list_id: string
  readonly title: string | null
  readonly source: string | null
  readonly as_of: string | null
  readonly list_row: bigint | null
  readonly amount_fen: bigint | null
  /** Names of the list's sheets, when it stands on several. */
  readonly sheets: string | null
  readonly earlier_list: string | null
}

function listSource(row: ListColumns): ListSource {
  return { id: row.list_id, title: row.title ?? row.list_id, source: row.source ?? undefined, asOf: row.as_of ?? undefined }
}

function listRow(row: ListColumns): ExplainedListRow {
  const [at, sheets] = [Number(row.list_row ?? 0), row.sheets?.split('|') ?? []]
  return { list: listSource(row), row: at <= 0 ? undefined : sheets.length < 2 ? at : sheetRowOf(at).row, where: listRowWords(at, sheets), amountFen: row.amount_fen ?? undefined, earlier: row.earlier_list ?? undefined }
}

const listColumns = "l.title, l.source, CAST(l.as_of AS VARCHAR) AS as_of, array_to_string(l.sheets, '|') AS sheets"

export async function readListEvidence(database: Database, measure: string, unit: EntityKey, subject: { readonly id: string; readonly place: string | undefined }, periods: MeasurePeriod): Promise<ListEvidence> {
  // As in the run: a list may name any member, and then speaks for the household.
  const ids = unit === 'household' ? '(SELECT person_id FROM persons WHERE household_id = $id UNION ALL SELECT $id)' : '(SELECT $id)'
  const parameters = { measure, id: subject.id, periods: periods.delivering ?? [], any_period: periods.delivering === undefined }
  const deliveries = await database.all<ListColumns>(`SELECT d.list_id, d.list_row, d.amount_fen, NULL AS earlier_list, ${listColumns} FROM deliveries d LEFT JOIN lists l ON l.list_id = d.list_id
WHERE d.measure = $measure AND d.subject_id IN ${ids} AND ($any_period OR list_contains($periods, d.period)) ORDER BY d.list_id, d.list_row`, { stage: 'deliveries of the subject', parameters })
  const possible = await database.all<ListColumns>(`SELECT u.list_id, u.list_row, CAST(NULL AS BIGINT) AS amount_fen, CASE WHEN u.list_row < 0 THEN coalesce(k.title, u.earlier_list, '') END AS earlier_list, ${listColumns} FROM unmatched u LEFT JOIN lists l ON l.list_id = u.list_id LEFT JOIN lists k ON k.list_id = u.earlier_list
WHERE u.measure = $measure AND u.candidate_id IN ${ids} AND ($any_period OR u.period IS NULL OR list_contains($periods, u.period)) ORDER BY u.list_id, u.list_row`, { stage: 'unclear rows of the subject', parameters })
  const covering = await database.all<ListColumns>(`SELECT DISTINCT c.list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS BIGINT) AS amount_fen, NULL AS earlier_list, ${listColumns} FROM coverage c LEFT JOIN lists l ON l.list_id = c.list_id
WHERE c.measure = $measure AND list_contains($covering, c.period) AND starts_with($place, c.place) ORDER BY c.list_id`, { stage: 'lists that cover the subject', parameters: { measure, covering: periods.covering, place: subject.place ?? '' } })
  return {
    delivered: deliveries.length > 0 ? 'yes' : possible.length > 0 ? 'possible-match' : covering.length > 0 ? 'no' : 'no-list',
    deliveries: deliveries.map(listRow), possibleMatches: possible.map(listRow), coveringLists: covering.map(listSource),
  }
}

/** All lists by id: the sources of facts. */
export async function readListSources(database: Database): Promise<ReadonlyMap<string, ListSource>> {
  const rows = await database.all<ListColumns>(`SELECT l.list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS BIGINT) AS amount_fen, NULL AS earlier_list, ${listColumns} FROM lists l`, { stage: 'lists' })
  return new Map(rows.map((row) => [row.list_id, listSource(row)]))
}
