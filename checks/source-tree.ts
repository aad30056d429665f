/** The files of the repository as the checks see them: what git tracks or would track, with their text. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Paths relative to the root, tracked or new, ignored ones left out. */
export function listFiles(): readonly string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const deleted = new Set(execFileSync('git', ['ls-files', '--deleted', '-z'], { cwd: root, encoding: 'utf8' }).split('\0'))
  return [...new Set(out.split('\0'))].filter((path) => path !== '' && !deleted.has(path)).sort()
}

export function readBytes(path: string): Buffer {
  return readFileSync(`${root}/${path}`)
}

export function readText(path: string): string {
  return readBytes(path).toString('utf8')
}

/** TypeScript sources that are the product: no tests, no generated declarations. */
export function sourceFiles(): readonly string[] {
  return listFiles().filter((path) => /^packages\/[^/]+\/src\/.*\.tsx?$/.test(path))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

export interface Import {
  readonly from: string
  readonly specifier: string
  readonly typeOnly: boolean
}

/** Import and re-export specifiers of a source text. */
export function importsOf(path: string, text: string): readonly Import[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...text.matchAll(pattern)].map((m) => ({ from: path, specifier: (m[2] ?? m[3])!, typeOnly: m[1] !== undefined }))
}
