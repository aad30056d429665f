/** A list as an office would send it: title rows, header, rows of text or number cells. Written as .xlsx or .csv. */
import { createWriteStream, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { writeXlsx } from 'hucre/xlsx'

export type Cell = string | number | null

export interface ListFile {
  /** File name without folder; the ending decides the format. */
  readonly fileName: string
  readonly sheetName: string
  readonly titles: readonly string[]
  readonly headers: readonly string[]
  /** Made anew at each call, so that a million rows need not stand in memory. */
  rows(): Iterable<readonly Cell[]>
  /** Rows below the table: totals and signatures. */
  readonly footers?: readonly (readonly Cell[])[]
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function* linesOf(file: ListFile): Generator<readonly Cell[]> {
  for (const title of file.titles) yield [title]
  yield file.headers
  yield* file.rows()
  yield* file.footers ?? []
}

async function writeCsv(path: string, file: ListFile): Promise<void> {
  const out = createWriteStream(path)
  out.write('\ufeff')
  let chunk: string[] = []
  for (const line of linesOf(file)) {
    chunk.push(line.map(csvCell).join(','))
    if (chunk.length === 5000) {
      if (!out.write(`${chunk.join('\r\n')}\r\n`)) await once(out, 'drain')
      chunk = []
    }
  }
  out.end(chunk.length ? `${chunk.join('\r\n')}\r\n` : '')
  await once(out, 'finish')
}

/** Writes the file into the folder and returns its path. */
export async function writeListFile(folder: string, file: ListFile): Promise<string> {
  const path = `${folder}/${file.fileName}`
  if (path.endsWith('.csv')) await writeCsv(path, file)
  else {
    const merges = file.titles.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: file.headers.length - 1 }))
    const rows = [...linesOf(file)].map((line) => [...line])
    writeFileSync(path, await writeXlsx({ sheets: [{ name: file.sheetName, rows, merges }] }))
  }
  return path
}
