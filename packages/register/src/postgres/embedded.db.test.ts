/** The embedded server against kill -9 of itself and of its owner, a second copy, and folders that are not ours. */
import { fork, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitTable } from '../commit/commit-table.ts'
import { openRegister } from '../session/register.ts'
import { inScope, systemSession } from '../session/session.ts'
import { nationalTable } from '../../test/synthetic-county.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts'
import { isAlive } from './process-alive.ts'
import { prepareDatabase } from './prepare-database.ts'

let dataFolder: string
const open: EmbeddedPostgres[] = []
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-embedded-'))
  await chmod(dataFolder, 0o755)
})
afterAll(async () => {
  for (const server of open) if (isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT')
  await new Promise((resolve) => setTimeout(resolve, 300))
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder })
  open.push(server)
  return server
}
const county = { ...systemSession, place: '211322' }
const counts = async (server: EmbeddedPostgres): Promise<unknown> => {
  const register = await openRegister((await prepareDatabase(server.connection, 'bangfu')).app)
  try {
    return await inScope(register, county, async (tx) => (await tx.query(`
      select (select count(*) from register.list)::int as lists, (select count(*) from register.person)::int as persons, (select count(*) from register.person_statement)::int as statements,
        (select count(*) from register.person_current)::int as current, (select count(*) from register.action where kind = 'import-list')::int as actions`)).rows[0])
  } finally {
    await register.close()
  }
}
const nothing = { lists: 0, persons: 0, statements: 0, current: 0, actions: 0 }

test('a second copy on the same data folder is refused with what to do', async () => {
  const server = await start()
  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toMatchObject({ problems: [{ code: 'register/data-folder-in-use', status: 'conflict' }] })
  expect(await counts(server)).toEqual(nothing)
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
})

test('the server listens on no address, only on a socket in a folder that is its own', async () => {
  const server = await start()
  const register = await openRegister((await prepareDatabase(server.connection, 'bangfu')).app)
  const { rows } = await register.pool.query(`select current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('unix_socket_permissions') as socket`)
  expect(rows[0]).toEqual({ addresses: '', checksums: 'on', fsync: 'on', socket: '0700' })
  await register.close()
  await server.stop()
})

/** A process that owns the server and imports without end of its own: to be killed in the middle. */
async function importer(): Promise<{ readonly child: ChildProcess; readonly pid: number }> {
  const child = fork(join(import.meta.dirname, '../../test/import-until-killed.ts'), [dataFolder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [message] = (await once(child, 'message')) as [{ pid: number }]
  // The import is under way once the first message came; a moment later it is in the middle of its transaction.
  await new Promise((resolve) => setTimeout(resolve, 400))
  return { child, pid: message.pid }
}

test('kill -9 of the importing process in the middle leaves nothing half-written, and its server is taken over', async () => {
  const { child, pid } = await importer()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const server = await start()
  expect(server).toMatchObject({ adopted: true, pid })
  expect(await counts(server)).toEqual(nothing)
  await server.stop()
})

test('kill -9 of PostgreSQL in the middle of an import loses nothing committed and keeps nothing half-written', async () => {
  const { child, pid } = await importer()
  process.kill(pid, 'SIGKILL')
  const [exit] = (await once(child, 'exit')) as [number]
  expect(exit).toBe(3) // the importer saw register/database-away
  const server = await start()
  expect(server.adopted).toBe(false)
  expect(await counts(server)).toEqual(nothing)
  const register = await openRegister((await prepareDatabase(server.connection, 'bangfu')).app)
  await commitTable(register, county, nationalTable(30))
  await register.close()
  process.kill(server.pid, 'SIGKILL')
  const again = await start()
  expect(await counts(again)).toEqual({ lists: 1, persons: 30, statements: 30, current: 30, actions: 1 })
  await again.stop()
})

test('a claim left by a power cut, whose number now belongs to another program, does not block the start', async () => {
  await writeFile(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n${join(dataFolder, 'postgres', 'cluster')}\n0\n5432\n/tmp/bangfu-gone\n\n`, { mode: 0o600 })
  const server = await start()
  expect(server.adopted).toBe(false)
  await server.stop()
})

test('stopping leaves no socket folder behind', async () => {
  const server = await start()
  await server.stop()
  expect((await readdir(tmpdir())).filter((name) => server.connection.host.endsWith(`/${name}`))).toEqual([])
})
