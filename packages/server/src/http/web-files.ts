/** Serves the built pages; every address of the pages that is no file gets index.html. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '@bangfu/kernel'

export async function serveWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder, wildcard: false, index: false, cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of assets carry a hash of their content; index.html must always be asked for again.
        void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    // Only the path tells a file from a page: a clause's id in the query ends like a file name (?clause=二.(四).2).
    const path = request.url.split('?')[0]!
    const page = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{1,5}$/.test(path)
    if (!page) throw problem('server/no-such-route')
    if (!built) throw problem('server/web-not-built', { why: 'packages/web/dist' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
