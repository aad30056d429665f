/** Reads a workbook through hucre into raw sheets. The only place that knows hucre's reader. */
import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx'
import { problem } from '@bangfu/kernel'
import { cellKey, type CellMark, type MergedRange, type RawSheet } from './raw-sheet.ts'
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

function rawSheetOf(sheet: Sheet, fileName: string, sha256: string, date1904: boolean): RawSheet {
  const hiddenRows = new Set<number>()
  for (const [row, definition] of sheet.rowDefs ?? []) if (definition.hidden) hiddenRows.add(row + 1)
  const hiddenColumns = new Set<number>()
  sheet.columns?.forEach((column, i) => { if (column.hidden) hiddenColumns.add(i) })
  return {
    fileName, sha256, name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, typed: true, date1904, firstRow: 1,
    rows: sheet.rows, hiddenRows, hiddenColumns, merges: mergesOf(sheet), marks: marksOf(sheet.cells),
  }
}

/** All worksheets, hidden ones too. Throws one problem when the file cannot be read. */
export async function readWorkbook(bytes: Uint8Array, file: string, sha256: string): Promise<RawSheet[]> {
  guardWorkbook(bytes, file)
  // Broken bytes end in errors of many classes; all of them name parts and sizes only, never cell values, so their words may be shown.
  const book = await readXlsx(bytes).catch((cause: unknown) => {
    // Two cells in far corners span millions of blank ones; hucre counts before it makes them.
    if (cause instanceof Error && /over the \d+ limit/.test(cause.message)) throw problem('imports/too-large', { file, what: cause.message.split(', over')[0]!.slice(0, 120), limit: '2000 万格 / 20 million cells;请删去表格以外的空行空列' }, { cause })
    throw problem('imports/damaged-file', { file, what: cause instanceof Error ? cause.message.slice(0, 120) : '' }, { cause })
  })
  return book.sheets.map((sheet) => rawSheetOf(sheet, file, sha256, book.dateSystem === '1904'))
}
