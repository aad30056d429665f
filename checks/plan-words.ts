/**
 * The plan's sentences are not in the repository: hashes of every run of 14 Chinese characters of the document, to compare our texts with.
 * Runs stop at digits, Latin letters and book-title marks (figures, names of documents are facts); lines that only list bodies are left out.
 * Write anew with `node checks/plan-words.ts FILE`.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { chineseRuns } from '@bangfu/plan'

const hashFile = new URL('plan-words.bin', import.meta.url)

export function runHash(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 16)
}

/** The stored hashes, 8 bytes each. */
export function storedHashes(): ReadonlySet<string> {
  const bytes = readFileSync(hashFile)
  return new Set(Array.from({ length: bytes.length / 8 }, (_, i) => bytes.toString('hex', i * 8, i * 8 + 8)))
}

if (process.argv[1]?.endsWith('plan-words.ts') && process.argv[2]) {
  const lines = readFileSync(process.argv[2], 'utf8').split('\n').slice(1)
  const sentences = lines.filter((line) => !/^(省|各级|人民银行|有关).*(负责|配合|责任)$/.test(line.trim()))
  const hashes = new Set(sentences.flatMap((line) => [...chineseRuns(line)].map(({ run }) => runHash(run))))
  writeFileSync(hashFile, Buffer.concat([...hashes].sort().map((h) => Buffer.from(h, 'hex'))))
}
