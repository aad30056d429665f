/**
 * Finds persons by name, pinyin, id number or household number, under the scope's policy. Each way of asking is one SELECT whose
 * comparisons are leakproof (=, starts_with, ranges): others would be checked row by row before the policy, without an index.
 */
import { nameKey } from '@bangfu/kernel'
import type { ScopedClient } from '../session/session.ts'

export type SearchKind = 'exact' | 'prefix' | 'pinyin' | 'id-part' | 'household'

export interface FoundPerson {
  readonly personId: string
  readonly householdId: string | null
  readonly householdNo: string | null
  readonly name: string | null
  /** Unmasked: mask at the edge. */
  readonly idNumber: string | null
  readonly place: string
}

export interface SearchPage { readonly offset: number; readonly limit: number }

export interface SearchResult {
  /** Which way of asking found them. */
  readonly kind: SearchKind
  readonly persons: readonly FoundPerson[]
  /** True when there is a further page. */
  readonly more: boolean
}

interface Probe {
  readonly kind: SearchKind
  /** SELECT of person_id; $1, $2, … are `values`. */
  readonly sql: string
  readonly values: readonly unknown[]
}

const anchors = [['id_from_birth', 7], ['id_from_day', 11], ['id_from_order', 15]] as const

/** A part is found at the places that have an index: the birth date (7), its month and day (11), the order number (15); every part of six signs after the area code reaches one. */
function idParts(part: string): Probe {
  const values: string[] = [part]
  const selects = [`select subject_id as person_id from register.external_number where kind = 'identity' and starts_with(value, $1)`,
    ...anchors.map(([column]) => `select person_id from register.person_search where starts_with(${column}, $1)`)]
  for (const [column, anchor] of anchors) {
    // What stands before the anchor is compared afterwards; what stands after it must be long enough to find few.
    for (let shift = 1; shift < anchor && part.length - shift >= 3; shift += 1) {
      const [tail, head] = [values.push(part.slice(shift)), values.push(part.slice(0, shift))]
      selects.push(`select person_id from register.person_search where starts_with(${column}, $${tail}) and substring(id_number from ${anchor - shift} for ${shift}) = $${head}`)
    }
  }
  return { kind: 'id-part', sql: selects.join(' union '), values }
}

/** Names that contain the text: those that begin with it, or hold every pair of its neighbouring characters. */
function innerName(key: string): Probe | undefined {
  const characters = [...key]
  if (characters.length < 2) return undefined
  const pairs = characters.slice(1).map((c, i) => `${characters[i]}${c}`)
  const sql = `select p.person_id from register.person_search p where p.name_key in (
    select name_key from register.name_bigram where bigram = any($1) group by name_key having count(*) = $2 and strpos(name_key, $3) > 0)`
  return { kind: 'prefix', sql, values: [[...new Set(pairs)], new Set(pairs).size, key] }
}

/** Ways to read the text, in the order they are tried; the first that finds somebody answers. */
export function probesOf(text: string): readonly Probe[] {
  const key = nameKey(text)
  const plain = key.toUpperCase()
  if (key === '') return []
  const household: Probe = { kind: 'household', sql: `select c.person_id from register.external_number h join register.person_current c on c.household_id = h.subject_id where h.kind = 'household-no' and h.value = $1`, values: [plain] }
  const identity: Probe = { kind: 'exact', sql: `select subject_id as person_id from register.external_number where kind in ('identity', 'person-no', 'disability-certificate') and value = $1`, values: [plain] }
  if (/^\d[\dX]*$/.test(plain)) return plain.length < 4 ? [household, identity] : [identity, household, idParts(plain)]
  if (/^[a-z0-9\-/ü]+$/i.test(key)) return [identity, household, ...pinyinProbes(key.toLowerCase())]
  const inner = innerName(key)
  return [
    { kind: 'exact', sql: 'select person_id from register.person_search where name_key = $1', values: [key] },
    { kind: 'prefix', sql: 'select person_id from register.person_search where starts_with(name_key, $1)', values: [key] },
    ...(inner ? [inner] : []),
  ]
}

function pinyinProbes(letters: string): readonly Probe[] {
  const by = (column: string): string => `select p.person_id from register.name n join register.person_search p on p.name_key = n.name_key where starts_with(n.${column}, $1)`
  return [{ kind: 'pinyin', sql: `${by('pinyin_full')} union ${by('pinyin_initials')}`, values: [letters] }]
}

/** SELECT of one page of a probe, names and numbers joined after the page is cut. */
export function probeSql(probe: Probe): string {
  const n = probe.values.length
  return `with found as (select person_id from (${probe.sql}) probe order by person_id offset $${n + 1} limit $${n + 2})
    select c.person_id as "personId", c.household_id as "householdId", s.household_no as "householdNo", c.name, s.id_number as "idNumber", c.place
    from found join register.person_current c using (person_id) join register.person_search s using (person_id) order by person_id`
}

/** One page of persons. An empty result has the kind of the last way that was tried. */
export async function searchPersons(tx: ScopedClient, text: string, page: SearchPage): Promise<SearchResult> {
  let kind: SearchKind = 'exact'
  for (const probe of probesOf(text)) {
    kind = probe.kind
    // One row more than asked for tells whether there is a further page; an earlier page decided the way of asking.
    const { rows } = await tx.query<FoundPerson>(probeSql(probe), [...probe.values, page.offset, page.limit + 1])
    if (rows.length > 0) return { kind, persons: rows.slice(0, page.limit), more: rows.length > page.limit }
    if (page.offset > 0) {
      const { rows: first } = await tx.query(probeSql(probe), [...probe.values, 0, 1])
      if (first.length > 0) return { kind, persons: [], more: false }
    }
  }
  return { kind, persons: [], more: false }
}
