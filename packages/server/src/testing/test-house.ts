/** A house on a database of its own for tests, with the county's places and offices. Not part of the product. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { loadPack } from '@bangfu/plan'
import { createTestDatabase } from '@bangfu/register/testing'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { readEnvironment } from '../environment/environment.ts'
import { allHandlers } from '../handlers/index.ts'
import { readActors } from '../handlers/session.ts'
import { buildApp } from '../http/app.ts'
import type { House } from '../house/house.ts'
import { JobQueue } from '../jobs/job-queue.ts'
import { seedCounty } from '../launch/seed-county.ts'
import { packFolder } from '../launch/open-house.ts'
import type { Actor } from '../contract/index.ts'

export const root = resolve(import.meta.dirname, '../../../..')
export const county = '211322'

export interface TestHouse {
  readonly house: House
  readonly app: FastifyInstance
  readonly actors: readonly Actor[]
  /** Every log line so far. */
  readonly log: string[]
  /** The first actor of a role; of a place when one is named. */
  actor(role: string, place?: string): Actor
  /** A request as an actor; without one, as nobody. */
  as(actor: Actor | undefined, options: InjectOptions): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export async function openTestHouse(): Promise<TestHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-house-'))
  const database = await createTestDatabase()
  const log: string[] = []
  const environment = { ...readEnvironment({}, root, root), dataFolder, county }
  await seedCounty(database.register, county)
  const pack = loadPack(join(root, packFolder), { overlay: 'demo' })
  const jobs = new JobQueue(database.register, (error) => { log.push(error instanceof Error ? `${error.stack}` : String(error)) })
  const house: House = { environment, register: database.register, embedded: true, pack, document: { attached: undefined }, jobs, version: '0.0.0' }
  const app = await buildApp({
    handlers: allHandlers(house), findActor: async (id) => (await readActors(house)).find((a) => a.id === id), uploadFolder: join(dataFolder, 'uploads'), version: '0.0.0',
    webFolder: join(dataFolder, 'no-web'), logLevel: 'debug', logTo: new Writable({ write(chunk, _encoding, done) { log.push(String(chunk)); done() } }),
  })
  await jobs.begin()
  const actors = await readActors(house)
  return {
    house, app, actors, log,
    actor: (role, place) => actors.find((a) => a.role === role && (place === undefined || a.place.code === place))!,
    as: (actor, options) => app.inject({ ...options, headers: { host: '127.0.0.1:80', ...(actor && { cookie: `bangfu-80=${actor.id}.zh` }), ...options.headers } }),
    close: async () => {
      await jobs.stop()
      await app.close()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
