/** One page of a search by name, pinyin, part of an id number or household number. The register decides how the words are meant. */
import { searchPersons, type ScopedClient } from '@bangfu/register'
import type { z } from 'zod'
import type { personsSchema } from '../contract/index.ts'
import type { PageQuery } from './read-register-lists.ts'
import { readPersonsById } from './read-register-lists.ts'
import type { ScopedQuery } from './scoped-query.ts'

/** Households that a search may open at once. */
const householdLimit = 500

/** `total` counts up to the next page only: counting everybody who fits would cost more than finding them. */
export async function searchPage(query: ScopedQuery, tx: ScopedClient, text: string, { page, size }: PageQuery): Promise<z.output<typeof personsSchema>> {
  const offset = (page - 1) * size
  const found = await searchPersons(tx, text, { offset, limit: size })
  const rows = await readPersonsById(query, found.persons.map((p) => p.personId))
  return { kind: found.kind, total: offset + rows.length + (found.more ? 1 : 0), page, size, rows }
}

/** Households of the persons found. */
export async function searchHouseholds(tx: ScopedClient, text: string): Promise<string[]> {
  const found = await searchPersons(tx, text, { offset: 0, limit: householdLimit })
  return [...new Set(found.persons.flatMap((p) => p.householdId ?? []))]
}
