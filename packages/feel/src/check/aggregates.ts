/** count, sum, min and max, over members, over a list that a fact holds, or over values written one after another. */
import { decimal } from '@bangfu/kernel'
import { node, type Node } from '../tree/node.ts'
import { memberDigits, numberType, typeName, type ValueType } from '../types/value-type.ts'
import { isNumber, sumOf, type NumberNode } from './arithmetic.ts'
import { checkNode } from './values.ts'
import type { Call, CheckContext } from './check-context.ts'
import { fits, matchAll } from './match.ts'
import type { Meaning } from './meaning.ts'

type Operator = 'sum' | 'min' | 'max'
const comparable = new Set<ValueType['kind']>(['number', 'date', 'duration'])

export function checkCount(context: CheckContext, call: Call): Node | undefined {
  const [argument] = call.arguments
  const meaning = context.resolve(context, argument!)
  if (!meaning) return undefined
  if (meaning.kind === 'members' || meaning.kind === 'mapped') return node('count', call, numberType(memberDigits, 0, 'person'), { members: meaning.members })
  if (meaning.kind === 'node' && meaning.node.kind === 'list') {
    const size = meaning.node.items.length
    return node('literal', call, numberType(memberDigits, 0, 'count'), { value: decimal(size) })
  }
  if (meaning.kind === 'node' && meaning.node.type.kind === 'list') return node('listSize', call, numberType(memberDigits, 0, 'count'), { list: meaning.node })
  return wrongUse(context, call)
}

function wrongUse(context: CheckContext, call: Call): undefined {
  return context.findings.add('feel/wrong-arguments', call, { usage: call.name === 'count' ? 'count(成员[…])' : `${call.name}(成员.…)` })
}

function wrongElement(context: CheckContext, call: Call, type: ValueType): undefined {
  return context.findings.add('feel/wrong-type', call, { want: typeName(numberType(1, 0, 'none')), have: typeName(type) })
}

function overMembers(context: CheckContext, call: Call, operator: Operator, { members, element }: Extract<Meaning, { kind: 'mapped' }>): Node | undefined {
  if (operator !== 'sum') {
    return comparable.has(element.type.kind) ? node('extremeOfMembers', call, element.type, { operator, members, element }) : wrongElement(context, call, element.type)
  }
  if (!isNumber(element)) return wrongElement(context, call, element.type)
  const digits = element.type.digits + memberDigits
  return fits(context, call, digits) ? node('sum', call, numberType(digits, element.type.scale, element.type.unit), { members, element }) : undefined
}

function addUp(context: CheckContext, call: Call, items: readonly Node[]): Node | undefined {
  const wrong = items.find((item) => !isNumber(item))
  if (wrong) return wrongElement(context, call, wrong.type)
  const [first, ...rest] = items as readonly NumberNode[]
  let total: NumberNode | undefined = first
  for (const item of rest) total = total && sumOf(context, call, '+', total, item)
  return total
}

export function checkAggregate(context: CheckContext, call: Call, operator: Operator): Node | undefined {
  const single = call.arguments.length === 1 ? call.arguments[0] : undefined
  const meaning = single && context.resolve(context, single)
  if (single && !meaning) return undefined
  if (meaning?.kind === 'mapped') return overMembers(context, call, operator, meaning)
  if (meaning && meaning.kind !== 'node') return wrongUse(context, call)
  if (meaning && meaning.node.kind !== 'list') return wrongUse(context, call)
  const items = meaning ? (meaning.node as Node & { kind: 'list' }).items : call.arguments.map((argument) => checkNode(context, argument))
  if (items.some((item) => item === undefined)) return undefined
  if (operator === 'sum') return addUp(context, call, items as Node[])
  const matched = matchAll(context, call, items as Node[])
  if (!matched) return undefined
  return comparable.has(matched.type.kind) ? node('extreme', call, matched.type, { operator, items: matched.nodes }) : wrongElement(context, call, matched.type)
}
