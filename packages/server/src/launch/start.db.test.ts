import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-start-'))
// As root the database runs under a user of its own, who must be able to enter.
chmodSync(folder, 0o755)
const running = new Set<ChildProcess>()

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ended: Promise<number | null>
}

function start(data: string, args: readonly string[] = []): Started {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, data), BANGFU_DEMO: '0' }
  const child = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start', ...args], { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let text = ''
  child.stdout!.on('data', (chunk: Buffer) => { text += chunk.toString() })
  child.stderr!.on('data', (chunk: Buffer) => { text += chunk.toString() })
  const ended = new Promise<number | null>((done) => child.on('close', (status) => { running.delete(child); done(status) }))
  return { child, output: () => text, ended }
}

/** The printed address; fails with what was printed when the process ends instead. */
async function address({ child, output }: Started): Promise<string> {
  for (let i = 0; i < 900; i += 1) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0]
    if (url) return url
    if (child.exitCode !== null) throw new Error(output())
    await sleep(100)
  }
  throw new Error(`no address: ${output()}`)
}

const serverPid = (data: string): number => (JSON.parse(readFileSync(join(folder, data, 'address.json'), 'utf8')) as { pid: number }).pid
const postgresPid = (data: string): number => Number(readFileSync(join(folder, data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
const isWell = (url: string): Promise<boolean> => fetch(`${url}/api/health`).then(async (r) => ((await r.json()) as { ok: boolean }).ok)

async function stop(started: Started): Promise<void> {
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let i = 0; i < 300 && isAlive(pid); i += 1) await sleep(100)
  expect(isAlive(pid)).toBe(false)
}

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await sleep(300)
  rmSync(folder, { recursive: true, force: true })
})

describe('starting', { timeout: 180_000 }, () => {
  it('listens on the loopback address, stops cleanly, and starts again with everything in place', async () => {
    const first = start('a')
    expect(await isWell(await address(first))).toBe(true)
    const postgres = postgresPid('a')
    await stop(first)
    await untilGone(postgres)
    const second = start('a')
    const actors = (await (await fetch(`${await address(second)}/api/session`)).json()) as { actors: unknown[] }
    expect(actors.actors.length).toBeGreaterThan(4)
    await stop(second)
  })

  it('refuses a second copy on the same data folder, and a port that is taken; on another folder it takes the next port', async () => {
    const first = start('b')
    const url = await address(first)
    const same = start('b')
    expect([await same.ended, same.output()]).toEqual([2, expect.stringContaining('[register/data-folder-in-use]')])
    const taken = start('c', ['--port', new URL(url).port])
    expect([await taken.ended, taken.output()]).toEqual([2, expect.stringContaining('[server/port-in-use]')])
    const beside = start('c')
    expect(await address(beside)).not.toBe(url)
    expect(await isWell(url)).toBe(true)
    await stop(beside)
    await stop(first)
  })

  it('starts again after the server was killed', async () => {
    const first = start('d')
    await address(first)
    process.kill(serverPid('d'), 'SIGKILL')
    await first.ended
    const second = start('d')
    expect(await isWell(await address(second))).toBe(true)
    await stop(second)
  })

  it('says so and ends when the database was killed, and starts again', async () => {
    const first = start('d')
    await address(first)
    process.kill(postgresPid('d'), 'SIGKILL')
    expect([await first.ended, first.output()]).toEqual([1, expect.stringContaining('[server/database-lost]')])
    const second = start('d')
    expect(await isWell(await address(second))).toBe(true)
    await stop(second)
  })

  it('does not outlive a preflight that was killed', async () => {
    const first = start('d')
    await address(first)
    const server = serverPid('d')
    first.child.kill('SIGKILL')
    await untilGone(server)
    const second = start('d')
    expect(await isWell(await address(second))).toBe(true)
    await stop(second)
  })
})
