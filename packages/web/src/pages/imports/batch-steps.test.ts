import { expect, test } from 'vitest'
import type { ImportChoices, ImportDetail, Preview } from '../../client/contract.ts'
import { batchState, inOrder, mayGoUnseen } from './batch-steps.ts'

const choices: ImportChoices = { sheet: '名单', layout: 'disability', source: '县残联', asOf: '2018-06-30' }
const preview = { preview: 'x', taken: 5, rejected: 0, problemCount: 0, noticeCount: 0 } as unknown as Preview
const detail = (layout: string | null, more: Partial<ImportDetail> = {}): ImportDetail => ({ id: layout ?? '-', state: 'uploaded', choices: null, preview: null, upload: { sheets: [{ layout, hidden: false, rows: 1 }] }, ...more }) as unknown as ImportDetail

test('a file with a row to correct or a word to say about one, without rows, or that says who got help, is never taken unseen', () => {
  expect(mayGoUnseen(choices, { ...preview, rejected: 1, problemCount: 1 })).toBe(false)
  expect(mayGoUnseen(choices, { ...preview, noticeCount: 1, problemCount: 1 })).toBe(false)
  expect(mayGoUnseen(choices, { ...preview, taken: 0 })).toBe(false)
  expect(mayGoUnseen({ ...choices, delivery: { measures: ['a'], period: '2018', places: ['211322'] } }, preview)).toBe(false)
  expect(mayGoUnseen({ ...choices, complete: ['211322'] }, preview)).toBe(false)
  expect(mayGoUnseen(choices, preview)).toBe(true)
})

test('people go in before what is said of them, help last', () => {
  expect(inOrder(['delivery', 'disability', 'national-households', 'national-persons'].map((l) => detail(l))).map((d) => d.id)).toEqual(['national-persons', 'national-households', 'disability', 'delivery'])
})

test('what nobody can choose for a person waits to be looked at', () => {
  expect(batchState(detail(null), undefined)).toBe('look')
  expect(batchState(detail('disability'), choices)).toBe('reading')
  expect(batchState(detail('disability', { state: 'previewed', choices, preview }), choices)).toBe('clean')
  expect(batchState(detail('disability', { state: 'committed' }), choices)).toBe('committed')
})
