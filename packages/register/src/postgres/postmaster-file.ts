/** Reads and judges `postmaster.pid`, the file by which a PostgreSQL server claims its data folder. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './process-alive.ts'

export interface PostmasterClaim {
  readonly pid: number
  /** Folder of the socket, as the server wrote it. */
  readonly socketFolder: string
  readonly port: number
}

/** The claim on the cluster, or undefined when no server has claimed it or the file is still being written. */
export async function findClaim(cluster: string): Promise<PostmasterClaim | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder] = text.split('\n')
  if (!pid || !(Number(pid) > 0)) return undefined
  return { pid: Number(pid), socketFolder: socketFolder ?? '', port: Number(port ?? 0) }
}

/**
 * True when the process is a PostgreSQL server. After a power cut the number in the file may belong to any program;
 * PostgreSQL itself would then refuse to start for ever.
 */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  if (stdout !== '') return /postgres/.test(stdout)
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
  return /postgres/.test(line)
}
