/** A job as the interface tells of it. */
import type { JobRow } from '@bangfu/register'
import type { Job } from '../contract/index.ts'

export function jobOf(row: JobRow): Job {
  return {
    id: row.id, kind: row.kind, state: row.state, step: row.step, done: row.done, total: row.total, problems: [...row.problems], result: row.result,
    startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
