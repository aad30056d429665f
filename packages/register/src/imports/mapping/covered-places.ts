/** Finds townships that a list is said to cover and has no row of: the commonest way to a false 应享未享 is a list that speaks for less than was said. */
import type { MappedRow } from '../../mapped-table.ts'
import type { PlaceIndex } from './place-index.ts'

/** Named one by one up to this many; the rest are counted. */
const shown = 12

/** Townships of the covered places without a row; none while no row says its township, since then nothing can be told. */
export function townshipsWithoutRows(covered: readonly string[], rows: readonly MappedRow[], places: PlaceIndex): { readonly count: number; readonly names: string } | undefined {
  const seen = new Set<string>()
  for (const row of rows) if (row.place !== undefined && row.place.length >= 9) seen.add(row.place.slice(0, 9))
  if (seen.size === 0) return undefined
  const empty = covered.flatMap((code) => places.townshipsOf(code)).filter((township) => !seen.has(township.code))
  if (empty.length === 0) return undefined
  return { count: empty.length, names: empty.slice(0, shown).map((t) => t.name).join('、') + (empty.length > shown ? '……' : '') }
}
