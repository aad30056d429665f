/**
 * Vitest global setup: names a folder for this run's one PostgreSQL server and removes server and folder afterwards.
 * The server itself is started by the first test that asks (`test-database.ts`), so runs without a database cost nothing.
 */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findClaim, isPostgres } from './postmaster-file.ts'
import { isAlive } from './process-alive.ts'

const prefix = 'bangfu-test-'

async function stopServer(folder: string): Promise<void> {
  const claim = await findClaim(join(folder, 'postgres', 'cluster'))
  if (claim && (await isPostgres(claim.pid))) {
    process.kill(claim.pid, 'SIGQUIT')
    for (let i = 0; i < 250 && isAlive(claim.pid); i += 1) await sleep(20)
  }
  if (claim?.socketFolder.includes('bangfu-')) await rm(claim.socketFolder, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Runs that were killed leave a server behind: the next run ends it. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const owner = Number(await readFile(join(tmpdir(), name, 'run.pid'), 'utf8').catch(() => '0'))
    if (owner > 0 && !isAlive(owner)) await stopServer(join(tmpdir(), name)).catch(() => undefined)
  }
}

export default async function setup(): Promise<() => Promise<void>> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), prefix))
  await chmod(folder, 0o755)
  await writeFile(join(folder, 'run.pid'), String(process.pid))
  process.env['BANGFU_TEST_FOLDER'] = folder
  return () => stopServer(folder)
}
