/**
 * Ways to ask for persons by a text, each one SELECT whose comparisons are leakproof (=, <, >=): others would be checked row by row
 * before the scope's policy, without an index. Knows nothing of pages or of what is shown.
 */
import { nameKey } from '@bangfu/kernel'
import { idPartPrefixes } from './id-part-prefixes.ts'

export type SearchKind = 'exact' | 'prefix' | 'pinyin' | 'id-part' | 'household'

export interface SearchProbe {
  readonly kind: SearchKind
  /** Name of the statement: one per text of SQL, so that the server plans it once. Absent: planned for each question. */
  readonly name?: string
  /** SELECT of `person_id`, `household_id` and `rank`, the text they are shown in the order of. $1, $2, … are `values`. May name a person twice. */
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Beyond every text that begins with the prefix, in the order of "C". */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}

const range = (text: string): readonly [string, string] => [text, afterPrefix(text)]

/** Persons of the names that `names` selects; in the order of the names each is read from an index as far as the page goes. */
const ofNames = (names: string, order: string): string => `select p.person_id, p.household_id, ${order} as rank from (${names}) n join register.person_search p on p.name_key = n.name_key`

const ofNumbers = `select p.person_id, p.household_id, '' as rank from register.external_number e join register.person_search p on p.person_id = e.subject_id`

const identity = (plain: string): SearchProbe => ({
  kind: 'exact', name: 'search-number', values: [plain],
  sql: `${ofNumbers} where e.kind in ('identity', 'person-no', 'disability-certificate') and e.value = $1`,
})

const household = (plain: string): SearchProbe => ({
  kind: 'household', name: 'search-household', values: [plain],
  sql: `select c.person_id, c.household_id, '' as rank from register.external_number h join register.person_current c on c.household_id = h.subject_id where h.kind = 'household-no' and h.value = $1`,
})

/**
 * A part of an id number: the dates that it may stand in are spelled out, so that each possibility is a range of an index. Planned anew
 * for each part: how many ranges there are, and how many people each holds, depends on it.
 */
function idPart(part: string): SearchProbe {
  const { whole, birth, day, order } = idPartPrefixes(part)
  const values: string[] = []
  const within = (column: string, prefix: string): string => `(${column} >= $${values.push(prefix)} and ${column} < $${values.push(afterPrefix(prefix))})`
  const numbers = `${ofNumbers} where e.kind = 'identity' and ${within('e.value', whole)}`
  const parts = ([['id_from_birth', birth], ['id_from_day', day], ['id_from_order', order]] as const).filter(([, prefixes]) => prefixes.length > 0)
    .map(([column, prefixes]) => `select person_id, household_id, '' as rank from register.person_search where ${prefixes.map((prefix) => within(column, prefix)).join(' or ')}`)
  return { kind: 'id-part', sql: [numbers, ...parts].join(' union all '), values }
}

/** Names that contain the text: those that hold every pair of its neighbouring characters. */
function innerName(key: string): SearchProbe | undefined {
  const characters = [...key]
  if (characters.length < 2) return undefined
  const pairs = [...new Set(characters.slice(1).map((c, i) => `${characters[i]}${c}`))]
  const names = 'select name_key from register.name_bigram where bigram = any($1) group by name_key having count(*) = $2 and strpos(name_key, $3) > 0 order by name_key'
  return { kind: 'prefix', name: 'search-inner-name', sql: ofNames(names, 'n.name_key'), values: [pairs, pairs.length, key] }
}

function pinyin(letters: string): SearchProbe {
  const by = (column: string): string => `select name_key, pinyin_full from register.name where ${column} >= $1 and ${column} < $2`
  return { kind: 'pinyin', name: 'search-pinyin', values: range(letters), sql: ofNames(`${by('pinyin_full')} union ${by('pinyin_initials')} order by pinyin_full, name_key`, "n.pinyin_full || ' ' || n.name_key") }
}

/** Ways to read the text, in the order they are tried; the first that finds somebody answers. */
export function probesOf(text: string): readonly SearchProbe[] {
  const key = nameKey(text)
  const plain = key.toUpperCase()
  if (key === '') return []
  if (/^\d[\dX]*$/.test(plain)) return plain.length < 4 ? [household(plain), identity(plain)] : [identity(plain), household(plain), idPart(plain)]
  if (/^[a-z0-9\-/ü]+$/i.test(key)) return [identity(plain), household(plain), pinyin(key.toLowerCase())]
  const inner = innerName(key)
  return [
    { kind: 'exact', name: 'search-name', sql: 'select person_id, household_id, name_key as rank from register.person_search where name_key = $1', values: [key] },
    { kind: 'prefix', name: 'search-name-beginning', sql: 'select person_id, household_id, name_key as rank from register.person_search where name_key >= $1 and name_key < $2', values: range(key) },
    ...(inner ? [inner] : []),
  ]
}
