/**
 * A plain date has no time and no zone: a birthday stays the same day everywhere. Stored as `YYYY-MM-DD`,
 * so text order is date order. Only `parsePlainDate` makes one.
 */
import { problem } from './problem.ts'

export type PlainDate = string & { readonly __brand: 'PlainDate' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a month of the Gregorian calendar; month is 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date, or undefined when the text is not exactly a real day written as YYYY-MM-DD. */
export function findPlainDate(text: string): PlainDate | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return text as PlainDate
}

/** The date; throws `kernel/bad-date` when the text is none. */
export function parsePlainDate(text: string): PlainDate {
  const date = findPlainDate(text)
  if (!date) throw problem('kernel/bad-date', { value: text })
  return date
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  return parsePlainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Whole years from birth to the day, as GB/T 2261 ages are counted: the birthday itself counts. */
export function ageInYears(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Days from the epoch 1970-01-01 (may be negative). */
export function dayNumber(date: PlainDate): number {
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

/** The date of a day number from the epoch. */
export function dateOfDayNumber(day: number): PlainDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate
}

/** The same day some months later; a day that the month lacks becomes its last day (as FEEL and SQL do). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return plainDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))
}
