/** Tables in plain text, as copying leaves them: lines parted by tabs or by columns of blanks, lines between bars, or one line per cell under a header whose rows are numbered. */
import type { DocumentTable, TableCell } from './opened-document.ts'

interface TextLine { readonly start: number; readonly text: string }
interface CellSpan { readonly start: number; readonly end: number }

function tableOf(rows: readonly (readonly CellSpan[])[], start: number, end: number): DocumentTable {
  const cells: TableCell[] = rows.flatMap((row, r) => row.map((cell, column) => ({ row: r, column, rows: 1, columns: 1, ...cell })))
  return { start, end, rowCount: rows.length, columnCount: rows.reduce((most, row) => Math.max(most, row.length), 0), cells }
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    lines.push({ start, text: raw.replace(/\r$/, '') })
    start += raw.length + 1
  }
  return lines
}

const endOf = (line: TextLine): number => line.start + line.text.length

/** Cells of a line between its separators, blanks around them left out. */
function cellsBetween(line: TextLine, separator: string): CellSpan[] {
  let at = line.start
  return line.text.split(separator).map((part) => {
    const start = at + (part.length - part.trimStart().length)
    const end = Math.max(start, at + part.trimEnd().length)
    at += part.length + 1
    return { start, end }
  })
}

const isTabRow = (text: string): boolean => /\S\t+\s*\S/.test(text) && !/^[\t ]/.test(text)
/** | a | b | or a | b | or a | b, with blanks at the bars: 2031|2032 inside a sentence is none. */
const isBarRow = (text: string): boolean => /^\s*\|.*\|\s*$/.test(text) || /\S\s+\|\s+\S/.test(text)

/** Cells between bars, without the empty ones outside the outer bars. */
function cellsBetweenBars(line: TextLine): CellSpan[] {
  const cells = cellsBetween(line, '|')
  return cells.slice(/^\s*\|/.test(line.text) ? 1 : 0, /\|\s*$/.test(line.text) ? -1 : undefined)
}
/** Fewer columns make no list of tasks. */
const fewestColumns = 3
const isBarRule = (text: string): boolean => /^[\s|:-]+$/.test(text)

/** 一、着力稳增长 between two rows: a line that ran over all columns of the table that it was copied from. */
const sectionLine = /^\s*(?:[(\uff08]?[一二三四五六七八九十]{1,3}[)\uff09、.\uff0e]|第[一二三四五六七八九十]{1,3}部分)[^。;\uff1b\t|]{2,40}$/

/** Cells of a line, whole when it may be a section between rows. */
function cellsOf(line: TextLine): { cells: CellSpan[]; whole: boolean } | undefined {
  if (isBarRow(line.text)) return { cells: cellsBetweenBars(line), whole: false }
  if (isTabRow(line.text)) return { cells: cellsBetween(line, '\t'), whole: false }
  return sectionLine.test(line.text.trimEnd()) ? { cells: cellsBetween(line, '\t').slice(0, 1), whole: true } : undefined
}

/** Neighbouring lines that are rows in the same way, with about the same number of cells. */
function findParted(lines: readonly TextLine[]): DocumentTable[] {
  const found: DocumentTable[] = []
  let open: { line: TextLine; cells: CellSpan[] }[] = []
  // A section counts once a row like those above it follows: below the last row it opens the next clause of the text.
  let section: { line: TextLine; cells: CellSpan[] } | undefined
  const close = (): void => {
    if (open.length >= 2) found.push(tableOf(open.map((row) => row.cells), open[0]!.line.start, endOf(open[open.length - 1]!.line)))
    open = []
    section = undefined
  }
  for (const line of lines) {
    const read = cellsOf(line)
    if (read?.whole && open.length > 0 && open[0]!.cells.length >= fewestColumns && section === undefined) { section = { line, cells: read.cells }; continue }
    const cells = read?.whole ? undefined : read?.cells
    if (!cells || (open.length > 0 && Math.abs(cells.length - open[0]!.cells.length) > 1)) close()
    if (cells && isBarRule(line.text) && open.length > 0) continue
    if (cells && section) { open.push(section); section = undefined }
    if (cells) open.push({ line, cells })
  }
  close()
  return found
}

