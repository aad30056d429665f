/** Names of places by code, and the chain of places that contain one. */
import { codeLength, placeLevel, type DivisionCode, type PlaceLevel } from '@bangfu/kernel'
import type { Place } from '../contract/index.ts'
import type { ScopedQuery } from './scoped-query.ts'

export type PlaceNames = ReadonlyMap<string, string>

export async function readPlaceNames(query: ScopedQuery, codes: readonly (string | null)[]): Promise<PlaceNames> {
  const wanted = [...new Set(codes.filter((code) => code !== null))]
  const rows = await query<{ place: string; name: string }>('select place, name from register.place where place = any($1)', [wanted])
  return new Map(rows.map((row) => [row.place, row.name]))
}

/** The place as shown; a code that the tree does not know is shown as its number. */
export function placeOf(code: string, names: PlaceNames): Place {
  return { code, name: names.get(code) ?? code, level: code === '0' ? 'province' : placeLevel(code as DivisionCode) }
}

/** Codes of the place and everything that contains it, highest first. */
export function placeChain(code: string): string[] {
  const levels: readonly PlaceLevel[] = ['province', 'city', 'county', 'township', 'village']
  return levels.map((level) => code.slice(0, codeLength[level])).filter((part, i) => part.length === codeLength[levels[i]!])
}
