/**
 * Freezes the register into Parquet: what is true of a day, as known until an instant. The transaction's scope decides which places are in it.
 * PostgreSQL copies out, DuckDB writes; no row passes through JavaScript objects.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { canonicalJson, sha256Hex, snapshotTables, type EntityKey, type PlainDate, type SnapshotColumn, type SnapshotManifest, type SnapshotTable } from '@bangfu/kernel'
import { openDuckDb, quoteName, quoteText, readParquetSql, writeParquet, type Database } from '@bangfu/stages'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { entityOfTable, entitySelectSql, otherSelects } from './snapshot-source.ts'

export interface SnapshotOptions {
  readonly asOf: PlainDate
  /** ISO 8601 instant; absent: everything recorded so far. */
  readonly recordedUntil?: string
  /** Folder to make; anything in it is replaced. */
  readonly dir: string
  readonly memoryLimitMb?: number
  readonly threads?: number
  /** Relation of an entity's facts; default the current tables. A fold as of a past instant is passed here. */
  readonly relationOf?: (entity: EntityKey) => string
}

/** Date and instant as literals: COPY takes no parameters. Both are checked by their form before. */
function withLiterals(sql: string, asOf: PlainDate, until: string): string {
  const instant = /^[0-9T:.+\-Z ]+$/.test(until) ? until : 'infinity'
  return sql.replaceAll('$asOf', `date '${asOf}'`).replaceAll('$until', `timestamptz '${instant}'`)
}

function csvColumns(columns: readonly SnapshotColumn[]): string {
  return `{${columns.map((c) => `${quoteText(c.name)}: ${quoteText(c.type === 'VARCHAR[]' ? 'VARCHAR' : c.type)}`).join(', ')}}`
}

function selectFromCsv(path: string, columns: readonly SnapshotColumn[]): string {
  const list = columns.map((c) => c.type === 'VARCHAR[]'
    ? `CASE WHEN ${quoteName(c.name)} = '' THEN []::VARCHAR[] ELSE string_split(${quoteName(c.name)}, '|') END AS ${quoteName(c.name)}`
    : quoteName(c.name))
  return `SELECT ${list.join(', ')} FROM read_csv(${quoteText(path)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 8000000, columns = ${csvColumns(columns)})`
}

/** Hash of the rows' contents, whatever file and order they stand in. */
async function contentHash(database: Database, path: string): Promise<{ rows: number; hash: string }> {
  const [row] = await database.all<{ n: bigint; h: string | null }>(`SELECT count(*) AS n, sha256(string_agg(h, '' ORDER BY h)) AS h FROM (SELECT md5(CAST(t AS VARCHAR)) AS h FROM ${readParquetSql(path)} t)`)
  return { rows: Number(row!.n), hash: row!.h ?? sha256Hex('') }
}

async function copyTable(tx: pg.ClientBase, database: Database, table: SnapshotTable, sql: string, dir: string): Promise<{ rows: number; hash: string }> {
  const csv = `${dir}/${table}.csv`
  const columns = snapshotTables[table] as readonly SnapshotColumn[]
  await pipeline(tx.query(copyTo(`copy (${sql}) to stdout with (format csv)`)), createWriteStream(csv))
  await writeParquet(database, selectFromCsv(csv, columns), `${dir}/${table}.parquet`)
  await rm(csv)
  return contentHash(database, `${dir}/${table}.parquet`)
}

/** Writes all tables and `manifest.json`; the transaction should be repeatable read, so that all tables are of one moment. */
export async function writeSnapshot(tx: pg.ClientBase, options: SnapshotOptions): Promise<SnapshotManifest> {
  await rm(options.dir, { recursive: true, force: true })
  await mkdir(options.dir, { recursive: true })
  const now = await tx.query<{ now: Date }>('select now()')
  const recordedUntil = options.recordedUntil ?? now.rows[0]!.now.toISOString()
  const relationOf = options.relationOf ?? ((entity: EntityKey) => `register.${entity}_current`)
  const database = await openDuckDb({ memoryLimitMb: options.memoryLimitMb ?? 400, threads: options.threads ?? 2, tempDir: `${options.dir}/tmp` })
  try {
    const tables: Partial<Record<SnapshotTable, { rows: number; hash: string }>> = {}
    for (const table of Object.keys(snapshotTables) as SnapshotTable[]) {
      const entity = entityOfTable(table)
      const sql = entity ? entitySelectSql(entity, relationOf(entity)) : otherSelects[table as keyof typeof otherSelects]
      tables[table] = await copyTable(tx, database, table, withLiterals(sql, options.asOf, options.recordedUntil ?? 'infinity'), options.dir)
    }
    const complete = tables as SnapshotManifest['tables']
    const hash = sha256Hex(canonicalJson({ asOf: options.asOf, tables: complete }))
    const manifest: SnapshotManifest = { format: 'bangfu.snapshot/1', id: hash.slice(0, 16), asOf: options.asOf, recordedUntil, hash, tables: complete }
    await writeFile(`${options.dir}/manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`)
    return manifest
  } finally {
    database.close()
    await rm(`${options.dir}/tmp`, { recursive: true, force: true })
  }
}

