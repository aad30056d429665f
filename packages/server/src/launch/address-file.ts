/** The file in the data folder by which other commands find the server that is running on it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileName = 'address.json'

export async function writeAddress(dataFolder: string, url: string): Promise<void> {
  await writeFile(join(dataFolder, fileName), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 })
}

export async function removeAddress(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, fileName), { force: true })
}

/** Address of the server that runs on this data folder and answers; undefined when none does. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { url } = JSON.parse(text) as { url: string }
  // A number left by a killed server may since belong to another Bangfu: only the process that wrote the file counts.
  const answered = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3000) }).then((r) => r.ok, () => false)
  return answered ? url : undefined
}