const columnGap = /(?: {2,}|\u3000{2,}|[ \u3000]{3,})/g

/** Cells of a line between columns of blanks. */
function cellsBetweenBlanks(line: TextLine): CellSpan[] {
  const cells: CellSpan[] = []
  const last = line.start + line.text.trimEnd().length
  let start = line.start + (line.text.length - line.text.trimStart().length)
  for (const gap of line.text.trimEnd().matchAll(columnGap)) {
    if (line.start + gap.index <= start) continue
    cells.push({ start, end: line.start + gap.index })
    start = line.start + gap.index + gap[0].length
  }
  return [...cells, { start, end: last }]
}

/** Columns held apart by blanks, as a printer's text has them: only under a head of known words, and only while each line has as many cells. */
function findSpaced(text: string, lines: readonly TextLine[]): DocumentTable[] {
  const found: DocumentTable[] = []
  for (let i = 0; i < lines.length; i += 1) {
    if (lines[i]!.text.length > 200 || !/ {2}|\u3000/.test(lines[i]!.text)) continue
    const head = cellsBetweenBlanks(lines[i]!)
    const known = head.filter((cell) => cell.end - cell.start <= 12 && (/^序\s*号$/.test(text.slice(cell.start, cell.end)) || headWord.test(text.slice(cell.start, cell.end))))
    if (head.length < fewestColumns || head.length > mostColumns || known.length < head.length) continue
    const rows = [head]
    let last = i
    for (let j = i + 1; j < lines.length; j += 1) {
      if (lines[j]!.text.trim() === '') continue
      const cells = cellsBetweenBlanks(lines[j]!)
      if (cells.length !== head.length) break
      rows.push(cells)
      last = j
    }
    if (rows.length < 2) continue
    found.push(tableOf(rows, lines[i]!.start, endOf(lines[last]!)))
    i = last
  }
  return found
}

const headWord = /任务|内容|措施|事项|工作|目标|指标|单位|部门|责任|牵头|配合|时限|时间|进度|项目|备注|举措|要求|清单/
const mostColumns = 9

/** 序号, then the other heads one a line; then rows of as many lines, numbered from 1. */
function findStacked(lines: readonly TextLine[]): DocumentTable[] {
  const written = lines.filter((line) => line.text.trim() !== '')
  const found: DocumentTable[] = []
  const words = (i: number): string => written[i]?.text.trim() ?? ''
  for (let i = 0; i < written.length; i += 1) {
    if (!/^序\s*号$/.test(words(i))) continue
    let columns = 1
    while (columns < mostColumns && words(i + columns) !== '1' && words(i + columns).length <= 12 && headWord.test(words(i + columns))) columns += 1
    if (columns < fewestColumns || words(i + columns) !== '1') continue
    let rows = 1
    // The line behind a row is the next number, or the table has ended.
    while (words(i + rows * columns) === String(rows) && i + (rows + 1) * columns <= written.length) rows += 1
    if (rows < 3) continue
    const last = written[i + rows * columns - 1]!
    const cells = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => { const line = written[i + r * columns + c]!; return { start: line.start + (line.text.length - line.text.trimStart().length), end: endOf(line) } }))
    found.push(tableOf(cells, written[i]!.start, endOf(last)))
    i += rows * columns - 1
  }
  return found
}

/** Tables in the order of the text; whether each is one, its header decides. */
export function findTextTables(text: string): DocumentTable[] {
  const mayPart = text.includes('\t') || text.includes('|')
  const mayStack = /序\s?号/.test(text)
  const maySpace = /\S(?: {2,}|\u3000{2,})\S/.test(text)
  if (!mayPart && !mayStack && !maySpace) return []
  const lines = linesOf(text)
  const found = [...(mayPart ? findParted(lines) : []), ...(mayStack ? findStacked(lines) : []), ...(maySpace ? findSpaced(text, lines) : [])].sort((a, b) => a.start - b.start)
  return found.filter((table, i) => i === 0 || table.start >= found[i - 1]!.end)
}
