/**
 * A later list of the same office, measure and period replaces the earlier one where it covers the place. It may be a correction, and then who is no
 * longer on it has lost the help; or the second part of one list, and then he has it still. Nobody here knows which: he is listed as perhaps having it.
 */
import { step, type ImportContext } from './import-context.ts'

/**
 * Rows in `unmatched` for whom this list replaces and does not name; numbered below zero, since no row of this sheet speaks of them, with the list and row
 * that do. Returns how many.
 */
export async function keepEarlierInDoubt(context: ImportContext): Promise<number> {
  const { delivery, entity } = context.table.header
  if (!delivery || delivery.places.length === 0) return 0
  return step(context, `
    insert into register.unmatched (list_id, list_row, measure, period, place, candidate_id, reason, earlier_list, earlier_row)
    select $list, -row_number() over (order by e.subject_id), e.measure, e.period, e.place, e.subject_id, 'ambiguous', e.list_id, e.list_row
    from (
      select distinct on (d.measure, d.subject_id) d.measure, d.period, d.place, d.subject_id, d.list_id, d.list_row
      from register.delivery d join register.list l using (list_id) join import_measure i on i.measure = d.measure and i.period = d.period
      join register.coverage c on c.list_id = $list and c.measure = d.measure and c.period = d.period and starts_with(d.place, c.place)
      where d.list_id < $list and l.source = $issuer and d.entity = '${entity}'
        and not exists (select from register.delivery n where n.list_id = $list and n.measure = d.measure and n.subject_id = d.subject_id)
        and not exists (select from register.unmatched u where u.list_id = $list and u.measure = d.measure and u.candidate_id = d.subject_id)
      order by d.measure, d.subject_id, d.list_id desc
    ) e on conflict do nothing`)
}
