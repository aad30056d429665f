/** Dates of a pack at the precision given (2018, 2018-06, 2018-06-30) as whole days; both ends count. */
import { daysInMonth } from '@bangfu/kernel'

/** First day meant; the empty text sorts before every day. */
export function firstDay(date: string | undefined): string {
  if (date === undefined) return ''
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day meant; '9999' sorts after every day. */
export function lastDay(date: string | undefined): string {
  if (date === undefined) return '9999'
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}` : date
}

type Dated = { readonly from?: string | undefined; readonly until?: string | undefined }

export function coversDay(range: Dated, day: string): boolean {
  return firstDay(range.from) <= day && day <= lastDay(range.until)
}

export function datesOverlap(a: Dated, b: Dated): boolean {
  return firstDay(a.from) <= lastDay(b.until) && firstDay(b.from) <= lastDay(a.until)
}
