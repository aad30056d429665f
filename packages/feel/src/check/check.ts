/** From syntax to its meaning: one entry per kind of syntax. Undefined where a problem was noted; the others go on. */
import { findDecimal, decimal } from '@bangfu/kernel'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { node, type Node } from '../tree/node.ts'
import { booleanType, mostDigits, numberType, textType } from '../types/value-type.ts'
import { checkArithmetic, checkNegation } from './arithmetic.ts'
import { checkCall } from './calls.ts'
import type { CheckContext } from './check-context.ts'
import { checkBetween, checkComparison, checkIn } from './comparison.ts'
import { checkFor, checkFilter, checkQuantified } from './members.ts'
import { matchAll } from './match.ts'
import { checkBoolean, checkNode } from './values.ts'
import type { Meaning } from './meaning.ts'
import { resolveField, resolveName, resolveParameter } from './names.ts'
import { checkProperty } from './properties.ts'

type Of<K extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: K }>
const value = (made: Node | undefined): Meaning | undefined => (made ? { kind: 'node', node: made } : undefined)

function checkNumber(context: CheckContext, syntax: Of<'number'>): Node | undefined {
  const read = findDecimal(syntax.text)
  const digits = read ? (read.coefficient < 0n ? -read.coefficient : read.coefficient).toString().length : 0
  if (!read || digits > mostDigits || read.scale > mostDigits) return context.findings.add('feel/bad-number', syntax, { limit: mostDigits })
  return node('literal', syntax, numberType(digits, read.scale, 'any'), { value: decimal(read.coefficient, read.scale) })
}

function checkPath(context: CheckContext, syntax: Of<'path'>): Meaning | undefined {
  const owner = context.resolve(context, syntax.of)
  if (!owner) return undefined
  const whole = { start: syntax.start, end: syntax.end }
  const name = { ...syntax.nameSpan }
  switch (owner.kind) {
    case 'entity': return spread(resolveField(context, owner, syntax.name, name), whole)
    case 'parameters': return spread(resolveParameter(context, syntax.name, name), whole)
    case 'members': {
      const field = resolveField(context, { kind: 'entity', entity: 'person', path: 'members', binder: owner.members.binder }, syntax.name, name)
      return field?.kind === 'node' ? { kind: 'mapped', members: owner.members, element: field.node } : undefined
    }
    case 'node': return value(checkProperty(context, owner.node, syntax.name, whole, name))
    case 'mapped': return context.findings.add('feel/not-supported', name, { what: `.${syntax.name}` })
  }
}

/** The name alone was at fault, but the whole path is what an explanation shows. */
function spread(meaning: Meaning | undefined, span: { start: number; end: number }): Meaning | undefined {
  return meaning?.kind === 'node' ? { kind: 'node', node: { ...meaning.node, ...span } } : meaning
}

function checkIf(context: CheckContext, syntax: Of<'if'>): Node | undefined {
  const condition = checkBoolean(context, syntax.condition)
  const [then, otherwise] = [checkNode(context, syntax.then), checkNode(context, syntax.otherwise)]
  if (!condition || !then || !otherwise) return undefined
  const matched = matchAll(context, syntax, [then, otherwise])
  if (!matched) return undefined
  return node('if', syntax, matched.type, { condition, then: matched.nodes[0]!, otherwise: matched.nodes[1]! })
}

function checkList(context: CheckContext, syntax: Of<'list'>): Node | undefined {
  const items = syntax.items.map((item) => checkNode(context, item))
  if (items.length === 0) return context.findings.add('feel/not-supported', syntax, { what: '[]' })
  if (items.some((item) => item === undefined)) return undefined
  const matched = matchAll(context, syntax, items as Node[])
  return matched ? node('list', syntax, { kind: 'list', of: matched.type }, { items: matched.nodes }) : undefined
}

function checkLogic(context: CheckContext, syntax: Of<'logic'>): Node | undefined {
  const parts = syntax.parts.map((part) => checkBoolean(context, part))
  return parts.some((part) => part === undefined) ? undefined : node(syntax.operator, syntax, booleanType, { parts: parts as Node[] })
}

const refuse = (what: string) => (context: CheckContext, syntax: SyntaxNode): undefined => context.findings.add('feel/not-supported', syntax, { what })

const checks: { readonly [K in SyntaxNode['kind']]: (context: CheckContext, syntax: Of<K>) => Meaning | undefined } = {
  number: (c, s) => value(checkNumber(c, s)),
  text: (_, s) => value(node('literal', s, textType, { value: s.value })),
  boolean: (_, s) => value(node('literal', s, booleanType, { value: s.value })),
  null: (c, s) => c.findings.add('feel/null-literal', s),
  name: (c, s) => resolveName(c, s.name, s),
  path: checkPath,
  call: (c, s) => value(checkCall(c, s)),
  arithmetic: (c, s) => value(checkArithmetic(c, s)),
  negate: (c, s) => value(checkNegation(c, s)),
  comparison: (c, s) => value(checkComparison(c, s)),
  between: (c, s) => value(checkBetween(c, s)),
  in: (c, s) => value(checkIn(c, s)),
  logic: (c, s) => value(checkLogic(c, s)),
  if: (c, s) => value(checkIf(c, s)),
  quantified: (c, s) => value(checkQuantified(c, s)),
  for: (c, s) => checkFor(c, s),
  filter: (c, s) => checkFilter(c, s),
  list: (c, s) => value(checkList(c, s)),
  range: refuse('[a..b]'),
  test: (c, s) => refuse(s.operator)(c, s),
  unsupported: (c, s) => c.findings.add('feel/not-supported', s, { what: s.what }),
  broken: () => undefined,
}

/** What the syntax stands for; undefined (and noted) when it stands for nothing. */
export function resolve(context: CheckContext, syntax: SyntaxNode): Meaning | undefined {
  return (checks[syntax.kind] as (c: CheckContext, s: SyntaxNode) => Meaning | undefined)(context, syntax)
}
