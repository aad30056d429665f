/** Opens the register on the embedded database of the data folder, or on DATABASE_URL; brings the schema up to date first. */
import { problem, type ProblemData } from '@bangfu/kernel'
import { bootstrapRoles, migrate, openRegister, prepareDatabase, startEmbeddedPostgres, type Register } from '@bangfu/register'
import pg from 'pg'
import type { Environment } from '../environment/environment.ts'

export interface OpenDatabase {
  readonly register: Register
  readonly embedded: boolean
  /** Numbers of the migrations that were applied now. */
  readonly applied: readonly number[]
  readonly notices: readonly ProblemData[]
  /** Process of the embedded server; undefined for DATABASE_URL. */
  readonly pid: number | undefined
  close(): Promise<void>
}

const databaseName = 'bangfu'

async function openEmbedded(environment: Environment): Promise<OpenDatabase> {
  if (environment.production && !environment.allowEmbedded) throw problem('server/embedded-in-production')
  const server = await startEmbeddedPostgres({ dataFolder: environment.dataFolder })
  try {
    const { app, applied } = await prepareDatabase(server.connection, databaseName)
    const register = await openRegister(app)
    return {
      register, applied, embedded: true, notices: server.notices, pid: server.pid,
      close: async () => {
        await register.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function migrateByUrl(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect().catch((cause: unknown) => { throw problem('server/database-away', {}, { cause }) })
  try {
    await bootstrapRoles(client)
    return await migrate(client)
  } finally {
    await client.end()
  }
}

export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  if (environment.databaseUrl === undefined) return openEmbedded(environment)
  const applied = environment.adminUrl === undefined ? [] : await migrateByUrl(environment.adminUrl)
  const register = await openRegister({ url: environment.databaseUrl })
  return { register, applied, embedded: false, notices: [], pid: undefined, close: () => register.close() }
}
