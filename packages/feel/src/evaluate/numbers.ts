/** Exact numbers with the unknown: a product is 0 as soon as one side is, whatever the other. */
import { addDecimal, divideDecimal, multiplyDecimal, roundDecimal, subtractDecimal, decimal, type Decimal, type Rounding } from '@bangfu/kernel'

export type MaybeDecimal = Decimal | undefined

export function calculate(operator: '+' | '-' | '*', a: MaybeDecimal, b: MaybeDecimal, scale: number): MaybeDecimal {
  if (operator === '*' && (a?.coefficient === 0n || b?.coefficient === 0n)) return decimal(0, scale)
  if (!a || !b) return undefined
  if (operator === '*') return multiplyDecimal(a, b)
  return operator === '+' ? addDecimal(a, b) : subtractDecimal(a, b)
}

/** The rounded quotient; unknown when the denominator is 0. */
export function rounded(numerator: MaybeDecimal, denominator: MaybeDecimal | 'none', scale: number, rounding: Rounding): MaybeDecimal {
  if (!numerator || denominator === undefined) return undefined
  return denominator === 'none' ? roundDecimal(numerator, scale, rounding) : divideDecimal(numerator, denominator, scale, rounding)
}

/** The same number with exactly `scale` digits after the point; `scale` is never less than what it has. */
export function atScale(value: MaybeDecimal, scale: number): MaybeDecimal {
  return value && value.scale !== scale ? roundDecimal(value, scale, 'down') : value
}
