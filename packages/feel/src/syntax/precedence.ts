/**
 * Puts `and`, `or` and `in` right. The grammar reads what follows `in` as far as it goes, so `残疾等级 in ("一级") and 年龄 > 16`
 * comes as `in` over the whole rest; a rule author and DMN's own examples mean the comparison to end before `and`. The chain is
 * flattened to operands and operators and joined again: `in` first, then `and`, then `or`. Brackets stay as written.
 */
import type { SyntaxNode as LezerNode } from '@lezer/common'
import { childrenOf, type NodeReader } from './lezer-children.ts'
import type { ComparisonOperator, Span, SyntaxNode } from './syntax-node.ts'

type Item = SyntaxNode | 'and' | 'or'

const isLogic = (node: LezerNode): boolean => node.name === 'Conjunction' || node.name === 'Disjunction'

function flatten(node: LezerNode | undefined, parent: LezerNode, c: NodeReader): Item[] {
  if (!node) return [c.broken(parent)]
  if (isLogic(node)) {
    const operator = node.name === 'Conjunction' ? 'and' : 'or'
    const sides = childrenOf(node).filter((child) => child.name !== operator)
    return [...flatten(sides[0], node, c), operator, ...flatten(sides[1], node, c)]
  }
  if (node.name === 'Comparison' && childrenOf(node).some((child) => child.name === 'in')) return flattenIn(node, c)
  return [c.node(node, parent)]
}

function flattenIn(node: LezerNode, c: NodeReader): Item[] {
  const parts = childrenOf(node)
  const value = c.node(parts[0], node)
  const list = parts.find((part) => part.name === 'PositiveUnaryTests')
  if (list) {
    const tests = childrenOf(list).filter((child) => child.name === 'PositiveUnaryTest').map((child) => c.node(child, list))
    return [{ kind: 'in', value, tests, start: value.start, end: parts.at(-1)!.to }]
  }
  const written = parts.find((part) => part.name === 'PositiveUnaryTest')
  const [first, ...rest] = flattenTest(written, node, c)
  const test = first as SyntaxNode
  return [{ kind: 'in', value, tests: [test], start: value.start, end: endOfFirst(written) ?? test.end }, ...rest]
}

/** Where the first operand of the chain ends, its brackets included. */
function endOfFirst(node: LezerNode | undefined): number | undefined {
  const inner = node && (isLogic(node) || node.name.endsWith('UnaryTest')) ? childrenOf(node).find((child) => child.name !== 'CompareOp') : undefined
  return inner ? endOfFirst(inner) : node?.to
}

/** The single test right of `in`, and what the grammar swallowed after it. */
function flattenTest(test: LezerNode | undefined, parent: LezerNode, c: NodeReader): Item[] {
  if (!test) return [c.broken(parent)]
  const inner = childrenOf(test)[0]
  const operator = inner?.name === 'SimplePositiveUnaryTest' ? childrenOf(inner).find((part) => part.name === 'CompareOp') : undefined
  if (!inner || !operator) return flatten(inner, test, c)
  const [first, ...rest] = flatten(childrenOf(inner).find((part) => part.name !== 'CompareOp'), inner, c)
  const operand = first as SyntaxNode
  return [{ kind: 'test', operator: c.words(operator) as ComparisonOperator, operand, start: operator.from, end: operand.end }, ...rest]
}

function join(items: readonly Item[], operator: 'and' | 'or'): SyntaxNode {
  const groups: Item[][] = [[]]
  for (const item of items) {
    if (item === operator) groups.push([])
    else groups.at(-1)!.push(item)
  }
  const parts = groups.map((group) => (operator === 'or' ? join(group, 'and') : (group[0] as SyntaxNode)))
  if (parts.length === 1) return parts[0]!
  const span: Span = { start: parts[0]!.start, end: parts.at(-1)!.end }
  return { kind: 'logic', operator, parts, ...span }
}

/** The syntax node of a conjunction, disjunction or `in`. */
export function logicOf(node: LezerNode, c: NodeReader): SyntaxNode {
  return join(flatten(node, node, c), 'or')
}
