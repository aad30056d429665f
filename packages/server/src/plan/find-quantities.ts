/** Filters and order of the table of quantities: the page, its counts and its file use this and nothing else. */
import { compareDecimal, findDecimal, type Language } from '@bangfu/kernel'
import type { Quantity, quantitiesExportQuery } from '../contract/index.ts'
import type { z } from 'zod'

export type QuantityFilter = z.output<typeof quantitiesExportQuery>

const isWithin = (clause: string, top: string): boolean => clause === top || clause.startsWith(`${top}.`)

function holds(quantity: Quantity, words: string): boolean {
  const { subject, asked, now, value, unitName, clauses, id, places } = quantity
  const text = [subject.zh, subject.en, asked.zh, asked.en, now.zh, now.en, value ?? '', unitName.zh, unitName.en, id, ...clauses, ...places.flatMap((p) => [p.name, p.code])]
  return text.some((t) => t.toLowerCase().includes(words))
}

type Compare = (a: Quantity, b: Quantity) => number

/** Numbers by value, then what is no number; what has no value at all stays last in either direction. */
function byValue(direction: 1 | -1): Compare {
  return (a, b) => {
    const [x, y] = [a.value === null ? undefined : findDecimal(a.value), b.value === null ? undefined : findDecimal(b.value)]
    if (x && y) return direction * compareDecimal(x, y)
    return x ? -1 : y ? 1 : 0
  }
}

function byUntil(direction: 1 | -1): Compare {
  return (a, b) => (a.until && b.until ? direction * (a.until < b.until ? -1 : a.until > b.until ? 1 : 0) : a.until ? -1 : b.until ? 1 : 0)
}

function orderOf(sort: QuantityFilter['sort'], direction: 1 | -1, language: Language): Compare | undefined {
  if (sort === 'value') return byValue(direction)
  if (sort === 'until') return byUntil(direction)
  if (sort === 'subject') return (a, b) => direction * a.subject[language].localeCompare(b.subject[language], language === 'zh' ? 'zh-CN' : 'en')
  if (sort === 'state') return (a, b) => direction * (a.state < b.state ? -1 : a.state > b.state ? 1 : 0)
  return undefined
}

/** `quantities` in the document's order; equal rows keep it. */
export function findQuantities(quantities: readonly Quantity[], filter: QuantityFilter, language: Language): Quantity[] {
  const words = filter.q?.trim().toLowerCase()
  const found = quantities.filter((q) =>
    (filter.held === undefined || q.held === filter.held) && (filter.state === undefined || q.state === filter.state)
    && (filter.clause === undefined || q.clauses.some((c) => isWithin(c, filter.clause!))) && (!words || holds(q, words)))
  const order = orderOf(filter.sort, filter.direction === 'down' ? -1 : 1, language)
  if (order) return found.sort(order)
  return filter.direction === 'down' ? found.reverse() : found
}

export function countBy(quantities: readonly Quantity[], key: 'held' | 'state'): { key: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const q of quantities) counts.set(q[key], (counts.get(q[key]) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ key: name, count }))
}
