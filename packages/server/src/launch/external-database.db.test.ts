/** The house on a PostgreSQL of somebody else's: given by DATABASE_URL, made ready once by BANGFU_ADMIN_URL, in production too. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@bangfu/register'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../contract/index.ts'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-external-'))
chmodSync(folder, 0o755)
const running = new Set<ChildProcess>()
let server: EmbeddedPostgres
let urlOf: (user: string, database?: string) => string

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

beforeAll(async () => {
  const port = await freePort()
  server = await startEmbeddedPostgres({ dataFolder: join(folder, 'elsewhere'), settings: { listen_addresses: '127.0.0.1', port: String(port) } })
  urlOf = (user, database = 'county') => `postgresql://${user}@127.0.0.1:${port}/${database}`
  const admin = new pg.Client({ connectionString: urlOf('bangfu_superuser', 'postgres') })
  await admin.connect()
  await admin.query(`create database county template template0 encoding 'UTF8' locale 'C'`)
  await admin.end()
}, 90_000)
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const environment = (more: Record<string, string>) => ({ PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, 'data'), BANGFU_DEMO: '0', NODE_ENV: 'production', ...more })

function bangfu(args: readonly string[], more: Record<string, string>) {
  return spawnSync(process.execPath, [join(root, 'preflight.cjs'), ...args], { env: environment(more), cwd: folder, encoding: 'utf8' })
}

async function start(more: Record<string, string>): Promise<{ url: string; output: () => string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start'], { env: environment(more), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => { text += chunk.toString() })
  const ended = new Promise((done) => child.on('close', (status) => { running.delete(child); done(status) }))
  for (let i = 0; i < 900 && child.exitCode === null; i += 1) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
    if (url) return { url, output: () => text, stop: () => { child.kill('SIGTERM'); return ended } }
    await sleep(100)
  }
  throw new Error(text)
}

describe('a database of somebody else\'s', { timeout: 180_000 }, () => {
  it('that was never made ready, or lets a superuser in as the program, is refused with one sentence', () => {
    const bare = bangfu(['start'], { DATABASE_URL: urlOf('bangfu_superuser') })
    expect([bare.status, bare.stderr]).toEqual([2, expect.stringMatching(/\[register\/role-not-bound\]/)])
    const nobody = bangfu(['start'], { DATABASE_URL: urlOf('bangfu_app').replace(/:\d+\//, ':1/') })
    expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringMatching(/\[register\/database-away\]/)])
    expect(nobody.stderr).not.toContain('127.0.0.1:1/')
  })

  it('is made ready by the administrator\'s address once, and serves in production without it afterwards', async () => {
    const first = await start({ DATABASE_URL: urlOf('bangfu_app'), BANGFU_ADMIN_URL: urlOf('bangfu_superuser') })
    const imported = bangfu(['import', join(root, 'packages/register/fixtures/foreign/national-persons-merged.xlsx')], { DATABASE_URL: urlOf('bangfu_app') })
    expect([imported.status, imported.stderr]).toEqual([0, ''])
    expect(await first.stop()).toBe(0)
    const second = await start({ DATABASE_URL: urlOf('bangfu_app') })
    const { actors } = (await (await fetch(`${second.url}/api/session`)).json()) as Session
    const cookie = `bangfu-${new URL(second.url).port}=${actors.find((a) => a.role === 'county-office')!.id}.zh`
    const persons = await (await fetch(`${second.url}/api/persons`, { headers: { cookie } })).json() as { total: number }
    expect(persons.total).toBeGreaterThan(0)
    // Nothing of an embedded database was made beside it.
    expect(existsSync(join(folder, 'data/postgres'))).toBe(false)
    expect(await second.stop()).toBe(0)
  })

  it('that goes away is said as such, and is used again when it is back', async () => {
    const house = await start({ DATABASE_URL: urlOf('bangfu_app') })
    const { actors } = (await (await fetch(`${house.url}/api/session`)).json()) as Session
    const cookie = `bangfu-${new URL(house.url).port}=${actors[0]!.id}.zh`
    const today = () => fetch(`${house.url}/api/today`, { headers: { cookie } })
    const settings = { listen_addresses: '127.0.0.1', port: new URL(urlOf('x')).port }
    await server.stop()
    const away = await today()
    expect([away.status, ((await away.json()) as { problems: { code: string }[] }).problems[0]?.code]).toEqual([503, expect.stringMatching(/^(server|register)\/database-away$/)])
    server = await startEmbeddedPostgres({ dataFolder: join(folder, 'elsewhere'), settings })
    await expect.poll(async () => (await today()).status, { timeout: 30_000, interval: 300 }).toBe(200)
    expect(await house.stop()).toBe(0)
    expect(house.output()).not.toMatch(/postgresql:\/\//)
  })
})
