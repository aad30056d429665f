/** Reads a plan document: text in, clauses, duties, citations, targets and amounts out. Decides nothing; what it cannot read it lists as unread. */
import { sha256Hex } from '@bangfu/kernel'
import { findFileRecord } from '../document/file-record.ts'
import { openText } from '../document/open-text.ts'
import type { OpenedDocument } from '../document/opened-document.ts'
import { findCitations, type Citation } from './citations.ts'
import { findClauses, type Clause } from './clause-tree.ts'
import { decodePlanText, refuseForeignText } from './decode-text.ts'
import { readFrame, type DocumentFrame } from './document-frame.ts'
import { findDates } from './dates.ts'
import { DutyScope } from './duty-scope.ts'
import { findDuties } from './duties.ts'
import { makeFlow, sourceSpan, type Flow } from './flow.ts'
import { findParagraphs, type Paragraph } from './paragraphs.ts'
import type { PlanReading, ReadClause } from './reading.ts'
import { findSeriesProblems } from './series-problems.ts'
import { findTableFigures } from './tables/figure-targets.ts'
import { closeBefore, findSecondDocuments, tellApart } from './second-documents.ts'
import { joinMergedDuties } from './tables/joined-duties.ts'
import { makeTables } from './tables/make-tables.ts'
import { addTableClauses } from './tables/table-clauses.ts'
import { findTimeLimits } from './time-limits.ts'
import { findTargets, type PlanYears } from './targets.ts'
import { findUnread } from './unread.ts'

/** The text of each clause by paragraph, numbers left out. */
function clausePieces(paragraphs: readonly Paragraph[], scope: DutyScope, bodyEnd: number): { clause: Clause; text: string; start: number; opensParagraph: boolean }[] {
  return paragraphs.filter((p) => p.kind === 'text' && p.start < bodyEnd).flatMap((paragraph) =>
    scope.pieces(paragraph.start, paragraph.text).flatMap((piece, index) => {
      const clause = scope.find(piece.start)
      return clause ? [{ clause, ...piece, opensParagraph: index === 0 }] : []
    }))
}

/** Sentences in front of the first clause; lines without a stop are titles and heads. */
function prefacePieces(paragraphs: readonly Paragraph[], end: number): { clause: null; text: string; start: number; opensParagraph: boolean }[] {
  return paragraphs.filter((p) => p.kind === 'text' && p.end <= end && /[。;]/.test(p.text)).map(({ text, start }) => ({ clause: null, text, start, opensParagraph: true }))
}

/** 以下目标除注明年份外,均为2030年目标. */
const saidForAll = /(?:除(?:特别)?注明[^,。\n]{0,10}外|未(?:特别)?注明[^,。\n]{0,10}的?),?(?:均|都)?[^,。\n\d]{0,10}((?:19|20)\d\d)年/

/** First year of the plan: of the span in its title, else of its issue; and the years of the whole. Documents that the title names bring none. */
function planYears({ title, issued, number }: DocumentFrame, flow: string, recorded: string | null): PlanYears {
  const own = title.replace(/(?<!印发|下发|公布|转发|发布)《[^《》]*》(?=.)/g, '')
  const years = own.match(/(?:19|20)\d\d(?=年|[-~至])/g) ?? []
  const titleYear = years.length === 1 ? years[0]! : null
  const span = findDates(own, null).find((d) => d.from !== null && d.until !== null)
  const said = saidForAll.exec(flow)?.[1]
  const whole = said !== undefined ? { from: null, until: said } : titleYear !== null ? { from: null, until: titleYear } : span ? { from: span.from, until: span.until } : null
  const year = titleYear ?? issued?.slice(0, 4) ?? /[〔[(](\d{4})[〕\])]/.exec(number ?? '')?.[1] ?? recorded?.slice(0, 4) ?? null
  // 年底 in a plan of one winter, 2023-2024年: of its first year.
  return { startYear: years[0] ?? issued?.slice(0, 4) ?? null, whole, documentYear: year ?? (years.length === 2 && Number(years[1]) - Number(years[0]) === 1 ? years[0]! : null) }
}

function readClause(flow: Flow, clause: Clause): ReadClause {
  const { start, end } = sourceSpan(flow, clause.start, Math.max(clause.start, clause.end))
  const ownEnd = sourceSpan(flow, clause.start, Math.max(clause.start, clause.ownEnd)).end
  return {
    id: clause.id, parent: clause.parent?.id ?? null, heading: clause.heading, start, end: clause.sourceEnd ?? end,
    numberStart: flow.origin[clause.marker.at]!, ownEnd: clause.sourceEnd !== undefined && clause.ownEnd >= clause.end ? clause.sourceEnd : ownEnd,
  }
}

