/** What a list says was delivered, for which places it speaks, and the rows whose subject is not certain. */
import { addCandidates } from './candidates.ts'
import { placeSql, step, type ImportContext } from './import-context.ts'

/** What row `r` says of measure `d`; a row of which no column decides has it. */
const givenSql = `coalesce(r.measures -> d.measure ->> 'given', 'yes')`
/** Its amount; where columns decide between measures, the amount of the whole row is none's. */
const amountSql = (row: string): string => `case when ${row}.measures is null then ${row}.amount_fen else (${row}.measures -> d.measure ->> 'amountFen')::bigint end`

/** One delivery per row and measure: to the household when the list is about households, to the village or facility, else to the person. */
export async function commitDeliveries(context: ImportContext): Promise<number> {
  const { delivery, entity } = context.table.header
  if (!delivery) return 0
  const subject = entity === 'person' ? 'm.person_id' : entity === 'household' ? 'h.household_id' : 'm.subject_id'
  const join = entity === 'household' ? 'join import_subject_household h using (row_no)' : ''
  const current = entity === 'person' ? 'left join register.person_current c on c.person_id = m.person_id' : entity === 'household' ? 'left join register.household_current c on c.household_id = h.household_id' : ''
  await context.tx.query('create temp table import_measure (measure text, period text) on commit drop')
  await context.tx.query('insert into import_measure select unnest($1::text[]), $2', [[...delivery.measures], delivery.period])
  // The money of a household's row is told once, with whom the row names.
  const covered = entity !== 'person' ? 0 : await step(context, `
    insert into register.delivery (measure, entity, subject_id, period, list_id, list_row, place, action_id)
    select d.measure, 'person', c.person_id, d.period, $list, c.row_no, coalesce(c.place, $scope), $action from import_covered c join import_row r using (row_no) cross join import_measure d where c.certain and ${givenSql} = 'yes'`)
  return covered + await step(context, `
    insert into register.delivery (measure, entity, subject_id, period, amount_fen, list_id, list_row, place, action_id)
    select d.measure, '${entity}', ${subject}, d.period, ${amountSql('r')}, $list, r.row_no, ${current ? 'coalesce(c.place, r.place, $scope)' : placeSql('r')}, $action
    from import_row r join import_match m using (row_no) ${join} ${current} cross join import_measure d
    where m.problem is null and not r.not_given and ${givenSql} = 'yes' and ${subject} is not null`)
}

/**
 * The places that the list claims to cover; only with these may anybody be said to miss help. A row with neither a number that can be used nor a
 * name may be about anybody of its township: there the list names not everyone whom it holds, and covers nobody.
 */
export async function commitCoverage(context: ImportContext): Promise<number> {
  const { delivery, entity } = context.table.header
  if (!delivery) return 0
  await context.tx.query('create temp table import_nameless (place text) on commit drop')
  await context.tx.query('create temp table import_claimed (place text) on commit drop')
  await context.tx.query('insert into import_claimed select distinct unnest($1::text[])', [[...delivery.places]])
  if (entity === 'person' || entity === 'household') {
    await step(context, `insert into import_nameless select distinct left(${placeSql('r')}, 9) from import_row r join import_match m using (row_no)
      where m.person_id is null and m.problem is null and r.id_number is null and r.name_key is null and r.person_no is null and r.household_no is null`)
  }
  return step(context, `
    insert into register.coverage (measure, place, period, list_id, source, action_id)
    select i.measure, c.place, i.period, $list, $issuer, $action from import_measure i cross join (
      select p.place from import_claimed p where not exists (select from import_nameless n where starts_with(n.place, p.place) or starts_with(p.place, n.place))
      union
      select t.place from import_claimed p join register.place t on length(t.place) = 9 and starts_with(t.place, p.place)
      where exists (select from import_nameless n where starts_with(n.place, p.place)) and not exists (select from import_nameless n where starts_with(t.place, n.place))
    ) c
    where exists (select from import_row r cross join (select i.measure) d where ${givenSql} = 'yes') or not exists (select from import_row) on conflict do nothing`)
}

/**
 * Rows that nobody was found for, with everyone they may be about: both persons of a row in doubt; with an id number the same name and a number that differs in at
 * most two characters, or the same name in the same village; without one the same name in the row's township, or in its county where the township is not known.
 * Such a line lies in the candidate's place, so that those who work there can settle it.
 */
export async function commitUnmatched(context: ImportContext): Promise<{ readonly rows: number; readonly candidates: number }> {
  const { delivery, entity } = context.table.header
  const found = entity === 'household' ? 'left join import_subject_household h on h.row_no = r.row_no' : ''
  await context.tx.query(`create temp table if not exists import_measure (measure text, period text) on commit drop`)
  await step(context, `create temp table import_lost on commit drop as
    select r.row_no, r.id_number, r.id_hint, r.name_key, r.amount_fen, r.measures, ${placeSql('r')} as place from import_row r join import_match m using (row_no) ${found}
    where m.problem is null ${delivery ? 'and not r.not_given ' : ''}and ${entity === 'household' ? 'h.household_id is null' : 'm.person_id is null'}`)
  await addCandidates(context.tx)
  const measures = delivery ? 'import_measure' : `(select null::text as measure, null::text as period)`
  // One measure may stand in another's stead: whoever is a candidate is in doubt for all of the list's, and a row that is about nobody only for its own.
  const has = delivery ? `where c.person_id is not null or coalesce(l.measures -> d.measure ->> 'given', 'yes') <> 'no'` : ''
  await step(context, `
    insert into register.unmatched (list_id, list_row, measure, period, place, amount_fen, candidate_id, reason)
    select $list, l.row_no, d.measure, d.period, coalesce(c.place, l.place), ${delivery ? amountSql('l') : 'l.amount_fen'}, c.person_id,
      coalesce(c.reason, case when l.id_number is null then 'no-number' else 'not-in-register' end)
    from import_lost l cross join ${measures} d left join import_candidate c using (row_no) ${has}
    union
    select $list, c.row_no, d.measure, d.period, c.place, null, c.person_id, c.reason
    from import_candidate c cross join ${measures} d where c.row_no not in (select row_no from import_lost) on conflict do nothing`)
  if (delivery) await keepDoubtfulMeasures(context)
  const { rows } = await context.tx.query<{ rows: string; candidates: string }>('select (select count(*) from import_lost) as rows, (select count(*) from import_candidate) as candidates')
  return { rows: Number(rows[0]!.rows), candidates: Number(rows[0]!.candidates) }
}

/**
 * Whose row it is is certain, and whether it has a measure is not: he is listed as perhaps having whatever it does not give for certain, and with him
 * the members that the row covers. One measure may stand in another's stead.
 */
async function keepDoubtfulMeasures(context: ImportContext): Promise<void> {
  if (!context.table.rows.some((row) => row.measures !== undefined)) return
  await step(context, `
    insert into register.unmatched (list_id, list_row, measure, period, place, candidate_id, reason)
    select $list, r.row_no, d.measure, d.period, coalesce(p.place, ${placeSql('r')}), m.person_id, 'ambiguous'
    from import_row r join (
      select row_no, person_id from import_match where problem is null and person_id is not null
      union select row_no, person_id from import_covered where certain
    ) m using (row_no) left join register.person_current p on p.person_id = m.person_id cross join import_measure d
    where not r.not_given and ${givenSql} <> 'yes' and jsonb_path_exists(r.measures, '$.*.given ? (@ == "perhaps")') on conflict do nothing`)
}
