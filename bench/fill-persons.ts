/** Fills a register with synthetic persons by SQL, without any import: identity, current facts and search rows only. For the search bench. */
import { pinyinKeys } from '@bangfu/kernel'
import type pg from 'pg'

const surnames = [...'王李张刘陈杨赵孙周吴徐马朱胡郭何高林郑于宋韩冯曹许邓田佟关那白单仇解查包鲍', '尉迟', '欧阳']
const given = [...'国建军德志明强永福春树玉成海振宝长文学立俊浩宇子轩铁柱山林生民贵才发广桂秀英兰凤芝华珍淑艳丽红梅霞敏静欣怡梓涵雨桐佳琪云香荣琴芳玲娟']
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** So many distinct names, common surnames and short given names first. */
export function distinctNames(count: number): readonly string[] {
  const names = new Set<string>()
  for (let i = 0; names.size < count; i += 1) {
    const surname = surnames[Math.floor((i % 997) ** 2 / 997 ** 2 * surnames.length)]!
    const first = given[(i * 7) % given.length]!
    names.add(i % 9 < 2 ? surname + first : surname + first + given[(i * 13 + Math.floor(i / 61)) % given.length]!)
  }
  return [...names]
}

/** Check character of GB 11643 as SQL, of a column that holds the first seventeen digits. */
const checkSql = (column: string): string => `substr('10X98765432', (${weights.map((w, i) => `(ascii(substr(${column}, ${i + 1}, 1)) - 48) * ${w}`).join(' + ')}) % 11 + 1, 1)`

async function fillNames(admin: pg.Client, names: readonly string[]): Promise<void> {
  const keys = names.map(pinyinKeys)
  await admin.query('create table bench_name (n integer primary key, name text collate "C", pinyin_full text, pinyin_initials text)')
  await admin.query('insert into bench_name select o - 1, a, b, c from unnest($1::text[], $2::text[], $3::text[]) with ordinality t (a, b, c, o)', [names, keys.map((k) => k.full), keys.map((k) => k.initials)])
  await admin.query('insert into register.name select name, pinyin_full, pinyin_initials from bench_name')
  await admin.query(`insert into register.name_bigram select distinct substr(name, i, 2), name from bench_name cross join lateral generate_series(2, length(name) - 1) i`)
}

/** Persons of four counties of one city under the never-issued area code 2199; three a household. Frequent names are those with a low number. */
export async function fillPersons(admin: pg.Client, people: number, names: readonly string[]): Promise<void> {
  await fillNames(admin, names)
  // The day and the order number together are different for everybody up to a million; the product is prime to the number of days.
  await admin.query(`create table bench_person as
    select n, uuidv7() as person_id, 'H' || lpad((n / 3)::text, 8, '0') as household_no, md5('household ' || n / 3)::uuid as household_id,
      '21132' || (1 + n / 3 % 4) || lpad((100 + n / 12 % 20)::text, 3, '0') || lpad((201 + n / 240 % 15)::text, 3, '0') as place,
      floor(power(((n::bigint * 7919) % 1000003)::float8 / 1000003, 1.6) * $1)::integer as name_no, first17 || ${checkSql('first17')} as id_number
    from (select n, '2199' || lpad((n % 20)::text, 2, '0') || to_char(date '1940-01-01' + (n::bigint * 7919 % 27740)::integer, 'YYYYMMDD') || lpad((n / 27740 * 27 + n % 27)::text, 3, '0') as first17
      from generate_series(0, $2::integer - 1) n) made`, [names.length, people])
  const action = '00000000-0000-7000-8000-000000000002'
  const fill = (sql: string): Promise<unknown> => admin.query(sql.replaceAll('$action', `'${action}'::uuid`))
  await fill(`insert into register.person select person_id, place, $action from bench_person`)
  await fill(`insert into register.external_number (kind, value, subject_id, issuer, place, action_id) select 'identity', id_number, person_id, 'bench', place, $action from bench_person`)
  await fill(`insert into register.external_number (kind, value, subject_id, issuer, place, action_id) select distinct on (household_no) 'household-no', household_no, household_id, 'bench', place, $action from bench_person order by household_no`)
  await fill(`insert into register.person_current (person_id, place, household_id, name, source_list, action_id) select person_id, place, household_id, b.name, $action, $action from bench_person join bench_name b on b.n = name_no`)
  await fill(`insert into register.person_search (person_id, place, name_key, id_number, household_id, household_no)
    select person_id, place, b.name, id_number, household_id, household_no from bench_person join bench_name b on b.n = name_no`)
  await admin.query('create unique index on bench_person (n)')
  await admin.query('vacuum analyze')
}
