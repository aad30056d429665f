/** Figures of a table with their row, column and year: indicators and shares of places. Money becomes an amount, figures of the past nothing. */
import type { DocumentTable, OpenedDocument, TableCell } from '../../document/opened-document.ts'
import { scaleNumber } from '../numerals.ts'
import type { Operator } from '../quantities.ts'
import type { ReadAmount, ReadClause, ReadTarget } from '../reading.ts'
import { cellWords, figurePattern, findHeader, rowsOf, type TableHeader } from './table-columns.ts'

export interface TableFigures { readonly targets: readonly ReadTarget[]; readonly amounts: readonly ReadAmount[] }

const past = /基期|基数|现状|实际|完成情况|已完成|上年|现有|完成值/
const years = /(19|20)\d\d/g
const bracketUnit = /\(([^()]{1,6})\)$/
const captionUnit = /单位[:\uff1a]\s*([\p{Script=Han}%/]{1,6})/u

const operators: Readonly<Record<string, Operator>> = { '≥': '>=', '>=': '>=', 不低于: '>=', 不少于: '>=', 以上: '>=', '>': '>', '≤': '<=', '<=': '<=', 不超过: '<=', 以内: '<=', '<': '<' }

/** The innermost clause that holds the place, of clauses in order. */
function clauseAt(clauses: readonly ReadClause[], at: number): ReadClause | undefined {
  let low = 0
  let high = clauses.length
  while (low < high) { const middle = (low + high) >> 1; if (clauses[middle]!.numberStart <= at) low = middle + 1; else high = middle }
  for (let i = low - 1; i >= 0 && i >= low - 12; i -= 1) if (clauses[i]!.end >= at) return clauses[i]
  return undefined
}

class FigureReader {
  readonly targets: ReadTarget[] = []
  readonly amounts: ReadAmount[] = []
  private readonly text: string
  private readonly header: TableHeader
  private readonly clauses: readonly ReadClause[]
  private readonly caption: string
  private readonly baseYear: number
  /** The clause that the table begins in. */
  private readonly holder: ReadClause | undefined
  constructor(document: OpenedDocument, table: DocumentTable, header: TableHeader, clauses: readonly ReadClause[], startYear: string | null) {
    this.text = document.text
    this.header = header
    this.clauses = clauses
    this.caption = document.text.slice(Math.max(0, table.start - 80), table.start).split('\n').slice(-4).join('\n')
    this.holder = clauseAt(clauses, table.start)
    this.baseYear = this.findBaseYear(startYear)
  }

  /** The last year that is history: before the plan begins; in a table of indicators with their nature, its first year. */
  private findBaseYear(startYear: string | null): number {
    if (startYear !== null) return Number(startYear) - 1
    const named = this.header.columns.flatMap((c) => (c?.kind === 'figure' ? [...c.header.matchAll(years)].map((m) => Number(m[0])) : []))
    const indicators = this.header.columns.some((c) => c !== undefined && /属性|性质/.test(c.header))
    return indicators && new Set(named).size > 1 ? Math.min(...named) : 0
  }

  private rowWords(cells: readonly TableCell[], kinds: readonly string[]): string {
    return cells.filter((cell) => kinds.includes(this.header.columns[cell.column]?.kind ?? 'task')).map((cell) => cellWords(this.text, cell)).filter((words) => words !== '').join(' ')
  }

  private unitOf(own: string | undefined, header: string, cells: readonly TableCell[]): string | null {
    return own ?? bracketUnit.exec(header)?.[1] ?? (this.rowWords(cells, ['unit']) || undefined) ?? bracketUnit.exec(this.rowWords(cells, ['task']))?.[1] ?? captionUnit.exec(this.caption)?.[1] ?? null
  }

  private untilOf(header: string, cells: readonly TableCell[]): string | null {
    const last = (words: string): string | undefined => [...words.matchAll(years)].at(-1)?.[0]
    return last(header) ?? last(this.rowWords(cells, ['deadline'])) ?? last(this.caption.split('\n').slice(-2).join(' ')) ?? null
  }

  readCell(cell: TableCell, cells: readonly TableCell[]): void {
    const column = this.header.columns[cell.column]
    const match = column?.kind === 'figure' ? figurePattern.exec(cellWords(this.text, cell)) : null
    const clause = match && (clauseAt(this.clauses, cell.start) ?? this.holder)
    if (!match || !clause || past.test(column!.header)) return
    const until = this.untilOf(column!.header, cells)
    if (until !== null && Number(until) <= this.baseYear) return
    const [, bound, digits, scale = '', own, behind] = match
    const printed = this.unitOf(own, column!.header, cells)
    const scaled = /^[万亿](?=.)/.exec(printed ?? '')?.[0] ?? ''
    const unit = printed === null ? null : printed.slice(scaled.length)
    const value = scaleNumber(digits!.replaceAll(',', ''), scale + scaled)
    const operator: Operator = operators[bound ?? behind ?? ''] ?? (/增速|年均增长|增长率|增幅/.test(column!.header) ? 'increase' : '=')
    const span = { start: cell.start, end: cell.end }
    if (unit !== null && /元/.test(unit)) { this.amounts.push({ clause: clause.id, value, unit, operator, ...span }); return }
    const place = this.rowWords(cells, ['place']) || null
    const head = column!.header.replace(/(19|20)\d\d年?/g, '').replace(bracketUnit, '')
    const subject = [this.rowWords(cells, ['task']).replace(bracketUnit, ''), head].filter((words) => words !== '').join(' ') || this.rowWords(cells, ['category'])
    this.targets.push({ clause: clause.id, ...span, subject, value, unit, operator, from: null, until, place })
  }
}

/** Figures of all tables with a header. `startYear`: first year of the plan. */
export function findTableFigures(document: OpenedDocument, clauses: readonly ReadClause[], startYear: string | null): TableFigures {
  const found = { targets: [] as ReadTarget[], amounts: [] as ReadAmount[] }
  for (const table of document.tables) {
    const rows = rowsOf(table)
    const header = findHeader(document.text, table, rows)
    if (!header?.columns.some((c) => c?.kind === 'figure')) continue
    const reader = new FigureReader(document, table, header, clauses, startYear)
    for (const row of rows.slice(header.firstRow)) for (const cell of row) reader.readCell(cell, row)
    for (const target of reader.targets) found.targets.push(target)
    for (const amount of reader.amounts) found.amounts.push(amount)
  }
  return found
}
