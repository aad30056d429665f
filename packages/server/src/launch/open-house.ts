/** Opens every room in order: database, pack, offices of the county. Says each step with its time. Serves nothing yet. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { problem, ProblemError } from '@bangfu/kernel'
import { checkPack, isDraftFolder, loadPack, type Pack } from '@bangfu/plan'
import { openDatabase, type OpenDatabase } from '../house/open-database.ts'
import { readVersion, type House } from '../house/house.ts'
import { loggableError } from '../http/problem-reply.ts'
import type { Environment } from '../environment/environment.ts'
import { JobQueue } from '../jobs/job-queue.ts'
import { readDocument } from '../house/plan-document.ts'
import { readFirstCounty, type FirstCounty } from './first-county.ts'
import { designatePlaces, seedCounty } from './seed-county.ts'
import type { Steps } from './steps.ts'

export interface OpenHouse {
  readonly house: House
  readonly database: OpenDatabase
  /** True when this data folder had no offices before. */
  readonly first: boolean
  /** Whether the register holds a synthetic county, or shall be given one. */
  readonly firstCounty: FirstCounty
  close(): Promise<void>
}

export const packFolder = 'packs/liaoning-2018-2020'

/** The pack, checked; with the stand-ins of the demonstration, where it has any, when the county is synthetic. */
export function openPack({ root, packFolder: chosen }: Pick<Environment, 'root' | 'packFolder'>, demonstration: boolean): Pack {
  const folder = chosen ?? join(root, packFolder)
  if (isDraftFolder(folder)) throw problem('plan/pack-is-draft', { folder })
  const pack = loadPack(folder, demonstration && existsSync(join(folder, 'overlays/demo.yaml')) ? { overlay: 'demo' } : {})
  const faults = checkPack(pack)
  if (faults.length > 0) throw new ProblemError(faults)
  return pack
}

function reportFault(error: unknown, reference: string): void {
  process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), reference, error: loggableError(error), msg: 'fault' })}\n`)
}

export async function openHouse(environment: Environment, steps: Steps): Promise<OpenHouse> {
  await mkdir(environment.dataFolder, { recursive: true, mode: 0o755 })
  const database = await steps.time({ zh: '数据库就绪', en: 'database ready' }, () => openDatabase(environment))
  try {
    const first = await steps.time({ zh: '辖区与角色就绪', en: 'places and offices ready' }, () => seedCounty(database.register, environment.county))
    const firstCounty = await readFirstCounty(environment, database.register)
    const pack = await steps.time({ zh: '方案包已检查', en: 'plan pack checked' }, async () => openPack(environment, firstCounty !== 'none'))
    if (first) await designatePlaces(database.register, pack)
    const jobs = new JobQueue(database.register, reportFault)
    const document = await readDocument(environment.dataFolder, pack)
    const house: House = { environment, register: database.register, embedded: database.embedded, pack, document, jobs, version: readVersion(environment.root) }
    return {
      house, database, first, firstCounty,
      close: async () => {
        await jobs.stop()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
