/** Grammar nodes of lezer to our own syntax nodes, one for one; only `and`, `or` and `in` are put right (see `precedence.ts`). */
import type { SyntaxNode as LezerNode } from '@lezer/common'
import type { Findings } from '../findings.ts'
import { childrenOf, spanOf, type NodeReader } from './lezer-children.ts'
import { logicOf } from './precedence.ts'
import { textOfLiteral } from './text-literal.ts'
import type { ArithmeticOperator, ComparisonOperator, Span, SyntaxIterator, SyntaxNode } from './syntax-node.ts'

const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', '.', '..'])
const isPunctuation = (node: LezerNode): boolean => punctuation.has(node.name)
/** Grammar nodes of operands have capitals; keywords are named as written, and only `null` is both. */
const isKeyword = (node: LezerNode): boolean => /^[a-z]+$/.test(node.name) && node.name !== 'null'
const isOperator = (node: LezerNode): boolean => node.name === 'CompareOp' || node.name === 'ArithOp'
const operands = (node: LezerNode): LezerNode[] => childrenOf(node).filter((child) => !isPunctuation(child) && !isOperator(child) && !isKeyword(child))

class Converter implements NodeReader {
  readonly #findings: Findings
  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** The real words at the node, inner blanks made one. */
  words(node: Span | LezerNode): string {
    const span = 'from' in node ? spanOf(node) : node
    return this.#findings.source.slice(span.start, span.end).replace(/\s+/gu, ' ').trim()
  }

