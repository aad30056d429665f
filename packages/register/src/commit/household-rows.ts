/**
 * Rows of a list of persons that stand for a household: only its head is named, or a column counts the members covered. The others of the household
 * are on the list too, though no row names them.
 */
import { step, type ImportContext } from './import-context.ts'

/**
 * Makes `import_covered` (row_no, person_id, certain): members whom no row of the list names, of households that a row stands for. Certain where
 * the row counts as many as the household has living members; where it counts fewer, or does not count, each is only perhaps covered.
 */
export async function coverHouseholds(context: ImportContext): Promise<number> {
  await context.tx.query('create temp table import_covered (row_no integer, person_id uuid, place text, certain boolean) on commit drop')
  if (!context.table.rows.some((row) => row.members !== undefined && row.members !== 1)) return 0
  return step(context, `
    insert into import_covered
    with heads as (
      select distinct on (p.household_id) r.row_no, p.household_id, r.members
      from import_row r join import_match m using (row_no) join register.person_current p using (person_id)
      where r.members is not null and r.members <> 1 and not r.not_given and m.problem is null and p.household_id is not null order by p.household_id, r.members desc, r.row_no
    )
    select h.row_no, c.person_id, c.place, h.members >= count(*) over (partition by h.household_id)
    from heads h join register.person_current c using (household_id)
    where c.life_status is distinct from '2'`).then(async (all) => all - await step(context, 'delete from import_covered c using import_match m where m.person_id = c.person_id'))
}
