/** Which beginnings of an id number's later parts a run of its signs may stand for (GB 11643: area 6, birth date 8, order 3, check 1). */

export interface IdPartPrefixes {
  /** Beginning of the whole number. */
  readonly whole: string
  /** Beginnings from the birth date on (place 7), from its month on (11), from the order number on (15). */
  readonly birth: readonly string[]
  readonly day: readonly string[]
  readonly order: readonly string[]
}

const centuries = ['19', '20', '18']
/** Years in which somebody now registered may be born. */
const decades = Array.from({ length: 13 }, (_, i) => String(190 + i))
const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const length = 18
const fits = (part: string, place: number): boolean => place + part.length - 1 <= length
const before = (heads: readonly string[], part: string, place: number): readonly string[] => (fits(part, place) ? heads.map((head) => head + part) : [])

/** From so many signs on a part may begin anywhere after the area code; a shorter one only where one of the later parts begins. */
const anywhere = 6

/**
 * A part that begins inside the birth date is completed by every century, decade or month that may stand before it, so that each
 * possibility is a beginning an index knows. The check sign X stands last and nowhere else.
 */
export function idPartPrefixes(part: string): IdPartPrefixes {
  if (part.length > length || /X./.test(part)) return { whole: part, birth: [], day: [], order: [] }
  const inside = (heads: readonly string[], place: number): readonly string[] => (part.length < anywhere ? [] : before(heads, part, place))
  return {
    whole: part,
    birth: [...before([''], part, 7), ...inside(['1', '2'], 8), ...inside(centuries, 9), ...inside(decades, 10)],
    day: [...before([''], part, 11), ...inside(['0', '1'], 12), ...inside(months, 13)],
    order: before([''], part, 15),
  }
}
