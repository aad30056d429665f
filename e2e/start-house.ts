/** Starts the real program in a fresh data folder, as `npm start` does, and waits for its address. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface RunningHouse {
  readonly url: string
  readonly folder: string
  /** Everything the program printed so far. */
  output(): string
  stop(): Promise<void>
}

/** `people` 0 starts an empty register; `pack` is the folder of another plan pack. Rejects with the program's output when no address comes within two minutes. */
export async function startHouse(people: number, pack?: string): Promise<RunningHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-e2e-'))
  const child = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start'], {
    cwd: folder, env: { ...process.env, NODE_ENV: 'test', BANGFU_DATA: join(folder, 'data'), BANGFU_DEMO: String(people), ...(pack === undefined ? {} : { BANGFU_PACK: pack }) }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
  try {
    const url = await addressOf(child, () => output)
    return { url, folder, output: () => output, stop: () => stopped(child, folder) }
  } catch (error) {
    await stopped(child, folder)
    throw error
  }
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(output())
      if (match) { clearInterval(poll); clearTimeout(limit); resolve(match[0]) }
    }
    const poll = setInterval(give, 100)
    const limit = setTimeout(() => { clearInterval(poll); reject(new Error(`no address within 120 s:\n${output()}`)) }, 120_000)
    child.once('exit', (code) => { clearInterval(poll); clearTimeout(limit); reject(new Error(`ended with ${code}:\n${output()}`)) })
  })
}

async function stopped(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 20_000))])
    if (child.exitCode === null) child.kill('SIGKILL')
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
