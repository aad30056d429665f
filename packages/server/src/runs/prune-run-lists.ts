/** Takes away the lists and files of runs that nothing refers to any more; what each run counted stays in the register. */
import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { findRunLists, inScope, pruneRuns, type RunLists, type Session } from '@bangfu/register'
import type { prunedRunsSchema } from '../contract/runs.ts'
import type { House } from '../house/house.ts'
import { runFolder } from '../reading/run-files.ts'

type Rows = z.output<typeof prunedRunsSchema>['rows']

function rowOf({ runId, recordedAt, items, manifest, keptFor }: RunLists): Rows[number] {
  return { id: runId, asOf: String(manifest['asOf'] ?? ''), publishedAt: recordedAt.toISOString(), items, keptFor }
}

/** Names are made by the program; anything else in a manifest is left alone. */
const isFolderName = (name: unknown): name is string => typeof name === 'string' && /^[0-9a-f-]{36}$/.test(name)

/** All runs of the area and why the lists of each stay; with `apply` those that nothing refers to are gone afterwards. */
export async function pruneRunLists(house: House, session: Session, request: { readonly keep: number; readonly apply: boolean; readonly requestId: string }): Promise<Rows> {
  const before = await inScope(house.register, session, (tx) => findRunLists(tx, request.keep))
  if (!request.apply) return before.map(rowOf)
  const gone = await pruneRuns(house.register, session, request.keep, { authority: `--keep ${request.keep}`, requestId: request.requestId })
  // Files go after the rows: a run whose files are left behind by a crash is listed as pruned, and the next call removes them.
  for (const { manifest } of [...gone, ...before.filter((run) => run.keptFor === 'pruned')]) {
    if (isFolderName(manifest['folder'])) await rm(runFolder(house.environment.dataFolder, manifest['folder']), { recursive: true, force: true })
  }
  return before.map(rowOf)
}
