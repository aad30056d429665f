/** Fills a published run with work items for the first persons of `fillPersons`: three quarters of an item a person, one in six a question. For the search bench. */
import type pg from 'pg'

export const benchRunId = '00000000-0000-7000-8000-0000000000aa'

/** Items of the first `people` persons; returns how many. Reasons are as long as those of a run. */
export async function fillWorkItems(admin: pg.Client, people: number): Promise<number> {
  await admin.query(`insert into register.run (run_id, place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ('${benchRunId}', '0', 'bench', 'bench', 'bench', '{}', '00000000-0000-7000-8000-000000000002')`)
  const { rowCount } = await admin.query(`insert into register.work_item (run_id, item_key, kind, measure, period, entity, subject_id, household_id, place, field, amount_fen, reason_zh, reason_en, clauses, settles, involved, basis, measures, delivered_by, list_id, list_row, position)
    select '${benchRunId}', kind || ':m' || m || ':2018:' || person_id, kind, 'm' || m, '2018', 'person', person_id::text, household_id::text, place, case kind when 'verify' then 'age' end, 1000,
      repeat('符合全部条件:生存状态属于(“健在”、“失联”);', 5) || n, repeat('Meets every condition: life status in ("健在", "失联"); ', 5) || n, array['一.1'], case kind when 'verify' then n % 4 end, case kind when 'verify' then 1 + n % 4 end,
      case kind when 'verify' then 'unknown-fact' else 'not-delivered' end, array['m' || m], 'b' || m % 3, 'L1', 1, row_number() over (order by kind, place, person_id)
    from (select *, case when m = 6 then 'verify' else 'owed' end as kind from (
      select *, 1 + (n / 4 + k) % 6 as m from bench_person cross join generate_series(0, 2) k where n < $1 and (n * 31 + k * 17) % 4 = 0) drawn) made`, [people])
  await admin.query('vacuum analyze register.work_item')
  return rowCount ?? 0
}
