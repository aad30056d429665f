/**
 * Rows of a department's list whose number says one person and whose name, or second number, says another. The list has one of the two, and nobody
 * here knows which: the row is tied to neither, and both stand as candidates, so that neither is said to have help or to miss it.
 */
import { step, type ImportContext } from './import-context.ts'

/** Nearly the same name: one character written otherwise, left out or added. Of two characters the one that is left is a surname mostly, which says little of a family. */
const slipSql = (a: string, b: string): string => `(case when length(${a}) = length(${b}) then (select count(*) from generate_series(1, length(${a})) i where substr(${a}, i, 1) <> substr(${b}, i, 1)) <= 1
  else abs(length(${a}) - length(${b})) = 1 and (position(${a} in ${b}) > 0 or position(${b} in ${a}) > 0 or left(${a}, 1) || right(${a}, 1) = left(${b}, 1) || right(${b}, 1)) end)`

/**
 * Makes `import_doubt` (row_no, person_id) and takes the rows' tie and refusal from `import_match`. A name counts as somebody else's where that
 * person lives in the holder's household or township, and where it is nearly the name of another of the household and not nearly the holder's own: the
 * head's or the payee's number under a member's mistyped name. Any other name is a slip of the pen or an earlier name, and the number stands.
 * On lists of households, two members of one household are no doubt.
 */
export async function doubtRows(context: ImportContext): Promise<void> {
  const household = context.table.header.entity === 'household'
  await step(context, `
    create temp table import_doubt on commit drop as
    with other as (
      select r.row_no, m.person_id as holder, named.person_id as named
      from import_row r join import_match m using (row_no)
      join register.person_search holder on holder.person_id = m.person_id and holder.name_key <> r.name_key
      join register.person_search named on named.name_key = r.name_key and named.person_id <> m.person_id
        and starts_with(named.place, left(holder.place, 9))
      where m.problem is null and r.id_number is not null
      ${household ? `and not exists (select from register.person_current a join register.person_current b using (household_id) where a.person_id = m.person_id and b.person_id = named.person_id)` : ''}
    ), kin as (
      select r.row_no, m.person_id as holder, kin.person_id as named
      from import_row r join import_match m using (row_no)
      join register.person_search holder on holder.person_id = m.person_id and holder.name_key <> r.name_key and not ${slipSql('holder.name_key', 'r.name_key')}
      join register.person_search kin on kin.household_id = holder.household_id and kin.person_id <> holder.person_id and length(kin.name_key) >= 3 and ${slipSql('kin.name_key', 'r.name_key')}
      where ${household ? 'false' : `m.problem is null and r.id_number is not null and r.row_no not in (select row_no from other)`}
    ), numbers as (
      select r.row_no, i.subject_id as holder, n.subject_id as named
      from import_row r join import_match m using (row_no)
      join register.external_number n on n.kind = 'person-no' and n.value = r.person_no
      left join register.external_number i on i.kind = 'identity' and i.value = r.id_number
      where m.problem = 'register/numbers-disagree'
    )
    select row_no, holder as person_id from other union select row_no, named from other
    union select row_no, holder from kin union select row_no, named from kin
    union select row_no, holder from numbers where holder is not null union select row_no, named from numbers
    union select row_no, m.person_id from import_row r join import_match m using (row_no) where r.ended and m.problem is null and m.person_id is not null
    union select row_no, c.person_id from import_row r join import_match m using (row_no)
      join register.external_number h on h.kind = 'household-no' and h.value = r.household_no join register.person_current c on c.household_id = h.subject_id
      where r.ended and m.problem is null and m.person_id is null ${household ? '' : 'and r.id_number is null and r.name_key is null'}`)
  await step(context, `update import_match m set person_id = null, problem = null where m.row_no in (select row_no from import_doubt)`)
}
