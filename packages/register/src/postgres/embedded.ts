/**
 * The embedded database: one PostgreSQL server per data folder, started from the platform package, local socket only.
 * Not a supervisor: it starts, adopts or refuses, and stops. Production uses DATABASE_URL instead.
 */
import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { problem, type ProblemData } from '@bangfu/kernel'
import { prepareBinaries, type PostgresBinaries } from './binaries.ts'
import { clusterHome, namedUid, type ClusterHome } from './cluster-home.ts'
import { findClaim, isPostgres, type PostmasterClaim } from './postmaster-file.ts'
import { isAlive } from './process-alive.ts'

export interface EmbeddedOptions {
  /** Folder that belongs to one Bangfu; made when missing. */
  readonly dataFolder: string
  /** Further server settings, e.g. `{ fsync: 'off' }` for throw-away test clusters. */
  readonly settings?: Readonly<Record<string, string>>
  /** Longest wait for the server to answer. */
  readonly timeoutMs?: number
}

export interface EmbeddedPostgres {
  /** Connection options of the cluster's superuser; only migrations and the launcher use it. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  readonly pid: number
  /** True when a server left over by a killed process was taken over. */
  readonly adopted: boolean
  readonly notices: readonly ProblemData[]
  stop(): Promise<void>
}

const superuser = 'bangfu_superuser'
const port = 5432
/** Name of the advisory lock that says "a living Bangfu owns this server"; it falls with the owner's connection. */
const ownerLock = 0x62_61_6e_67

const baseSettings: Readonly<Record<string, string>> = {
  listen_addresses: '', unix_socket_permissions: '0700', max_connections: '80',
  shared_buffers: '256MB', work_mem: '48MB', maintenance_work_mem: '256MB', max_wal_size: '2GB', checkpoint_timeout: '15min',
  wal_level: 'minimal', wal_buffers: '32MB', max_wal_senders: '0', jit: 'off', timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C',
  // Statements and row values never reach the log: they may hold id numbers.
  log_statement: 'none', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_parameter_max_length_on_error: '0',
}

/** Starts the server of the data folder (making the cluster first), or takes over one that a killed process left running. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = await clusterHome(options.dataFolder)
  const binaries = await prepareBinaries(home.home)
  const cluster = join(home.home, 'cluster')
  await makeCluster(cluster, home, binaries)
  const until = Date.now() + (options.timeoutMs ?? 60_000)
  let child: { readonly socketFolder: string; exited: boolean } | undefined
  for (;;) {
    const claim = await findClaim(cluster)
    const owner = claim && (await tryConnect(claim))
    if (claim && owner) return own(owner, claim, options, home, child?.socketFolder !== claim.socketFolder)
    if (!claim || !isAlive(claim.pid)) {
      if (!child || child.exited) child = await spawnServer(cluster, home, binaries, options.settings ?? {})
    } else if (!(await isPostgres(claim.pid))) {
      await rm(join(cluster, 'postmaster.pid'), { force: true })
      continue
    }
    if (Date.now() > until) throw problem('register/database-did-not-start', { folder: options.dataFolder, log: join(home.home, 'server.log'), last: await lastLogLine(home.home) })
    await sleep(40)
  }
}

/** The one who holds the lock owns the server; a second copy on the same data folder is refused here. */
async function own(client: pg.Client, claim: PostmasterClaim, options: EmbeddedOptions, home: ClusterHome, adopted: boolean): Promise<EmbeddedPostgres> {
  if (!(await takeOwnership(client))) {
    await client.end()
    throw problem('register/data-folder-in-use', { folder: options.dataFolder })
  }
  const stop = async (): Promise<void> => {
    await client.end().catch(() => undefined)
    if (isAlive(claim.pid)) process.kill(claim.pid, 'SIGINT')
    for (let i = 0; i < 1500 && isAlive(claim.pid); i += 1) await sleep(20)
    await rm(claim.socketFolder, { recursive: true, force: true })
  }
  return {
    connection: { host: claim.socketFolder, port: claim.port, user: superuser, database: 'postgres' },
    pid: claim.pid, adopted, notices: home.notice ? [home.notice] : [], stop,
  }
}

