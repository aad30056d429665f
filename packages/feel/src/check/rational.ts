/**
 * What stands inside a rounding function may divide: it is brought to one numerator over one denominator, exactly, so that only
 * one rounding happens. a/b + c/d = (a·d + c·b)/(b·d).
 */
import { compareDecimal, decimal, type Decimal, type Rounding } from '@bangfu/kernel'
import type { Span, SyntaxNode } from '../syntax/syntax-node.ts'
import { node, type Node } from '../tree/node.ts'
import { quotientUnit, type Unit } from '../types/unit.ts'
import { mostDigits, numberType, typeName } from '../types/value-type.ts'
import { isNumber, negated, productOf, sumOf, type NumberNode } from './arithmetic.ts'
import { checkNode } from './values.ts'
import type { CheckContext } from './check-context.ts'
import { fits, unitsDiffer } from './match.ts'

/** The numerator carries the unit of the whole; the denominator's own unit no longer matters. */
interface Rational { readonly numerator: NumberNode; readonly denominator?: NumberNode }

function withUnit(given: NumberNode, unit: Unit): NumberNode {
  return { ...given, type: { ...given.type, unit } } as NumberNode
}

const plain = (given: NumberNode): NumberNode => withUnit(given, 'any')

/** Product of what is there; undefined when a product failed, `one` when neither is there. */
function timesAll(context: CheckContext, span: Span, ...factors: (NumberNode | undefined)[]): NumberNode | undefined | 'failed' {
  let product: NumberNode | undefined
  for (const factor of factors) {
    if (!factor) continue
    product = product ? productOf(context, span, product, factor) : factor
    if (!product) return 'failed'
  }
  return product
}

function rational(numerator: NumberNode | 'failed' | undefined, denominator: NumberNode | 'failed' | undefined): Rational | undefined {
  if (!numerator || numerator === 'failed' || denominator === 'failed') return undefined
  return denominator ? { numerator, denominator: plain(denominator) } : { numerator }
}

function sum(context: CheckContext, span: Span, operator: '+' | '-', a: Rational, b: Rational): Rational | undefined {
  const left = timesAll(context, span, a.numerator, b.denominator)
  const right = timesAll(context, span, b.numerator, a.denominator)
  if (!left || left === 'failed' || !right || right === 'failed') return undefined
  return rational(sumOf(context, span, operator, left, right), timesAll(context, span, a.denominator, b.denominator))
}

function quotient(context: CheckContext, span: Span, a: Rational, b: Rational): Rational | undefined {
  const divisor = b.numerator
  const byHundred = divisor.kind === 'literal' && !b.denominator && compareDecimal(divisor.value as Decimal, decimal(100)) === 0
  const unit = quotientUnit(a.numerator.type.unit, divisor.type.unit, byHundred)
  if (unit === undefined) return unitsDiffer(context, span, a.numerator.type, divisor.type)
  const numerator = timesAll(context, span, plain(a.numerator), b.denominator)
  if (!numerator || numerator === 'failed') return undefined
  return rational(withUnit(numerator, unit), timesAll(context, span, a.denominator, plain(divisor)))
}

function checkRational(context: CheckContext, syntax: SyntaxNode): Rational | undefined {
  if (syntax.kind === 'negate') {
    const inner = checkRational(context, syntax.operand)
    return inner && { ...inner, numerator: negated(syntax, inner.numerator) as NumberNode }
  }
  if (syntax.kind === 'arithmetic' && syntax.operator !== '**') {
    const [a, b] = [checkRational(context, syntax.left), checkRational(context, syntax.right)]
    if (!a || !b) return undefined
    if (syntax.operator === '/') return quotient(context, syntax, a, b)
    if (syntax.operator !== '*') return sum(context, syntax, syntax.operator, a, b)
    return rational(productOf(context, syntax, a.numerator, b.numerator), timesAll(context, syntax, a.denominator, b.denominator))
  }
  const found = checkNode(context, syntax)
  if (!found) return undefined
  if (isNumber(found)) return { numerator: found }
  return context.findings.add('feel/wrong-type', syntax, { want: typeName(numberType(1, 0, 'none')), have: typeName(found.type) })
}

/** Smallest size that a known denominator of this type can have is 10^-this. */
function denominatorDepth(denominator: NumberNode): number {
  const whole = denominator.kind === 'literal' && compareDecimal(denominator.value as Decimal, decimal(1)) >= 0
  return whole ? 0 : denominator.type.scale
}

/** Digits that SQL's whole-number division needs for numerator and denominator (see `sql/round-sql.ts`), one spare for halves. */
function workDigits(numerator: NumberNode, denominator: NumberNode | undefined, scale: number): number {
  const shift = scale + (denominator?.type.scale ?? 0) - numerator.type.scale
  return Math.max(numerator.type.digits + Math.max(shift, 0), (denominator?.type.digits ?? 1) + Math.max(-shift, 0)) + 1
}

/** The checked argument of a rounding function, rounded. */
export function checkRounding(context: CheckContext, span: Span, syntax: SyntaxNode, scale: number, rounding: Rounding): Node | undefined {
  const value = checkRational(context, syntax)
  if (!value) return undefined
  const { numerator, denominator } = value
  const whole = numerator.type.digits - numerator.type.scale + (denominator ? denominatorDepth(denominator) : 0) + 1
  const type = numberType(whole + scale, scale, numerator.type.unit)
  if (!fits(context, span, Math.max(type.digits, workDigits(numerator, denominator, scale)))) return undefined
  const finest = Math.max(numerator.type.scale, denominator?.type.scale ?? 0)
  if (finest > mostDigits / 2) return context.findings.add('feel/too-many-digits', span, { digits: finest * 2, limit: mostDigits })
  return node('round', span, type, denominator ? { numerator, denominator, scale, rounding } : { numerator, scale, rounding })
}