/** A title with the dashes and brackets that its document prints; the flow holds them in one width. */
function printedTitle(flow: Flow, source: string, { titleAt, title }: Citation): string {
  return [...title!].map((ch, i) => (ch === ' ' ? ch : source[flow.origin[titleAt + i]!]!)).join('')
}

/** A body with the quotation marks that its document prints: 村"两委". */
function printedQuotes(flow: Flow, source: string, { body, start }: { readonly body: string; readonly start: number }): string {
  return body.replace(/[“”]/g, (mark, i: number) => (flow.text[start + i] === mark ? source[flow.origin[start + i]!]! : mark))
}

function readFlow(flow: Flow, opened: OpenedDocument): PlanReading {
  const { text } = opened
  const printed = findParagraphs(flow.text)
  const others = findSecondDocuments(printed)
  const paragraphs = closeBefore(printed, others)
  const frame = readFrame(paragraphs, flow.text.length)
  const { clauses, problems } = tellApart(addTableClauses(flow, paragraphs, findClauses(flow.text, paragraphs, frame.bodyEnd, flow.tables)), others, flow)
  const scope = new DutyScope(clauses)
  const duties = findDuties(paragraphs, clauses, frame.bodyEnd, flow.text)
  const pieces = clausePieces(paragraphs, scope, frame.bodyEnd)
  const record = findFileRecord(opened)
  const years = planYears(frame, flow.text, record.issued)
  const quantities = findTargets([...prefacePieces(paragraphs, clauses[0]?.marker.at ?? frame.bodyEnd), ...pieces], years, findTimeLimits(paragraphs, scope, frame.bodyEnd, years.documentYear))
  const citations = findCitations(flow.text, frame, clauses[0]?.marker.at ?? flow.text.length)
  const at = <T extends { readonly start: number; readonly end: number }>(item: T) => ({ ...item, ...sourceSpan(flow, item.start, item.end) })
  const readClauses = clauses.map((c) => readClause(flow, c))
  const figures = findTableFigures(opened, readClauses, years.startYear)
  const inOrder = <T extends { readonly start: number }>(items: readonly T[]) => [...items].sort((a, b) => a.start - b.start)
  return {
    format: 'bangfu.plan/1',
    document: { sha256: sha256Hex(text), characters: text.length, title: frame.title, number: frame.number ?? record.number, issued: frame.issued ?? record.issued },
    clauses: readClauses,
    targets: inOrder([...quantities.targets.map((t) => at({ ...t, clause: t.clause?.id ?? null })), ...figures.targets]),
    duties: joinMergedDuties(duties.duties.map((d) => at({ ...d, body: printedQuotes(flow, text, d) }))),
    citations: citations.map((c) => at({ clause: scope.find(c.start)?.id ?? null, number: c.number, title: c.title && printedTitle(flow, text, c), start: c.start, end: c.end })),
    amounts: inOrder([...quantities.amounts.map((a) => at({ ...a, clause: a.clause.id })), ...figures.amounts]),
    unread: findUnread(flow, pieces, { duties: duties.unread, numbers: quantities.unclear }).map((u) => at(u)),
    problems: [...problems, ...findSeriesProblems(clauses, flow)],
  }
}

/** The reading of a document: opened from its file, or plain text. `fileName` is for messages only. Throws one problem when the input is no Chinese text. */
export function readPlan(input: string | Uint8Array | OpenedDocument, options: { readonly fileName?: string } = {}): PlanReading {
  const file = options.fileName ?? 'text'
  const document = typeof input === 'string' ? openText(input.replace(/^\ufeff/, '')) : input instanceof Uint8Array ? openText(decodePlanText(input, file).text) : input
  refuseForeignText(document.text, file)
  const tables = makeTables(document)
  const flow = makeFlow(document.text, { steppedOver: document.steppedOver, tables: tables.lines, linesAreParagraphs: document.format !== 'text' })
  const reading = readFlow(flow, document)
  return { ...reading, problems: [...document.problems, ...tables.problems, ...reading.problems] }
}

/** The text that a reading's spans refer to. */
export function planText(bytes: Uint8Array, options: { readonly fileName?: string } = {}): string {
  return decodePlanText(bytes, options.fileName ?? 'text').text
}
