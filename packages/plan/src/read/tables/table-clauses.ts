/** Rows of tables as clauses: under the annex that the table stands in, else under the clause that it stands in. Ids are the printed numbers. */
import { findClauses, type Clause } from '../clause-tree.ts'
import type { Flow, FlowTable } from '../flow.ts'
import type { Marker } from '../markers.ts'
import { findParagraphs, type Paragraph } from '../paragraphs.ts'

type Mutable = { -readonly [K in keyof Clause]: Clause[K] }

/** Lines above a table in which its annex is looked for. */
const titleLines = 6
const annexName = /^附(?:件|表|录)([一二三四五六七八九十\d]{0,3})/

interface Place { readonly prefix: string; readonly parent: Clause | undefined; /** Where the annex begins; clauses above it end there. */ readonly annexAt: number | undefined }

/** The last clause whose number stands before the place; clauses are in order. */
function lastBefore(clauses: readonly Clause[], at: number): Clause | undefined {
  let [low, high] = [0, clauses.length]
  while (low < high) { const middle = (low + high) >> 1; if (clauses[middle]!.marker.at < at) low = middle + 1; else high = middle }
  return clauses[low - 1]
}

/** The table's annex or clause. */
function placeOf(table: FlowTable, paragraphs: readonly Paragraph[], index: number, clauses: readonly Clause[], outer: Clause | undefined): Place {
  const lastNumber = lastBefore(clauses, table.start)?.marker.at ?? -1
  for (let i = index - 1; i >= 0 && i >= index - titleLines; i -= 1) {
    const { text, start } = paragraphs[i]!
    if (start < lastNumber) break
    const annex = text.length <= 60 && !/[。;]$/.test(text) ? annexName.exec(text) : null
    // 附件 without a number, and nothing numbered in front: the table is all that the document numbers.
    if (annex) return { prefix: annex[1] === '' && lastNumber < 0 ? '' : annex[0], parent: undefined, annexAt: start }
  }
  return { prefix: outer?.id ?? '', parent: outer, annexAt: undefined }
}

function headingOf(words: string): string {
  const first = words.split('\n')[0]!
  return first.length <= 40 ? first.replace(/[。;]$/, '') : ''
}

const idUnder = (prefix: string, label: string): string => (prefix === '' ? label : `${prefix}.${label}`)

/** Clauses inside the words of a row (1. 2. in a cell), under the row. */
function innerClauses(flow: Flow, row: Clause, from: number, to: number): Clause[] {
  const words = flow.text.slice(from, to)
  const moved = new Map<Clause, Mutable>()
  for (const clause of findClauses(words, findParagraphs(words), words.length)) {
    const marker: Marker = { ...clause.marker, at: clause.marker.at + from, textAt: clause.marker.textAt + from }
    moved.set(clause, { ...clause, id: `${row.id}.${clause.id}`, parent: clause.parent ? moved.get(clause.parent) : row, marker, start: clause.start + from, ownEnd: clause.ownEnd + from, end: clause.end + from, ...(clause.end + from >= to && row.sourceEnd !== undefined ? { sourceEnd: row.sourceEnd } : {}) })
  }
  return [...moved.values()]
}

/** The clauses of one table in order. */
function clausesOfTable(flow: Flow, table: FlowTable, place: Place): Clause[] {
  const found: Clause[] = []
  let section: Mutable | undefined
  table.marks.forEach(({ at, mark }, i) => {
    const next = table.marks[i + 1]?.at ?? table.end
    const nextSection = mark.kind === 'section' ? table.marks.findIndex((m, n) => n > i && m.mark.kind === 'section') : i + 1
    const behind = nextSection < 0 ? table.marks.length : nextSection
    const until = table.marks[behind]?.at ?? table.end
    const sourceEnd = table.marks[behind - 1]?.mark.sourceEnd ?? mark.sourceEnd
    const outer = mark.kind === 'row' ? section : undefined
    const start = at + mark.skip
    const marker: Marker = { style: mark.kind === 'section' ? '一、' : '1.', number: mark.number, label: mark.label, at, textAt: start, bare: false, lineStart: true }
    const clause: Mutable = { id: idUnder(outer?.id ?? place.prefix, mark.label), parent: outer ?? place.parent, marker, heading: headingOf(flow.text.slice(start, Math.min(next, start + 60))), introduction: '', start, ownEnd: Math.max(start, next - 1), end: Math.max(start, until - 1), sourceEnd }
    found.push(clause)
    if (mark.kind === 'section') { section = clause; return }
    const inner = innerClauses(flow, clause, start, Math.max(start, next - 1))
    if (inner[0]) clause.ownEnd = inner[0].marker.at
    for (const innerClause of inner) found.push(innerClause)
  })
  return found
}

/** The innermost clause that is open at a place; clauses are in order. */
function openAt(clauses: readonly Clause[], at: number): Clause | undefined {
  let clause = lastBefore(clauses, at + 1)
  while (clause && clause.end <= at) clause = clause.parent
  return clause
}

/** The clauses of the text with those of its tables among them, in order. */
export function addTableClauses(flow: Flow, paragraphs: readonly Paragraph[], clauses: readonly Clause[]): Clause[] {
  const tables = flow.tables.filter((table) => table.marks.length > 0)
  if (tables.length === 0) return [...clauses]
  const all: Mutable[] = clauses.map((c) => c as Mutable)
  const added: Clause[] = []
  let p = 0
  for (const table of tables) {
    while (p < paragraphs.length && paragraphs[p]!.end < table.start) p += 1
    const place = placeOf(table, paragraphs, p, all, openAt(all, table.start))
    if (place.annexAt !== undefined) for (let open = openAt(all, place.annexAt) as Mutable | undefined; open; open = open.parent as Mutable | undefined) { open.end = place.annexAt; open.ownEnd = Math.min(open.ownEnd, place.annexAt) }
    const own = clausesOfTable(flow, place.annexAt === undefined ? { ...table, marks: table.marks.filter((m) => !m.mark.annexOnly) } : table, place)
    const first = own[0]
    if (place.parent && first && place.parent.ownEnd > first.marker.at) (place.parent as Mutable).ownEnd = first.marker.at
    for (const clause of own) added.push(clause)
  }
  return [...all, ...added].sort((a, b) => a.marker.at - b.marker.at)
}
