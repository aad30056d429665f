/** A run from the register to the register: snapshot, measures, publication. Each is a frozen artefact in one folder of the data folder. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePlainDate, uuidv7, type PlainDate } from '@bangfu/kernel'
import { runMeasures } from '@bangfu/measures'
import { freezeRegister, inScope, publishRun, type Session } from '@bangfu/register'
import { queryOf, type House } from '../house/house.ts'
import type { Progress } from '../jobs/job-queue.ts'
import type { RunFacts } from '../reading/latest-run.ts'
import { readDay } from '../reading/read-today.ts'
import { runFolder } from '../reading/run-files.ts'
import { hashFiles } from './run-file-hashes.ts'

export interface RunRequest {
  readonly session: Session
  readonly requestId: string
  /** Day of the facts; the day of the newest list when absent. */
  readonly asOf?: string | undefined
}

/** Snapshot of a run, kept beside its results: explanations read it. */
export function snapshotFolder(dataFolder: string, folder: string): string {
  return join(runFolder(dataFolder, folder), 'snapshot')
}

async function freeze(house: House, request: RunRequest, folder: string): Promise<PlainDate> {
  const asOf = parsePlainDate(request.asOf ?? await inScope(house.register, request.session, (tx) => readDay(queryOf(tx), undefined, house.pack.pack.inForce.until)))
  await freezeRegister(house.register, request.session, { asOf, dir: snapshotFolder(house.environment.dataFolder, folder) })
  return asOf
}

/** Returns the run's id in the register. A run that fails leaves no folder and publishes nothing. */
export async function performRun(house: House, request: RunRequest, progress: Progress): Promise<string> {
  const startedAt = new Date().toISOString()
  const folder = uuidv7()
  const outDir = runFolder(house.environment.dataFolder, folder)
  await mkdir(outDir, { recursive: true, mode: 0o700 })
  try {
    progress({ zh: '冻结库中事实', en: 'freezing the facts of the register' })
    const asOf = await freeze(house, request, folder)
    progress({ zh: '逐项核算措施', en: 'working out the measures' })
    const manifest = await runMeasures({ pack: house.pack, snapshotDir: snapshotFolder(house.environment.dataFolder, folder), outDir, asOf, programVersion: house.version })
    progress({ zh: '发布清单', en: 'publishing the lists' })
    const { determinations, owed, lead, verify } = manifest.counts
    const facts: Omit<RunFacts, 'id'> = {
      asOf, startedAt, finishedAt: new Date().toISOString(), demonstration: manifest.demonstration, resultHash: manifest.resultHash,
      counts: { determinations, owed, lead, verify }, files: await hashFiles(outDir), folder,
    }
    const published = await publishRun(house.register, request.session, { dir: outDir, packHash: manifest.packHash, snapshotHash: manifest.snapshotHash, programVersion: house.version, manifest: { ...facts } }, { authority: house.pack.pack.document.title, requestId: `run:${request.requestId}` })
    return published.runId
  } catch (error) {
    await rm(outDir, { recursive: true, force: true })
    throw error
  }
}
