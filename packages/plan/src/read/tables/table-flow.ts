/** A table with a known header to lines of the flow: one paragraph per cell, under the number of its row. Finds no clause and no duty itself. */
import type { DocumentTable, TableCell } from '../../document/opened-document.ts'
import type { RowMark, TableLine } from '../flow.ts'
import { bodyLines, cellLines, prefixed, replaceIn, type CellLine } from './cell-line.ts'
import { cellWords, findHeader, rowsOf, type ColumnKind, type TableHeader } from './table-columns.ts'

/** A table's lines for the flow, and its header; undefined when none was recognised. */
export interface TableFlow { readonly table: DocumentTable; readonly header: TableHeader | undefined; readonly lines: readonly TableLine[] }

const labels: Partial<Record<ColumnKind, string>> = { lead: '牵头单位:', support: '配合单位:', responsible: '责任单位:', person: '责任人:' }
const sectionNumber = /^(?:\(([一二三四五六七八九十]{1,3})\)|([一二三四五六七八九十]{1,3})[、.:]|第([一二三四五六七八九十]{1,3})[章节部分类]{1,2})/
const rowNumber = /^\(?([一二三四五六七八九十]{1,3}|\d{1,5}(?:[.-]\d{1,3}){0,2})\)?[.、]?$/

/** 2031.10, 2031-10-15, 2031/10 as printed dates. */
const dotted = /(?<!\d)((?:19|20)\d\d)[.\-/](\d{1,2})(?:[.\-/](\d{1,2}))?(?!\d)/g

class TableWriter {
  readonly lines: TableLine[] = []
  private readonly source: string
  private readonly header: TableHeader
  private readonly rows: readonly (readonly TableCell[])[]
  private readonly printsNumbers: boolean
  private readonly assigns: boolean
  private counted = 0
  constructor(source: string, header: TableHeader, rows: readonly (readonly TableCell[])[]) {
    this.source = source
    this.header = header
    this.rows = rows
    this.assigns = header.columns.some((c) => c !== undefined && ['lead', 'support', 'responsible', 'deadline'].includes(c.kind))
    this.printsNumbers = header.columns.some((c) => c?.kind === 'number')
  }

  /** For each column the cell that stands in the row or reaches down into it. */
  private cover(): (TableCell | undefined)[][] {
    const grid: (TableCell | undefined)[][] = this.rows.map(() => [])
    for (const row of this.rows) for (const cell of row) for (let r = cell.row; r < Math.min(cell.row + cell.rows, grid.length); r += 1) for (let c = cell.column; c < cell.column + cell.columns; c += 1) grid[r]![c] ??= cell
    return grid
  }

  private open(line: CellLine, mark: Omit<RowMark, 'skip'>, prefix: string, numberAt: number): void {
    this.lines.push({ ...prefixed(prefix, line, numberAt), mark: { ...mark, skip: prefix.length } })
  }

  private endOf(row: number): number {
    return this.rows[row]!.reduce((most, cell) => Math.max(most, cell.end), 0)
  }

  private writeSection(line: CellLine, row: number): void {
    const match = sectionNumber.exec(line.text)
    if (!match) { this.lines.push(line); return }
    const label = match[0].replace(/[、.:]$/, '')
    this.lines.push({ ...line, mark: { kind: 'section', label, number: 1, skip: match[0].length, sourceEnd: this.endOf(row), annexOnly: false } })
  }

  /** Lines of a row behind its first: further tasks, bodies, deadline. Merged bodies and deadlines hold for every row that they reach. */
  private writeCell(kind: ColumnKind, header: string, cell: TableCell): CellLine[] {
    if (kind === 'note' || kind === 'unit' || kind === 'figure' || kind === 'number' || kind === 'category') return []
    if (kind === 'lead' || kind === 'support' || kind === 'responsible') return bodyLines(this.source, cell, labels[kind]!)
    const lines = cellLines(this.source, cell)
    if (kind === 'person') return lines.map((line) => prefixed(labels.person!, line))
    if (kind === 'deadline') return lines.map((line) => prefixed('完成时限:', replaceIn(line, dotted, (m) => `${m[1]}年${m[2]}月${m[3] === undefined ? '' : `${m[3]}日`}`)))
    const year = /(?:19|20)\d\d年/.exec(header)?.[0]
    return year === undefined ? lines : lines.map((line) => (line.text.includes(year) ? line : prefixed(year, line)))
  }

