/** Order and equality of two known values of one type. */
import { compareDecimal, type Decimal } from '@bangfu/kernel'
import type { FeelValue } from '../api.ts'
import type { ComparisonOperator } from '../syntax/syntax-node.ts'
import type { ValueType } from '../types/value-type.ts'

/** -1, 0 or 1. Dates are ISO text, so text order is date order; text and codes are only ever asked for equality. */
export function compareValues(type: ValueType, a: FeelValue, b: FeelValue): -1 | 0 | 1 {
  if (type.kind === 'number') return compareDecimal(a as Decimal, b as Decimal)
  const [x, y] = [a as string | number | boolean, b as string | number | boolean]
  return x < y ? -1 : x > y ? 1 : 0
}

const holdsFor: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (o) => o === 0, '!=': (o) => o !== 0, '<': (o) => o < 0, '<=': (o) => o <= 0, '>': (o) => o > 0, '>=': (o) => o >= 0,
}

/** Whether the comparison holds; unknown when a side is. */
export function comparison(operator: ComparisonOperator, type: ValueType, a: FeelValue, b: FeelValue): boolean | undefined {
  return a === undefined || b === undefined ? undefined : holdsFor[operator](compareValues(type, a, b))
}
