/** Tells what a file is by its bytes, never by its name, and refuses what is no table with one clear problem. */
import { problem } from '@bangfu/kernel'

export type FileKind = 'xlsx' | 'csv'

/** Bytes of a file that may be read at all: a province's largest register export is below a tenth of it. */
export const fileByteLimit = 300 * 1024 * 1024

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

/** UTF-16LE name in the directory of an OLE2 container. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

function refuseOle(bytes: Uint8Array, file: string): never {
  if (holdsStream(bytes, 'EncryptedPackage') || holdsStream(bytes, 'EncryptionInfo')) throw problem('imports/encrypted', { file })
  if (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')) throw problem('imports/old-xls', { file })
  throw problem('imports/not-a-table', { file, what: holdsStream(bytes, 'WordDocument') ? 'Word 97-2003' : 'OLE2' })
}

const others: readonly { readonly what: string; readonly signature: readonly number[] }[] = [
  { what: 'PDF', signature: [0x25, 0x50, 0x44, 0x46] },
  { what: 'PNG', signature: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'JPEG', signature: [0xff, 0xd8, 0xff] },
  { what: 'RAR', signature: [0x52, 0x61, 0x72, 0x21] },
  { what: '7z', signature: [0x37, 0x7a, 0xbc, 0xaf] },
  { what: 'gzip', signature: [0x1f, 0x8b] },
  { what: 'RTF', signature: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

/** The kind of the file; throws a problem for empty, too large, encrypted, old, renamed or foreign files. */
export function fileKindOf(bytes: Uint8Array, file: string): FileKind {
  if (bytes.length === 0) throw problem('imports/empty-file', { file })
  if (bytes.length > fileByteLimit) throw problem('imports/too-large', { file, what: `${Math.ceil(bytes.length / 1048576)} MB`, limit: `${fileByteLimit / 1048576} MB` })
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOle(bytes, file)
  for (const other of others) if (startsWith(bytes, other.signature)) throw problem('imports/not-a-table', { file, what: other.what })
  const named = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase()
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    if (named === 'csv' || named === 'txt') throw problem('imports/renamed-file', { file, what: 'Excel / ZIP' })
    return 'xlsx'
  }
  const head = latin(bytes, 0, 512).replace(/^\xef\xbb\xbf/, '').trimStart().toLowerCase()
  if (head.startsWith('<html') || head.startsWith('<!doctype html') || head.startsWith('<table')) throw problem('imports/renamed-file', { file, what: '网页 / HTML' })
  if (head.startsWith('<?xml')) throw problem('imports/renamed-file', { file, what: 'XML' })
  if (named === 'xlsx' || named === 'xlsm') {
    const text = !bytes.subarray(0, 512).some((byte) => byte < 9)
    if (text) throw problem('imports/renamed-file', { file, what: '文本 / text' })
    throw problem('imports/damaged-file', { file, what: '不是 ZIP / no ZIP signature' })
  }
  return 'csv'
}
