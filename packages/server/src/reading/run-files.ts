/** Reads the Parquet files of a run with DuckDB, a page or a household at a time. The lists themselves are in the register. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDuckDb, type Database } from '@bangfu/stages'
import type { RunFacts } from './latest-run.ts'

export function runFolder(dataFolder: string, folder: string): string {
  return join(dataFolder, 'runs', folder)
}

/** Runs `read` on a fresh in-memory DuckDB; undefined when the run's files are not on this machine. */
export async function withRunFiles<T>(dataFolder: string, run: RunFacts | undefined, read: (database: Database, folder: string) => Promise<T>): Promise<T | undefined> {
  if (!run) return undefined
  const folder = runFolder(dataFolder, run.folder)
  if (!existsSync(folder)) return undefined
  const tempDir = await mkdtemp(join(tmpdir(), 'bangfu-read-'))
  const database = await openDuckDb({ memoryLimitMb: 200, threads: 1, tempDir })
  try {
    return await read(database, folder)
  } finally {
    database.close()
    await rm(tempDir, { recursive: true, force: true })
  }
}