  private writeRow(row: number, cells: readonly (TableCell | undefined)[]): void {
    const own: CellLine[] = []
    let numberCell: TableCell | undefined
    this.header.columns.forEach((column, c) => {
      const cell = cells[c]
      if (!cell || (c > 0 && cells[c - 1] === cell)) return
      const starts = cell.row === row
      if (column?.kind === 'number') { numberCell = cell; return }
      if (column?.kind === 'category' && starts) { const first = cellLines(this.source, cell)[0]; if (first && sectionNumber.test(first.text)) this.writeSection(first, row) }
      const kind = column?.kind ?? 'task'
      const carries = kind === 'lead' || kind === 'support' || kind === 'responsible' || kind === 'deadline' || kind === 'place'
      if (starts || carries) own.push(...this.writeCell(kind, column?.header ?? '', cell))
    })
    if (own.length === 0) return
    const printed = numberCell && rowNumber.exec(cellWords(this.source, numberCell))?.[1]
    const goesOn = this.printsNumbers && this.counted > 0 && (printed === undefined || numberCell!.row < row)
    if (goesOn) { this.lines.push(...own); return }
    this.counted += 1
    const label = printed ?? `[${this.counted}]`
    const number = printed !== undefined && /^\d+$/.test(printed) ? Number(printed) : this.counted
    this.open(own[0]!, { kind: 'row', label, number, sourceEnd: this.endOf(row), annexOnly: printed === undefined && !this.assigns }, printed === undefined ? '' : `${printed}.`, numberCell?.start ?? own[0]!.start)
    this.lines.push(...own.slice(1))
  }

  write(): void {
    const grid = this.cover()
    const headWords = new Set(this.rows.slice(0, this.header.firstRow).map((row) => row.map((cell) => cellWords(this.source, cell)).join('|')))
    for (let r = this.header.firstRow; r < this.rows.length; r += 1) {
      const written = this.rows[r]!.filter((cell) => cellWords(this.source, cell) !== '')
      if (headWords.has(this.rows[r]!.map((cell) => cellWords(this.source, cell)).join('|'))) continue
      const distinct = new Set(grid[r]!.filter((cell) => cell !== undefined && cellWords(this.source, cell) !== ''))
      const heading = written.length === 1 && distinct.size === 1 && written[0]!.column <= 1 && cellWords(this.source, written[0]!).length <= 60
      if (heading) { const first = cellLines(this.source, written[0]!)[0]; if (first) this.writeSection(first, r) } else this.writeRow(r, grid[r]!)
    }
  }
}

/** Lines above the header (a title inside the table) as plain lines. */
function captionLines(source: string, rows: readonly (readonly TableCell[])[], header: TableHeader): TableLine[] {
  const first = rows.findIndex((row) => row.filter((cell) => cellWords(source, cell) !== '').length > 1)
  return rows.slice(0, Math.min(Math.max(0, first), header.firstRow)).flatMap((row) => row.flatMap((cell) => cellLines(source, cell)))
}

/** Without a header each cell is a line; nothing is taken for a task or a body. */
function plainLines(source: string, rows: readonly (readonly TableCell[])[]): TableLine[] {
  return rows.flatMap((row) => row.flatMap((cell) => cellLines(source, cell)))
}

export function makeTableFlow(source: string, table: DocumentTable): TableFlow {
  const rows = rowsOf(table)
  const header = findHeader(source, table, rows)
  if (!header) return { table, header, lines: plainLines(source, rows) }
  const writer = new TableWriter(source, header, rows)
  writer.write()
  return { table, header, lines: [...captionLines(source, rows, header), ...writer.lines] }
}
