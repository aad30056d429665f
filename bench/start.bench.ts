/** How long a person waits: the first start in a fresh data folder with the usual synthetic county, later starts, and a start of an empty house. Run: node bench/start.bench.ts */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Starts the program as `npm start` does, waits for its address, stops it; seconds until the address stood there, and its own words. */
async function start(data: string, extra: Readonly<Record<string, string>> = {}): Promise<{ readonly seconds: number; readonly steps: readonly string[] }> {
  const begin = performance.now()
  const child = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start'], { cwd: root, env: { ...process.env, NODE_ENV: 'test', BANGFU_DATA: data, BANGFU_LANG: 'en', ...extra }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  let output = ''
  const up = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (/http:\/\/127\.0\.0\.1:\d+/.test(output)) resolve((performance.now() - begin) / 1000)
    })
    child.once('exit', () => reject(new Error(`ended before it was up:\n${output}`)))
  })
  const seconds = await up
  child.kill('SIGTERM')
  await ended
  return { seconds, steps: output.split('\n').filter((line) => line.startsWith('✓')).map((line) => line.slice(2)) }
}

const folder = mkdtempSync(join(tmpdir(), 'bangfu-start-'))
try {
  const built = existsSync(join(root, 'packages/web/dist/index.html'))
  const first = await start(join(folder, 'data'))
  console.log(`first start${built ? '' : ' (pages not built before)'}: ${first.seconds.toFixed(1)} s (aim ≤ 60 s)\n  ${first.steps.join('\n  ')}`)
  const later = [await start(join(folder, 'data')), await start(join(folder, 'data'))].sort((a, b) => a.seconds - b.seconds)[0]!
  console.log(`later start: ${later.seconds.toFixed(1)} s (aim ≤ 5 s), the better of two\n  ${later.steps.join('\n  ')}`)
  const empty = await start(join(folder, 'empty'), { BANGFU_DEMO: '0' })
  console.log(`first start of an empty house: ${empty.seconds.toFixed(1)} s`)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
