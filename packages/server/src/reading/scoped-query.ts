/** One statement inside a transaction that has entered the actor's scope: row-level security decides what it sees. */
export type ScopedQuery = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>

/** Collects values of a statement and hands out their places, so that no value is ever spliced. */
export class SqlValues {
  readonly list: unknown[] = []

  /** `$n` of the value. */
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}
