/** Brings the search rows of some persons up to their current facts and numbers, in the transaction that changed them. */
import { pinyinKeys } from '@bangfu/kernel'
import type { ScopedClient } from '../session/session.ts'
import { nameKeySql } from '../statements/name-key-sql.ts'

const columns = 'person_id, place, name_key, id_number, household_id, household_no'

export interface SearchChanges {
  /** None of the persons has a search row yet, so that nothing need be compared. */
  readonly fresh?: boolean
  /** SELECT of `person_id` and `value`: identity numbers that the list gives, registered or not. Absent: none. */
  readonly numbers?: string
}

const noNumbers = 'select null::uuid as person_id, null::text as value where false'

/** `persons`: table with `person_id`. */
export async function refreshSearch(tx: ScopedClient, persons: string, { fresh = false, numbers = noNumbers }: SearchChanges = {}): Promise<void> {
  await addNames(tx, persons)
  const facts = `c.person_id, c.place, coalesce(${nameKeySql('c.name')}, '') as name_key`
  if (fresh) {
    // A person who is new with this list has the one number by which the list tells him apart.
    await tx.query(`insert into register.person_search (${columns})
      select ${facts}, i.value, c.household_id, h.household_no
      from ${persons} s join register.person_current c using (person_id) left join register.household_current h on h.household_id = c.household_id
      left join (select person_id, max(value) as value from (${numbers}) n group by person_id) i on i.person_id = c.person_id`)
    return
  }
  await tx.query(`create temp table search_wanted on commit drop as
    with ${bestNumbersSql(persons, numbers)}, wanted as (
      select ${facts}, coalesce(i.value, p.id_number) as id_number, c.household_id, h.household_no
      from ${persons} s join register.person_current c using (person_id) left join register.household_current h on h.household_id = c.household_id
      left join register.person_search p on p.person_id = c.person_id left join best_number i on i.person_id = c.person_id)
    select w.*, p.person_id is null as fresh from wanted w left join register.person_search p on p.person_id = w.person_id
    where p.person_id is null or (p.place, p.name_key, p.id_number, p.household_id, p.household_no) is distinct from (w.place, w.name_key, w.id_number, w.household_id, w.household_no)`)
  // New rows are inserted plainly: ON CONFLICT would search the index once more for each.
  await tx.query(`insert into register.person_search (${columns}) select ${columns} from search_wanted where fresh`)
  await tx.query(`update register.person_search p set place = w.place, name_key = w.name_key,
    id_number = w.id_number, household_id = w.household_id, household_no = w.household_no from search_wanted w where not w.fresh and p.person_id = w.person_id`)
  await tx.query('drop table search_wanted')
}

/**
 * `best_number`: of persons to whom the list gives a number that their search row has not, the newest number, by its date and then by its signs.
 * The search row holds the best of all earlier ones, so that no other need be looked at.
 */
function bestNumbersSql(persons: string, numbers: string): string {
  return `other_number as materialized (
      select distinct n.person_id, n.value from (${numbers}) n join ${persons} s using (person_id) left join register.person_search p using (person_id) where p.id_number is distinct from n.value
    ), best_number as (
      select distinct on (k.person_id) k.person_id, k.value
      from (select person_id, value from other_number union select person_id, p.id_number from other_number join register.person_search p using (person_id) where p.id_number is not null) k
      join register.external_number e on e.kind = 'identity' and e.value = k.value and e.subject_id = k.person_id
      order by k.person_id, e.valid_from desc nulls last, k.value desc
    )`
}

/** Works out the readings of names that were never seen before: each distinct name once. */
async function addNames(tx: ScopedClient, persons: string): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(`
    select distinct ${nameKeySql('c.name')} as name from ${persons} s join register.person_current c using (person_id)
    where c.name is not null and not exists (select from register.name n where n.name_key = ${nameKeySql('c.name')})`)
  if (rows.length === 0) return
  const names = rows.map((row) => row.name)
  const keys = names.map(pinyinKeys)
  // In the order of the keys, so that neighbouring index entries are made together; and without ON CONFLICT, which searches an index once
  // more for each: whoever states names holds the statements' lock, so that nobody else adds a name meanwhile.
  await tx.query('insert into register.name select * from unnest($1::text[], $2::text[], $3::text[]) n (name_key, f, i) order by name_key collate "C"', [names, keys.map((k) => k.full), keys.map((k) => k.initials)])
  const pairs = names.flatMap((name) => innerPairsOf(name).map((bigram) => [bigram, name] as const))
  await tx.query('insert into register.name_bigram select * from unnest($1::text[], $2::text[]) b (bigram, name_key) order by bigram collate "C", name_key collate "C"', [pairs.map((p) => p[0]), pairs.map((p) => p[1])])
}

/** Neighbouring pairs of characters from the second on, each once: 欧阳娜娜 → 阳娜, 娜娜. What begins a name is found without them. */
export function innerPairsOf(name: string): readonly string[] {
  const characters = [...name]
  return [...new Set(characters.slice(2).map((c, i) => `${characters[i + 1]}${c}`))]
}
