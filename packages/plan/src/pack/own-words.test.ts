import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseRuns, findSharedPassages, sharedRunLength } from './own-words.ts'

const document = '各镇要在秋收以前把果园里的旧水渠全部清理一遍,共120公里。'

test('a passage is found across punctuation, with its line and no longer than it is shared', () => {
  const found = findSharedPassages([{ file: 'a.yaml', text: '# 题\nzh: 秋收以前,把果园里的旧水渠全部清理好' }], document)
  expect(found).toEqual([{ file: 'a.yaml', line: 2, text: '秋收以前把果园里的旧水渠全部清理' }])
})

test('thirteen characters are no passage', () => {
  expect(findSharedPassages([{ file: 'a', text: '秋收以前把果园里的旧水渠另找人' }], document)).toEqual([])
})

test('figures, titles and names of bodies part a run', () => {
  const text = '县农业农村和水利建设管理局按《秋收以前把果园里的旧水渠全部清理的通知》'
  expect(findSharedPassages([{ file: 'a', text }], text, ['县农业农村和水利建设管理局'])).toEqual([])
  expect(findSharedPassages([{ file: 'a', text: '秋收以前把果园120里的旧水渠全部' }], '秋收以前把果园130里的旧水渠全部')).toEqual([])
})

test('two passages of one file are two', () => {
  const text = '秋收以前把果园里的旧水渠全部清\n另外\n前把果园里的旧水渠全部清理一遍'
  expect(findSharedPassages([{ file: 'a', text }], document).map((p) => p.line)).toEqual([1, 3])
})

test('property: every run has its length and stands where it says', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('果', '园', '水', ',', '1', '《', '》', '\n'), maxLength: 80 }), (text) => {
    for (const { run, at } of chineseRuns(text)) {
      expect(run).toHaveLength(sharedRunLength)
      expect(text[at]).toBe(run[0])
    }
  }), { numRuns: 300 })
})
