/** Ends rows by their amounts: a correction or returned money is no help that goes on. */
import { step, type ImportContext } from './import-context.ts'

/**
 * Rows of persons of whom more was taken back on this list than given (corrections, returned money): nobody is said to have the help by them, nor to
 * miss it. Sets `import_row.ended`. A row of nought is no correction: the list has its person.
 */
export async function endRowsTakenBack(context: ImportContext): Promise<void> {
  if (!context.table.rows.some((row) => row.amountFen?.startsWith('-'))) return
  await step(context, `
    update import_row r set ended = true from import_match m
    where m.row_no = r.row_no and m.person_id in (
      select o.person_id from import_row x join import_match o using (row_no) group by o.person_id having min(x.amount_fen) < 0 and sum(x.amount_fen) <= 0)`)
}
