/** Hashes of a run's files, as they were when it was published and as they are. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

export type FileHashes = Readonly<Record<string, string>>

/** SHA-256 of every file below the folder, by its path in it. Throws when there is no such folder. */
export async function hashFiles(folder: string): Promise<FileHashes> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const hashes: Record<string, string> = {}
  for (const entry of entries.filter((e) => e.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    hashes[relative(folder, path).replaceAll(sep, '/')] = hash.digest('hex')
  }
  return hashes
}

/** Files that are no more what they were, gone or new. */
export function changedFiles(before: FileHashes, now: FileHashes): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]).sort()
}
