/**
 * Exact decimal numbers: an integer coefficient and a scale (digits after the point). Money and rates in rules are these,
 * never binary floats. Division exists only with a stated scale and rounding.
 */
import { problem } from './problem.ts'

export type Rounding = 'half-up' | 'half-down' | 'half-even' | 'up' | 'down' | 'floor' | 'ceiling'

export interface Decimal {
  readonly coefficient: bigint
  readonly scale: number
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?$/

export function decimal(coefficient: bigint | number, scale = 0): Decimal {
  return { coefficient: BigInt(coefficient), scale }
}

/** The number in the text, exactly; undefined when it is not a plain decimal (no exponent, no grouping). */
export function findDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text)
  if (!match || (match[2] === '' && (match[3] ?? '') === '')) return undefined
  const fraction = match[3] ?? ''
  const coefficient = BigInt(`${match[2]}${fraction}` || '0')
  return { coefficient: match[1] === '-' ? -coefficient : coefficient, scale: fraction.length }
}

export function parseDecimal(text: string): Decimal {
  const value = findDecimal(text)
  if (!value) throw problem('kernel/bad-decimal', { value: text })
  return value
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.coefficient * 10n ** BigInt(scale - a.scale), b.coefficient * 10n ** BigInt(scale - b.scale), scale]
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b)
  return { coefficient: x + y, scale }
}

export function subtractDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b)
  return { coefficient: x - y, scale }
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale }
}

/** -1, 0 or 1. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = align(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

/** n / d as an integer under the rounding; d must not be 0. */
function divideInteger(n: bigint, d: bigint, rounding: Rounding): bigint {
  const quotient = n / d
  const remainder = n % d
  if (remainder === 0n) return quotient
  const sign = n < 0n !== d < 0n ? -1n : 1n
  const twice = (remainder < 0n ? -remainder : remainder) * 2n
  const size = d < 0n ? -d : d
  const away =
    rounding === 'up' ||
    (rounding === 'floor' && sign < 0n) ||
    (rounding === 'ceiling' && sign > 0n) ||
    (rounding === 'half-up' && twice >= size) ||
    (rounding === 'half-down' && twice > size) ||
    (rounding === 'half-even' && (twice > size || (twice === size && quotient % 2n !== 0n)))
  return away ? quotient + sign : quotient
}

export function roundDecimal(value: Decimal, scale: number, rounding: Rounding): Decimal {
  if (value.scale <= scale) return { coefficient: value.coefficient * 10n ** BigInt(scale - value.scale), scale }
  return { coefficient: divideInteger(value.coefficient, 10n ** BigInt(value.scale - scale), rounding), scale }
}

/** a / b to the scale under the rounding; undefined when b is zero. */
export function divideDecimal(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal | undefined {
  if (b.coefficient === 0n) return undefined
  const shift = scale + b.scale - a.scale
  const n = shift >= 0 ? a.coefficient * 10n ** BigInt(shift) : a.coefficient
  const d = shift >= 0 ? b.coefficient : b.coefficient * 10n ** BigInt(-shift)
  return { coefficient: divideInteger(n, d, rounding), scale }
}

/** Plain text without exponent; trailing zeros of the scale are kept. */
export function formatDecimal(value: Decimal): string {
  const negative = value.coefficient < 0n
  const digits = (negative ? -value.coefficient : value.coefficient).toString().padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  return `${negative ? '-' : ''}${whole}${value.scale > 0 ? `.${digits.slice(-value.scale)}` : ''}`
}
