/** Comparisons, `between` and `in`. Types, units and code lists of both sides must go together. */
import { compareDecimal, type Decimal } from '@bangfu/kernel'
import type { ComparisonOperator, Span, SyntaxNode } from '../syntax/syntax-node.ts'
import { node, type Node } from '../tree/node.ts'
import { booleanType, typeName, type ValueType } from '../types/value-type.ts'
import { adaptTo } from './adapt.ts'
import { checkNode } from './values.ts'
import type { CheckContext } from './check-context.ts'
import { matchAll } from './match.ts'

type Of<K extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: K }>
const ordered = new Set<ValueType['kind']>(['number', 'date', 'duration'])

function isOrdered(context: CheckContext, span: Span, type: ValueType): boolean {
  if (ordered.has(type.kind)) return true
  context.findings.add('feel/no-order', span, { type: typeName(type) })
  return false
}

export function compareNodes(context: CheckContext, span: Span, operator: ComparisonOperator, left: Node, right: Node): Node | undefined {
  const matched = matchAll(context, span, [left, right])
  if (!matched) return undefined
  if (operator !== '=' && operator !== '!=' && !isOrdered(context, span, matched.type)) return undefined
  return node('compare', span, booleanType, { operator, left: matched.nodes[0]!, right: matched.nodes[1]! })
}

export function checkComparison(context: CheckContext, syntax: Of<'comparison'>): Node | undefined {
  const [left, right] = [checkNode(context, syntax.left), checkNode(context, syntax.right)]
  return left && right ? compareNodes(context, syntax, syntax.operator, left, right) : undefined
}

/** Order of two written values; undefined when either is not written out. */
function literalOrder(low: Node, high: Node): number | undefined {
  if (low.kind !== 'literal' || high.kind !== 'literal') return undefined
  if (low.type.kind === 'number') return compareDecimal(low.value as Decimal, high.value as Decimal)
  const [a, b] = [low.value as string | number, high.value as string | number]
  return a < b ? -1 : a > b ? 1 : 0
}

interface Bounds { readonly low: Node; readonly high: Node; readonly lowClosed: boolean; readonly highClosed: boolean }

function betweenNode(context: CheckContext, span: Span, value: Node, bounds: Bounds, boundsSpan: Span): Node | undefined {
  const matched = matchAll(context, span, [value, bounds.low, bounds.high])
  if (!matched || !isOrdered(context, span, matched.type)) return undefined
  const [subject, low, high] = matched.nodes as [Node, Node, Node]
  const order = literalOrder(low, high)
  const empty = order !== undefined && (order > 0 || (order === 0 && !(bounds.lowClosed && bounds.highClosed)))
  if (empty) return context.findings.add('feel/reversed-range', boundsSpan)
  return node('between', span, booleanType, { value: subject, low, high, lowClosed: bounds.lowClosed, highClosed: bounds.highClosed })
}

export function checkBetween(context: CheckContext, syntax: Of<'between'>): Node | undefined {
  const [value, low, high] = [syntax.value, syntax.low, syntax.high].map((part) => checkNode(context, part))
  if (!value || !low || !high) return undefined
  return betweenNode(context, syntax, value, { low, high, lowClosed: true, highClosed: true }, { start: low.start, end: high.end })
}

/** `in` over one list that the register or the pack holds: membership. */
function inList(context: CheckContext, span: Span, value: Node, list: Node): Node | undefined {
  if (list.type.kind !== 'list') return undefined
  return listContains(context, span, list, value)
}

/** The list holds the item; a written label is read as a code of the list. */
export function listContains(context: CheckContext, span: Span, list: Node, item: Node): Node | undefined {
  if (list.type.kind !== 'list') return undefined
  if (item.type.kind === 'list') return context.findings.add('feel/compare-list', item)
  if (list.kind === 'list') {
    const matched = matchAll(context, span, [item, ...list.items])
    return matched ? node('oneOf', span, booleanType, { value: matched.nodes[0]!, items: matched.nodes.slice(1) }) : undefined
  }
  const read = adaptTo(context, item, list.type.of)
  if (!read) return undefined
  const { of } = list.type
  const matched = matchAll(context, span, [read, { ...read, type: of } as Node])
  return matched ? node('listContains', span, booleanType, { list, item: read }) : undefined
}

type Test = { readonly kind: 'equal'; readonly item: Node } | { readonly kind: 'other'; readonly node: Node }

function checkTest(context: CheckContext, value: Node, syntax: SyntaxNode): readonly Test[] | undefined {
  const span = { start: value.start, end: syntax.end }
  const other = (made: Node | undefined): readonly Test[] | undefined => (made ? [{ kind: 'other', node: made }] : undefined)
  if (syntax.kind === 'range') {
    const [low, high] = [checkNode(context, syntax.low), checkNode(context, syntax.high)]
    if (!low || !high) return undefined
    return other(betweenNode(context, span, value, { low, high, lowClosed: syntax.lowClosed, highClosed: syntax.highClosed }, syntax))
  }
  if (syntax.kind === 'test') {
    const operand = checkNode(context, syntax.operand)
    return other(operand && compareNodes(context, span, syntax.operator, value, operand))
  }
  if (syntax.kind === 'list') {
    const tests = syntax.items.map((item) => checkTest(context, value, item))
    return tests.some((test) => test === undefined) ? undefined : (tests as Test[][]).flat()
  }
  const item = checkNode(context, syntax)
  if (!item) return undefined
  return item.type.kind === 'list' ? other(inList(context, span, value, item)) : [{ kind: 'equal', item }]
}

export function checkIn(context: CheckContext, syntax: Of<'in'>): Node | undefined {
  const value = checkNode(context, syntax.value)
  if (value?.type.kind === 'list') return context.findings.add('feel/compare-list', syntax.value)
  // Without the value the tests are still read, so that their own problems come out too.
  const tests = syntax.tests.map((test) => (value ? checkTest(context, value, test) : void checkAlone(context, test)))
  if (!value || tests.some((test) => test === undefined)) return undefined
  const all = (tests as Test[][]).flat()
  if (all.length === 0) return context.findings.add('feel/not-supported', syntax, { what: '[]' })
  const equal = all.flatMap((test) => (test.kind === 'equal' ? [test.item] : []))
  const others = all.flatMap((test) => (test.kind === 'other' ? [test.node] : []))
  if (equal.length === 0) return joinTests(syntax, others)
  const matched = matchAll(context, syntax, [value, ...equal])
  if (!matched) return undefined
  return joinTests(syntax, [node('oneOf', syntax, booleanType, { value: matched.nodes[0]!, items: matched.nodes.slice(1) }), ...others])
}

function joinTests(span: Span, parts: readonly Node[]): Node {
  return parts.length === 1 ? { ...parts[0]!, start: span.start, end: span.end } : node('or', span, booleanType, { parts })
}

function checkAlone(context: CheckContext, test: SyntaxNode): void {
  if (test.kind === 'range') for (const bound of [test.low, test.high]) checkNode(context, bound)
  else checkNode(context, test.kind === 'test' ? test.operand : test)
}
