/** The HTTP application of an open house; the caller listens. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { allHandlers } from '../handlers/index.ts'
import { readActors } from '../handlers/session.ts'
import { buildApp } from '../http/app.ts'
import type { House } from '../house/house.ts'

export async function serveHouse(house: House): Promise<FastifyInstance> {
  const { environment } = house
  const app = await buildApp({
    handlers: allHandlers(house), findActor: async (id) => (await readActors(house)).find((a) => a.id === id), uploadFolder: join(environment.dataFolder, 'uploads'),
    version: house.version, webFolder: join(environment.root, 'packages/web/dist'), logLevel: environment.logLevel,
  })
  // Every room has said how its work is done: what was left waiting can be taken.
  await house.jobs.begin()
  return app
}
