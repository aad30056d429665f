/** Packs, documents and code speak in their own words: no run of 14 characters of the plan document stands in the tree. */
import { expect, test } from 'vitest'
import { chineseRuns } from '@bangfu/plan'
import { runHash, storedHashes } from './plan-words.ts'
import { listFiles, readText } from './source-tree.ts'

const texts = listFiles().filter((p) => /\.(ts|tsx|mts|js|mjs|cjs|md|ya?ml|json|sql|html|css|svg|csv|txt)$/.test(p) && p !== 'package-lock.json')

test('the stored hashes are those of a whole document', () => {
  expect(storedHashes().size).toBeGreaterThan(5000)
})

test('no file shares a run of 14 Chinese characters with the plan document', () => {
  const stored = storedHashes()
  const found = texts.flatMap((path) => {
    const shared = [...chineseRuns(readText(path))].map(({ run }) => run).filter((run) => stored.has(runHash(run)))
    return shared.length ? [`${path}: ${shared.length} runs, first at «${shared[0]!.slice(0, 6)}…»`] : []
  })
  expect(found).toEqual([])
})
