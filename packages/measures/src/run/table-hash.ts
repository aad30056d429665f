/** A table's content as one hash that depends on its rows only, not on their order, the file's layout or the number of threads. */
import { canonicalJson, sha256Hex } from '@bangfu/kernel'
import { quoteName, type Database } from '@bangfu/stages'

/**
 * Rows and hash. Each row is hashed by DuckDB; the numbers of all rows are added up and, apart from that, combined bit by bit. Rows of a table are
 * distinct by their keys, so that two tables agree in both only by a chance of one in 2^64 or less. It shows that a run repeats; it is no seal: DuckDB's hash is not cryptographic and may change with its version.
 */
export async function tableHash(database: Database, source: string, columns: readonly string[]): Promise<{ readonly rows: number; readonly hash: string }> {
  const row = columns.map(quoteName).join(', ')
  const [sums] = await database.all<{ rows: bigint; first: bigint | null; second: bigint | null }>(
    `SELECT count(*) AS rows, sum(h) AS first, bit_xor(h) AS second FROM (SELECT hash(${row}) AS h FROM ${source})`, { stage: 'table hash' })
  return { rows: Number(sums!.rows), hash: sha256Hex(canonicalJson({ columns, rows: String(sums!.rows), first: String(sums!.first), second: String(sums!.second) })) }
}
