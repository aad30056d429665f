import { expect, test } from 'vitest'
import type { ClauseAnswerRow } from '../../client/contract.ts'
import { shownProposals } from './shown-proposals.ts'

const side = (id: string) => ({ id, clause: '一', words: id, figure: { zh: '', en: '' }, until: null })
const target = (id: string, lower: string | null, decided: boolean): ClauseAnswerRow['targets'][number] => ({ upper: side(id), lower: lower === null ? null : side(lower), state: lower === null ? 'not-answered' : 'answered', mayBeShare: false, deadline: null, basis: [], decided })
const clause: ClauseAnswerRow = { clause: '一', title: '甲', state: 'partly', lower: { id: '二', title: '乙' }, targets: [target('a', null, false), target('b', 'x', true), target('c', 'y', false)], bodies: [], lowerBodies: [], basis: [], decided: false }

test('what is answered by nothing, or decided already, is not confirmed again', () => {
  expect(shownProposals([clause], true)).toEqual([{ upper: 'c', lower: 'y' }])
  expect(shownProposals([{ ...clause, decided: true }, { ...clause, lower: null }], false)).toEqual([{ upper: 'c', lower: 'y' }, { upper: 'c', lower: 'y' }])
})

test('a list of clauses means their own matches too', () => {
  expect(shownProposals([clause], false)).toEqual([{ upper: 'clause:一', lower: 'clause:二' }, { upper: 'c', lower: 'y' }])
})
