/**
 * Division codes: GB/T 2260 (6 digits: province 2, city 4, county 6) continued by the statistical 12 digits (township 9, village 12).
 * A place contains another exactly when its code is a prefix. In a database a place is compared as a range, which is leakproof.
 */
import { problem } from './problem.ts'

export type DivisionCode = string & { readonly __brand: 'DivisionCode' }
export type PlaceLevel = 'province' | 'city' | 'county' | 'township' | 'village'

const levels: Readonly<Record<number, PlaceLevel>> = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' }
export const codeLength: Readonly<Record<PlaceLevel, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 }

/** The significant code: padding zeros of 12- and 6-digit codes removed, e.g. 211300000000 → 2113; undefined when it is no code. */
export function findDivisionCode(text: string): DivisionCode | undefined {
  if (!/^\d+$/.test(text) || !(text.length in levels)) return undefined
  let code = text
  if (code.length === 12 && code.endsWith('000')) code = code.slice(0, 9)
  if (code.length === 9 && code.endsWith('000')) code = code.slice(0, 6)
  if (code.length === 6 && code.endsWith('00')) code = code.slice(0, 4)
  if (code.length === 4 && code.endsWith('00')) code = code.slice(0, 2)
  return code as DivisionCode
}

export function parseDivisionCode(text: string): DivisionCode {
  const code = findDivisionCode(text)
  if (!code) throw problem('kernel/bad-division-code', { value: text })
  return code
}

export function placeLevel(code: DivisionCode): PlaceLevel {
  return levels[code.length]!
}

/** The containing place of a higher level, or undefined when the code is already above it. */
export function placeAt(code: DivisionCode, level: PlaceLevel): DivisionCode | undefined {
  const length = codeLength[level]
  return code.length < length ? undefined : (code.slice(0, length) as DivisionCode)
}

/** Half-open range of all codes inside a place: `from <= code && code < to` (text order, C collation). */
export function placeRange(code: DivisionCode): { readonly from: string; readonly to: string } {
  return { from: code, to: `${code}:` } // ':' is the character after '9'
}
