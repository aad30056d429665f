/** Runs and the progress of long work. */
import { problem, uuidv7 } from '@bangfu/kernel'
import { findActiveJobs, findJob, listRuns, openSession, type JobRow, type RunRow } from '@bangfu/register'
import type { Actor, Run } from '../contract/index.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { jobOf } from '../jobs/job-words.ts'
import { runFactsOf } from '../reading/latest-run.ts'
import { performRun } from '../runs/perform-run.ts'
import { pruneRunLists } from '../runs/prune-run-lists.ts'

/** A run counts the whole county: its counts are for those who stand over all of it, everybody else has his own in the work list. */
const seesCounts = ({ place }: Actor): boolean => place.level !== 'township' && place.level !== 'village'

function runOf(row: RunRow, withCounts: boolean): Run {
  const facts = runFactsOf(row)
  return {
    id: row.runId, asOf: facts.asOf, state: 'published', startedAt: facts.startedAt, finishedAt: facts.finishedAt, packHash: row.packHash,
    snapshotHash: row.snapshotHash, resultHash: facts.resultHash, demonstration: facts.demonstration, counts: withCounts ? facts.counts : null, job: null,
  }
}

/** A run that waits or is under way, whoever started it: pages that open meanwhile follow it. */
function runUnderWay(house: House, job: JobRow): Run {
  const asOf = job.request['asOf']
  return {
    id: job.id, asOf: typeof asOf === 'string' ? asOf : '', state: 'running', startedAt: job.startedAt.toISOString(), finishedAt: null, packHash: house.pack.hash,
    snapshotHash: null, resultHash: null, demonstration: house.pack.overlay?.demonstration ?? false, counts: null, job: jobOf(job),
  }
}

export function runHandlers(house: House): Pick<Handlers, 'startRun' | 'pruneRuns' | 'getRuns' | 'getRun' | 'getJob'> {
  house.jobs.serve('run', async (job, progress) => {
    const session = await openSession(house.register, job.actorId, job.place)
    const { requestId, asOf } = job.request as { requestId?: string; asOf?: string }
    return performRun(house, { session, requestId: requestId ?? uuidv7(), asOf }, progress)
  })
  return {
    startRun: async ({ body }, { actor, requestId }) => jobOf(await house.jobs.start(await sessionOf(house, actor), { kind: 'run', request: { requestId, ...(body.asOf !== undefined && { asOf: body.asOf }) } })),
    pruneRuns: async ({ body }, { actor, requestId }) => ({ rows: await pruneRunLists(house, await sessionOf(house, actor), { ...body, requestId }) }),
    getRuns: async (_input, { actor }) => {
      const active = (await findActiveJobs(house.register, await sessionOf(house, actor))).filter((job) => job.kind === 'run')
      return readInScope(house, actor, async (_query, tx) => ({ rows: [...active.map((job) => runUnderWay(house, job)), ...(await listRuns(tx)).map((row) => runOf(row, seesCounts(actor)))] }))
    },
    getRun: ({ params }, { actor }) => readInScope(house, actor, async (_query, tx) => {
      const row = (await listRuns(tx, 1000)).find((r) => r.runId === params.id)
      if (!row) throw problem('server/not-found', { zhWhat: '核算', enWhat: 'run' })
      return runOf(row, seesCounts(actor))
    }),
    getJob: async ({ params }, { actor }) => {
      const job = await findJob(house.register, await sessionOf(house, actor), params.id)
      if (!job) throw problem('server/not-found', { zhWhat: '任务', enWhat: 'job' })
      return jobOf(job)
    },
  }
}
