/** A database of its own for a test, cloned from a migrated template on the run's one PostgreSQL server. For tests only. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openRegister, type ConnectionOptions, type Register } from '../session/register.ts'
import { bootstrapRoles } from '../migrations/migrate.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import { prepareDatabase, withClient } from './prepare-database.ts'

export interface TestDatabase {
  readonly register: Register
  readonly name: string
  /** As the app role. */
  readonly app: ConnectionOptions
  /** As the cluster's superuser, whom no policy binds: to look at what is really there. */
  readonly admin: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  drop(): Promise<void>
}

interface Server { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

const template = 'bangfu_template'
let started: Promise<Server> | undefined
let count = 0

/** The run's server, started by whoever asks first; needs the global setup `postgres/test-server.ts`. */
export function testServer(): Promise<Server> {
  started ??= findOrStart()
  return started
}

/** A fresh, migrated and empty register; `drop` it after the test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  count += 1
  const name = `t_${process.pid}_${Date.now().toString(36)}_${count}`
  await withClient(server, async (client) => { await client.query(`create database ${name} template ${template}`) })
  const admin = { ...server, database: name }
  await withClient(admin, bootstrapRoles)
  const app = { ...admin, user: 'bangfu_app' }
  const register = await openRegister(app)
  return { register, name, app, admin, drop: async () => {
    await register.close().catch(() => undefined)
    await withClient(server, async (client) => { await client.query(`drop database if exists ${name} with (force)`) })
  } }
}

async function findOrStart(): Promise<Server> {
  const folder = process.env['BANGFU_TEST_FOLDER']
  if (!folder) throw new Error('BANGFU_TEST_FOLDER is not set: vitest must run with the global setup packages/register/src/postgres/test-server.ts')
  const ready = join(folder, 'ready.json')
  // Workers race for this folder: one starts the server, the others wait for its address.
  const first = await mkdir(join(folder, 'starting')).then(() => true, () => false)
  if (first) {
    const { connection } = await startEmbeddedPostgres({ dataFolder: folder, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_wal_size: '512MB' } })
    await prepareDatabase(connection, template)
    await writeFile(`${ready}.new`, JSON.stringify(connection))
    await rename(`${ready}.new`, ready)
    return connection
  }
  for (let i = 0; i < 600; i += 1) {
    const text = await readFile(ready, 'utf8').catch(() => undefined)
    if (text !== undefined) return JSON.parse(text) as Server
    await sleep(100)
  }
  throw new Error('the test server did not start within a minute; see server.log in the test folder')
}