  broken(node: LezerNode): SyntaxNode {
    // A part is missing: the parser said so already, unless the grammar let it pass.
    if (!this.#findings.any) this.#findings.add('feel/syntax', spanOf(node))
    return { kind: 'broken', ...spanOf(node) }
  }

  node(node: LezerNode | undefined, parent: LezerNode): SyntaxNode {
    if (!node) return this.broken(parent)
    const convertNode = converters[node.name]
    if (!convertNode) return { kind: 'unsupported', what: this.words(node), ...spanOf(node) }
    return convertNode(node, this)
  }

  iterators(node: LezerNode): SyntaxIterator[] {
    const list = childrenOf(node).find((child) => child.name === 'InExpressions')
    return (list ? childrenOf(list) : []).filter((child) => child.name === 'InExpression').map((child) => {
      const name = childrenOf(child).find((part) => part.name === 'Name')
      const context = childrenOf(child).find((part) => part.name === 'IterationContext')
      const over = context ? operands(context) : []
      return { name: name ? this.words(name) : '', over: over.length > 1 ? { kind: 'unsupported', what: this.words(context!), ...spanOf(context!) } : this.node(over[0], child), ...spanOf(child) }
    })
  }
}

type Convert = (node: LezerNode, c: Converter) => SyntaxNode

const single: Convert = (node, c) => c.node(operands(node)[0], node)

const comparison: Convert = (node, c) => {
  const parts = childrenOf(node)
  const [left] = operands(node)
  if (parts.some((part) => part.name === 'between')) {
    const [value, low, high] = operands(node)
    return { kind: 'between', value: c.node(value, node), low: c.node(low, node), high: c.node(high, node), ...spanOf(node) }
  }
  if (parts.some((part) => part.name === 'in')) return logicOf(node, c)
  const operator = parts.find((part) => part.name === 'CompareOp')
  return { kind: 'comparison', operator: c.words(operator ?? node) as ComparisonOperator, left: c.node(left, node), right: c.node(operands(node)[1], node), ...spanOf(node) }
}

const arithmetic: Convert = (node, c) => {
  const [left, right] = operands(node)
  const operator = childrenOf(node).find((part) => part.name === 'ArithOp')
  if (operator && left && operator.from < left.from) return { kind: 'negate', operand: c.node(left, node), ...spanOf(node) }
  return { kind: 'arithmetic', operator: c.words(operator ?? node) as ArithmeticOperator, left: c.node(left, node), right: c.node(right, node), ...spanOf(node) }
}

const call: Convert = (node, c) => {
  const parts = childrenOf(node)
  const name = parts[0]!
  const named = parts.find((part) => part.name === 'NamedParameters')
  if (named) return { kind: 'unsupported', what: c.words(named), ...spanOf(named) }
  if (!['VariableName', 'SpecialFunctionName', 'DateTimeConstructor'].includes(name.name)) return { kind: 'unsupported', what: c.words(node), ...spanOf(node) }
  const list = parts.find((part) => part.name === 'PositionalParameters')
  const given = list ? childrenOf(list).filter((child) => !isPunctuation(child)) : []
  return { kind: 'call', name: c.words(name), nameSpan: spanOf(name), arguments: given.map((child) => c.node(child, node)), ...spanOf(node) }
}

const path: Convert = (node, c) => {
  const parts = childrenOf(node)
  const name = parts.find((part) => part.name === 'PathName')
  if (!name) return c.broken(node)
  return { kind: 'path', of: c.node(parts[0], node), name: c.words(name), nameSpan: spanOf(name), ...spanOf(node) }
}

const converters: Readonly<Record<string, Convert>> = {
  Expression: single,
  ParenthesizedExpression: single,
  PositiveUnaryTest: single,
  Conjunction: (node, c) => logicOf(node, c),
  Disjunction: (node, c) => logicOf(node, c),
  Comparison: comparison,
  ArithmeticExpression: arithmetic,
  FunctionInvocation: call,
  PathExpression: path,
  NumericLiteral: (node, c) => ({ kind: 'number', text: c.words(node), ...spanOf(node) }),
  StringLiteral: (node, c) => ({ kind: 'text', value: textOfLiteral(c.words(node)), ...spanOf(node) }),
  BooleanLiteral: (node, c) => ({ kind: 'boolean', value: c.words(node) === 'true', ...spanOf(node) }),
  null: (node) => ({ kind: 'null', ...spanOf(node) }),
  VariableName: (node, c) => ({ kind: 'name', name: c.words(node), ...spanOf(node) }),
  DateTimeLiteral: (node, c) => {
    const at = childrenOf(node)[0]
    if (at?.name !== 'AtLiteral') return call(node, c)
    const text = childrenOf(at)[0]
    return { kind: 'call', name: '@', nameSpan: spanOf(at), arguments: [c.node(text, at)], ...spanOf(node) }
  },
  IfExpression: (node, c) => {
    const [condition, then, otherwise] = operands(node)
    return { kind: 'if', condition: c.node(condition, node), then: c.node(then, node), otherwise: c.node(otherwise, node), ...spanOf(node) }
  },
  QuantifiedExpression: (node, c) => {
    const body = childrenOf(node).at(-1)
    const quantifier = childrenOf(node)[0]?.name === 'every' ? 'every' : 'some'
    return { kind: 'quantified', quantifier, iterators: c.iterators(node), body: c.node(body?.name === 'satisfies' ? undefined : body, node), ...spanOf(node) }
  },
  ForExpression: (node, c) => {
    const body = childrenOf(node).at(-1)
    return { kind: 'for', iterators: c.iterators(node), body: c.node(body?.name === 'return' ? undefined : body, node), ...spanOf(node) }
  },
  FilterExpression: (node, c) => {
    const [of, filter] = operands(node)
    return { kind: 'filter', of: c.node(of, node), filter: c.node(filter, node), ...spanOf(node) }
  },
  List: (node, c) => ({ kind: 'list', items: operands(node).map((child) => c.node(child, node)), ...spanOf(node) }),
  SimplePositiveUnaryTest: (node, c) => {
    const parts = childrenOf(node)
    const operator = parts.find((part) => part.name === 'CompareOp')
    if (!operator) return c.node(parts[0], node)
    return { kind: 'test', operator: c.words(operator) as ComparisonOperator, operand: c.node(operands(node)[0], node), ...spanOf(node) }
  },
  Interval: (node, c) => {
    const parts = childrenOf(node)
    const [low, high] = operands(node)
    return { kind: 'range', low: c.node(low, node), high: c.node(high, node), lowClosed: parts[0]?.name === '[', highClosed: parts.at(-1)?.name === ']', ...spanOf(node) }
  },
}

export function convert(top: LezerNode, findings: Findings): SyntaxNode {
  return new Converter(findings).node(top, top)
}
