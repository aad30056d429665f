/**
 * How many cells a sheet spans, before it is read whole: a few kilobytes may name one far cell in every row, and the reader would make all the blank
 * ones before them. Reads positions only.
 */
import { createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { problem } from '@bangfu/kernel'
import { findColumnIndex } from './raw-sheet.ts'
import { guardWorkbook, packedBytes, type ZipEntry } from './zip-guard.ts'

/** The reader's own limit, which it looks at only when the cells are made. */
const cellLimit = 20_000_000
/** Longest beginning of a cell's tag that may be cut by the end of a chunk. */
const overlap = 256

const position = /<(?:\w+:)?(row|c)\b[^<>]*?\br=["']([A-Z]{0,3})(\d{1,7})["']/g

async function spanOf(bytes: Uint8Array, entry: ZipEntry): Promise<{ readonly rows: number; readonly columns: number }> {
  const packed = packedBytes(bytes, entry)
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  if (entry.method === 8) inflate.end(packed)
  let [kept, rows, columns, last] = ['', 0, 0, '']
  for await (const chunk of entry.method === 8 ? inflate as AsyncIterable<Buffer> : Readable.from([Buffer.from(packed)])) {
    const text = kept + (chunk as Buffer).toString('latin1')
    let end = 0
    for (const match of text.matchAll(position)) {
      end = match.index + match[0].length
      if (match[3] !== last) [rows, last] = [rows + 1, match[3]!]
      if (match[2] !== '') columns = Math.max(columns, (findColumnIndex(match[2]!) ?? 0) + 1)
    }
    kept = text.slice(Math.max(end, text.length - overlap))
  }
  return { rows, columns }
}

/** Throws `imports/too-large` when one of the parts spans more cells than can be read. A part that cannot be unpacked is left to the reader. */
export async function refuseWideSpans(bytes: Uint8Array, entries: readonly ZipEntry[], file: string): Promise<void> {
  for (const entry of entries) {
    const { rows, columns } = await spanOf(bytes, entry).catch(() => ({ rows: 0, columns: 0 }))
    if (rows * columns > cellLimit) throw problem('imports/too-large', { file, what: `${entry.name}: ${rows} 行 / rows × ${columns} 列 / columns`, limit: '2000 万格 / 20 million cells；请删去表格以外的空行空列' })
  }
}

/** Both guards, for a workbook that is then read whole. */
export async function guardWholeWorkbook(bytes: Uint8Array, file: string): Promise<void> {
  await refuseWideSpans(bytes, guardWorkbook(bytes, file), file)
}
