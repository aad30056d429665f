/**
 * The typed tree: what a checked rule means, every name resolved and every type known. Immutable. Both back ends, the
 * explanation and the questions read it; each has one entry per kind in a table keyed by `NodeKind`, so a forgotten kind does not compile.
 */
import type { Rounding } from '@bangfu/kernel'
import type { FactRef, FeelValue } from '../api.ts'
import type { ComparisonOperator, Span } from '../syntax/syntax-node.ts'
import type { ValueType } from '../types/value-type.ts'

/** The members that a quantifier or an aggregate goes over. `binder` names the member at hand; `filter` may be unknown for some. */
export interface Members {
  readonly binder: number
  readonly filter?: Node
}

export type DatePart = 'year' | 'month' | 'day'
export type DurationPart = 'years' | 'months' | 'days'

export interface Shapes {
  literal: { readonly value: Exclude<FeelValue, undefined> }
  fact: { readonly fact: FactRef; readonly binder?: number }
  parameter: { readonly id: string }
  today: object
  and: { readonly parts: readonly Node[] }
  or: { readonly parts: readonly Node[] }
  not: { readonly operand: Node }
  compare: { readonly operator: ComparisonOperator; readonly left: Node; readonly right: Node }
  /** Low to high; nothing lies between reversed bounds, whatever the value. */
  between: { readonly value: Node; readonly low: Node; readonly high: Node; readonly lowClosed: boolean; readonly highClosed: boolean }
  oneOf: { readonly value: Node; readonly items: readonly Node[] }
  listContains: { readonly list: Node; readonly item: Node }
  listSize: { readonly list: Node }
  list: { readonly items: readonly Node[] }
  if: { readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  known: { readonly operand: Node }
  arithmetic: { readonly operator: '+' | '-' | '*'; readonly left: Node; readonly right: Node }
  sign: { readonly operator: 'negate' | 'absolute'; readonly operand: Node }
  /** numerator / denominator to the scale; without a denominator, the numerator alone. */
  round: { readonly numerator: Node; readonly denominator?: Node; readonly scale: number; readonly rounding: Rounding }
  /** The same number with more digits after the point. */
  widen: { readonly operand: Node }
  extreme: { readonly operator: 'min' | 'max'; readonly items: readonly Node[] }
  quantified: { readonly quantifier: 'some' | 'every'; readonly members: Members; readonly body: Node }
  /** Over the entries of a list that a fact or a parameter holds; the body has no members in it (SQL allows no sub-query there). */
  quantifiedList: { readonly quantifier: 'some' | 'every'; readonly binder: number; readonly list: Node; readonly body: Node }
  /** The entry that the binder stands at. */
  item: { readonly binder: number }
  count: { readonly members: Members }
  sum: { readonly members: Members; readonly element: Node }
  extremeOfMembers: { readonly operator: 'min' | 'max'; readonly members: Members; readonly element: Node }
  text: { readonly operator: 'contains' | 'starts with' | 'ends with'; readonly text: Node; readonly part: Node }
  /** A date some months or days (by the duration's type) later. */
  shiftDate: { readonly date: Node; readonly duration: Node; readonly backwards: boolean }
  daysBetween: { readonly later: Node; readonly earlier: Node }
  monthsBetween: { readonly from: Node; readonly to: Node }
  datePart: { readonly part: DatePart; readonly date: Node }
  durationPart: { readonly part: DurationPart; readonly duration: Node }
  dateOfParts: { readonly year: Node; readonly month: number; readonly day: number }
  addDurations: { readonly operator: '+' | '-'; readonly left: Node; readonly right: Node }
  timesDuration: { readonly duration: Node; readonly factor: Node }
}

export type NodeKind = keyof Shapes
export type NodeOf<K extends NodeKind> = Shapes[K] & Span & { readonly kind: K; readonly type: ValueType }
export type Node = { [K in NodeKind]: NodeOf<K> }[NodeKind]

/** A node with its place and type; frozen. */
export function node<K extends NodeKind>(kind: K, span: Span, type: ValueType, shape: Shapes[K]): NodeOf<K> {
  return Object.freeze({ kind, start: span.start, end: span.end, type, ...shape }) as NodeOf<K>
}
