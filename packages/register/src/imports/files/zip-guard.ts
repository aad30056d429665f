/** Looks at a workbook's ZIP directory before anything is unpacked: bounds what unpacking may cost, and refuses DOCTYPE. Reads no sheet. */
import { constants, inflateRawSync } from 'node:zlib'
import { problem } from '@bangfu/kernel'

/** A province's largest sheet (1 million rows × 30 columns) stays below these. Text of one part must fit one JavaScript string. */
export const zipLimits = { entries: 5000, partBytes: 500 * 1024 * 1024, totalBytes: 1024 * 1024 * 1024, ratio: 250, ratioFrom: 4 * 1024 * 1024 }

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const sentinel = 0xffffffff

/** ZIP64: sizes and offset that do not fit 32 bits stand in the extra field, in this order, only those that are marked. */
function wide(view: DataView, extraAt: number, extraLength: number, entry: ZipEntry): ZipEntry {
  let { packed, unpacked, offset } = entry
  for (let at = extraAt; at + 4 <= Math.min(extraAt + extraLength, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let value = at + 4
    const end = Math.min(value + view.getUint16(at + 2, true), view.byteLength)
    const next = (): number => {
      const number = value + 8 <= end ? Number(view.getBigUint64(value, true)) : sentinel
      value += 8
      return number
    }
    if (unpacked === sentinel) unpacked = next()
    if (packed === sentinel) packed = next()
    if (offset === sentinel) offset = next()
    break
  }
  return { ...entry, packed, unpacked, offset }
}

/** Where the directory stands and how many entries it has; those of ZIP64 where the short record refers to them. */
function directoryOf(view: DataView, end: number): { readonly at: number; readonly count: number } | undefined {
  const short = { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) }
  if (short.at !== sentinel && short.count !== 0xffff) return short
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return undefined
  const record = Number(view.getBigUint64(end - 12, true))
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) return undefined
  return { at: Number(view.getBigUint64(record + 48, true)), count: Number(view.getBigUint64(record + 32, true)) }
}

/** Entries of the central directory; throws `imports/damaged-file` when it is cut short. */
export function zipEntries(bytes: Uint8Array, file: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = (what: string) => problem('imports/damaged-file', { file, what })
  let end = -1
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 65_557); i -= 1) {
    if (view.getUint32(i, true) === 0x06054b50) { end = i; break }
  }
  if (end < 0) throw damaged('ZIP 目录缺失 / no directory')
  const directory = directoryOf(view, end)
  if (!directory) throw damaged('ZIP64 目录缺失 / no ZIP64 directory')
  // A count beyond the limit is refused by the caller; there is no need to walk it all.
  const count = Math.min(directory.count, zipLimits.entries + 1)
  const entries: ZipEntry[] = []
  let { at } = directory
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('ZIP 目录不完整 / directory cut short')
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    entries.push(wide(view, at + 46 + nameLength, extra, {
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(nameLength, bytes.length - at - 46)).toString('utf8'),
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true),
    }))
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** The packed bytes of an entry; empty when they lie beyond the file. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) return bytes.subarray(0, 0)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  return bytes.subarray(start, start + entry.packed)
}

/** The first kilobytes of an entry, unpacked; empty when they cannot be. A DOCTYPE stands before the root element, so they suffice. */
function headOf(bytes: Uint8Array, entry: ZipEntry): string {
  const packed = packedBytes(bytes, entry).subarray(0, 2048)
  try {
    const text = entry.method === 0 ? packed : inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 })
    return Buffer.from(text.subarray(0, 8192)).toString('latin1')
  } catch {
    return ''
  }
}

/** Entries that share bytes: a small file whose parts are all the same part would be unpacked, and read, a thousand times. */
function overlaps(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  return sorted.some((entry, i) => i > 0 && sorted[i - 1]!.offset + 30 + sorted[i - 1]!.packed > entry.offset)
}

/** The directory; throws when the ZIP is a bomb, too large, cut short, no workbook, or holds a DOCTYPE. */
export function guardWorkbook(bytes: Uint8Array, file: string): readonly ZipEntry[] {
  const entries = zipEntries(bytes, file)
  if (entries.length > zipLimits.entries) throw problem('imports/zip-bomb', { file, what: `${entries.length} 个部件 / parts` })
  if (overlaps(entries)) throw problem('imports/zip-bomb', { file, what: '部件重叠 / overlapping parts' })
  const names = new Set(entries.map((entry) => entry.name))
  if (!names.has('[Content_Types].xml')) throw problem('imports/not-a-table', { file, what: names.has('mimetype') ? 'OpenDocument' : 'ZIP' })
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) throw problem('imports/not-a-table', { file, what: names.has('word/document.xml') ? 'Word' : 'PowerPoint' })
  let total = 0
  for (const entry of entries) {
    total += entry.unpacked
    const megabytes = `${Math.ceil(entry.unpacked / 1048576)} MB`
    // A directory that states size 0 for packed content lies about it, and would unpack without a bound.
    if (entry.unpacked === 0 && entry.packed > 2) throw problem('imports/zip-bomb', { file, what: `${entry.name}: 0` })
    if (entry.unpacked > zipLimits.ratioFrom && entry.unpacked > entry.packed * zipLimits.ratio) throw problem('imports/zip-bomb', { file, what: `${entry.name}: ${megabytes}, 1:${Math.round(entry.unpacked / Math.max(1, entry.packed))}` })
    if (entry.unpacked > zipLimits.partBytes || total > zipLimits.totalBytes) throw problem('imports/too-large', { file, what: `${entry.name}: ${megabytes}`, limit: `${zipLimits.partBytes / 1048576} MB` })
  }
  for (const entry of entries) {
    if (/\.(xml|rels)$/i.test(entry.name) && /<!(DOCTYPE|ENTITY)/i.test(headOf(bytes, entry))) throw problem('imports/external-entity', { file })
  }
  return entries
}