/** Tries for a second: a server needs a moment to notice that the owner before us was killed. */
async function takeOwnership(client: pg.Client): Promise<boolean> {
  for (let i = 0; i < 10; i += 1) {
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [ownerLock])
    if (rows[0]?.ok) return true
    await sleep(100)
  }
  return false
}

async function tryConnect(claim: PostmasterClaim): Promise<pg.Client | undefined> {
  if (claim.socketFolder === '' || !existsSync(join(claim.socketFolder, `.s.PGSQL.${claim.port}`))) return undefined
  const client = new pg.Client({ host: claim.socketFolder, port: claim.port, user: superuser, database: 'postgres', application_name: 'bangfu owner' })
  // The server may die at any time: later queries report it, an unhandled event would end our process.
  client.on('error', () => undefined)
  return client.connect().then(() => client, () => undefined)
}

/** Makes the cluster beside its final place and renames it, so that a killed initdb leaves nothing that looks whole. */
async function makeCluster(cluster: string, home: ClusterHome, binaries: PostgresBinaries): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return checkVersion(cluster, binaries)
  const making = `${cluster}.${process.pid}`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  const maker = home.uid === undefined ? home : { ...home, uid: await namedUid() }
  if (maker.uid !== undefined) await chown(making, maker.uid, maker.uid)
  const args = ['-D', making, '-U', superuser, '--encoding=UTF8', '--locale=C', '--locale-provider=libc', '--data-checksums', '--auth=trust', '--no-instructions']
  const output = await run(binaries.initdb, args, maker)
  if (output.status !== 0) throw problem('register/cluster-not-made', { folder: cluster, why: output.text.trim().split('\n').at(-1) ?? '' })
  if (home.uid !== undefined) await handOver(making, home.uid)
  await rename(making, cluster).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true })
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  })
}

async function handOver(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid)
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, uid)
}

async function checkVersion(cluster: string, binaries: PostgresBinaries): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const wanted = binaries.version.split('.')[0]!
  if (found !== wanted) throw problem('register/cluster-of-other-version', { folder: cluster, found, wanted })
}

function run(program: string, args: readonly string[], home: ClusterHome): Promise<{ status: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...asUser(home), cwd: home.home, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (data: Buffer) => { text += data.toString() })
    child.stderr.on('data', (data: Buffer) => { text += data.toString() })
    child.on('error', (cause) => reject(problem('register/cluster-not-made', { folder: home.home, why: String(cause) }, { cause })))
    child.on('close', (status) => resolve({ status, text }))
  })
}

function asUser(home: ClusterHome): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return home.uid === undefined ? { env } : { uid: home.uid, gid: home.uid, env }
}

/** Starts the server detached: it must outlive a killed owner long enough to be adopted or stopped by the next. */
async function spawnServer(cluster: string, home: ClusterHome, binaries: PostgresBinaries, settings: Readonly<Record<string, string>>): Promise<{ readonly socketFolder: string; exited: boolean }> {
  const stale = await findClaim(cluster)
  if (stale && stale.socketFolder.includes('/bangfu-')) await rm(stale.socketFolder, { recursive: true, force: true })
  const socketFolder = await mkdtemp(join(await shortFolder(), 'bangfu-'))
  if (home.uid !== undefined) await chown(socketFolder, home.uid, home.uid)
  const log = await open(join(home.home, 'server.log'), 'a')
  const args = ['-D', cluster, '-k', socketFolder, '-p', String(port)]
  for (const [name, value] of Object.entries({ ...baseSettings, ...settings })) args.push('-c', `${name}=${value}`)
  const child = spawn(binaries.postgres, args, { ...asUser(home), cwd: home.home, detached: true, stdio: ['ignore', log.fd, log.fd] })
  const state = { socketFolder, exited: false }
  const ended = (): void => {
    state.exited = true
    void rm(socketFolder, { recursive: true, force: true })
  }
  child.on('error', ended)
  child.on('exit', ended)
  child.unref()
  await log.close()
  return state
}

/** A socket's path may have about 100 characters; the configured temp folder can be longer. */
async function shortFolder(): Promise<string> {
  return tmpdir().length <= 60 ? tmpdir() : '/tmp'
}

async function lastLogLine(home: string): Promise<string> {
  const text = await readFile(join(home, 'server.log'), 'utf8').catch(() => '')
  return text.trim().split('\n').at(-1) ?? ''
}

