/** Brings the search rows of some persons up to their current facts and numbers, in the transaction that changed them. */
import { pinyinKeys } from '@bangfu/kernel'
import type { ScopedClient } from '../session/session.ts'
import { nameKeySql } from '../statements/name-key-sql.ts'

const columns = 'person_id, place, name_key, pinyin_full, pinyin_initials, id_number, household_id, household_no'

/** `persons`: table with `person_id`. `fresh`: none of them has a search row yet, so that nothing need be compared. */
export async function refreshSearch(tx: ScopedClient, persons: string, fresh = false): Promise<void> {
  await addNames(tx, persons)
  const wanted = `
    select c.person_id, c.place, coalesce(${nameKeySql('c.name')}, '') as name_key, coalesce(n.pinyin_full, '') as pinyin_full, coalesce(n.pinyin_initials, '') as pinyin_initials, i.value as id_number, c.household_id, h.household_no
    from ${persons} s join register.person_current c using (person_id)
    left join register.household_current h on h.household_id = c.household_id
    left join register.name n on n.name_key = ${nameKeySql('c.name')}
    left join (
      select distinct on (e.subject_id) e.subject_id, e.value from register.external_number e join ${persons} s on s.person_id = e.subject_id
      where e.kind = 'identity' order by e.subject_id, e.valid_from desc nulls last, e.value desc
    ) i on i.subject_id = c.person_id`
  if (fresh) {
    await tx.query(`insert into register.person_search (${columns}) ${wanted}`)
    return
  }
  await tx.query(`create temp table search_wanted on commit drop as
    select w.*, p.person_id is null as fresh from (${wanted}) w left join register.person_search p on p.person_id = w.person_id
    where p.person_id is null or (p.place, p.name_key, p.id_number, p.household_id, p.household_no) is distinct from (w.place, w.name_key, w.id_number, w.household_id, w.household_no)`)
  // New rows are inserted plainly: ON CONFLICT would search the index once more for each.
  await tx.query(`insert into register.person_search (${columns}) select ${columns} from search_wanted where fresh`)
  await tx.query(`update register.person_search p set place = w.place, name_key = w.name_key, pinyin_full = w.pinyin_full, pinyin_initials = w.pinyin_initials,
    id_number = w.id_number, household_id = w.household_id, household_no = w.household_no from search_wanted w where not w.fresh and p.person_id = w.person_id`)
  await tx.query('drop table search_wanted')
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
  const pairs = names.flatMap((name) => bigramsOf(name).map((bigram) => [bigram, name] as const))
  await tx.query('insert into register.name_bigram select * from unnest($1::text[], $2::text[]) b (bigram, name_key) order by bigram collate "C", name_key collate "C"', [pairs.map((p) => p[0]), pairs.map((p) => p[1])])
}

/** Neighbouring pairs of characters, each once: 欧阳娜娜 → 欧阳, 阳娜, 娜娜. */
export function bigramsOf(name: string): readonly string[] {
  const characters = [...name]
  return [...new Set(characters.slice(1).map((c, i) => `${characters[i]}${c}`))]
}
