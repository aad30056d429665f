/** Turns a reading into proposed items of a draft: every clause, target, duty, citation, amount, body and unread passage with its span. Invents no words. */
import type { PlanReading, Span } from '../read/reading.ts'
import { bodyLevel, isBodyClass } from './body-level.ts'
import type { DraftFields, DraftItem, DraftKind, DraftProposal } from './draft-item.ts'

type Loose = Omit<DraftItem, 'id'>

/** Decimal text of a number as read: 0.1 stays 0.1, 4.5e7 becomes 45000000. */
function decimalText(value: number): string {
  const text = String(value)
  return /e/i.test(text) ? BigInt(Math.round(value)).toString() : text
}

export function valueFields(value: number | readonly [number, number] | null): { value: string | null; to: string | null } {
  if (value === null) return { value: null, to: null }
  return typeof value === 'number' ? { value: decimalText(value), to: null } : { value: decimalText(value[0]), to: decimalText(value[1]) }
}

/** Innermost clause that holds the place; clauses are in the document's order. */
export function clauseAt(clauses: PlanReading['clauses'], start: number): string | null {
  let found: string | null = null
  for (const clause of clauses) {
    if (clause.numberStart > start) break
    if (start < Math.max(clause.end, clause.start + 1)) found = clause.id
  }
  return found
}

const loose = (kind: DraftKind, clause: string | null, { start, end }: Span, fields: DraftFields): Loose => ({ kind, clause, start, end, fields })

/** Each body once, where it is first given a duty. */
function organisations(reading: PlanReading): Loose[] {
  const first = new Map<string, PlanReading['duties'][number]>()
  for (const duty of reading.duties) if (!first.has(duty.organisation)) first.set(duty.organisation, duty)
  return [...first].map(([name, duty]) => loose('organisation', clauseAt(reading.clauses, duty.start), duty, {
    name, form: isBodyClass(name) ? 'class' : 'organisation', level: bodyLevel(name, reading.document.title), en: null,
  }))
}

function clauses(reading: PlanReading): Loose[] {
  return reading.clauses.map((c) => loose('clause', c.id, { start: c.start, end: Math.max(c.ownEnd, c.start) }, {
    number: c.id, parent: c.parent, heading: c.heading, title: null, titleEn: null, summary: null, summaryEn: null,
  }))
}

/** The id of an item is its kind, its clause and its place among its like there; a number printed twice gets a further place. */
function withIds(items: readonly Loose[]): DraftItem[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const stem = `${item.kind}:${item.clause ?? '-'}`
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    return { id: `${stem}:${count}`, ...item }
  })
}

/** Items in the document's order. `steppedOver` as the opened document gives it. */
export function proposeItems(reading: PlanReading, steppedOver: readonly Span[] = []): DraftProposal {
  const at = (span: Span) => clauseAt(reading.clauses, span.start)
  const items: Loose[] = [
    ...clauses(reading),
    ...reading.targets.map((t) => loose('target', t.clause, t, { subject: t.subject, subjectEn: null, operator: t.operator, ...valueFields(t.value), unit: t.unit, from: t.from, until: t.until, place: t.place })),
    ...reading.duties.map((d) => loose('duty', at(d), d, { role: d.role, organisation: d.organisation, body: d.body, clauses: [...d.clauses] })),
    ...reading.citations.map((c) => loose('citation', c.clause, c, { number: c.number, title: c.title })),
    ...reading.amounts.map((a) => loose('amount', a.clause, a, { operator: a.operator, ...valueFields(a.value), unit: a.unit, name: null })),
    ...organisations(reading),
    ...reading.unread.map((u) => loose('unread', at(u), u, { reason: u.reason })),
  ]
  return { document: reading.document, items: withIds(items.sort((a, b) => a.start - b.start || b.end - a.end)), steppedOver: steppedOver.map(({ start, end }) => ({ start, end })) }
}
