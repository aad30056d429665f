/** The dry run of a list: what it would change, beside what counts now. Works in a transaction that is always rolled back. */
import type { EntityKey } from '@bangfu/kernel'
import type { MappedTable } from '../mapped-table.ts'
import type { Register } from '../session/register.ts'
import { requireRight } from '../session/role-rights.ts'
import { scopedTransaction, type ScopedClient, type Session } from '../session/session.ts'
import { currentTable } from '../statements/entity-table.ts'
import { matchPersons } from './match-persons.ts'
import { completeRow, stageRows, type StagedColumn } from './stage-rows.ts'

export interface CellChange {
  readonly row: number
  readonly entity: EntityKey
  readonly subjectId: string
  readonly field: string
  /** As text; NULL: unknown now. */
  readonly before: string | null
  readonly after: string
  /** Title of the list that the present value comes from. */
  readonly source: string | null
}

export interface TablePreview {
  /** Rows about nobody the register knows: made new by a national export, unmatched on a department's list. */
  readonly unknown: number
  readonly changed: number
  readonly unchanged: number
  /** The first differing cells, in the order of the sheet. */
  readonly changes: readonly CellChange[]
}

class RolledBack extends Error {
  readonly preview: TablePreview
  constructor(preview: TablePreview) {
    super('a preview is never committed')
    this.preview = preview
  }
}

/** Counts rows by what they would do and shows the first `limit` differing cells. Writes nothing. */
export async function previewTable(register: Register, session: Session, table: MappedTable, limit = 50): Promise<TablePreview> {
  requireRight(session, 'import-list')
  const { entity } = table.header
  const rows = table.rows.map((row) => completeRow(row, table))
  if (entity === 'village' || entity === 'facility') return { unknown: rows.length, changed: 0, unchanged: 0, changes: [] }
  try {
    return await scopedTransaction(register, session, 'read write', async (tx) => {
      const staged = await stageRows(tx, rows, entity)
      await matchPersons(tx, staged)
      await matchSubjects(tx)
      throw new RolledBack(await compare(tx, staged.columns, limit))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.preview
    throw error
  }
}

async function matchSubjects(tx: ScopedClient): Promise<void> {
  await tx.query(`
    create temp table import_subject on commit drop as
    select r.row_no, m.person_id, coalesce(e.subject_id, p.household_id) as household_id
    from import_row r join import_match m using (row_no)
    left join register.external_number e on e.kind = 'household-no' and e.value = r.household_no
    left join register.person_current p on p.person_id = m.person_id`)
}

/** One row per differing cell: jsonb pairs of the columns that the row states and the register has otherwise. */
async function compare(tx: ScopedClient, columns: readonly StagedColumn[], limit: number): Promise<TablePreview> {
  const selects = (['person', 'household'] as const).flatMap((entity) => {
    const own = columns.filter((c) => c.entity === entity)
    if (own.length === 0) return []
    const differs = own.map((c) => `(r.${c.staged} is not null and r.${c.staged} is distinct from c."${c.name}")`).join(' or ')
    const cells = own.map((c) => `('${c.name}', c."${c.name}"::text, case when r.${c.staged} is distinct from c."${c.name}" then r.${c.staged}::text end)`).join(', ')
    return [`select r.row_no, '${entity}' as entity, s.${entity}_id as subject_id, x.field, x.before, x.after, coalesce(c.source_fields ->> x.field, c.source_list::text) as list_id
      from import_row r join import_subject s using (row_no) join ${currentTable(entity)} c on c.${entity}_id = s.${entity}_id cross join lateral (values ${cells}) x(field, before, after)
      where (${differs}) and x.after is not null`]
  })
  if (selects.length > 0) await tx.query(`create temp table import_change on commit drop as ${selects.join(' union all ')}`)
  else await tx.query('create temp table import_change (row_no integer, entity text, subject_id uuid, field text, before text, after text, list_id text) on commit drop')
  const { rows: [counts] } = await tx.query<{ rows: string; unknown: string; changed: string }>(`
    select (select count(*) from import_row) as rows, (select count(*) from import_subject where person_id is null and household_id is null) as unknown, (select count(distinct row_no) from import_change) as changed`)
  const { rows: changes } = await tx.query<CellChange>(`
    select h.row_no as row, h.entity, h.subject_id as "subjectId", h.field, h.before, h.after, l.title as source from import_change h left join register.list l on l.list_id = h.list_id::uuid order by h.row_no, h.entity desc, h.field limit $1`, [limit])
  const [all, unknown, changed] = [Number(counts!.rows), Number(counts!.unknown), Number(counts!.changed)]
  return { unknown, changed, unchanged: all - unknown - changed, changes }
}
