/** Looks at a workbook's ZIP directory before anything is unpacked: bounds what unpacking may cost, and refuses DOCTYPE. Reads no sheet. */
import { constants, inflateRawSync } from 'node:zlib'
import { problem } from '@bangfu/kernel'

/** A province's largest sheet (1 million rows × 30 columns) stays below these. Text of one part must fit one JavaScript string. */
export const zipLimits = { entries: 5000, partBytes: 500 * 1024 * 1024, totalBytes: 1024 * 1024 * 1024, ratio: 250, ratioFrom: 4 * 1024 * 1024 }

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
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
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('ZIP 目录不完整 / directory cut short')
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    entries.push({
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(nameLength, bytes.length - at - 46)).toString('utf8'),
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** The first kilobytes of an entry, unpacked; empty when they cannot be. A DOCTYPE stands before the root element, so they suffice. */
function headOf(bytes: Uint8Array, entry: ZipEntry): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) return ''
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, Math.min(start + 2048, start + entry.packed))
  try {
    const text = entry.method === 0 ? packed : inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 })
    return Buffer.from(text.subarray(0, 8192)).toString('latin1')
  } catch {
    return ''
  }
}

/** Throws when the ZIP is a bomb, too large, cut short, no workbook, or holds a DOCTYPE. */
export function guardWorkbook(bytes: Uint8Array, file: string): void {
  const entries = zipEntries(bytes, file)
  if (entries.length > zipLimits.entries) throw problem('imports/zip-bomb', { file, what: `${entries.length} 个部件 / parts` })
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
    if (entry.unpacked > zipLimits.partBytes || total > zipLimits.totalBytes) throw problem('imports/zip-bomb', { file, what: `${entry.name}: ${megabytes}` })
  }
  for (const entry of entries) {
    if (/\.(xml|rels)$/i.test(entry.name) && /<!(DOCTYPE|ENTITY)/i.test(headOf(bytes, entry))) throw problem('imports/external-entity', { file })
  }
}
