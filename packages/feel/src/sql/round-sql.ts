/** The rounded quotient in whole numbers (HUGEINT), as the kernel's `divideDecimal` does it; SQL's own division would go through binary floats. */
import type { Rounding } from '@bangfu/kernel'
import { letSql } from './let-sql.ts'
import { castSql, decimalSql } from './types-sql.ts'
import { mostDigits, type NumberType } from '../types/value-type.ts'

export interface SqlNumber {
  readonly sql: string
  readonly type: NumberType
}

const power = (n: number): string => `1${'0'.repeat(n)}`

/** The decimal's coefficient as a whole number. Where the direct product would pass 38 digits, whole part and fraction go apart. */
function coefficientSql({ sql, type }: SqlNumber): string {
  const { digits, scale } = type
  if (scale === 0) return `CAST(${sql} AS HUGEINT)`
  const unit = `CAST(${power(scale)} AS DECIMAL(${scale + 1},0))`
  if (digits + scale <= mostDigits) return `CAST(${castSql(sql, { ...type, digits: digits + scale })} * ${unit} AS HUGEINT)`
  return letSql([sql], (x) => `(CAST(trunc(${x}) AS HUGEINT) * ${power(scale)}::HUGEINT + CAST(CAST(${x} % 1 AS DECIMAL(${mostDigits},${scale})) * ${unit} AS HUGEINT))`)
}

/** The coefficient times 10^shift. */
function wholeSql(number: SqlNumber, shift: number): string {
  const coefficient = coefficientSql(number)
  return shift === 0 ? coefficient : `(${coefficient} * ${power(shift)}::HUGEINT)`
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

/** numerator / denominator as DECIMAL; NULL when either is, or the denominator is 0. `positive`: the denominator is known to be > 0. */
export function roundSql(numerator: SqlNumber, denominator: SqlNumber | undefined, positive: boolean, rounding: Rounding, type: NumberType): string {
  const shift = type.scale + (denominator?.type.scale ?? 0) - numerator.type.scale
  const n = wholeSql(numerator, Math.max(shift, 0))
  const d = denominator ? wholeSql(denominator, Math.max(-shift, 0)) : `${power(Math.max(-shift, 0))}::HUGEINT`
  const whole = letSql([n, d], (x, y) => {
    if (!denominator || positive) return quotients[rounding](`(${x})`, `(${y})`)
    // The sign goes to the numerator, so that the divisor is above zero; 0 becomes NULL.
    return letSql([`(${x} * sign(${y}))`, `nullif(abs(${y}), 0)`], (top, bottom) => quotients[rounding](top, bottom))
  })
  return decimalOfWhole(whole, type)
}

/** A whole number read as a decimal with the type's scale. */
function decimalOfWhole(whole: string, type: NumberType): string {
  const { digits, scale } = type
  if (scale === 0) return `CAST(${whole} AS ${decimalSql(type)})`
  return `CAST(CAST(${whole} AS DECIMAL(${digits},0)) * CAST(0.${'0'.repeat(scale - 1)}1 AS DECIMAL(${scale},${scale})) AS ${decimalSql(type)})`
}
