/**
 * The places that the rows of a list of help bear out. What a title or a proposal says a list covers is narrowed, never widened: a township counts as
 * covered where some row is about somebody of it, so that a row with a wrong township, or a title that says more than the rows, makes nobody be said to miss help.
 */
import { wholeCounties, type MappedTable, type PlaceIndex } from '@bangfu/register'
import type { ScopedQuery } from '../reading/scoped-query.ts'

export interface NarrowedCoverage {
  readonly places: readonly string[]
  /** Townships, or villages, that were claimed and are not borne out. */
  readonly left: readonly string[]
}

/** Places where the register has the persons of these numbers. */
async function registeredPlaces(query: ScopedQuery, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await query<{ value: string; place: string }>(
    `select n.value, c.place from unnest($1::text[]) x(value) join register.external_number n on n.kind = 'identity' and n.value = x.value join register.person_current c on c.person_id = n.subject_id`, [numbers])
  return new Map(rows.map((row) => [row.value, row.place]))
}

/** Where each row's subject is, as narrowly as row and register agree; nowhere where they contradict each other. */
async function bornePlaces(query: ScopedQuery, { rows }: MappedTable): Promise<ReadonlySet<string>> {
  const registered = await registeredPlaces(query, rows.flatMap((row) => row.idNumber ?? []))
  const borne = new Set<string>()
  for (const { place, idNumber } of rows) {
    const home = idNumber === undefined ? undefined : registered.get(idNumber)
    if (place === undefined || place.length < 9) { if (home !== undefined) borne.add(home); continue }
    if (home === undefined || home.startsWith(place.slice(0, 9))) borne.add(place)
  }
  return borne
}

/** The claimed places that rows of the table bear out, townships one by one where not all of a county do. */
export async function narrowCoverage(query: ScopedQuery, table: MappedTable, claimed: readonly string[], places: PlaceIndex): Promise<NarrowedCoverage> {
  const borne = [...await bornePlaces(query, table)]
  const townships = new Set(borne.map((place) => place.slice(0, 9)))
  const finest = claimed.flatMap((code) => (code.length > 9 ? [code] : places.townshipsOf(code).map((township) => township.code)))
  const isBorne = (code: string): boolean => (code.length === 9 ? townships.has(code) : borne.some((place) => place.startsWith(code)))
  return { places: wholeCounties(finest.filter(isBorne), places), left: finest.filter((code) => !isBorne(code)) }
}
