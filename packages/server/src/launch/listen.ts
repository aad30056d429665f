/** Listens on the loopback address: on the port that was asked for, or on the next free one from 7350 on. */
import type { FastifyInstance } from 'fastify'
import { problem } from '@bangfu/kernel'

const firstPort = 7350
const lastPort = 7399

async function tryListen(app: FastifyInstance, host: string, port: number): Promise<string | undefined> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES') return undefined
    throw error
  }
}

/** The address that answers. */
export async function listen(app: FastifyInstance, host: string, port: number | undefined): Promise<string> {
  for (let next = port ?? firstPort; next <= (port ?? lastPort); next += 1) {
    const address = await tryListen(app, host, next)
    if (address !== undefined) return address
  }
  throw problem('server/port-in-use', { port: port ?? `${firstPort}-${lastPort}` })
}
