/** Runs a pack over a snapshot into a fresh folder and reads the tables back. For tests. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePlainDate } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { openDuckDb, type SqlRow } from '@bangfu/stages'
import { runMeasures, runTableSql, type RunManifest, type RunTable } from '../src/index.ts'

export interface RunStory {
  readonly manifest: RunManifest
  readonly outDir: string
  rows(table: RunTable, where?: string): Promise<readonly SqlRow[]>
}

export async function runStory(pack: Pack, snapshotDir: string, options: { threads?: number; asOf?: string; outDir?: string } = {}): Promise<RunStory> {
  const outDir = options.outDir ?? mkdtempSync(join(tmpdir(), 'bangfu-run-'))
  const manifest = await runMeasures({ pack, snapshotDir, outDir, asOf: parsePlainDate(options.asOf ?? '2018-06-30'), threads: options.threads ?? 2, memoryLimitMb: 200, programVersion: 'test' })
  return {
    manifest, outDir,
    rows: async (table, where = 'true') => {
      const database = await openDuckDb({ memoryLimitMb: 100, threads: 1, tempDir: join(outDir, 'read') })
      try {
        return await database.all(`SELECT * FROM ${runTableSql(outDir, table)} WHERE ${where} ORDER BY ALL`)
      } finally {
        database.close()
      }
    },
  }
}
