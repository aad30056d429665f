/** Plain arithmetic: numbers with units, dates and durations. Division stands only inside a rounding function (see `rational.ts`). */
import type { ArithmeticOperator, Span, SyntaxNode } from '../syntax/syntax-node.ts'
import { node, type Node } from '../tree/node.ts'
import { commonUnit, productUnit } from '../types/unit.ts'
import { dateType, numberType, type NumberType } from '../types/value-type.ts'
import { checkNode } from './values.ts'
import type { CheckContext } from './check-context.ts'
import { fits, typesDiffer, unitsDiffer } from './match.ts'

type Of<K extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: K }>
export type NumberNode = Node & { readonly type: NumberType }
export const isNumber = (given: Node): given is NumberNode => given.type.kind === 'number'

/** left + right or left - right. */
export function sumOf(context: CheckContext, span: Span, operator: '+' | '-', left: NumberNode, right: NumberNode): NumberNode | undefined {
  const unit = commonUnit(left.type.unit, right.type.unit)
  if (unit === undefined) return unitsDiffer(context, span, left.type, right.type)
  const scale = Math.max(left.type.scale, right.type.scale)
  const digits = Math.max(left.type.digits - left.type.scale, right.type.digits - right.type.scale) + scale + 1
  if (!fits(context, span, digits)) return undefined
  return node('arithmetic', span, numberType(digits, scale, unit), { operator, left, right }) as NumberNode
}

export function productOf(context: CheckContext, span: Span, left: NumberNode, right: NumberNode): NumberNode | undefined {
  const unit = productUnit(left.type.unit, right.type.unit)
  if (unit === undefined) return unitsDiffer(context, span, left.type, right.type)
  const digits = left.type.digits + right.type.digits
  if (!fits(context, span, digits)) return undefined
  return node('arithmetic', span, numberType(digits, left.type.scale + right.type.scale, unit), { operator: '*', left, right }) as NumberNode
}

function addDuration(span: Span, date: Node, duration: Node, backwards: boolean): Node {
  return node('shiftDate', span, dateType, { date, duration, backwards })
}

/** Arithmetic with dates and durations; undefined when these two do not go together. */
function temporal(span: Span, operator: ArithmeticOperator, left: Node, right: Node): Node | undefined {
  const [a, b] = [left.type, right.type]
  if (operator === '+' && a.kind === 'date' && b.kind === 'duration') return addDuration(span, left, right, false)
  if (operator === '+' && a.kind === 'duration' && b.kind === 'date') return addDuration(span, right, left, false)
  if (operator === '-' && a.kind === 'date' && b.kind === 'duration') return addDuration(span, left, right, true)
  if (operator === '-' && a.kind === 'date' && b.kind === 'date') return node('daysBetween', span, { kind: 'duration', of: 'days' }, { later: left, earlier: right })
  if ((operator === '+' || operator === '-') && a.kind === 'duration' && b.kind === 'duration' && a.of === b.of) return node('addDurations', span, a, { operator, left, right })
  if (operator === '*' && a.kind === 'duration' && b.kind === 'number' && b.scale === 0) return node('timesDuration', span, a, { duration: left, factor: right })
  if (operator === '*' && a.kind === 'number' && a.scale === 0 && b.kind === 'duration') return node('timesDuration', span, b, { duration: right, factor: left })
  return undefined
}

export function checkArithmetic(context: CheckContext, syntax: Of<'arithmetic'>): Node | undefined {
  const { operator } = syntax
  if (operator === '/') context.findings.add('feel/bare-division', syntax)
  if (operator === '**') context.findings.add('feel/not-supported', syntax, { what: '**' })
  const [left, right] = [checkNode(context, syntax.left), checkNode(context, syntax.right)]
  if (!left || !right || operator === '/' || operator === '**') return undefined
  if (!isNumber(left) || !isNumber(right)) return temporal(syntax, operator, left, right) ?? typesDiffer(context, syntax, left.type, right.type)
  return operator === '*' ? productOf(context, syntax, left, right) : sumOf(context, syntax, operator, left, right)
}

/** A written negative number stays written; anything else is negated. Also used where a number is made absolute. */
export function negated(span: Span, operand: Node): Node {
  if (operand.kind === 'literal' && isNumber(operand)) {
    const value = operand.value as { coefficient: bigint; scale: number }
    return node('literal', span, operand.type, { value: { coefficient: -value.coefficient, scale: value.scale } })
  }
  if (operand.kind === 'literal' && operand.type.kind === 'duration') return node('literal', span, operand.type, { value: -(operand.value as number) })
  return node('sign', span, operand.type, { operator: 'negate', operand })
}

export function checkNegation(context: CheckContext, syntax: Of<'negate'>): Node | undefined {
  const operand = checkNode(context, syntax.operand)
  if (!operand) return undefined
  if (operand.type.kind !== 'number' && operand.type.kind !== 'duration') return typesDiffer(context, syntax, operand.type, numberType(1, 0, 'none'))
  return negated(syntax, operand)
}
