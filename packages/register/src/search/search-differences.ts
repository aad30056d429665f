/** Where the search rows are not what the current facts say; of the identity number, whether it is one of the person's at all. */
import { differingColumnsSql } from '../statements/fold-differences.ts'
import { nameKeySql } from '../statements/name-key-sql.ts'

/** SELECT of `subject`, `kind` and `columns`, as `foldDifferencesSql` gives them. */
export function searchDifferencesSql(): string {
  const names = ['place', 'name_key', 'household_id', 'household_no', 'id_number']
  return `with numbered as (
    select subject_id as person_id, array_agg(value) as numbers from register.external_number where kind = 'identity' group by subject_id
  ), wanted as (
    select c.person_id, c.place, coalesce(${nameKeySql('c.name')}, '') as name_key, c.household_id, h.household_no,
      case when p.id_number = any(n.numbers) then p.id_number else n.numbers[1] end as id_number
    from register.person_current c left join register.household_current h on h.household_id = c.household_id
      left join register.person_search p on p.person_id = c.person_id left join numbered n on n.person_id = c.person_id
  )
  select coalesce(p.person_id, w.person_id) as subject, case when w.person_id is null then 'added' when p.person_id is null then 'missing' else 'altered' end as kind,
    case when p.person_id = w.person_id then ${differingColumnsSql(names, 'p', 'w')} else '{}'::text[] end as columns
  from register.person_search p full join wanted w on w.person_id = p.person_id
  where p.person_id is null or w.person_id is null or (${names.map((name) => `p.${name}`).join(', ')}) is distinct from (${names.map((name) => `w.${name}`).join(', ')})`
}
