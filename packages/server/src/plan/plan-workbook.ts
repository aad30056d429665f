/** Tables of the plan as .xlsx: a title, a line that says what it is and of when, a head that stays, ready to print. */
import { safeText, type Language } from '@bangfu/kernel'
import { colToLetter, type Cell, type CellStyle, type CellValue } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'

export interface WorkbookColumn { readonly title: string; readonly width: number; readonly turned?: boolean }
export interface WorkbookTable {
  /** Name of the sheet, at most 31 characters. */
  readonly sheet: string
  readonly title: string
  readonly note: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Columns that stay when one scrolls to the right. */
  readonly frozen?: number
  /** A3 where a table is too wide for A4. */
  readonly paper?: 'a3' | 'a4'
}

const thin = { style: 'thin' as const, color: { rgb: 'B0B0B0' } }
const border = { top: thin, right: thin, bottom: thin, left: thin }
const styles = {
  title: { font: { bold: true, size: 16 } },
  note: { font: { size: 10, color: { rgb: '555555' } } },
  head: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } }, border, alignment: { wrapText: true, vertical: 'center' } },
  turned: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } }, border, alignment: { textRotation: 90, vertical: 'bottom', horizontal: 'center' } },
  cell: { border, alignment: { wrapText: true, vertical: 'top' } },
} as const satisfies Record<string, CellStyle>

/** Height of a head with turned titles, in points: some 24 Chinese characters. */
const turnedHeight = 210
/** Row of the column titles, from 0. */
const headRow = 2

export async function writePlanWorkbook(table: WorkbookTable, language: Language): Promise<Buffer> {
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: styles.title }], ['1,0', { style: styles.note }]])
  table.columns.forEach((column, c) => {
    cells.set(`${headRow},${c}`, { style: column.turned ? styles.turned : styles.head })
    table.rows.forEach((_, r) => cells.set(`${headRow + 1 + r},${c}`, { style: styles.cell }))
  })
  const last = table.columns.length - 1
  const bytes = await writeXlsx({
    sheets: [{
      name: table.sheet, columns: table.columns.map((c) => ({ width: c.width })), rows: [[table.title], [table.note], table.columns.map((c) => c.title), ...table.rows.map((row) => [...row])].map((row) => row.map((value) => (typeof value === 'string' ? safeText(value) : value))), cells,
      ...(table.columns.some((c) => c.turned) && { rowDefs: new Map([[headRow, { height: turnedHeight }]]) }),
      autoFilter: { range: `A${headRow + 1}:${colToLetter(last)}${headRow + 1 + Math.max(table.rows.length, 1)}` },
      freezePane: { rows: headRow + 1, ...(table.frozen && { columns: table.frozen }) },
      pageSetup: { paperSize: table.paper ?? 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${headRow + 1}:$${headRow + 1}` },
      headerFooter: { oddFooter: language === 'zh' ? '&C第 &P 页，共 &N 页' : '&C&P / &N' },
    }],
    properties: { title: table.title },
  })
  return Buffer.from(bytes)
}
