/** The file in the data folder by which other commands find the server that is running on it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from '@bangfu/register'

const fileName = 'address.json'

/** When the process began, in the kernel's own count, which no later process of the same number shares; undefined where the system does not tell or no such process lives. */
async function beginOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // After the name, which may hold blanks and brackets, it is the twentieth.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

export async function writeAddress(dataFolder: string, url: string): Promise<void> {
  await writeFile(join(dataFolder, fileName), JSON.stringify({ url, pid: process.pid, begin: await beginOf(process.pid) }), { mode: 0o600 })
}

export async function removeAddress(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, fileName), { force: true })
}

/** Address of the server that runs on this data folder and answers; undefined when none does. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { url, pid, begin } = JSON.parse(text) as { url: string; pid: number; begin?: string }
  // A number left by a killed server may since be another program's, who would be given the county's lists: only the process that wrote the file counts.
  if (!isAlive(pid) || begin !== await beginOf(pid)) return undefined
  const answered = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3000) }).then((r) => r.ok, () => false)
  return answered ? url : undefined
}
