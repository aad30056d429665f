/** Where every row of an imported list went, counted in the register and apart from the import's own figures. */
import type { BenchDatabase } from '../bench-database.ts'

/** Rows of the list that stand in a statement, a delivery, among the unmatched or among the refused: each row once. */
export async function accountRows({ admin }: BenchDatabase, listId: string): Promise<number> {
  const statements = ['person', 'household', 'village', 'facility'].map((entity) => `select list_row from register.${entity}_statement where list_id = $1 and list_row > 0`)
  const { rows } = await admin.query<{ n: string }>(`select count(*) as n from (
    ${[...statements, 'select list_row from register.delivery where list_id = $1', 'select list_row from register.unmatched where list_id = $1', 'select row from register.list_row_problem where list_id = $1'].join(' union ')}) r`, [listId])
  return Number(rows[0]!.n)
}
