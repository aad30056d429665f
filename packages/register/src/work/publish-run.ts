/** Loads the work lists of a run into the register, where scope, filters, answers and exports apply to them. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { copyToCsvSql, openDuckDb, readParquetSql } from '@bangfu/stages'
import { from as copyFrom } from 'pg-copy-streams'
import type { Register } from '../session/register.ts'
import type { Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'

export interface RunToPublish {
  /** Folder of the run with `work_items.parquet` and `unregistered.parquet`. */
  readonly dir: string
  readonly packHash: string
  readonly snapshotHash: string
  readonly programVersion: string
  /** The run's manifest as it stands beside its files. */
  readonly manifest: Readonly<Record<string, unknown>>
}

export interface PublishedRun {
  readonly runId: string
  readonly items: number
}

/** A list as PostgreSQL reads it. Of a list without any word DuckDB makes NULL, not an empty text. */
const textArray = (column: string): string => `CASE WHEN ${column} IS NULL THEN '{}' ELSE '{' || coalesce(array_to_string(list_transform(${column}, x -> '"' || replace(replace(x, '\\', '\\\\'), '"', '\\"') || '"'), ','), '') || '}' END`

const columns = ['run_id', 'item_key', 'kind', 'measure', 'period', 'entity', 'subject_id', 'household_id', 'place', 'field', 'amount_fen', 'amount_to_fen', 'reason_zh', 'reason_en', 'clauses', 'settles', 'involved', 'basis', 'measures', 'delivered_by', 'list_id', 'list_row', 'position']

function itemsSql(dir: string, runId: string): string {
  const items = readParquetSql(join(dir, 'work_items.parquet'))
  const strangers = readParquetSql(join(dir, 'unregistered.parquet'))
  return `SELECT '${runId}', item_key, kind, measure, period, entity, subject_id, household_id, place, field, amount_fen, amount_to_fen, reason_zh, reason_en, ${textArray('clauses')},
    settles_alone, involved, basis, ${textArray('measures')}, delivered_by, list_id, list_row, row_number() OVER (ORDER BY kind, place, coalesce(settles_alone, 0) DESC, coalesce(involved, 0) DESC, item_key)
  FROM ${items} WHERE place IS NOT NULL
  UNION ALL
  SELECT '${runId}', item_key, 'lead', measure, period, 'list-row', list_id || '/' || list_row, NULL, place, NULL, NULL, NULL, reason_zh, reason_en, ${textArray('clauses')},
    NULL, NULL, 'not-in-register', ${textArray('[measure]')}, delivered_by, list_id, list_row, 100000000 + row_number() OVER (ORDER BY place, item_key)
  FROM ${strangers} WHERE place IS NOT NULL`
}

/** Publishes the run as one action and returns its id in the register. Earlier runs stay as they were published. */
export async function publishRun(register: Register, session: Session, run: RunToPublish, request: { readonly authority: string; readonly requestId: string }): Promise<PublishedRun> {
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-publish-'))
  const database = await openDuckDb({ memoryLimitMb: 300, threads: 2, tempDir: join(folder, 'duck') })
  try {
    return await withAction(register, session, { kind: 'publish-run', ...request, payload: { pack: run.packHash, snapshot: run.snapshotHash } }, async (tx) => {
      const { rows } = await tx.query<{ run_id: string }>(
        'insert into register.run (place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ($1, $2, $3, $4, $5, $6) returning run_id',
        [session.place, run.packHash, run.snapshotHash, run.programVersion, JSON.stringify(run.manifest), tx.actionId])
      const runId = rows[0]!.run_id
      const csv = join(folder, 'items.csv')
      await database.run(copyToCsvSql(itemsSql(run.dir, runId), csv).replace('HEADER', 'HEADER false'))
      await tx.connection.query(`create temp table run_items (like register.work_item including defaults) on commit drop`)
      await pipeline(createReadStream(csv), tx.connection.query(copyFrom(`copy run_items (${columns.join(', ')}) from stdin with (format csv)`)))
      // Only what lies in the session's scope; row-level security would refuse the rest one by one.
      const inserted = await tx.query(`insert into register.work_item select * from run_items where place >= (select register.scope_from()) and place < (select register.scope_to())`)
      return { runId, items: inserted.rowCount ?? 0 }
    })
  } finally {
    database.close()
    await rm(folder, { recursive: true, force: true })
  }
}
