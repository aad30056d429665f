/** The latest published run that the scope may see, and what its manifest says. */
import type { FileHashes } from '../runs/run-file-hashes.ts'
import { listRuns, type RunRow, type ScopedClient } from '@bangfu/register'

export async function readLatestRun(tx: ScopedClient): Promise<RunRow | undefined> {
  return (await listRuns(tx, 1))[0]
}

/** What the launcher of a run wrote into its manifest; see jobs/perform-run. */
export interface RunFacts {
  readonly id: string
  readonly asOf: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly demonstration: boolean
  readonly resultHash: string | null
  readonly counts: { readonly determinations: number; readonly owed: number; readonly lead: number; readonly verify: number } | null
  /** SHA-256 of its files when it was published; absent in runs of earlier versions. */
  readonly files?: FileHashes
  /** Name of the run's folder in the data folder. */
  readonly folder: string
}

export function runFactsOf(run: RunRow): RunFacts {
  const manifest = run.manifest as Omit<RunFacts, 'id'>
  return { ...manifest, id: run.runId }
}
