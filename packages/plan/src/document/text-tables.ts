/** Tables in plain text: neighbouring lines parted by tabs into the same number of cells, as copying from Word or a page leaves them. */
import type { DocumentTable, TableCell } from './opened-document.ts'

function tableOf(lines: readonly { readonly start: number; readonly text: string }[]): DocumentTable {
  const cells: TableCell[] = []
  lines.forEach((line, row) => {
    let at = line.start
    line.text.split('\t').forEach((text, column) => {
      cells.push({ row, column, rows: 1, columns: 1, start: at, end: at + text.length })
      at += text.length + 1
    })
  })
  const last = lines[lines.length - 1]!
  return { start: lines[0]!.start, end: last.start + last.text.length, rowCount: lines.length, columnCount: Math.max(...lines.map((l) => l.text.split('\t').length)), cells }
}

/** At least a header and a row, each of two cells with a tab between words. */
export function findTextTables(text: string): DocumentTable[] {
  if (!text.includes('\t')) return []
  const found: DocumentTable[] = []
  let open: { start: number; text: string }[] = []
  let at = 0
  const close = (): void => { if (open.length >= 2) found.push(tableOf(open)); open = [] }
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const isRow = /\S\t+\s*\S/.test(line) && !/^[\t ]/.test(line)
    const same = open.length === 0 || Math.abs(line.split('\t').length - open[0]!.text.split('\t').length) <= 1
    if (!isRow || !same) close()
    if (isRow) open.push({ start: at, text: line })
    at += raw.length + 1
  }
  close()
  return found
}
