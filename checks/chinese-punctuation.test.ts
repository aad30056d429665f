/** Chinese sentences of the server use full-width marks. Other rooms follow as they are gone over. */
import { problemCatalogue } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { readText, sourceFiles } from './source-tree.ts'

const halfWidth = /[\u4e00-\u9fff”》）}][,;:!?](?=[\u4e00-\u9fff“《（{]|$)|[,;:!?][\u4e00-\u9fff“《]|\([^()]*[\u4e00-\u9fff][^()]*\)/

test.each([['请重试,再看', true], ['请重试，再看', false], ['名单(低保)', true], ['见 docs(zh)', false], ['at 12:30', false], ['{file}:{why}', true]] as const)('half-width marks are seen in “%s”: %s', (text, seen) => {
  expect(halfWidth.test(text)).toBe(seen)
})

test('every problem of the server is said with full-width marks', () => {
  const faults = Object.entries(problemCatalogue).filter(([code, { zh }]) => code.startsWith('server/') && halfWidth.test(zh)).map(([code, { zh }]) => `${code}: ${zh}`)
  expect(faults).toEqual([])
})

test('so is every sentence that a command prints about itself', () => {
  const texts = sourceFiles().filter((file) => /^packages\/server\/src\/(?:cli|launch|environment)\//.test(file) && !file.includes('.test.'))
    .flatMap((file) => [...readText(file).matchAll(/\bzh(?:Why|What)?: '([^'\n]*)'/g)].map((match) => `${file.split('/').at(-1)}: ${match[1]}`))
  expect(texts.length).toBeGreaterThan(15)
  expect(texts.filter((text) => halfWidth.test(text.replace(/^[^:]+: /, '')))).toEqual([])
})
