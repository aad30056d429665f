/** Opens an in-memory DuckDB with a memory limit, a number of threads and a folder to spill into. */
import { mkdirSync } from 'node:fs'
import { DuckDBInstance, type DuckDBConnection, type DuckDBPreparedStatement } from '@duckdb/node-api'
import type { Database, RunOptions, SqlRow, SqlValue } from './database.ts'
import { bindParameters, sqlValueOf } from './duck-value.ts'
import { stageFailure } from './stage-failure.ts'

export interface DuckDbOptions {
  /** Memory of the database, MB of 10^6 bytes; the process itself comes on top. */
  readonly memoryLimitMb: number
  readonly threads: number
  /** Folder for what does not fit into memory. It is made when missing and belongs to this database alone. */
  readonly tempDir: string
  /** False: rows without ORDER BY may come in any order, which needs less memory. Default true. */
  readonly keepsScanOrder?: boolean
}

export async function openDuckDb(options: DuckDbOptions): Promise<Database> {
  mkdirSync(options.tempDir, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads),
    memory_limit: `${options.memoryLimitMb}MB`,
    temp_directory: options.tempDir,
    preserve_insertion_order: String(options.keepsScanOrder ?? true),
    // Nothing is fetched: extensions are neither installed nor loaded behind our back.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  return new DuckDatabase(instance, await instance.connect(), options)
}

class DuckDatabase implements Database {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #memoryLimitMb: number
  readonly #threads: number

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, options: Pick<DuckDbOptions, 'memoryLimitMb' | 'threads'>) {
    this.#instance = instance
    this.#connection = connection
    this.#memoryLimitMb = options.memoryLimitMb
    this.#threads = options.threads
  }

  async run(sql: string, options: RunOptions = {}): Promise<void> {
    const alone = options.oneThread === true && this.#threads > 1
    if (alone) await this.#connection.run('SET threads = 1')
    try {
      await this.#prepared(sql, options, async (statement) => { await statement.run() })
    } finally {
      if (alone) await this.#connection.run(`SET threads = ${this.#threads}`)
    }
  }

  async all<Row extends SqlRow>(sql: string, options: RunOptions = {}): Promise<readonly Row[]> {
    return this.#prepared(sql, options, async (statement) => {
      const reader = await statement.runAndReadAll()
      return rowsOf<Row>(reader.deduplicatedColumnNames(), reader.getRows().map((row) => row.map(sqlValueOf)))
    })
  }

  async *pages<Row extends SqlRow>(sql: string, options: RunOptions = {}): AsyncIterable<readonly Row[]> {
    const stage = options.stage ?? 'statement'
    try {
      const statement = await this.#connection.prepare(sql)
      bindParameters(statement, options.parameters ?? {}, stage)
      const result = await statement.stream()
      const names = result.deduplicatedColumnNames()
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        yield rowsOf<Row>(names, chunk.getRows().map((row) => row.map(sqlValueOf)))
      }
    } catch (error) {
      throw stageFailure(error, stage, sql, this.#memoryLimitMb)
    }
  }

  close(): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  async #prepared<T>(sql: string, options: RunOptions, use: (statement: DuckDBPreparedStatement) => Promise<T>): Promise<T> {
    const stage = options.stage ?? 'statement'
    let statement: DuckDBPreparedStatement | undefined
    try {
      statement = await this.#connection.prepare(sql)
      bindParameters(statement, options.parameters ?? {}, stage)
      return await use(statement)
    } catch (error) {
      throw stageFailure(error, stage, sql, this.#memoryLimitMb)
    } finally {
      statement?.destroySync()
    }
  }
}

function rowsOf<Row extends SqlRow>(names: readonly string[], rows: readonly SqlValue[][]): readonly Row[] {
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])) as unknown as Row)
}
