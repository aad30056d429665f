/** Chinese sentences use full-width marks, in every room. Data, lexicons and patterns hold what other people write, and are left as they are. */
import { problemCatalogue } from '@bangfu/kernel'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { isTest, readText, sourceFiles } from './source-tree.ts'

const halfWidth = /[\u4e00-\u9fff”》）}][,;:!?](?=[\u4e00-\u9fff“《（{]|$)|[,;:!?][\u4e00-\u9fff“《]|[\u4e00-\u9fff”》}]\([^()]*[\u4e00-\u9fff{][^()]*\)/

test.each([['请重试,再看', true], ['请重试，再看', false], ['名单(低保)', true], ['写成 known(名称)', false], ['见 docs(zh)', false], ['at 12:30', false], ['{file}:{why}', true], ['上一级({place})', true]] as const)('half-width marks are seen in “%s”: %s', (text, seen) => {
  expect(halfWidth.test(text)).toBe(seen)
})

test('every problem is said with full-width marks', () => {
  expect(Object.entries(problemCatalogue).filter(([, { zh }]) => halfWidth.test(zh)).map(([code, { zh }]) => `${code}: ${zh}`)).toEqual([])
})

/** What stands there is not ours to say: patterns and words of plan documents, headers and marks of lists, national code lists, files of invented offices. */
const notOurs = [
  /^packages\/plan\/src\/read\/(?!format-outline)/, /^packages\/plan\/src\/document\//, /^packages\/plan\/src\/compare\/(?:compared-sources|lexicon)\.ts$/, /^packages\/register\/src\/imports\/mapping\/(?:ended-mark|header-|row-marks|row-kind|title-info)/,
  /^packages\/kernel\/src\/vocabulary\//, /^packages\/demo\//,
]

interface Node { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    if (typeof node.type === 'string') yield node
    for (const key of Object.keys(node)) if (key !== 'parent') yield* nodesOf(node[key])
  }
}

/** Texts of a source: its literals, and its templates with `{}` for what is put in. */
function* textsOf(path: string, source: string): Generator<string> {
  for (const node of nodesOf(parseSync(path, source).program)) {
    if (node.type === 'Literal' && typeof node['value'] === 'string') yield node['value']
    if (node.type === 'JSXText') yield source.slice(node.start, node.end)
    if (node.type === 'TemplateLiteral') yield (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map((quasi) => quasi.value.cooked).join('{}')
  }
}

/** A mark between two things that are put in says nothing of a language: `{}:{}` is a key, “名单{}:{}” is not. */
const inSentence = /[\u4e00-\u9fff”》）][,;:!?](?=[\u4e00-\u9fff“《（{]|$)|[,;:!?][\u4e00-\u9fff“《]|[\u4e00-\u9fff”》]\([^()]*\)/

test('so is every other sentence of the sources', () => {
  const texts = sourceFiles().filter((path) => !isTest(path) && !notOurs.some((pattern) => pattern.test(path))).flatMap((path) => {
    const source = readText(path)
    return /[\u4e00-\u9fff]/.test(source) ? [...textsOf(path, source)].filter((text) => /[\u4e00-\u9fff]/.test(text)).map((text) => ({ path, text })) : []
  })
  expect(texts.length).toBeGreaterThan(2000)
  expect(texts.filter(({ text }) => inSentence.test(text)).map(({ path, text }) => `${path}: ${text.slice(0, 160)}`)).toEqual([])
})
