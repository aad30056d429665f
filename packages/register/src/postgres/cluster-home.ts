/** Decides where the database of a data folder lives and which user runs it. Makes folders; starts nothing. */
import { chown, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem, problemData, sha256Hex, type ProblemData } from '@bangfu/kernel'

/**
 * PostgreSQL refuses to run as root. A fixed high number that no distribution hands out, and not `nobody`,
 * which other services share: they could then open our socket.
 */
const serverUid = 64218

export interface ClusterHome {
  /** Folder of the programs and of the cluster. */
  readonly home: string
  /** User to run as; undefined when we are an ordinary user already. */
  readonly uid: number | undefined
  /** Set when the database had to be placed outside the data folder. */
  readonly notice?: ProblemData
}

/** True when every folder above (and including) `folder` may be entered by everybody. */
async function reachableByAll(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}

/**
 * The home of the database that belongs to `dataFolder`. As root, when the server's own user cannot reach the data
 * folder (say, below /root), the home is `/var/lib/bangfu/<hash of the data folder>` and a file in the data folder says so.
 */
export async function clusterHome(dataFolder: string): Promise<ClusterHome> {
  await mkdir(dataFolder, { recursive: true })
  const folder = await realpath(dataFolder)
  if (process.getuid?.() !== 0) return ordinaryHome(folder)
  const near = await reachableByAll(folder)
  const home = near ? join(folder, 'postgres') : join('/var/lib/bangfu', sha256Hex(folder).slice(0, 12))
  await mkdir(home, { recursive: true, mode: 0o755 })
  // A cluster that an ordinary user made keeps its owner, also when root starts it.
  const owner = (await stat(join(home, 'cluster')).catch(() => undefined))?.uid
  const uid = owner ?? serverUid
  await chown(home, uid, uid)
  if (near) return { home, uid }
  await writeFile(join(folder, 'database-is-elsewhere.txt'), `数据库在 / the database is in: ${home}\n`)
  return { home, uid, notice: problemData('register/cluster-elsewhere', { folder, home }) }
}

async function ordinaryHome(folder: string): Promise<ClusterHome> {
  const home = join(folder, 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  const owner = (await stat(home)).uid
  if (owner !== process.getuid?.()) throw problem('register/folder-of-other-user', { folder, owner })
  return { home, uid: undefined }
}

/**
 * A user that the system knows by name: initdb insists on one. Only the making of the cluster runs as this user;
 * the files are then handed to our own number, under which no other service runs.
 */
export async function namedUid(): Promise<number> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['bangfu', 'postgres', 'nobody', 'daemon']) {
    const uid = Number(lines.find((line) => line[0] === name)?.[2] ?? 0)
    if (uid > 0) return uid
  }
  throw problem('register/no-database-user', {})
}
