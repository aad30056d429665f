/** The file of rows that were not taken: the sheet's own headers and cells, and a last column that says what to mend. Re-imports as it is. */
import { sheetRowOf } from '@bangfu/kernel'
import type { MappedTable } from '../../mapped-table.ts'
import { layouts } from '../layouts/index.ts'
import { writeWorkbook, type CellFormat } from './workbook-writer.ts'

/** Known as a column to leave aside, so that the mended file needs no editing. */
export const problemHeader = '问题（请改正后重新导入）'

/** What is said and kept of the rejected rows of one list. */
export type RejectedRows = Pick<MappedTable, 'rejected' | 'headers'> & { readonly header: Pick<MappedTable['header'], 'layout' | 'fileName' | 'sheetName' | 'sheetNames'> }

/** One sheet for each sheet of the list that has such rows. */
export async function rejectedRowsWorkbook(table: RejectedRows): Promise<Uint8Array> {
  const layout = layouts[table.header.layout]
  const names = table.header.sheetNames
  const width = Math.max(table.headers.length, ...table.rejected.map(({ cells }) => cells.length))
  const headers = Array.from({ length: width }, (_, i) => table.headers[i] ?? '')
  const parts = names ? names.map((name, i) => ({ name, rejected: table.rejected.filter(({ row }) => sheetRowOf(row).sheet === i) })).filter(({ rejected }) => rejected.length > 0) : []
  const sheets = parts.length > 0 ? parts : [{ name: table.header.sheetName, rejected: table.rejected }]
  return writeWorkbook(sheets.map(({ name, rejected }) => ({
    name, title: `${layout.zh}：待改正的 ${rejected.length} 行（原文件 ${table.header.fileName.replace(/^.*[\\/]/, '')}）`,
    // Everything as text: what was a number past 15 digits must not become one again.
    columns: [...headers.map((header) => ({ header, format: 'id' as CellFormat })), { header: problemHeader, width: 60 }],
    rows: rejected.map(({ cells, problems }) => [...headers.map((_, i) => cells[i] ?? ''), problems.map((p) => p.zh).join('\n')]),
  })))
}
