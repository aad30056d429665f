/**
 * Reads sheets that are too large to hold as one text (a county's whole register), row by row. What the row reader does not tell (hidden rows,
 * merged ranges) is scanned from the part; a sheet with formulas or errors is left to the whole reader, which knows their marks.
 */
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { streamXlsxRows } from 'hucre/xlsx'
import { findColumnIndex, type MergedRange, type RawCell } from './raw-sheet.ts'
import { sharedTexts } from './shared-texts.ts'
import { packedBytes, type ZipEntry } from './zip-guard.ts'

/** Unpacked bytes of a sheet from which it is read row by row: some 30,000 rows of 30 columns. */
export const largeSheetBytes = 48 * 1024 * 1024

export interface LargeSheet {
  readonly rows: RawCell[][]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly MergedRange[]
}

/** A part of a few megabytes as text; empty when it is absent or larger. */
export function smallPart(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): string {
  const entry = entries.find((e) => e.name === name)
  if (!entry || entry.unpacked > 4 * 1024 * 1024) return ''
  const packed = packedBytes(bytes, entry)
  return Buffer.from(entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: 4 * 1024 * 1024 })).toString('utf8')
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** Position of a sheet in the workbook → its part, for parts from `from` bytes on; empty where the names do not lead to parts in the usual way. */
export function largeParts(bytes: Uint8Array, entries: readonly ZipEntry[], from = largeSheetBytes): ReadonlyMap<number, ZipEntry> {
  const large = new Map<number, ZipEntry>()
  if (!entries.some((entry) => entry.unpacked >= from && /^xl\/worksheets\//.test(entry.name))) return large
  const relations = [...smallPart(bytes, entries, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map((m) => m[0])
  const sheets = [...smallPart(bytes, entries, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map((m) => m[0])
  sheets.forEach((sheet, index) => {
    const id = attribute(sheet, 'r:id')
    const target = relations.filter((r) => attribute(r, 'Id') === id).map((r) => attribute(r, 'Target'))[0]
    const name = target?.startsWith('/') ? target.slice(1) : `xl/${target}`
    const entry = entries.find((e) => e.name === name)
    if (entry && entry.method === 8 && entry.unpacked >= from) large.set(index, entry)
  })
  return large
}

const features = /<f[ >/]|\bt="e"|<row [^>]*\bhidden="(?:1|true)"[^>]*>|<col [^>]*\bhidden="(?:1|true)"[^>]*>|<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
/** Longest tag that may be cut by the end of a chunk. */
const overlap = 1024

type Features = Omit<LargeSheet, 'rows'>

/** Hidden rows and columns and merged ranges; undefined when the sheet has formulas or errors, or is written with prefixed tags. */
async function scanFeatures(bytes: Uint8Array, entry: ZipEntry): Promise<Features | undefined> {
  const [hiddenRows, hiddenColumns, merges] = [new Set<number>(), new Set<number>(), new Map<string, MergedRange>()]
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(packedBytes(bytes, entry))
  let [kept, seenData] = ['', false]
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    const text = kept + chunk.toString('latin1')
    seenData ||= text.includes('<sheetData')
    for (const match of text.matchAll(features)) {
      const tag = match[0]
      if (tag.startsWith('<f') || tag.startsWith('t=')) return undefined
      if (tag.startsWith('<row')) hiddenRows.add(Number(attribute(tag, 'r')))
      else if (tag.startsWith('<col')) for (let c = Number(attribute(tag, 'min')); c <= Math.min(Number(attribute(tag, 'max')), 16_384); c += 1) hiddenColumns.add(c - 1)
      else merges.set(tag, { firstRow: Number(match[2]) - 1, firstColumn: findColumnIndex(match[1]!)!, lastRow: Number(match[4]) - 1, lastColumn: findColumnIndex(match[3]!)! })
    }
    kept = text.slice(-overlap)
  }
  return seenData ? { hiddenRows, hiddenColumns, merges: [...merges.values()] } : undefined
}

/** Excel's rows, and the cells that the whole reader allows too: blank cells before a far one cost memory like any other. */
const rowLimit = 1_048_576
const cellLimit = 40_000_000

/** The sheet at this position, or undefined when it must be read whole. */
export async function readLargeSheet(bytes: Uint8Array, index: number, entry: ZipEntry): Promise<LargeSheet | undefined> {
  const found = await scanFeatures(bytes, entry)
  if (!found) return undefined
  const share = sharedTexts(true)
  const rows: RawCell[][] = []
  let cells = 0
  for await (const { index: row, values } of streamXlsxRows(bytes, { sheet: index })) {
    cells += values.length
    if (row >= rowLimit || cells > cellLimit) throw new RangeError(`Sheet ${index + 1} spans ${row + 1} rows and ${cells} cells, over the ${cellLimit} limit`)
    while (rows.length < row) rows.push([])
    rows[row] = values.map((cell, column) => (typeof cell === 'string' ? share(column, cell) : cell))
  }
  return { rows, ...found }
}
