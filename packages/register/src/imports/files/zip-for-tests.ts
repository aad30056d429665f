/** Makes small ZIP archives for tests, honest or lying about sizes. */
import { deflateRawSync } from 'node:zlib'

export interface ZipShape {
  /** Unpacked size that the directory states, for all parts or by name. */
  readonly size?: number
  readonly sizes?: Readonly<Record<string, number>>
  /** Put sizes into ZIP64 extra fields. */
  readonly wide?: boolean
}

function header(name: string, packed: number, unpacked: number): Buffer {
  const sizes = Buffer.alloc(20)
  sizes.writeUInt16LE(8, 0) // deflated
  sizes.writeUInt32LE(packed, 10)
  sizes.writeUInt32LE(unpacked, 14)
  sizes.writeUInt16LE(Buffer.byteLength(name), 18)
  return sizes
}

export function zipSync(parts: Readonly<Record<string, string | Buffer>>, shape: ZipShape): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content))
    const unpacked = shape.sizes?.[name] ?? shape.size ?? Buffer.byteLength(content)
    const local = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), header(name, packed.length, Math.min(unpacked, 0xfffffffe)), Buffer.alloc(2), Buffer.from(name), packed])
    const extra = Buffer.alloc(shape.wide ? 20 : 0)
    if (shape.wide) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(16, 2)
      extra.writeBigUInt64LE(BigInt(unpacked), 4)
      extra.writeBigUInt64LE(BigInt(packed.length), 12)
    }
    const tail = Buffer.alloc(16)
    tail.writeUInt16LE(extra.length, 0)
    tail.writeUInt32LE(offset, 12)
    const central = header(name, shape.wide ? 0xffffffff : packed.length, shape.wide ? 0xffffffff : unpacked)
    directory.push(Buffer.from('PK\x01\x02\x14\x00\x14\x00\x00\x00', 'latin1'), central, tail, Buffer.from(name), extra)
    bodies.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
