/** The nodes directly below a node, in the order of the rule; those of members stand under their binder. */
import type { Members, Node, NodeKind, NodeOf } from './node.ts'

const ofMembers = (members: Members, ...rest: Node[]): readonly Node[] => (members.filter ? [members.filter, ...rest] : rest)

const children: { readonly [K in NodeKind]: (node: NodeOf<K>) => readonly Node[] } = {
  literal: () => [],
  fact: () => [],
  parameter: () => [],
  today: () => [],
  and: (n) => n.parts,
  or: (n) => n.parts,
  not: (n) => [n.operand],
  compare: (n) => [n.left, n.right],
  between: (n) => [n.value, n.low, n.high],
  oneOf: (n) => [n.value, ...n.items],
  listContains: (n) => [n.list, n.item],
  listSize: (n) => [n.list],
  list: (n) => n.items,
  if: (n) => [n.condition, n.then, n.otherwise],
  known: (n) => [n.operand],
  arithmetic: (n) => [n.left, n.right],
  sign: (n) => [n.operand],
  round: (n) => (n.denominator ? [n.numerator, n.denominator] : [n.numerator]),
  widen: (n) => [n.operand],
  extreme: (n) => n.items,
  quantified: (n) => ofMembers(n.members, n.body),
  quantifiedList: (n) => [n.list, n.body],
  item: () => [],
  count: (n) => ofMembers(n.members),
  sum: (n) => ofMembers(n.members, n.element),
  extremeOfMembers: (n) => ofMembers(n.members, n.element),
  text: (n) => [n.text, n.part],
  shiftDate: (n) => [n.date, n.duration],
  daysBetween: (n) => [n.later, n.earlier],
  monthsBetween: (n) => [n.from, n.to],
  datePart: (n) => [n.date],
  durationPart: (n) => [n.duration],
  dateOfParts: (n) => [n.year],
  addDurations: (n) => [n.left, n.right],
  timesDuration: (n) => [n.duration, n.factor],
}

export function childrenOf(node: Node): readonly Node[] {
  return (children[node.kind] as (n: Node) => readonly Node[])(node)
}

/** The node and everything below it, each before its children. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}
