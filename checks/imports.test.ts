/** Imports go one way: only along allowed-edges.json, only through a package's public door, and never in a circle. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, isTest, listFiles, readText, root, sourceFiles } from './source-tree.ts'

const allowed = JSON.parse(readFileSync(`${root}/checks/allowed-edges.json`, 'utf8')) as Record<string, string[]>
const files = sourceFiles()
const fileSet = new Set(listFiles())
const roomOf = (path: string): string => path.split('/')[1]!

test('a package imports only the rooms that allowed-edges.json names, and only their public door', () => {
  const faults: string[] = []
  for (const path of files) {
    const room = roomOf(path)
    for (const { specifier } of importsOf(path, readText(path))) {
      const match = /^@bangfu\/([^/]+)(?:\/(.+))?$/.exec(specifier)
      if (match) {
        const door = match[2] ? `${match[1]}/${match[2]}` : match[1]!
        const testDoor = isTest(path) && (match[2] === 'testing' || match[1] === 'stages')
        const ok = testDoor || allowed[room]?.includes(door) || (match[2] !== undefined && allowed[room]?.includes(match[1]!))
        if (!ok) faults.push(`${path}: ${specifier}`)
      } else if (specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(path), specifier)
        if (!target.startsWith(`packages/${room}/`)) faults.push(`${path}: reaches into ${target}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('the demo decides its truth alone: it imports nothing of feel, plan, measures or a pack', () => {
  const faults = files.filter((path) => roomOf(path) === 'demo').flatMap((path) => importsOf(path, readText(path)).filter((i) => /@bangfu\/(feel|measures|plan)|packs\//.test(i.specifier)).map((i) => `${path}: ${i.specifier}`))
  expect(faults).toEqual([])
})

test('no module imports itself by way of others', () => {
  const edges = new Map<string, string[]>()
  for (const path of files) {
    const targets = importsOf(path, readText(path)).filter((i) => i.specifier.startsWith('.') && !i.typeOnly)
      .map((i) => posix.join(posix.dirname(path), i.specifier)).filter((t) => fileSet.has(t))
    edges.set(path, targets)
  }
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of files) visit(path, [])
  expect(cycles).toEqual([])
})

test('every imported file exists', () => {
  const missing = files.flatMap((path) => importsOf(path, readText(path)).filter((i) => i.specifier.startsWith('.'))
    .map((i) => posix.join(posix.dirname(path), i.specifier.replace(/\?.*$/, ''))).filter((t) => !fileSet.has(t)).map((t) => `${path}: ${t}`))
  expect(missing).toEqual([])
})
