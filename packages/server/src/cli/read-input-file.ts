/** Reads a file that a person named on the command line, from where they stand; refuses with one sentence. */
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { problem } from '@bangfu/kernel'
import type { Environment } from '../environment/environment.ts'

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['文件不存在', 'it does not exist'], EACCES: ['没有读取权限', 'it may not be read'], EISDIR: ['这是一个文件夹', 'it is a folder'],
}

export async function readInputFile(environment: Environment, file: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const path = resolve(environment.cwd, file)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const [zhWhy, enWhy] = reasons[error.code ?? ''] ?? ['读取失败', 'reading failed']
    throw problem('server/no-such-file', { file, zhWhy, enWhy })
  })
  return { name: basename(path), bytes }
}
