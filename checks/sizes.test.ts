/** Files stay under 400 lines and functions under 70, so that a reader finds where a change belongs. */
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { isTest, listFiles, readText, sourceFiles } from './source-tree.ts'

const maxFileLines = 400
const maxFunctionLines = 70

interface Node { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

/** Every node of the tree, depth first. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    if (typeof node.type === 'string') yield node
    for (const key of Object.keys(node)) if (key !== 'parent') yield* nodesOf(node[key])
  }
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

test('no source file is longer than 400 lines', () => {
  const long = listFiles().filter((p) => /\.(ts|tsx|cjs|sql)$/.test(p) && !p.includes('/generated') && !p.endsWith('schema.sql') && !/packages\/register\/src\/migrations\//.test(p))
    .map((p) => ({ p, lines: readText(p).split('\n').length })).filter(({ lines }) => lines > maxFileLines)
  expect(long).toEqual([])
})

test('no function is longer than 70 lines', () => {
  const long: string[] = []
  for (const path of sourceFiles().filter((p) => !isTest(p))) {
    const text = readText(path)
    const { program } = parseSync(path, text)
    for (const node of nodesOf(program)) {
      if (!functionTypes.has(node.type)) continue
      const lines = text.slice(node.start, node.end).split('\n').length
      if (lines > maxFunctionLines) long.push(`${path}:${text.slice(0, node.start).split('\n').length} has ${lines} lines`)
    }
  }
  expect(long).toEqual([])
})

test('every test asserts something', () => {
  const empty: string[] = []
  for (const path of listFiles().filter((p) => isTest(p))) {
    const text = readText(path)
    const { program } = parseSync(path, text)
    for (const node of nodesOf(program)) {
      if (node.type !== 'CallExpression') continue
      const callee = node['callee'] as Node
      const name = callee.type === 'Identifier' ? (callee['name'] as string) : ''
      if (name !== 'test' && name !== 'it') continue
      const body = text.slice(node.start, node.end)
      if (!/\bexpect|\bassert|\bcheck[A-Z]\w*\(|\bprove[A-Z]\w*\(/.test(body)) empty.push(`${path}:${text.slice(0, node.start).split('\n').length}`)
    }
  }
  expect(empty).toEqual([])
})
