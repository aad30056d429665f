/** Writes a small snapshot from row literals, as the register would. For tests; every column not given is unknown. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, parsePlainDate, sha256Hex, snapshotTables, type SnapshotTable } from '@bangfu/kernel'
import { openDuckDb, quoteName, writeParquet, type SqlParameter } from '@bangfu/stages'

export type SnapshotRows = Partial<Record<SnapshotTable, readonly Readonly<Record<string, SqlParameter>>[]>>

export async function writeSnapshot(rows: SnapshotRows, options: { folder?: string; asOf?: string } = {}): Promise<string> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'bangfu-snapshot-'))
  mkdirSync(folder, { recursive: true })
  const database = await openDuckDb({ memoryLimitMb: 300, threads: 1, tempDir: join(folder, 'spill') })
  const tables: Record<string, { rows: number; hash: string }> = {}
  for (const [table, columns] of Object.entries(snapshotTables)) {
    const given = rows[table as SnapshotTable] ?? []
    await database.run(`CREATE TABLE ${table} (${columns.map((c) => `${quoteName(c.name)} ${c.type}`).join(', ')})`)
    for (let start = 0; start < given.length; start += 100) {
      const page = given.slice(start, start + 100)
      const used = columns.filter((c) => page.some((row) => row[c.name] !== undefined))
      const parameters: Record<string, SqlParameter> = {}
      const values = page.map((row, i) => `(${used.map((c, j) => {
        parameters[`p${i}_${j}`] = row[c.name] ?? null
        return `CAST($p${i}_${j} AS ${c.type})`
      }).join(', ')})`)
      await database.run(`INSERT INTO ${table} (${used.map((c) => quoteName(c.name)).join(', ')}) VALUES ${values.join(', ')}`, { parameters })
    }
    for (const row of given) for (const name of Object.keys(row)) if (!columns.some((c) => c.name === name)) throw new Error(`${table} has no column ${name}`)
    await writeParquet(database, `SELECT * FROM ${table} ORDER BY 1`, join(folder, `${table}.parquet`))
    tables[table] = { rows: given.length, hash: sha256Hex(canonicalJson(given)) }
  }
  database.close()
  const asOf = parsePlainDate(options.asOf ?? '2018-06-30')
  const manifest = { format: 'bangfu.snapshot/1', id: 'test', asOf, recordedUntil: `${asOf}T23:59:59Z`, hash: sha256Hex(canonicalJson(tables)), tables }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}
