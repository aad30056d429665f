/** The file of rows that were not taken: the sheet's own headers and cells, and a last column that says what to mend. Re-imports as it is. */
import type { MappedTable } from '../../mapped-table.ts'
import { layouts } from '../layouts/index.ts'
import { writeWorkbook, type CellFormat } from './workbook-writer.ts'

/** Known as a column to leave aside, so that the mended file needs no editing. */
export const problemHeader = '问题(请改正后重新导入)'

export async function rejectedRowsWorkbook(table: MappedTable): Promise<Uint8Array> {
  const layout = layouts[table.header.layout]
  const width = Math.max(table.headers.length, ...table.rejected.map(({ cells }) => cells.length))
  const headers = Array.from({ length: width }, (_, i) => table.headers[i] ?? '')
  return writeWorkbook([{
    name: table.header.sheetName, title: `${layout.zh}:待改正的 ${table.rejected.length} 行(原文件 ${table.header.fileName.replace(/^.*[\\/]/, '')})`,
    // Everything as text: what was a number past 15 digits must not become one again.
    columns: [...headers.map((header) => ({ header, format: 'id' as CellFormat })), { header: problemHeader, width: 60 }],
    rows: table.rejected.map(({ cells, problems }) => [...headers.map((_, i) => cells[i] ?? ''), problems.map((p) => p.zh).join('\n')]),
  }])
}
