/** What goes over the members of a household: `some`, `every`, `for`, and the filter in brackets; `some` and `every` also over a written list. */
import type { SyntaxIterator, SyntaxNode } from '../syntax/syntax-node.ts'
import { node, type Members, type Node } from '../tree/node.ts'
import { walk } from '../tree/children.ts'
import { booleanType, type ScalarType } from '../types/value-type.ts'
import { checkBoolean, checkNode } from './values.ts'
import { withLocal, type CheckContext } from './check-context.ts'
import type { Meaning } from './meaning.ts'
import { checkFreshName } from './names.ts'

type Of<K extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: K }>

/** `成员[filter]`; a second filter joins the first by `and`. */
export function checkFilter(context: CheckContext, syntax: Of<'filter'>): Meaning | undefined {
  const of = context.resolve(context, syntax.of)
  if (!of) return undefined
  if (of.kind !== 'members') return context.findings.add('feel/not-supported', syntax, { what: '[…]' })
  const added = checkBoolean(withLocal(context, { kind: 'item', binder: of.members.binder }), syntax.filter)
  if (!added) return undefined
  const { binder, filter } = of.members
  return { kind: 'members', members: { binder, filter: filter ? node('and', added, booleanType, { parts: [filter, added] }) : added } }
}

/** The members that an iterator goes over, and the context in which its name is known. */
function iterate(context: CheckContext, iterator: SyntaxIterator, over: Meaning): { readonly members: Members; readonly inside: CheckContext } | undefined {
  checkFreshName(context, iterator.name, { start: iterator.start, end: iterator.start + iterator.name.length })
  if (over.kind !== 'members') return context.findings.add('feel/not-supported', iterator.over, { what: context.findings.source.slice(iterator.over.start, iterator.over.end) })
  return { members: over.members, inside: withLocal(context, { kind: 'member', name: iterator.name, binder: over.members.binder }) }
}

export function checkFor(context: CheckContext, syntax: Of<'for'>): Meaning | undefined {
  const [iterator, second] = syntax.iterators
  if (!iterator) return undefined
  if (second) return context.findings.add('feel/not-supported', second, { what: 'for … , …' })
  const over = context.resolve(context, iterator.over)
  const found = over && iterate(context, iterator, over)
  const element = found && checkNode(found.inside, syntax.body)
  return found && element ? { kind: 'mapped', members: found.members, element } : undefined
}

/** Over a written list the body is taken once for each value. */
function unrolled(context: CheckContext, syntax: Of<'quantified'>, iterator: SyntaxIterator, rest: readonly SyntaxIterator[], list: Node & { kind: 'list' }): Node | undefined {
  checkFreshName(context, iterator.name, { start: iterator.start, end: iterator.start + iterator.name.length })
  const parts = list.items.map((item) => quantify(withLocal(context, { kind: 'value', name: iterator.name, node: item }), syntax, rest))
  if (parts.some((part) => part === undefined)) return undefined
  return node(syntax.quantifier === 'some' ? 'or' : 'and', syntax, booleanType, { parts: parts as Node[] })
}

function quantify(context: CheckContext, syntax: Of<'quantified'>, iterators: readonly SyntaxIterator[]): Node | undefined {
  const [iterator, ...rest] = iterators
  if (!iterator) return checkBoolean(context, syntax.body)
  if (iterator.over.kind === 'list') {
    const list = checkNode(context, iterator.over)
    return list?.kind === 'list' ? unrolled(context, syntax, iterator, rest, list) : undefined
  }
  const over = context.resolve(context, iterator.over)
  if (over?.kind === 'node' && over.node.type.kind === 'list') return overList(context, syntax, iterator, rest, over.node, over.node.type.of)
  const found = over && iterate(context, iterator, over)
  const body = found && quantify(found.inside, syntax, rest)
  return found && body && node('quantified', syntax, booleanType, { quantifier: syntax.quantifier, members: found.members, body })
}

const goesOverMembers = new Set<Node['kind']>(['quantified', 'count', 'sum', 'extremeOfMembers'])

/** Over the entries that a fact or a parameter holds. */
function overList(context: CheckContext, syntax: Of<'quantified'>, iterator: SyntaxIterator, rest: readonly SyntaxIterator[], list: Node, type: ScalarType): Node | undefined {
  checkFreshName(context, iterator.name, { start: iterator.start, end: iterator.start + iterator.name.length })
  const binder = context.newBinder()
  const entry = node('item', iterator, type, { binder })
  const body = quantify(withLocal(context, { kind: 'value', name: iterator.name, node: entry }), syntax, rest)
  // DuckDB resolves nothing of the outer query in a lambda that stands inside a sub-query over members: there, only written values.
  const amongMembers = context.locals.some((local) => local.kind !== 'value')
  const inside = body && [...walk(body)].find((part) => goesOverMembers.has(part.kind) || (amongMembers && (part.kind === 'fact' || part.kind === 'parameter')))
  if (inside) return context.findings.add('feel/not-supported', inside, { what: context.findings.source.slice(inside.start, inside.end) })
  return body && node('quantifiedList', syntax, booleanType, { quantifier: syntax.quantifier, binder, list, body })
}

export function checkQuantified(context: CheckContext, syntax: Of<'quantified'>): Node | undefined {
  return syntax.iterators.length === 0 ? undefined : quantify(context, syntax, syntax.iterators)
}
