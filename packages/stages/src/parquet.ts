/** Parquet files as sources and results of stages. */
import { existsSync } from 'node:fs'
import { problem } from '@bangfu/kernel'
import type { Database, RunOptions } from './database.ts'
import { quoteName, quoteText } from './sql-name.ts'

/** `read_parquet(...)` of one file or of a pattern such as `dir/*.parquet`. */
export function readParquetSql(path: string): string {
  return `read_parquet(${quoteText(path)})`
}

export function parquetViewSql(name: string, path: string): string {
  return `CREATE OR REPLACE VIEW ${quoteName(name)} AS SELECT * FROM ${readParquetSql(path)}`
}

/** Rows a group: each thread that writes holds one, so that rows of ordinary width stay within a few MB. */
const defaultRowGroupRows = 20_480

/** `rowGroupRows`: fewer for rows that are wide (reasons in words), a multiple of 2,048. */
export function copyToParquetSql(selectSql: string, path: string, rowGroupRows: number = defaultRowGroupRows): string {
  return `COPY (\n${selectSql}\n) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupRows})`
}

export function copyToCsvSql(selectSql: string, path: string): string {
  return `COPY (\n${selectSql}\n) TO ${quoteText(path)} (FORMAT csv, HEADER)`
}

/** Writes the rows of a SELECT; the rows' order is the SELECT's. */
export async function writeParquet(database: Database, selectSql: string, path: string, options: RunOptions = {}): Promise<void> {
  await database.run(copyToParquetSql(selectSql, path), options)
}

/** Makes the file readable under the name; refuses a file that is missing, damaged or lacks one of the columns. */
export async function readParquet(database: Database, name: string, path: string, columns: readonly string[] = []): Promise<void> {
  if (!existsSync(path)) throw problem('stages/unreadable-file', { file: path })
  try {
    await database.run(parquetViewSql(name, path))
  } catch {
    throw problem('stages/unreadable-file', { file: path })
  }
  const found = new Set((await database.all<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${quoteName(name)})`)).map((c) => c.column_name))
  const missing = columns.find((c) => !found.has(c))
  if (missing !== undefined) throw problem('stages/missing-column', { file: path, column: missing })
}
