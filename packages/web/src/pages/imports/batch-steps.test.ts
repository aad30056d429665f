import { expect, test } from 'vitest'
import type { ImportChoices, ImportDetail, Preview, Proposal, Vocabulary } from '../../client/contract.ts'
import { batchState, inOrder, mayGoAlong, mayGoUnseen, proposedChoices } from './batch-steps.ts'

const choices: ImportChoices = { sheet: '名单', layout: 'disability', source: '县残联', asOf: '2018-06-30' }
const preview = { preview: 'x', taken: 5, rejected: 0, problemCount: 0, noticeCount: 0 } as unknown as Preview
const detail = (layout: string | null, more: Partial<ImportDetail> = {}): ImportDetail => ({ id: layout ?? '-', state: 'uploaded', choices: null, preview: null, upload: { sheets: [{ name: '名单', layout, hidden: false, rows: 1 }] }, ...more }) as unknown as ImportDetail

test('a file with a row to correct or a word to say about one, without rows, or that says who got help, is never taken unseen', () => {
  expect(mayGoUnseen(choices, { ...preview, rejected: 1, problemCount: 1 })).toBe(false)
  expect(mayGoUnseen(choices, { ...preview, noticeCount: 1, problemCount: 1 })).toBe(false)
  expect(mayGoUnseen(choices, { ...preview, taken: 0 })).toBe(false)
  expect(mayGoUnseen({ ...choices, delivery: { measures: ['a'], period: '2018', places: ['211322'] } }, preview)).toBe(false)
  expect(mayGoUnseen({ ...choices, complete: ['211322'] }, preview)).toBe(false)
  expect(mayGoUnseen(choices, preview)).toBe(true)
})

test('a list of help goes in with the others only where its rows bear out some place that it names itself', () => {
  const delivery = { measures: ['a'], period: '2018', places: ['211322'], narrow: true }
  const place = { code: '211322101', name: '东镇', level: 'township' as const }
  expect(mayGoUnseen({ ...choices, delivery }, { ...preview, covers: { places: [], left: [place] } })).toBe(false)
  expect(mayGoUnseen({ ...choices, delivery: { ...delivery, narrow: false } }, { ...preview, covers: { places: [place], left: [] } })).toBe(false)
  expect(mayGoUnseen({ ...choices, delivery }, { ...preview, covers: { places: [place], left: [] } })).toBe(true)
})

const vocabulary = { layouts: [{ key: 'delivery', states: 'deliveries' }, { key: 'disability', states: 'facts' }] } as unknown as Vocabulary
const helpProposal = { sheets: ['名单'], layout: 'delivery', source: '县人社局', asOf: '2018-12-31', measures: ['a'], measuresBasis: '甲', period: '2018', periodBasis: 'title', places: ['211322101'], placesBasis: 'rows', partial: null } as unknown as Proposal
test.each([['periodBasis', 'year'], ['partial', '新增'], ['places', []], ['measures', []], ['measures', ['a', 'b']], ['source', null]] as const)('help whose %s is %j waits for a person', (key, value) => {
  const of = (proposal: Proposal) => proposedChoices(detail('delivery', { upload: { sheets: [], proposal } } as unknown as Partial<ImportDetail>), vocabulary, '211322')
  expect(of(helpProposal)).toMatchObject({ delivery: { measures: ['a'], period: '2018', places: ['211322101'], narrow: true } })
  expect(of({ ...helpProposal, [key]: value })).toBeUndefined()
})

test('rows of which something is to be said go along only where a person says so, and never where something is to be said of the list', () => {
  const noted = { ...preview, noticeCount: 2, problemCount: 2, rowNoticesOnly: true }
  expect(mayGoUnseen(choices, noted)).toBe(false)
  expect(mayGoAlong(choices, { ...noted, rowNoticesOnly: false })).toBe(false)
  expect(mayGoAlong({ ...choices, delivery: { measures: ['a'], period: '2018', places: ['211322'] } }, noted)).toBe(false)
  expect(mayGoAlong(choices, noted)).toBe(true)
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
