/** Ties rows to persons by their numbers: id number, then person number, then certificate, then household number with the name inside it. Never by name alone. */
import type { ScopedClient } from '../session/session.ts'
import type { StagedTable } from './stage-rows.ts'

/**
 * Makes `import_match` (row_no, person_id, need_id, need_no, problem, fresh). `need_…`: the row's number is not registered yet. `fresh`: nobody was found and
 * `makesPersons`, so that the row has a new person, one for all rows of a key; a row without a key is refused then.
 * A person number whose holder has another id number and another name is refused: one of the two is wrong, and nobody here knows which.
 */
export async function matchPersons(tx: ScopedClient, staged: StagedTable, makesPersons = false): Promise<void> {
  const inside = staged.withoutPersonKey > 0
  if (inside) await matchInsideHousehold(tx)
  const found = `
    select r.row_no, r.key_row, coalesce(i.subject_id, n.subject_id, c.subject_id${inside ? ', o.person_id' : ''}) as person_id,
      r.id_number is not null and i.subject_id is null as need_id,
      r.person_no is not null and n.subject_id is null as need_no,
      case when i.subject_id <> n.subject_id then 'register/numbers-disagree'
        when i.subject_id is null and r.id_number is not null and n.subject_id is not null and known.name_key is distinct from r.name_key then 'register/numbers-disagree'
      end as problem
    from import_row r
    left join register.external_number i on i.kind = 'identity' and i.value = r.id_number
    left join register.external_number n on n.kind = 'person-no' and n.value = r.person_no
    left join register.external_number c on c.kind = 'disability-certificate' and c.value = r.certificate and r.id_number is null
    left join register.person_search known on known.person_id = n.subject_id${inside ? '\n    left join import_inside o on o.row_no = r.row_no' : ''}`
  const open = 'person_id is null and problem is null'
  await tx.query(makesPersons ? `
    create temp table import_match on commit drop as
    select row_no, case when ${open} and key_row is not null then uuidv7() else person_id end as person_id, need_id, need_no,
      case when ${open} and key_row is null then 'register/row-without-key' else problem end as problem, ${open} and key_row is not null as fresh
    from (${found} order by r.row_no) found` : `create temp table import_match on commit drop as select row_no, person_id, need_id, need_no, problem, false as fresh from (${found}) found`)
  if (makesPersons && staged.repeatedKeys) await tx.query(`
    update import_match m set person_id = first.person_id
    from (select distinct on (r.key_row) r.key_row, f.person_id from import_match f join import_row r using (row_no) where f.fresh order by r.key_row, r.row_no) first
    join import_row r using (key_row) where m.row_no = r.row_no and m.fresh and m.person_id <> first.person_id`)
  await tx.query('analyze import_match')
}

/** `import_inside` (row_no, person_id) for rows without any number of the person: the only member of that name in the household of that number. */
async function matchInsideHousehold(tx: ScopedClient): Promise<void> {
  await tx.query(`
    create temp table import_inside on commit drop as
    select r.row_no, min(p.person_id::text)::uuid as person_id
    from import_row r join register.external_number h on h.kind = 'household-no' and h.value = r.household_no
    join register.person_current c on c.household_id = h.subject_id join register.person_search p on p.person_id = c.person_id and p.name_key = r.name_key
    where r.id_number is null and r.person_no is null
    group by r.row_no having count(*) = 1`)
}
