/** What a stage runs on: an analytical database behind four calls. DuckDB is the one implementation here. */

/** Values in. Whole numbers only; decimals and dates travel as text and are cast in SQL. */
export type SqlParameter = string | number | bigint | boolean | null | readonly string[]
export type SqlParameters = Readonly<Record<string, SqlParameter>>

/** Values out: DECIMAL, DATE and TIMESTAMP as exact text, BIGINT and HUGEINT as bigint, smaller integers as number. */
export type SqlValue = string | number | bigint | boolean | null | readonly SqlValue[] | { readonly [key: string]: SqlValue }
export type SqlRow = Readonly<Record<string, SqlValue>>

export interface RunOptions {
  readonly parameters?: SqlParameters
  /** Name under which a failure is reported; default `statement`. */
  readonly stage?: string
  /** Run the statement on one thread: sorted output then flows row by row instead of waiting in memory until its turn. */
  readonly oneThread?: boolean
}

export interface Database {
  /** Runs one statement and drops its result. */
  run(sql: string, options?: RunOptions): Promise<void>
  /** All rows of one statement. For results that fit the page they are shown on. */
  all<Row extends SqlRow = SqlRow>(sql: string, options?: RunOptions): Promise<readonly Row[]>
  /** The rows in pieces of a few thousand, for results that do not fit into memory. */
  pages<Row extends SqlRow = SqlRow>(sql: string, options?: RunOptions): AsyncIterable<readonly Row[]>
  close(): void
}
