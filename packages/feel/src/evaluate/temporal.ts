/** Dates and durations. What falls outside 0001-01-01 to 9999-12-31, or is longer than that span, is unknown. */
import { addMonths, dateOfDayNumber, dayNumber, findPlainDate, type Decimal, type PlainDate } from '@bangfu/kernel'
import { durationLimit } from '../types/duration-limit.ts'

type DurationKind = 'months' | 'days'
const [firstDay, lastDay] = [-719_162, 2_932_896]

/** The duration, unless it is longer than all dates. */
export function withinLimit(size: number | bigint, of: DurationKind): number | undefined {
  return size > durationLimit[of] || size < -durationLimit[of] ? undefined : Number(size)
}

export function shiftDate(date: PlainDate | undefined, size: number | undefined, of: DurationKind): PlainDate | undefined {
  if (date === undefined || size === undefined) return undefined
  if (of === 'days') {
    const day = dayNumber(date) + size
    return day < firstDay || day > lastDay ? undefined : dateOfDayNumber(day)
  }
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + size
  return month < 12 || month >= 120_000 ? undefined : addMonths(date, size)
}

/** Whole months from one day to the other, towards zero: a month is whole when its day of the month is reached (DMN 1.5, 10.3.4.7). */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const part = (date: PlainDate): [number, number] => [Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const [[fromMonth, fromDay], [toMonth, toDay]] = [part(from), part(to)]
  const months = toMonth - fromMonth
  if (to >= from) return toDay < fromDay ? months - 1 : months
  return toDay > fromDay ? months + 1 : months
}

export function timesDuration(size: number | undefined, factor: Decimal | undefined, of: DurationKind): number | undefined {
  if (size === 0 || factor?.coefficient === 0n) return 0
  if (size === undefined || !factor) return undefined
  return withinLimit(BigInt(size) * factor.coefficient / 10n ** BigInt(factor.scale), of)
}

export function dateOfParts(year: Decimal | undefined, month: number, day: number): PlainDate | undefined {
  if (!year) return undefined
  const whole = year.coefficient / 10n ** BigInt(year.scale)
  if (whole < 1n || whole > 9999n) return undefined
  return findPlainDate(`${String(whole).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
