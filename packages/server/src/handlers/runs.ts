/** Runs and the progress of long work. */
import { problem } from '@bangfu/kernel'
import { listRuns, type RunRow } from '@bangfu/register'
import type { Run } from '../contract/index.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { runFactsOf } from '../reading/latest-run.ts'
import { performRun } from '../runs/perform-run.ts'

function runOf(row: RunRow): Run {
  const facts = runFactsOf(row)
  return {
    id: row.runId, asOf: facts.asOf, state: 'published', startedAt: facts.startedAt, finishedAt: facts.finishedAt, packHash: row.packHash,
    snapshotHash: row.snapshotHash, resultHash: facts.resultHash, demonstration: facts.demonstration, counts: facts.counts, job: null,
  }
}

export function runHandlers(house: House): Pick<Handlers, 'startRun' | 'getRuns' | 'getRun' | 'getJob'> {
  return {
    startRun: async ({ body }, { actor, requestId }) => {
      const session = await sessionOf(house, actor)
      return house.jobs.start({ kind: 'run', work: (progress) => performRun(house, { session, requestId, asOf: body.asOf }, progress) })
    },
    getRuns: (_input, { actor }) => readInScope(house, actor, async (_query, tx) => ({ rows: (await listRuns(tx)).map(runOf) })),
    getRun: ({ params }, { actor }) => readInScope(house, actor, async (_query, tx) => {
      const row = (await listRuns(tx, 1000)).find((r) => r.runId === params.id)
      if (!row) throw problem('server/not-found', { zhWhat: '核算', enWhat: 'run' })
      return runOf(row)
    }),
    getJob: async ({ params }) => {
      const job = house.jobs.find(params.id)
      if (!job) throw problem('server/not-found', { zhWhat: '任务', enWhat: 'job' })
      return job
    },
  }
}
