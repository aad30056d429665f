/** Lists committed so far with what they cover, and the rows of one that were not taken. */
import type { ProblemData } from '@bangfu/kernel'
import { rejectedRowsWorkbook, type LayoutKey } from '@bangfu/register'
import type { ImportRecord } from '../imports/import-store.ts'
import type { Page, PageQuery } from './read-register-lists.ts'
import type { ScopedQuery } from './scoped-query.ts'

export interface ListRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly asOf: string
  readonly rows: number | null
  readonly sha256: string | null
  readonly coverage: { measure: string; period: string; places: number }[]
}

/** Lists that say something of the scope: facts of its subjects, help to them, or that they are spoken for. Rows out of scope do not exist here. */
const speakingSql = `
  select s.list_id from register.person_current c join register.person_statement s using (person_id)
  union select s.list_id from register.household_current c join register.household_statement s using (household_id)
  union select s.list_id from register.village_current c join register.village_statement s using (village_id)
  union select s.list_id from register.facility_current c join register.facility_statement s using (facility_id)
  union select list_id from register.delivery union select list_id from register.coverage union select list_id from register.unmatched`

/**
 * Lists of the scope's own, and of those of a wider place the ones that say something of the scope: what the county has taken in of other townships,
 * and how many rows a list has there, is not for a township. Whoever stands over all of it is not asked what each list says.
 */
const ownSql = 'l.place >= (select register.scope_from())'
const shownSql = `(${ownSql} or l.list_id in (${speakingSql}))`

export async function readListPage(query: ScopedQuery, page: PageQuery): Promise<Page<ListRow>> {
  const [count] = await query<{ total: number }>(`select count(*)::int as total from register.list l where ${shownSql}`)
  const rows = await query<ListRow>(
    `select l.list_id::text as id, l.kind, l.title, l.source, l.as_of::text as "asOf", case when ${ownSql} then l.row_count end as rows, case when ${ownSql} then l.sha256 end as sha256,
       coalesce((select jsonb_agg(jsonb_build_object('measure', c.measure, 'period', c.period, 'places', c.places)) from (select measure, period, count(*)::int as places from register.coverage c where c.list_id = l.list_id group by 1, 2) c), '[]') as coverage
     from register.list l where ${shownSql} order by l.list_id desc limit $1 offset $2`, [page.size, (page.page - 1) * page.size])
  return { total: count?.total ?? 0, page: page.page, size: page.size, rows }
}

interface RejectedRow { readonly row: number; readonly cells: readonly string[]; readonly problems: readonly ProblemData[] }

function readRows(query: ScopedQuery, list: string): Promise<RejectedRow[]> {
  return query<RejectedRow>('select row, cells, problems from register.list_row_problem where list_id = $1 order by row', [list])
}

export async function readListProblems(query: ScopedQuery, list: string): Promise<ProblemData[]> {
  return (await readRows(query, list)).flatMap((row) => row.problems)
}

/** The file of rows to correct, out of the register: the uploaded file itself is gone by then. */
export async function readRejectedRows(query: ScopedQuery, list: string, record: ImportRecord): Promise<Uint8Array> {
  const sheet = record.upload.sheets.find((s) => s.name === record.choices?.sheet)
  const rejected = await readRows(query, list)
  const names = record.choices?.sheets ?? []
  return rejectedRowsWorkbook({
    header: { layout: record.choices!.layout as LayoutKey, fileName: record.upload.fileName, sheetName: sheet?.name ?? '', ...(names.length > 1 && { sheetNames: names }) },
    headers: sheet?.columns.map((c) => c.header) ?? [], rejected,
  })
}
