/** What may follow a dot on a value: `.year` of a date, `.months` of a duration. */
import type { Span } from '../syntax/syntax-node.ts'
import { node, type DatePart, type DurationPart, type Node } from '../tree/node.ts'
import { numberType } from '../types/value-type.ts'
import type { CheckContext } from './check-context.ts'
import { nearNames } from './near-names.ts'

const dateParts: Readonly<Record<string, DatePart>> = { year: 'year', month: 'month', day: 'day', 年: 'year', 月: 'month', 日: 'day' }
const monthParts: Readonly<Record<string, DurationPart>> = { years: 'years', months: 'months' }
const dayParts: Readonly<Record<string, DurationPart>> = { days: 'days' }

export function datePartOf(span: Span, date: Node, part: DatePart): Node {
  return node('datePart', span, numberType(part === 'year' ? 4 : 2, 0, 'none'), { part, date })
}

export function checkProperty(context: CheckContext, owner: Node, name: string, whole: Span, nameSpan: Span): Node | undefined {
  const { type } = owner
  if (type.kind === 'date' && Object.hasOwn(dateParts, name)) return datePartOf(whole, owner, dateParts[name]!)
  const parts = type.kind === 'duration' ? (type.of === 'months' ? monthParts : dayParts) : {}
  if (Object.hasOwn(parts, name)) return node('durationPart', whole, numberType(7, 0, 'none'), { part: parts[name]!, duration: owner })
  const known = Object.keys(type.kind === 'date' ? dateParts : parts)
  const near = nearNames(name, known)
  return context.findings.add('feel/unknown-name', nameSpan, { near: (near.length ? near : known).join('、') || '—' })
}
