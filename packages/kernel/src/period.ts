/** A period a measure is given for: a year `2018`, a quarter `2018-Q3`, a month `2018-07`. */
import { daysInMonth, plainDate, type PlainDate } from './plain-date.ts'
import { problem } from './problem.ts'

export type Period = string & { readonly __brand: 'Period' }

/** The period, or undefined when the text is none of the three forms. */
export function findPeriod(text: string): Period | undefined {
  return /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/.test(text) ? (text as Period) : undefined
}

export function parsePeriod(text: string): Period {
  const period = findPeriod(text)
  if (!period) throw problem('kernel/bad-date', { value: text })
  return period
}

/** First and last day of the period. */
export function periodBounds(period: Period): { readonly from: PlainDate; readonly to: PlainDate } {
  const year = Number(period.slice(0, 4))
  const rest = period.slice(5)
  const [first, last] = rest === '' ? [1, 12] : rest.startsWith('Q') ? [Number(rest[1]) * 3 - 2, Number(rest[1]) * 3] : [Number(rest), Number(rest)]
  return { from: plainDate(year, first, 1), to: plainDate(year, last, daysInMonth(year, last)) }
}
