/** Function calls, by name. One entry per function; its usage line is what a wrong call is answered with. */
import type { Rounding } from '@bangfu/kernel'
import { node, type Node } from '../tree/node.ts'
import { booleanType } from '../types/value-type.ts'
import { checkAggregate, checkCount } from './aggregates.ts'
import { isNumber } from './arithmetic.ts'
import { checkBoolean, checkKind, checkNode } from './values.ts'
import type { Call, CheckContext } from './check-context.ts'
import { listContains } from './comparison.ts'
import { nearNames } from './near-names.ts'
import { datePartOf } from './properties.ts'
import { checkRounding } from './rational.ts'
import { checkDate, checkDuration, checkAt } from './temporal.ts'

type Check = (context: CheckContext, call: Call) => Node | undefined
interface FunctionRule { readonly usage: string; readonly least: number; readonly most: number; readonly check: Check }

const mostDecimals = 10

function rounding(mode: Rounding, usage: string, scaleNeeded: boolean): FunctionRule {
  const check: Check = (context, call) => {
    const [value, scale] = call.arguments
    const places = scale === undefined ? 0 : scale.kind === 'number' && /^\d{1,2}$/.test(scale.text) ? Number(scale.text) : undefined
    if (places === undefined || places > mostDecimals) return context.findings.add('feel/bad-scale', scale!, { limit: mostDecimals })
    return checkRounding(context, call, value!, places, mode)
  }
  return { usage, least: scaleNeeded ? 2 : 1, most: 2, check }
}

function textTest(operator: 'contains' | 'starts with' | 'ends with', usage: string): FunctionRule {
  const check: Check = (context, call) => {
    const [text, part] = call.arguments.map((argument) => checkKind(context, argument, 'text'))
    if (!text || !part) return undefined
    // Every text contains the empty one, even an unknown text: such a test says nothing.
    if (part.kind === 'literal' && part.value === '') return context.findings.add('feel/wrong-arguments', call, { usage })
    return node('text', call, booleanType, { operator, text, part })
  }
  return { usage, least: 2, most: 2, check }
}

function datePart(part: 'year' | 'month' | 'day'): FunctionRule {
  return { usage: `${part}(日期)`, least: 1, most: 1, check: (c, call) => { const date = checkKind(c, call.arguments[0]!, 'date'); return date && datePartOf(call, date, part) } }
}

const checkAbsolute: Check = (context, call) => {
  const operand = checkNode(context, call.arguments[0]!)
  if (!operand) return undefined
  if (!isNumber(operand) && operand.type.kind !== 'duration') return context.findings.add('feel/wrong-arguments', call, { usage: functions['abs']!.usage })
  return node('sign', call, operand.type, { operator: 'absolute', operand })
}

const checkListContains: Check = (context, call) => {
  const [list, item] = call.arguments.map((argument) => checkNode(context, argument))
  if (!list || !item) return undefined
  if (list.type.kind !== 'list') return context.findings.add('feel/wrong-arguments', call, { usage: functions['list contains']!.usage })
  return listContains(context, call, list, item)
}

const checkMonthsBetween: Check = (context, call) => {
  const [from, to] = call.arguments.map((argument) => checkKind(context, argument, 'date'))
  return from && to && node('monthsBetween', call, { kind: 'duration', of: 'months' }, { from, to })
}

const many = Number.POSITIVE_INFINITY
export const functions: Readonly<Record<string, FunctionRule>> = {
  not: { usage: 'not(条件)', least: 1, most: 1, check: (c, call) => { const operand = checkBoolean(c, call.arguments[0]!); return operand && node('not', call, booleanType, { operand }) } },
  known: { usage: 'known(名称)', least: 1, most: 1, check: (c, call) => { const operand = checkNode(c, call.arguments[0]!); return operand && node('known', call, booleanType, { operand }) } },
  count: { usage: 'count(成员[条件]) 或 count(列表)', least: 1, most: 1, check: checkCount },
  sum: { usage: 'sum(成员.项目) 或 sum(a, b)', least: 1, most: many, check: (c, call) => checkAggregate(c, call, 'sum') },
  min: { usage: 'min(成员.项目) 或 min(a, b)', least: 1, most: many, check: (c, call) => checkAggregate(c, call, 'min') },
  max: { usage: 'max(成员.项目) 或 max(a, b)', least: 1, most: many, check: (c, call) => checkAggregate(c, call, 'max') },
  abs: { usage: 'abs(数)', least: 1, most: 1, check: checkAbsolute },
  'list contains': { usage: 'list contains(列表, 值)', least: 2, most: 2, check: checkListContains },
  contains: textTest('contains', 'contains(文字, "部分")'),
  'starts with': textTest('starts with', 'starts with(文字, "开头")'),
  'ends with': textTest('ends with', 'ends with(文字, "结尾")'),
  decimal: rounding('half-even', 'decimal(数, 小数位数)', true),
  'round half up': rounding('half-up', 'round half up(数, 小数位数)', true),
  'round half down': rounding('half-down', 'round half down(数, 小数位数)', true),
  'round up': rounding('up', 'round up(数, 小数位数)', true),
  'round down': rounding('down', 'round down(数, 小数位数)', true),
  floor: rounding('floor', 'floor(数) 或 floor(数, 小数位数)', false),
  ceiling: rounding('ceiling', 'ceiling(数) 或 ceiling(数, 小数位数)', false),
  date: { usage: 'date("2018-06-30") 或 date(年, 月, 日)', least: 1, most: 3, check: checkDate },
  duration: { usage: 'duration("P1Y6M") 或 duration("P30D")', least: 1, most: 1, check: checkDuration },
  '@': { usage: '@"2018-06-30"', least: 1, most: 1, check: checkAt },
  year: datePart('year'),
  month: datePart('month'),
  day: datePart('day'),
  'years and months duration': { usage: 'years and months duration(从, 到)', least: 2, most: 2, check: checkMonthsBetween },
}

export function checkCall(context: CheckContext, call: Call): Node | undefined {
  const rule = Object.hasOwn(functions, call.name) ? functions[call.name]! : undefined
  if (!rule) {
    // Arguments are still read for their own problems.
    for (const argument of call.arguments) context.resolve(context, argument)
    const near = nearNames(call.name, Object.keys(functions))
    return context.findings.add('feel/unknown-function', call.nameSpan, { near: (near.length ? near : Object.keys(functions).filter((n) => n !== '@')).join('、') })
  }
  const { length } = call.arguments
  if (length < rule.least || length > rule.most) return context.findings.add('feel/wrong-arguments', call, { usage: rule.usage })
  return rule.check(context, call)
}

