/** Builds the pages when their sources are newer than what was built; replaces the old build in one step. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '@bangfu/kernel'

/** What the build depends on, inside the program's folder. */
const sources = ['packages/web/src', 'packages/web/public', 'packages/web/index.html', 'packages/web/vite.config.ts', 'packages/web/package.json', 'packages/server/src/contract', 'package-lock.json']

async function newestChange(path: string): Promise<number> {
  const entry = await stat(path).catch(() => undefined)
  if (!entry) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  const inner = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))))
  return Math.max(0, ...inner)
}

export async function isWebStale(root: string): Promise<boolean> {
  const built = await stat(join(root, 'packages/web/dist/index.html')).catch(() => undefined)
  if (!built) return true
  const changes = await Promise.all(sources.map((source) => newestChange(join(root, source))))
  return Math.max(...changes) > built.mtimeMs
}

function runVite(root: string, outFolder: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', outFolder, '--emptyOutDir', '--logLevel', 'warn']
    const child = spawn(process.execPath, args, { cwd: join(root, 'packages/web'), env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (data: Buffer) => { text += data.toString() })
    child.stderr.on('data', (data: Buffer) => { text += data.toString() })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? 1, text }))
  })
}

/** Returns true when a build was made. A failed build leaves the old one in place and throws `server/web-not-built`. */
export async function buildWeb(root: string): Promise<boolean> {
  if (!existsSync(join(root, 'packages/web/index.html')) || !(await isWebStale(root))) return false
  const started = new Date()
  const dist = join(root, 'packages/web/dist')
  const making = `${dist}.${process.pid}`
  const { status, text } = await runVite(root, making)
  if (status !== 0) {
    await rm(making, { recursive: true, force: true })
    throw problem('server/web-not-built', { why: text.trim().split('\n')[0]?.slice(0, 200) ?? 'vite' })
  }
  // A source saved during the build must make the next start build again.
  await utimes(join(making, 'index.html'), started, started)
  await rm(dist, { recursive: true, force: true })
  // A second copy that starts at the same moment builds the same pages: whichever is there first serves.
  await rename(making, dist).catch(() => rm(making, { recursive: true, force: true }))
  return true
}
