/** Opens a snapshot folder for reading: manifest checked, every table a view of its name. Never writes into it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError, findPlainDate, keyColumn, problem, problemData, snapshotTables, type EntityKey, type ProblemData, type SnapshotManifest, type SnapshotTable } from '@bangfu/kernel'
import { quoteName, readParquet, runStages, type Database } from '@bangfu/stages'
import { memberStages } from './household-members.ts'

export const entityTables = { person: 'persons', household: 'households', village: 'villages', facility: 'facilities' } as const satisfies Record<EntityKey, SnapshotTable>

export function readSnapshotManifest(folder: string): SnapshotManifest {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw problem('measures/no-snapshot', { folder })
  let manifest: Partial<SnapshotManifest>
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<SnapshotManifest>
  } catch {
    throw problem('measures/bad-manifest', { file })
  }
  if (manifest.format !== 'bangfu.snapshot/1' || typeof manifest.hash !== 'string' || !findPlainDate(String(manifest.asOf))) throw problem('measures/bad-manifest', { file })
  return manifest as SnapshotManifest
}

/** Makes the snapshot readable. Refuses it, with all faults at once, when a file is missing, damaged, short of a column or names a subject twice. */
export async function openSnapshot(database: Database, folder: string): Promise<SnapshotManifest> {
  const manifest = readSnapshotManifest(folder)
  const faults: ProblemData[] = []
  for (const [table, columns] of Object.entries(snapshotTables)) {
    try {
      await readParquet(database, table, join(folder, `${table}.parquet`), columns.map((c) => c.name))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      faults.push(...error.problems)
    }
  }
  if (faults.length > 0) throw new ProblemError(faults)
  for (const [entity, table] of Object.entries(entityTables) as [EntityKey, SnapshotTable][]) {
    const key = quoteName(keyColumn(entity))
    const [row] = await database.all<{ twice: bigint }>(`SELECT (count(*) - count(DISTINCT ${key}))::BIGINT AS twice FROM ${table}`)
    if (row!.twice > 0n) faults.push(problemData('measures/duplicate-subject', { table, count: Number(row!.twice) }))
  }
  if (faults.length > 0) throw new ProblemError(faults)
  await runStages(database, memberStages)
  return manifest
}
