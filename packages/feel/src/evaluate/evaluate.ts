/** The reference meaning of a typed tree, for one subject. SQL gives the same answers (see the comparison test). */
import { dayNumber, decimal, type Decimal, type PlainDate } from '@bangfu/kernel'
import type { FeelValue } from '../api.ts'
import type { Node, NodeKind, NodeOf } from '../tree/node.ts'
import type { NumberType, ValueType } from '../types/value-type.ts'
import { comparison, compareValues } from './compare-values.ts'
import { bindValue, boundAt, type Environment } from './environment.ts'
import { allOf, anyOf, negation, type Truth } from './kleene.ts'
import { membersOf, type MemberAt } from './members.ts'
import { atScale, calculate, rounded, type MaybeDecimal } from './numbers.ts'
import { readFact, readParameter } from './read-fact.ts'
import { dateOfParts, monthsBetween, shiftDate, timesDuration, withinLimit } from './temporal.ts'

type Evaluator<K extends NodeKind> = (node: NodeOf<K>, environment: Environment) => FeelValue
const scaleOf = (type: ValueType): number => (type as NumberType).scale
const kindOf = (type: ValueType): 'months' | 'days' => (type.kind === 'duration' ? type.of : 'days')

function truth(node: Node, environment: Environment): Truth {
  return evaluate(node, environment) as Truth
}

function between(node: NodeOf<'between'>, environment: Environment): Truth {
  const [value, low, high] = [node.value, node.low, node.high].map((part) => evaluate(part, environment))
  const { type } = node.value
  const open = comparison(node.lowClosed && node.highClosed ? '<=' : '<', type, low, high)
  if (open === false) return false
  return allOf([comparison(node.lowClosed ? '>=' : '>', type, value, low), comparison(node.highClosed ? '<=' : '<', type, value, high)])
}

function choose(node: NodeOf<'if'>, environment: Environment): FeelValue {
  const condition = truth(node.condition, environment)
  if (condition !== undefined) return evaluate(condition ? node.then : node.otherwise, environment)
  const [then, otherwise] = [evaluate(node.then, environment), evaluate(node.otherwise, environment)]
  return then !== undefined && otherwise !== undefined && compareValues(node.type, then, otherwise) === 0 ? then : undefined
}

function contains(list: readonly FeelValue[] | undefined, item: FeelValue, type: ValueType): Truth {
  return list?.length === 0 ? false : list && anyOf(list.map((held) => comparison('=', type, held, item)))
}

function extreme(type: ValueType, operator: 'min' | 'max', values: readonly FeelValue[]): FeelValue {
  if (values.includes(undefined)) return undefined
  const wanted = operator === 'min' ? -1 : 1
  return values.reduce((best, value) => (best === undefined || compareValues(type, value, best) === wanted ? value : best), undefined)
}

function sum(node: NodeOf<'sum'>, environment: Environment): FeelValue {
  const at = membersOf(node.members, environment, evaluate)
  if (!at) return undefined
  let total: MaybeDecimal = decimal(0, scaleOf(node.type))
  for (const member of at) {
    if (member.included === false) continue
    const value = evaluate(node.element, member.environment) as MaybeDecimal
    // A member who may or may not count changes nothing when the amount is 0.
    const counts = member.included ? value : value?.coefficient === 0n ? value : undefined
    total = calculate('+', total, counts, 0)
  }
  return total
}

function extremeOfMembers(node: NodeOf<'extremeOfMembers'>, environment: Environment): FeelValue {
  const at = membersOf(node.members, environment, evaluate)
  if (!at) return undefined
  const valueOf = (member: MemberAt): FeelValue => evaluate(node.element, member.environment)
  const sure = extreme(node.type, node.operator, at.filter((m) => m.included === true).map(valueOf))
  const possible = at.filter((m) => m.included === undefined).map(valueOf)
  if (sure === undefined || possible.length === 0) return sure
  const beyond = extreme(node.type, node.operator, [sure, ...possible])
  return beyond !== undefined && compareValues(node.type, beyond, sure) === 0 ? sure : undefined
}

function quantified(node: NodeOf<'quantified'>, environment: Environment): Truth {
  const at = membersOf(node.members, environment, evaluate)
  if (!at) return undefined
  if (node.quantifier === 'some') return anyOf(at.map((m) => (m.included === false ? false : allOf([m.included, truth(node.body, m.environment)]))))
  return allOf(at.map((m) => (m.included === false ? true : anyOf([negation(m.included), truth(node.body, m.environment)]))))
}

function quantifiedList(node: NodeOf<'quantifiedList'>, environment: Environment): Truth {
  const list = evaluate(node.list, environment) as readonly FeelValue[] | undefined
  const truths = list?.map((value, index) => truth(node.body, bindValue(environment, node.binder, index, value)))
  return truths && (node.quantifier === 'some' ? anyOf(truths) : allOf(truths))
}

function count(node: NodeOf<'count'>, environment: Environment): FeelValue {
  const at = membersOf(node.members, environment, evaluate)
  return !at || at.some((m) => m.included === undefined) ? undefined : decimal(at.filter((m) => m.included).length)
}

