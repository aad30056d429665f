/** Reads a workbook through hucre into raw sheets. The only place that knows hucre's reader. */
import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx'
import { problem, ProblemError } from '@bangfu/kernel'
import { cellKey, type CellMark, type MergedRange, type RawSheet } from './raw-sheet.ts'
import { largeParts, largeSheetBytes, readLargeSheet, smallPart, type LargeSheet } from './large-sheets.ts'
import { refuseWideSpans } from './sheet-span.ts'
import { guardWorkbook } from './zip-guard.ts'

function marksOf(cells: ReadonlyMap<string, Cell> | undefined): Map<number, CellMark> {
  const marks = new Map<number, CellMark>()
  for (const [key, cell] of cells ?? []) {
    const mark: CellMark | undefined = cell.type === 'error' ? 'error'
      : cell.formula !== undefined || cell.type === 'formula' ? (cell.value === null ? 'formula-without-value' : 'formula') : undefined
    if (!mark) continue
    const comma = key.indexOf(',')
    marks.set(cellKey(Number(key.slice(0, comma)), Number(key.slice(comma + 1))), mark)
  }
  return marks
}

function mergesOf(sheet: Sheet): MergedRange[] {
  return (sheet.merges ?? []).map((m) => ({ firstRow: m.startRow, firstColumn: m.startCol, lastRow: m.endRow, lastColumn: m.endCol }))
}

/** Whether any font of the workbook strikes through: only then is it worth reading every cell's style. */
const strikes = /<(?:\w+:)?strike(?:\s*\/?>|\s+val="(?:1|true)")/

/** Rows of which two cells or more, and half of those that are filled, are struck through: crossed out by hand. */
function struckRowsOf(sheet: Sheet): Set<number> {
  const struck = new Map<number, number>()
  for (const [key, cell] of sheet.cells ?? []) {
    if (!cell.style?.font?.strikethrough || cell.value === null || cell.value === '') continue
    const row = Number(key.slice(0, key.indexOf(',')))
    struck.set(row, (struck.get(row) ?? 0) + 1)
  }
  const filled = (row: number): number => (sheet.rows[row] ?? []).filter((cell) => cell !== null && cell !== '').length
  return new Set([...struck].filter(([row, count]) => count >= 2 && count * 2 >= filled(row)).map(([row]) => row + 1))
}

function rawSheetOf(sheet: Sheet, fileName: string, sha256: string, date1904: boolean): RawSheet {
  const hiddenRows = new Set<number>()
  for (const [row, definition] of sheet.rowDefs ?? []) if (definition.hidden) hiddenRows.add(row + 1)
  const hiddenColumns = new Set<number>()
  const struckRows = struckRowsOf(sheet)
  sheet.columns?.forEach((column, i) => { if (column.hidden) hiddenColumns.add(i) })
  return {
    fileName, sha256, name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, typed: true, date1904, firstRow: 1,
    rows: sheet.rows, hiddenRows, hiddenColumns, ...(struckRows.size > 0 && { struckRows }), merges: mergesOf(sheet), marks: marksOf(sheet.cells),
  }
}

/** hucre's errors are of many classes; all of them name parts and sizes only, never cell values, so their words may be shown. */
function refuse(cause: unknown, file: string): never {
  // Two cells in far corners span millions of blank ones; hucre counts before it makes them.
  if (cause instanceof Error && /over the \d+ limit/.test(cause.message)) throw problem('imports/too-large', { file, what: cause.message.split(', over')[0]!.slice(0, 120), limit: '2000 万格 / 20 million cells；请删去表格以外的空行空列' }, { cause })
  throw problem('imports/damaged-file', { file, what: cause instanceof Error ? cause.message.slice(0, 120) : '' }, { cause })
}

/** All worksheets, hidden ones too; those from `largeFrom` bytes on row by row. Throws one problem when the file cannot be read. */
export async function readWorkbook(bytes: Uint8Array, file: string, sha256: string, largeFrom = largeSheetBytes): Promise<RawSheet[]> {
  const entries = guardWorkbook(bytes, file)
  const large = new Map<number, LargeSheet>()
  // Facts about every sheet, in file order; the filter is asked once for each.
  const facts: { name: string; hidden: boolean }[] = []
  try {
    const parts = largeParts(bytes, entries, largeFrom)
    for (const [index, entry] of parts) {
      const sheet = await readLargeSheet(bytes, index, entry)
      if (sheet) large.set(index, sheet)
    }
    const streamed = new Set([...parts].filter(([index]) => large.has(index)).map(([, entry]) => entry))
    await refuseWideSpans(bytes, entries.filter((entry) => !streamed.has(entry)), file)
    const readStyles = strikes.test(smallPart(bytes, entries, 'xl/styles.xml'))
    const book = await readXlsx(bytes, { readStyles, sheets: ({ name, hidden, veryHidden }, index) => {
      // More sheets than parts: one part stands for several, and a small file would be read a thousand times.
      if (index >= entries.length) throw problem('imports/zip-bomb', { file, what: `${index + 1} 个工作表 / sheets, ${entries.length} 个部件 / parts` })
      facts[index] = { name, hidden: hidden === true || veryHidden === true }
      return !large.has(index)
    } })
    const date1904 = book.dateSystem === '1904'
    const small = book.sheets.map((sheet) => rawSheetOf(sheet, file, sha256, date1904))
    return facts.map((fact, index) => {
      const sheet = large.get(index)
      return sheet ? { fileName: file, sha256, ...fact, typed: true, date1904, firstRow: 1, marks: new Map(), ...sheet } : small.shift()!
    })
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
    return refuse(cause, file)
  }
}
