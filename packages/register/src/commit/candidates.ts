/** Whom rows that nobody was found for may be about. Whoever is among them is asked about and never said to miss the help of the list. */
import type { ScopedClient } from '../session/session.ts'

/** More rows than that with numbers nobody here has are a list of everybody: of these only their names are looked for. */
const strangersLooked = 5000

/** Whom the lost rows may be about; with a row that stands for a household, the whole household. */
export async function addCandidates(tx: ScopedClient): Promise<void> {
  await tx.query('analyze import_lost')
  await tx.query(`create temp table import_candidate on commit drop as
    select l.row_no, p.person_id, p.place, case when d.person_id is not null then 'ambiguous' when near.by_number then 'id-differs-slightly' else 'same-name' end as reason
    from import_lost l join register.person_search p on p.name_key = l.name_key left join import_doubt d on d.row_no = l.row_no and d.person_id = p.person_id
    cross join lateral (select l.id_number is not null and p.id_number is not null and length(l.id_number) = length(p.id_number)
      and (select count(*) from generate_series(1, 18) i where substr(l.id_number, i, 1) <> substr(p.id_number, i, 1)) <= 2 as by_number) near
    where d.person_id is not null or near.by_number
      or case when l.id_number is not null and p.id_number is not null then length(l.place) >= 12 and l.place = p.place
        else starts_with(p.place, left(l.place, case when length(l.place) >= 9 then 9 else 6 end)) or starts_with(l.place, p.place) end
    union all
    select row_no, person_id, place, 'ambiguous' from import_covered where not certain
    union all
    select d.row_no, d.person_id, p.place, 'ambiguous' from import_doubt d join import_lost l using (row_no) join register.person_search p using (person_id) where p.name_key is distinct from l.name_key`)
  await addByNumber(tx)
  await addBySimilarName(tx)
  await tx.query(`insert into import_candidate
    select distinct k.row_no, o.person_id, o.place, 'ambiguous' from import_candidate k join import_row r on r.row_no = k.row_no and r.members is not null and r.members <> 1
    join register.person_current c on c.person_id = k.person_id join register.person_current o on o.household_id = c.household_id
    where not exists (select from import_candidate x where x.row_no = k.row_no and x.person_id = o.person_id) and not exists (select from import_match m where m.person_id = o.person_id)`)
}

/**
 * A number that nobody has and a name that nobody there has, both mistyped: persons of the row's township whose number has the same day of birth and the
 * same area or end, or area and end alike. With a number that is somebody else's for all one knows, the name must agree in one character. Each row is asked
 * for by index: joined as a whole, each would be held against everybody.
 */
async function addByNumber(tx: ScopedClient): Promise<void> {
  await tx.query(`
    insert into import_candidate
    with near as (
      select row_no, name_key, place, coalesce(id_hint, id_number) as id, id_hint is not null as refused from import_lost
      where id_hint is not null or (id_number is not null and row_no not in (select row_no from import_candidate) and (select count(*) from import_lost where id_number is not null) <= ${strangersLooked})
    ), found as (
      select n.row_no, p.person_id, p.place, n.refused, n.name_key as named, p.name_key, n.place as around from near n
      cross join lateral (select * from register.person_search q where q.id_from_birth >= substr(n.id, 7, 8) and q.id_from_birth < substr(n.id, 7, 8) || 'Y' offset 0) p
      where left(p.id_number, 6) = left(n.id, 6) or right(p.id_number, 4) = right(n.id, 4)
      union
      select n.row_no, p.person_id, p.place, n.refused, n.name_key, p.name_key, n.place from near n
      cross join lateral (select * from register.person_search q where q.id_from_order = right(n.id, 4) offset 0) p
      where left(p.id_number, 6) = left(n.id, 6)
        and (select count(*) from generate_series(7, 14) i where substr(n.id, i, 1) <> substr(p.id_number, i, 1)) <= 2
    )
    select f.row_no, f.person_id, f.place, 'id-differs-slightly' from found f
    where starts_with(f.place, left(f.around, case when length(f.around) >= 9 then 9 else 6 end))
      and (f.refused or f.named is null or exists (select from generate_series(1, least(length(f.named), length(f.name_key))) i where substr(f.named, i, 1) = substr(f.name_key, i, 1)))
      and not exists (select from import_candidate c where c.row_no = f.row_no and c.person_id = f.person_id)`)
}

/** A row without a number that can be used, of whom nobody is found by then: persons of its village whose name differs in one character. */
async function addBySimilarName(tx: ScopedClient): Promise<void> {
  const { rows: [lost] } = await tx.query<{ n: number }>(`select count(*)::int as n from import_lost l where l.id_number is null and l.name_key is not null and length(l.place) >= 12 and not exists (select from import_candidate c where c.row_no = l.row_no)`)
  if (lost!.n === 0) return
  await tx.query(`
    insert into import_candidate
    select l.row_no, p.person_id, p.place, 'same-name' from import_lost l join register.person_search p on p.place = l.place and length(p.name_key) = length(l.name_key)
    where l.id_number is null and length(l.place) >= 12 and length(l.name_key) >= 2 and not exists (select from import_candidate c where c.row_no = l.row_no)
      and (select count(*) from generate_series(1, length(l.name_key)) i where substr(l.name_key, i, 1) <> substr(p.name_key, i, 1)) = 1`)
}
