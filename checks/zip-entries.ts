/** Reads the entries of a zip file (xlsx, docx) for the checks; not for hostile input. */
import { inflateRawSync } from 'node:zlib'

/** Inflated entries by name, or none when the bytes are no zip. */
export function zipEntries(bytes: Buffer): readonly { readonly name: string; readonly data: Buffer }[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return []
  const entries: { name: string; data: Buffer }[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10) && bytes.readUInt32LE(at) === 0x02014b50; i += 1) {
    const [method, size, nameLength, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(start, start + size)
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), data: method === 8 ? inflateRawSync(raw) : raw })
    at += 46 + nameLength + extra + comment
  }
  return entries
}
