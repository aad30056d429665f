/** A table's content as one hash that depends on its rows only, not on their order, the file's layout or the number of threads. */
import { canonicalJson, sha256Hex } from '@bangfu/kernel'
import { quoteName, type Database } from '@bangfu/stages'

/**
 * Rows and hash. Each row is hashed twice by DuckDB and the numbers are added up over all rows; rows of a table are distinct by their keys,
 * so equal sums mean equal tables. It shows that a run repeats; it is no seal: DuckDB's hash is not cryptographic and may change with its version.
 */
export async function tableHash(database: Database, source: string, columns: readonly string[]): Promise<{ readonly rows: number; readonly hash: string }> {
  const row = columns.map(quoteName).join(', ')
  const [sums] = await database.all<{ rows: bigint; first: bigint | null; second: bigint | null }>(
    `SELECT count(*) AS rows, sum(hash(${row})) AS first, sum(hash(1, ${row})) AS second FROM ${source}`, { stage: 'table hash' })
  return { rows: Number(sums!.rows), hash: sha256Hex(canonicalJson({ columns, rows: String(sums!.rows), first: String(sums!.first), second: String(sums!.second) })) }
}
