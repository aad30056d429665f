/** Finds persons by name, pinyin, id number or household number, under the scope's policy, a page at a time. */
import type { ScopedClient } from '../session/session.ts'
import { probesOf, type SearchKind, type SearchProbe } from './search-probe.ts'

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

/**
 * SELECT of one page of a probe, by name and then by id. Names and numbers are joined after the page is cut, and a probe that reads an
 * index in the order of names stops where the page ends.
 */
export function probeSql(probe: SearchProbe): string {
  const [offset, limit] = [probe.values.length + 1, probe.values.length + 2].map((n) => `$${n}::bigint`)
  // A person who is found twice (under two numbers, by two readings) counts once.
  return `with found as (select distinct on (rank, person_id) rank, person_id from (${probe.sql}) probe order by rank, person_id offset ${offset} limit ${limit})
    select c.person_id as "personId", c.household_id as "householdId", s.household_no as "householdNo", c.name, s.id_number as "idNumber", c.place
    from found join register.person_current c using (person_id) join register.person_search s using (person_id) order by rank, person_id`
}

/** A named statement: its plan is made once a connection, which is half the time of a short question. */
async function ask(tx: ScopedClient, probe: SearchProbe, page: SearchPage): Promise<readonly FoundPerson[]> {
  const { rows } = await tx.connection.query<FoundPerson>({ ...(probe.name && { name: probe.name }), text: probeSql(probe), values: [...probe.values, page.offset, page.limit] })
  return rows
}

/** One page of persons. An empty result has the kind of the last way that was tried. */
export async function searchPersons(tx: ScopedClient, text: string, page: SearchPage): Promise<SearchResult> {
  let kind: SearchKind = 'exact'
  for (const probe of probesOf(text)) {
    kind = probe.kind
    // One row more than asked for tells whether there is a further page; an earlier page decided the way of asking.
    const rows = await ask(tx, probe, { offset: page.offset, limit: page.limit + 1 })
    if (rows.length > 0) return { kind, persons: rows.slice(0, page.limit), more: rows.length > page.limit }
    if (page.offset > 0 && (await ask(tx, probe, { offset: 0, limit: 1 })).length > 0) return { kind, persons: [], more: false }
  }
  return { kind, persons: [], more: false }
}
