/** A process that does long work: known to the database by a lock that it holds, so that another can tell whether it is still alive. */
import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { problemData } from '@bangfu/kernel'
import type { Register } from '../session/register.ts'
import { scopedTransaction, systemSession } from '../session/session.ts'

/** First key of the lock; the second is the worker's number. */
const lockSpace = 20_181_231

export interface JobWorker {
  readonly number: number
  /** Takes the lock again when the connection that held it was lost. */
  hold(): Promise<void>
  close(): void
}

export async function openJobWorker(register: Register): Promise<JobWorker> {
  const number = randomInt(1, 2 ** 31 - 1)
  let connection: pg.PoolClient | undefined
  const hold = async (): Promise<void> => {
    if (connection) return
    const opened = await register.pool.connect()
    opened.on('error', () => {
      if (connection !== opened) return
      connection = undefined
      opened.release(true)
    })
    await opened.query('select pg_advisory_lock($1, $2)', [lockSpace, number])
    connection = opened
  }
  await hold()
  return {
    number, hold,
    close: () => {
      const held = connection
      connection = undefined
      // The lock ends with its connection, which nobody else may be given.
      held?.release(true)
    },
  }
}

/**
 * Ends every job whose worker is gone as failed with `server/interrupted`; gives the ids. Its transaction ended with its process,
 * so nothing of it is half there. Jobs that only waited are not touched: whoever looks next takes them.
 */
export async function endInterruptedJobs(register: Register): Promise<readonly string[]> {
  return scopedTransaction(register, systemSession, 'read write', async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `update register.job_current set state = 'failed', worker = null, step = $2, problems = $3, finished_at = now()
       where state = 'running' and worker in (select w.worker from (select distinct worker from register.job_current where state = 'running') w where pg_try_advisory_xact_lock($1, w.worker))
       returning job_id as id`,
      [lockSpace, JSON.stringify({ zh: '中断', en: 'interrupted' }), JSON.stringify([problemData('server/interrupted')])])
    return rows.map((row) => row.id)
  })
}
