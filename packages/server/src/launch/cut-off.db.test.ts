/** A commit that is cut off by kill -9: nothing half-written, the file is there, one press goes on. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import type { Audit, ImportDetail, Job, Preview, Session, Uploaded } from '../contract/index.ts'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-cut-'))
chmodSync(folder, 0o755)
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<{ child: ChildProcess; url: string; pid: number; ended: Promise<unknown> }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, 'data'), BANGFU_DEMO: '0' }
  const child = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start'], { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => { text += chunk.toString() })
  const ended = new Promise((done) => child.on('close', (status) => { running.delete(child); done(status) }))
  await expect.poll(() => child.exitCode !== null || /http:\/\/127\.0\.0\.1:\d+/.test(text), { timeout: 90_000, interval: 100 }).toBe(true)
  if (child.exitCode !== null) throw new Error(text)
  const { url, pid } = JSON.parse(readFileSync(join(folder, 'data/address.json'), 'utf8')) as { url: string; pid: number }
  return { child, url, pid, ended }
}

async function asOffice(url: string) {
  const { actors } = (await (await fetch(`${url}/api/session`)).json()) as Session
  const cookie = `bangfu-${new URL(url).port}=${actors.find((a) => a.role === 'county-office')!.id}.zh`
  return async <T>(path: string, body?: object | FormData): Promise<T> => {
    const form = body instanceof FormData
    const reply = await fetch(`${url}${path}`, { method: body ? 'POST' : 'GET', headers: { cookie, ...(body && !form && { 'content-type': 'application/json' }) }, ...(body && { body: form ? body : JSON.stringify(body) }) })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return await reply.json() as T
  }
}

/** A connection as the superuser of the house's own server, whom no policy binds. */
async function connect(): Promise<pg.Client> {
  const lines = readFileSync(join(folder, 'data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  const client = new pg.Client({ host: lines[4]!, port: Number(lines[3]), user: 'bangfu_superuser', database: 'bangfu' })
  await client.connect()
  return client
}

const countOf = async (client: pg.Client, table: string): Promise<number> => Number((await client.query<{ n: string }>(`select count(*) as n from register.${table}`)).rows[0]!.n)

it('leaves nothing of it, keeps the file, and goes on with one press', async () => {
  const first = await start()
  const call = await asOffice(first.url)
  const form = new FormData()
  const name = 'national-persons-merged.xlsx'
  form.append('file', new Blob([readFileSync(join(root, 'packages/register/fixtures/foreign', name))]), name)
  const up = await call<Uploaded>('/api/imports', form)
  const sheet = up.sheets[0]!
  const preview = await call<Preview>(`/api/imports/${up.id}/preview`, { sheet: sheet.name, layout: sheet.layout, source: sheet.source, asOf: sheet.asOf })
  // Whoever holds the search rows stops the commit in its middle: list and persons are written by then, and not yet committed.
  const holder = await connect()
  await holder.query('begin; lock table register.person_search in exclusive mode')
  const job = await call<Job>(`/api/imports/${up.id}/commit`, { preview: preview.preview })
  const waiting = async (): Promise<number> => Number((await holder.query<{ n: string }>(`select count(*) as n from pg_locks where not granted and relation = 'register.person_search'::regclass`)).rows[0]!.n)
  await expect.poll(waiting, { timeout: 60_000, interval: 100 }).toBe(1)
  expect((await call<Job>(`/api/jobs/${job.id}`)).state).toBe('running')
  process.kill(first.pid, 'SIGKILL')
  await first.ended
  await holder.query('rollback')
  await holder.end()

  const second = await start()
  const again = await asOffice(second.url)
  const look = await connect()
  expect([await countOf(look, 'list'), await countOf(look, 'person'), await countOf(look, 'action where kind = \'import-list\'')]).toEqual([0, 0, 0])
  const cut = await again<Job>(`/api/jobs/${job.id}`)
  expect([cut.state, cut.problems[0]?.code]).toEqual(['failed', 'server/interrupted'])
  const detail = await again<ImportDetail>(`/api/imports/${up.id}`)
  expect([detail.state, detail.job]).toEqual(['previewed', job.id])
  const { id } = await again<Job>(`/api/imports/${up.id}/commit`, { preview: detail.preview!.preview })
  await expect.poll(async () => (await again<Job>(`/api/jobs/${id}`)).state, { timeout: 60_000, interval: 200 }).toBe('done')
  expect([await countOf(look, 'list'), await countOf(look, 'person')]).toEqual([1, preview.taken])
  // What is there follows, row by row, from what was sealed: nothing of the commit that was cut off is in it.
  const audit = await again<Audit>('/api/audit')
  expect([audit.faults, audit.head === null]).toEqual([[], false])
  await look.end()
  second.child.kill('SIGTERM')
  await second.ended
}, 240_000)
