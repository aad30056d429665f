/** The repository speaks of the product alone, its links lead somewhere, and the lockfile names no address. */
import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readBytes, readText, root } from './source-tree.ts'

const textFiles = listFiles().filter((p) => /\.(ts|tsx|cjs|json|md|sql|ya?ml|html|css|txt|tsv|csv)$/.test(p) || p.startsWith('.'))

test('the lockfile holds no download address', () => {
  expect(readText('package-lock.json').match(/"resolved": "https?:/g)).toBeNull()
})

test('no file names a machine path or a registry host', () => {
  const pattern = new RegExp([['registry', 'npmjs'].join('\\.'), ['', 'work', 'main'].join('/'), ['', 'root', ''].join('/') + '(?!\\w*["\'`]?\\s*:)'].join('|'))
  const found = textFiles.filter((p) => p !== 'LICENSE').flatMap((p) => readText(p).split('\n').flatMap((line, i) => (pattern.test(line) ? [`${p}:${i + 1}: ${line.slice(0, 120)}`] : [])))
  expect(found).toEqual([])
})

test('every relative link of a document leads to a file', () => {
  const dead: string[] = []
  for (const path of listFiles().filter((p) => p.endsWith('.md'))) {
    for (const match of readText(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      if (!existsSync(`${root}/${posix.join(posix.dirname(path), match[1]!)}`)) dead.push(`${path}: ${match[1]}`)
    }
  }
  expect(dead).toEqual([])
})

test('the papers of the house are there', () => {
  const papers = ['LICENSE', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/dependencies.md', 'docs/glossary.md', 'docs/problems.md']
  expect(papers.filter((p) => !existsSync(`${root}/${p}`))).toEqual([])
})

test('every dependency is pinned exactly and has its reason in docs/dependencies.md', () => {
  const faults: string[] = []
  const reasons = readText('docs/dependencies.md')
  for (const path of listFiles().filter((p) => /^(packages\/[^/]+\/)?package\.json$/.test(p))) {
    const manifest = JSON.parse(readBytes(path).toString()) as Record<string, Record<string, string> | undefined>
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(manifest[group] ?? {})) {
        if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${path}: ${name} ${version} is not exact`)
        if (!name.startsWith('@bangfu/') && !reasons.includes(`\`${name}\``)) faults.push(`${path}: ${name} has no reason`)
      }
    }
  }
  expect(faults).toEqual([])
})
