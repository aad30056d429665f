/** Dates and durations in DuckDB. Durations are whole numbers of months or days; what leaves the calendar is NULL. */
import { durationLimit, firstDate, lastDate } from '../types/duration-limit.ts'
import type { DatePart, DurationPart } from '../tree/node.ts'
import { letSql } from './let-sql.ts'

const whole = (sql: string): string => `CAST(${sql} AS BIGINT)`

export function shiftDateSql(date: string, size: string, of: 'months' | 'days', backwards: boolean): string {
  const signed = backwards ? `-${size}` : size
  const shifted = of === 'days' ? `(${date} + CAST(${signed} AS INTEGER))` : `CAST(${date} + to_months(CAST(${signed} AS INTEGER)) AS DATE)`
  return letSql([shifted], (day) => `CASE WHEN ${day} BETWEEN DATE '${firstDate}' AND DATE '${lastDate}' THEN ${day} END`)
}

export function daysBetweenSql(later: string, earlier: string): string {
  return `CAST(${later} - ${earlier} AS BIGINT)`
}

export function monthsBetweenSql(from: string, to: string): string {
  return letSql([from, to], (a, b) => {
    const months = `((year(${b}) - year(${a})) * 12 + month(${b}) - month(${a}))`
    return `(${months} + CASE WHEN ${b} >= ${a} AND day(${b}) < day(${a}) THEN -1 WHEN ${b} < ${a} AND day(${b}) > day(${a}) THEN 1 ELSE 0 END)`
  })
}

export function datePartSql(part: DatePart, date: string): string {
  return `CAST(${part}(${date}) AS DECIMAL(${part === 'year' ? 4 : 2},0))`
}

const durationParts: Readonly<Record<DurationPart, (size: string) => string>> = { years: (s) => `${s} // 12`, months: (s) => `${s} % 12`, days: (s) => s }

export function durationPartSql(part: DurationPart, size: string): string {
  return `CAST(${durationParts[part](size)} AS DECIMAL(7,0))`
}

/** The size when it is within what dates span, else NULL. */
export function withinLimitSql(size: string, of: 'months' | 'days'): string {
  const limit = durationLimit[of]
  return letSql([size], (n) => `CASE WHEN ${n} BETWEEN -${limit} AND ${limit} THEN ${whole(n)} END`)
}

export function dateOfPartsSql(year: string, month: number, day: number): string {
  return letSql([year], (y) => `CASE WHEN ${y} BETWEEN 1 AND 9999 THEN make_date(${whole(y)}, ${month}, ${day}) END`)
}
