/** Brings two sides of a comparison, a branch or a list to one type, or says why they do not go together. */
import { roundDecimal, type Decimal } from '@bangfu/kernel'
import type { Span } from '../syntax/syntax-node.ts'
import { node, type Node } from '../tree/node.ts'
import { commonUnit, unitName } from '../types/unit.ts'
import { mostDigits, typeName, widerNumber, type ScalarType, type ValueType } from '../types/value-type.ts'
import { adaptTo } from './adapt.ts'
import type { CheckContext } from './check-context.ts'

export function typesDiffer(context: CheckContext, span: Span, left: ValueType, right: ValueType): undefined {
  if (left.kind === 'duration' && right.kind === 'duration') return context.findings.add('feel/days-against-months', span)
  return context.findings.add('feel/types-differ', span, { left: typeName(left), right: typeName(right) })
}

export function unitsDiffer(context: CheckContext, span: Span, left: ValueType, right: ValueType): undefined {
  const name = (type: ValueType): string => (type.kind === 'number' ? unitName(type.unit) : typeName(type))
  return context.findings.add('feel/units-differ', span, { left: name(left), right: name(right) })
}

/** False, and noted, when a number of this type could outgrow exact arithmetic. */
export function fits(context: CheckContext, span: Span, digits: number): boolean {
  if (digits <= mostDigits) return true
  context.findings.add('feel/too-many-digits', span, { digits, limit: mostDigits })
  return false
}

/** The type that both sides have, numbers at the wider size; undefined (and noted) when there is none. */
export function commonType(context: CheckContext, span: Span, left: ValueType, right: ValueType): ScalarType | undefined {
  if (left.kind === 'list' || right.kind === 'list') return context.findings.add('feel/compare-list', span)
  if (left.kind === 'number' && right.kind === 'number') {
    const unit = commonUnit(left.unit, right.unit)
    if (unit === undefined) return unitsDiffer(context, span, left, right)
    const type = widerNumber(left, right, unit)
    return fits(context, span, type.digits) ? type : undefined
  }
  if (left.kind === 'code' && right.kind === 'code') return left.list === right.list ? left : typesDiffer(context, span, left, right)
  if (left.kind === 'duration' && right.kind === 'duration') return left.of === right.of ? left : typesDiffer(context, span, left, right)
  return left.kind === right.kind ? left : typesDiffer(context, span, left, right)
}

/** Nodes of one type: texts read as codes where another of them is a code, numbers widened. */
export function matchAll(context: CheckContext, span: Span, given: readonly Node[]): { readonly nodes: readonly Node[]; readonly type: ScalarType } | undefined {
  const list = given.find((n) => n.type.kind === 'list')
  if (list) return context.findings.add('feel/compare-list', list)
  const code = given.find((n) => n.type.kind === 'code')?.type as ScalarType | undefined
  const adapted = code ? given.map((n) => adaptTo(context, n, code)) : given
  if (adapted.some((n) => n === undefined)) return undefined
  const nodes = adapted as readonly Node[]
  let type = nodes[0]!.type as ScalarType
  for (const next of nodes.slice(1)) {
    const common = commonType(context, span, type, next.type)
    if (!common) return undefined
    type = common
  }
  return { nodes: nodes.map((n) => widenTo(n, type)), type }
}

/** The number at the digits of the type; the same node when it has them already. */
export function widenTo(given: Node, type: ValueType): Node {
  if (given.type.kind !== 'number' || type.kind !== 'number') return given
  if (given.type.digits === type.digits && given.type.scale === type.scale) return given
  if (given.kind === 'literal') return node('literal', given, type, { value: roundDecimal(given.value as Decimal, type.scale, 'down') })
  return node('widen', given, type, { operand: given })
}
