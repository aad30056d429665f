import { expect, test } from 'vitest'
import { choicesOfDraft, faultsOfDraft, type ImportDraft } from './import-draft.ts'

const draft: ImportDraft = { sheets: ['名单'], layout: 'dibao', source: ' 县民政局 ', asOf: '2018-06-30', states: true, measures: ['dibao'], period: '2018-06', places: ['211322'], narrow: false, complete: false, completePlaces: [], columns: {} }

test('everything that is missing is said at once', () => {
  expect(faultsOfDraft({ ...draft, layout: undefined, source: ' ', asOf: '2018', measures: [] }).map((fault) => fault.en)).toHaveLength(4)
})

test('a list that states no help delivered sends no delivery, and no empty corrections', () => {
  expect(choicesOfDraft({ ...draft, states: false })).toEqual({ sheet: '名单', layout: 'dibao', source: '县民政局', asOf: '2018-06-30' })
})

test('corrections of columns travel as chosen, a column left out as null', () => {
  expect(choicesOfDraft({ ...draft, columns: { 3: null, 4: 'person.name' } }).columns).toEqual([{ index: 3, target: null }, { index: 4, target: 'person.name' }])
})

test('the sheets of one list travel together, the first of them named as before', () => {
  expect(choicesOfDraft({ ...draft, states: false, sheets: ['东镇', '西乡'] })).toMatchObject({ sheet: '东镇', sheets: ['东镇', '西乡'] })
  expect(faultsOfDraft({ ...draft, sheets: [] }).map((fault) => fault.en)).toEqual(['Choose at least one sheet.'])
})
