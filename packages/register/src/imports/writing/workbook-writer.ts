/** Writes tables as .xlsx for every room that hands files to people. The only place that knows hucre's writer. No formula ever leaves. */
import { safeText } from '@bangfu/kernel'
import { writeXlsx, writeXlsxStream, type CellStyle, type CellValue, type ColumnDef, type WriteSheet } from 'hucre/xlsx'

/** `id`: text format, so that Excel never makes a number of it. */
export type CellFormat = 'text' | 'id' | 'number' | 'money' | 'date'

export interface ColumnToWrite {
  readonly header: string
  readonly format?: CellFormat
  /** In characters. */
  readonly width?: number
  /** In a protected sheet only these may be typed into. */
  readonly editable?: boolean
  /** Answers to choose from. */
  readonly choices?: readonly string[]
}

export type CellToWrite = string | number | boolean | Date | undefined

export interface SheetToWrite {
  /** At most 31 characters are kept, without the signs Excel refuses. */
  readonly name: string
  /** A line above the header. */
  readonly title?: string
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly (readonly CellToWrite[])[]
  /** Lock all columns but the editable ones (no password: it guards against slips, not intent). */
  readonly locked?: boolean
}

const numberFormats: Readonly<Record<CellFormat, string | undefined>> = { text: undefined, id: '@', number: undefined, money: '#,##0.00', date: 'yyyy-mm-dd' }

function written(cell: CellToWrite): CellValue {
  if (cell === undefined) return null
  return typeof cell === 'string' ? safeText(cell) : cell
}

function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31) || 'Sheet'
  let unique = clean
  for (let i = 2; taken.has(unique); i += 1) unique = `${clean.slice(0, 31 - String(i).length - 1)} ${i}`
  taken.add(unique)
  return unique
}

function columnDefinition(column: ColumnToWrite, locked: boolean): ColumnDef {
  const numFmt = numberFormats[column.format ?? 'text']
  const style: CellStyle = { ...(numFmt ? { numFmt } : {}), ...(locked ? { protection: { locked: column.editable !== true } } : {}) }
  return { width: column.width ?? Math.max(10, Math.min(40, [...column.header].length * 2 + 4)), style }
}

function sheetDefinition(sheet: SheetToWrite, taken: Set<string>): WriteSheet {
  const top: CellValue[][] = [...(sheet.title ? [[safeText(sheet.title)]] : []), sheet.columns.map((column) => safeText(column.header))]
  const bold = new Map(sheet.columns.map((column, i) => [`${top.length - 1},${i}`, { value: safeText(column.header), type: 'string' as const, style: { font: { bold: true }, alignment: { wrapText: true } } }]))
  const last = top.length + Math.max(1, sheet.rows.length)
  return {
    name: sheetName(sheet.name, taken), columns: sheet.columns.map((column) => columnDefinition(column, sheet.locked === true)), cells: bold,
    rows: [...top, ...sheet.rows.map((row) => row.map(written))], freezePane: { rows: top.length },
    ...(sheet.title && sheet.columns.length > 1 ? { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: sheet.columns.length - 1 }] } : {}),
    ...(sheet.locked ? { protection: { sheet: true, autoFilter: true, sort: true, formatColumns: true } } : {}),
    dataValidations: sheet.columns.flatMap((column, i) => (column.choices ? [{ type: 'list' as const, values: [...column.choices], allowBlank: true, showErrorMessage: true, range: `${letters(i)}${top.length + 1}:${letters(i)}${last}` }] : [])),
  }
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

/** A whole workbook as bytes; for lists of up to some ten thousand rows. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const taken = new Set<string>()
  return new Uint8Array(await writeXlsx({ sheets: sheets.map((sheet) => sheetDefinition(sheet, taken)) }))
}

/** One sheet of any length as a stream; memory does not grow with the rows. No title, lock or choices. */
export function streamWorkbook(sheet: { readonly name: string; readonly columns: readonly ColumnToWrite[]; readonly rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]> }): ReadableStream<Uint8Array> {
  async function* cells(): AsyncGenerator<CellValue[]> {
    for await (const row of sheet.rows) yield row.map(written)
  }
  return writeXlsxStream(cells(), { name: sheetName(sheet.name, new Set()), columns: sheet.columns.map((column) => ({ header: safeText(column.header), ...columnDefinition(column, false) })), freezePane: { rows: 1 } })
}