const textTests = {
  contains: (text: string, part: string) => text.includes(part),
  'starts with': (text: string, part: string) => text.startsWith(part),
  'ends with': (text: string, part: string) => text.endsWith(part),
}

function absolute(value: FeelValue, negate: boolean): FeelValue {
  if (value === undefined) return undefined
  if (typeof value === 'number') return negate ? (value === 0 ? 0 : -value) : Math.abs(value)
  const { coefficient, scale } = value as Decimal
  return { coefficient: negate || coefficient < 0n ? -coefficient : coefficient, scale }
}

const dateSlices = { year: [0, 4], month: [5, 7], day: [8, 10] } as const
const durationParts = { years: (n: number) => Math.trunc(n / 12), months: (n: number) => n % 12, days: (n: number) => n }

const evaluators: { readonly [K in NodeKind]: Evaluator<K> } = {
  literal: (n) => n.value,
  fact: readFact,
  parameter: readParameter,
  today: (_, e) => e.context.today,
  and: (n, e) => allOf(n.parts.map((part) => truth(part, e))),
  or: (n, e) => anyOf(n.parts.map((part) => truth(part, e))),
  not: (n, e) => negation(truth(n.operand, e)),
  compare: (n, e) => comparison(n.operator, n.left.type, evaluate(n.left, e), evaluate(n.right, e)),
  between,
  oneOf: (n, e) => { const value = evaluate(n.value, e); return anyOf(n.items.map((item) => comparison('=', n.value.type, value, evaluate(item, e)))) },
  listContains: (n, e) => contains(evaluate(n.list, e) as readonly FeelValue[] | undefined, evaluate(n.item, e), n.item.type),
  listSize: (n, e) => { const list = evaluate(n.list, e) as readonly FeelValue[] | undefined; return list && decimal(list.length) },
  list: (n, e) => n.items.map((item) => evaluate(item, e)),
  if: choose,
  known: (n, e) => evaluate(n.operand, e) !== undefined,
  arithmetic: (n, e) => calculate(n.operator, evaluate(n.left, e) as MaybeDecimal, evaluate(n.right, e) as MaybeDecimal, scaleOf(n.type)),
  sign: (n, e) => absolute(evaluate(n.operand, e), n.operator === 'negate'),
  round: (n, e) => rounded(evaluate(n.numerator, e) as MaybeDecimal, n.denominator ? (evaluate(n.denominator, e) as MaybeDecimal) : 'none', n.scale, n.rounding),
  widen: (n, e) => atScale(evaluate(n.operand, e) as MaybeDecimal, scaleOf(n.type)),
  extreme: (n, e) => extreme(n.type, n.operator, n.items.map((item) => evaluate(item, e))),
  quantified,
  quantifiedList,
  item: (n, e) => boundAt(e, n.binder).value,
  count,
  sum,
  extremeOfMembers,
  text: (n, e) => {
    const [text, part] = [evaluate(n.text, e), evaluate(n.part, e)] as (string | undefined)[]
    return part === '' ? true : text === undefined || part === undefined ? undefined : textTests[n.operator](text, part)
  },
  shiftDate: (n, e) => {
    const size = evaluate(n.duration, e) as number | undefined
    return shiftDate(evaluate(n.date, e) as PlainDate | undefined, size === undefined ? undefined : n.backwards ? -size : size, kindOf(n.duration.type))
  },
  daysBetween: (n, e) => {
    const [later, earlier] = [evaluate(n.later, e), evaluate(n.earlier, e)] as (PlainDate | undefined)[]
    return later === undefined || earlier === undefined ? undefined : dayNumber(later) - dayNumber(earlier)
  },
  monthsBetween: (n, e) => {
    const [from, to] = [evaluate(n.from, e), evaluate(n.to, e)] as (PlainDate | undefined)[]
    return from === undefined || to === undefined ? undefined : monthsBetween(from, to)
  },
  datePart: (n, e) => { const date = evaluate(n.date, e) as PlainDate | undefined; return date && decimal(Number(date.slice(...dateSlices[n.part]))) },
  durationPart: (n, e) => { const size = evaluate(n.duration, e) as number | undefined; return size === undefined ? undefined : decimal(durationParts[n.part](size)) },
  dateOfParts: (n, e) => dateOfParts(evaluate(n.year, e) as MaybeDecimal, n.month, n.day),
  addDurations: (n, e) => {
    const [left, right] = [evaluate(n.left, e), evaluate(n.right, e)] as (number | undefined)[]
    return left === undefined || right === undefined ? undefined : withinLimit(n.operator === '+' ? left + right : left - right, kindOf(n.type))
  },
  timesDuration: (n, e) => timesDuration(evaluate(n.duration, e) as number | undefined, evaluate(n.factor, e) as MaybeDecimal, kindOf(n.type)),
}

/** The value of the node; undefined when it is unknown. */
export function evaluate(node: Node, environment: Environment): FeelValue {
  return (evaluators[node.kind] as (n: Node, e: Environment) => FeelValue)(node, environment)
}
