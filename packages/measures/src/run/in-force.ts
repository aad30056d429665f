/** Whether a measure is given on a day. Dates of a pack may be years or months: both ends count as a whole. */
import { daysInMonth, type PlainDate } from '@bangfu/kernel'
import type { PackMeasure } from '@bangfu/plan'

export function isInForce(measure: Pick<PackMeasure, 'inForce'>, day: PlainDate): boolean {
  const { from, until } = measure.inForce
  return from <= day && day <= lastDay(until)
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` : date
}
