/** A folder of texts as one .zip (APPNOTE 6.3.10: deflate, UTF-8 names). The same folder gives the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

const utf8Names = 0x0800
const deflated = 8
/** 1980-01-01: the earliest day that the format knows, so that no clock is in the bytes. */
const firstDay = 0x0021

function header(signature: number, size: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(size)
  buffer.writeUInt32LE(signature, 0)
  for (const [at, bytes, value] of fields) buffer.writeUIntLE(value, at, bytes)
  return buffer
}

export function zipFolder(folder: string, files: readonly { readonly path: string; readonly text: string }[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { path, text } of files) {
    const name = Buffer.from(`${folder}/${path}`)
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const about = [[utf8Names, 2], [deflated, 2], [0, 2], [firstDay, 2], [crc32(plain), 4], [packed.length, 4], [plain.length, 4], [name.length, 2]] as const
    const fields = (from: number) => {
      let at = from
      return about.map(([value, bytes]) => { const field = [at, bytes, value] as const; at += bytes; return field })
    }
    const local = Buffer.concat([header(0x04034b50, 30, [[4, 2, 20], ...fields(6)]), name, packed])
    bodies.push(local)
    entries.push(Buffer.concat([header(0x02014b50, 46, [[4, 2, 20], [6, 2, 20], ...fields(8), [42, 4, offset]]), name]))
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = header(0x06054b50, 22, [[8, 2, files.length], [10, 2, files.length], [12, 4, directory.length], [16, 4, offset]])
  return Buffer.concat([...bodies, directory, end])
}
