/** The catalogue of problems, its page and its use agree both ways. */
import { problemCatalogue, type ProblemDefinition } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { problemsPage } from './problems-page.ts'
import { isTest, readText, sourceFiles } from './source-tree.ts'

const entries = Object.entries(problemCatalogue) as [string, ProblemDefinition][]
/** Details by name; one that carries words comes once a language ({zhWhy}, {enWhy} or {part}, {partEn}) and counts as one. */
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!.replace(/^(zh|en)(?=[A-Z]|$)/, '').replace(/En$/, '').toLowerCase()).sort()

test('docs/problems.md is fresh', () => {
  expect(readText('docs/problems.md')).toBe(problemsPage())
})

test('both languages name the same details', () => {
  const unequal = entries.filter(([, d]) => [...new Set(names(d.zh))].join() !== [...new Set(names(d.en))].join()).map(([code]) => code)
  expect(unequal).toEqual([])
})

test('every code is given somewhere in the product', () => {
  const product = sourceFiles().filter((p) => !isTest(p) && !p.startsWith('packages/kernel/src/problems/')).map(readText).join('\n')
  const unused = entries.map(([code]) => code).filter((code) => !product.includes(`'${code}'`) && !product.includes(`\`${code}\``))
  expect(unused).toEqual([])
})

test('every sentence ends and says something', () => {
  const poor = entries.filter(([, d]) => !/[。.!?]$/.test(d.zh) || !/[.!?]$/.test(d.en) || d.zh.length < 8).map(([code]) => code)
  expect(poor).toEqual([])
})
