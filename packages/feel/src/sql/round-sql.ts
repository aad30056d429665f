/** The rounded quotient in whole numbers, as the kernel's `divideDecimal` does it; SQL's own division would go through binary floats. */
import type { Rounding } from '@bangfu/kernel'
import { mostDigits, type NumberType } from '../types/value-type.ts'
import { letSql } from './let-sql.ts'
import { castSql, decimalSql } from './types-sql.ts'

export interface SqlNumber {
  readonly sql: string
  readonly type: NumberType
}

/**
 * Whole numbers to count in. DuckDB divides HUGEINT bit by bit, some twenty times slower than BIGINT, so BIGINT is used while
 * numerator and denominator have at most 18 digits (twice the one plus the other then fits), by type or, failing that, by value.
 */
type WholeType = 'BIGINT' | 'HUGEINT'
const bigintDigits = 18

const power = (n: number): string => `1${'0'.repeat(n)}`

/** The decimal's coefficient as a whole number: whole part and fraction apart, so that nothing passes the digits of the type. */
function coefficientSql({ sql, type }: SqlNumber, count: WholeType): string {
  const { scale } = type
  if (scale === 0) return `CAST(${sql} AS ${count})`
  const fraction = count === 'BIGINT' ? `${sql} % 1` : `CAST(${sql} % 1 AS DECIMAL(${mostDigits},${scale}))`
  return `(CAST(trunc(${sql}) AS ${count}) * ${power(scale)}::${count} + CAST(${fraction} * CAST(${power(scale)} AS DECIMAL(${scale + 1},0)) AS ${count}))`
}

/** The coefficient times 10^shift. */
function wholeSql(number: SqlNumber, shift: number, count: WholeType): string {
  const coefficient = coefficientSql(number, count)
  return shift === 0 ? coefficient : `(${coefficient} * ${power(shift)}::${count})`
}

/** Quotient of n by d (d > 0) under the rounding. `//` and `%` cut towards zero, as BigInt's do. */
const quotients: Readonly<Record<Rounding, (n: string, d: string) => string>> = {
  down: (n, d) => `${n} // ${d}`,
  up: (n, d) => `sign(${n}) * ((abs(${n}) + ${d} - 1) // ${d})`,
  floor: (n, d) => `${n} // ${d} - CASE WHEN ${n} % ${d} < 0 THEN 1 ELSE 0 END`,
  ceiling: (n, d) => `${n} // ${d} + CASE WHEN ${n} % ${d} > 0 THEN 1 ELSE 0 END`,
  'half-up': (n, d) => `sign(${n}) * ((2 * abs(${n}) + ${d}) // (2 * ${d}))`,
  'half-down': (n, d) => `sign(${n}) * ((2 * abs(${n}) + ${d} - 1) // (2 * ${d}))`,
  'half-even': (n, d) => `${n} // ${d} + CASE WHEN 2 * abs(${n} % ${d}) > ${d} OR (2 * abs(${n} % ${d}) = ${d} AND (${n} // ${d}) % 2 <> 0) THEN sign(${n}) ELSE 0 END`,
}

/** A whole number read as a decimal with the type's scale. */
function decimalOfWhole(whole: string, type: NumberType): string {
  const { digits, scale } = type
  if (scale === 0) return `CAST(${whole} AS ${decimalSql(type)})`
  return `CAST(CAST(${whole} AS DECIMAL(${digits},0)) * CAST(0.${'0'.repeat(scale - 1)}1 AS DECIMAL(${scale},${scale})) AS ${decimalSql(type)})`
}

interface Division {
  readonly numerator: SqlNumber
  readonly denominator: SqlNumber | undefined
  /** Powers of ten that numerator and denominator are raised by. */
  readonly up: number
  readonly down: number
  readonly positive: boolean
  readonly rounding: Rounding
  readonly type: NumberType
}

function countedSql(division: Division, count: WholeType): string {
  const { numerator, denominator, rounding } = division
  const n = wholeSql(numerator, division.up, count)
  const d = denominator ? wholeSql(denominator, division.down, count) : `${power(division.down)}::${count}`
  const whole = letSql([n, d], (x, y) => {
    if (!denominator || division.positive) return quotients[rounding](`(${x})`, `(${y})`)
    // The sign goes to the numerator, so that the divisor is above zero; 0 becomes NULL.
    return letSql([`(${x} * sign(${y}))`, `nullif(abs(${y}), 0)`], (top, bottom) => quotients[rounding](top, bottom))
  })
  return decimalOfWhole(whole, division.type)
}

/** The number as a DECIMAL of 18 digits, and the test that it has no more once raised; undefined when it cannot be told. */
function narrowed({ sql, type }: SqlNumber, raised: number): { readonly number: SqlNumber; readonly fits: string } | undefined {
  const whole = bigintDigits - raised - type.scale
  if (whole <= 0) return undefined
  const narrow = { ...type, digits: bigintDigits }
  const limit = `CAST(${'9'.repeat(whole)} AS DECIMAL(${whole},0))`
  return { number: { sql: type.digits <= bigintDigits ? sql : castSql(sql, narrow), type: narrow }, fits: `${sql} BETWEEN -${limit} AND ${limit}` }
}

function anySizeSql(division: Division): string {
  const { numerator, denominator, up, down } = division
  const [top, bottom] = [narrowed(numerator, up), denominator && narrowed(denominator, down)]
  const exact = countedSql(division, 'HUGEINT')
  if (!top || (denominator && !bottom)) return exact
  const fast = countedSql({ ...division, numerator: top.number, denominator: bottom?.number }, 'BIGINT')
  return `CASE WHEN ${[top, ...(bottom ? [bottom] : [])].map((side) => side.fits).join(' AND ')} THEN ${fast} ELSE ${exact} END`
}

/** numerator / denominator as DECIMAL; NULL when either is, or the denominator is 0. `positive`: the denominator is known to be > 0. */
export function roundSql(numerator: SqlNumber, denominator: SqlNumber | undefined, positive: boolean, rounding: Rounding, type: NumberType): string {
  const shift = type.scale + (denominator?.type.scale ?? 0) - numerator.type.scale
  const [up, down] = [Math.max(shift, 0), Math.max(-shift, 0)]
  const small = Math.max(numerator.type.digits + up, (denominator?.type.digits ?? 1) + down) <= bigintDigits
  return letSql([numerator.sql, denominator?.sql ?? '1'], (n, d) => {
    const division: Division = { numerator: { ...numerator, sql: n }, denominator: denominator && { ...denominator, sql: d }, up, down, positive, rounding, type }
    return small ? countedSql(division, 'BIGINT') : anySizeSql(division)
  })
}
