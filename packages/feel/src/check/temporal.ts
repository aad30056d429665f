/** Written dates and durations: `date("2018-06-30")`, `date(今日.year, 9, 1)`, `duration("P1Y6M")`, `@"2018-06-30"`. */
import { daysInMonth, findPlainDate } from '@bangfu/kernel'
import { node, type Node } from '../tree/node.ts'
import { dateType } from '../types/value-type.ts'
import { durationLimit } from '../types/duration-limit.ts'
import { checkNode } from './values.ts'
import type { Call, CheckContext } from './check-context.ts'

const durationPattern = /^(-?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,7})D)?$/

/** Months or days of an ISO 8601 duration; undefined for anything else, both kinds at once, or a size beyond all calendars. */
function readDuration(text: string): { readonly of: 'months' | 'days'; readonly size: number } | undefined {
  const match = durationPattern.exec(text)
  if (!match) return undefined
  const [, minus, years, months, days] = match
  const hasMonths = years !== undefined || months !== undefined
  if (hasMonths === (days !== undefined)) return undefined
  const of = hasMonths ? 'months' : 'days'
  const size = hasMonths ? Number(years ?? 0) * 12 + Number(months ?? 0) : Number(days)
  return size > durationLimit[of] ? undefined : { of, size: minus && size ? -size : size }
}

function textArgument(call: Call): string | undefined {
  const [only] = call.arguments
  return call.arguments.length === 1 && only?.kind === 'text' ? only.value : undefined
}

function dateLiteral(context: CheckContext, call: Call, text: string): Node | undefined {
  const value = findPlainDate(text)
  return value ? node('literal', call, dateType, { value }) : context.findings.add('feel/bad-date', call)
}

/** date(year, month, day): month and day are written out, so that only the year can be unknown. */
function dateOfParts(context: CheckContext, call: Call): Node | undefined {
  const [yearSyntax, monthSyntax, daySyntax] = call.arguments
  const written = [monthSyntax, daySyntax].map((part) => (part?.kind === 'number' && /^\d{1,2}$/.test(part.text) ? Number(part.text) : 0))
  const [month, day] = written as [number, number]
  if (yearSyntax?.kind === 'number' && /^\d{1,4}$/.test(yearSyntax.text)) {
    return dateLiteral(context, call, `${yearSyntax.text.padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  }
  const year = checkNode(context, yearSyntax!)
  if (!year) return undefined
  const possible = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2001, month)
  if (!possible || year.type.kind !== 'number' || year.type.scale !== 0) return context.findings.add('feel/bad-date', call)
  return node('dateOfParts', call, dateType, { year, month, day })
}

export function checkDate(context: CheckContext, call: Call): Node | undefined {
  if (call.arguments.length === 3) return dateOfParts(context, call)
  const text = textArgument(call)
  return text === undefined ? context.findings.add('feel/bad-date', call) : dateLiteral(context, call, text)
}

export function checkDuration(context: CheckContext, call: Call): Node | undefined {
  const read = readDuration(textArgument(call) ?? '')
  return read ? node('literal', call, { kind: 'duration', of: read.of }, { value: read.size }) : context.findings.add('feel/bad-duration', call)
}

export function checkAt(context: CheckContext, call: Call): Node | undefined {
  const text = textArgument(call) ?? ''
  return /^-?P/.test(text) ? checkDuration(context, call) : dateLiteral(context, call, text)
}
