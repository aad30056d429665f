/** Unpacks named parts of an Office file in memory, bounded before anything is unpacked. Reads no part. */
import { problem } from '@bangfu/kernel'
import { unzipSync, type UnzipFileInfo } from 'fflate'

/** The text of a thousand-page document stays far below these; pictures are never unpacked. */
export const partLimits = { entries: 10_000, partBytes: 64 * 1024 * 1024, totalBytes: 160 * 1024 * 1024, ratio: 250, ratioFrom: 1024 * 1024 }

export interface PackedParts {
  readonly names: ReadonlySet<string>
  /** The parts that were asked for and are there. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

class Guard {
  readonly names = new Set<string>()
  private total = 0
  private readonly file: string
  constructor(file: string) { this.file = file }

  private refuse(zhWhat: string, enWhat: string): never {
    throw problem('plan/document-bomb', { file: this.file, zhWhat, enWhat })
  }

  /** By what the directory states; unpacking writes no more than stated. */
  admit(entry: UnzipFileInfo, wanted: boolean): boolean {
    this.names.add(entry.name)
    if (this.names.size > partLimits.entries) this.refuse(`部件超过 ${partLimits.entries} 个`, `more than ${partLimits.entries} parts`)
    if (!wanted) return false
    const megabytes = Math.ceil(entry.originalSize / 1048576)
    this.total += entry.originalSize
    const inflates = entry.originalSize > partLimits.ratioFrom && entry.originalSize > entry.size * partLimits.ratio
    if (entry.originalSize > partLimits.partBytes || this.total > partLimits.totalBytes || inflates) this.refuse(`${entry.name} 有 ${megabytes} MB`, `${entry.name} has ${megabytes} MB`)
    return true
  }
}

/** Names of all parts, and the bytes of those wanted. Throws one problem when the archive is a bomb or damaged. */
export function openParts(bytes: Uint8Array, wanted: (name: string) => boolean, file: string): PackedParts {
  const guard = new Guard(file)
  try {
    const parts = unzipSync(bytes, { filter: (entry) => guard.admit(entry, wanted(entry.name)) })
    return { names: guard.names, parts: new Map(Object.entries(parts)) }
  } catch (error) {
    if (error instanceof Error && 'problems' in error) throw error
    throw problem('plan/document-damaged', { file, zhWhat: '压缩目录或内容读不出', enWhat: 'its archive cannot be unpacked' })
  }
}
