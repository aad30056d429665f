import { expect, test } from 'vitest'
import type { ClauseAnswerRow } from '../../client/contract.ts'
import { filterAnswers } from './filter-answers.ts'

const side = (words: string) => ({ id: words, clause: '一', words, figure: { zh: '', en: '' }, until: null })
const target = (words: string, state: 'answered' | 'not-answered') => ({ upper: side(words), lower: null, state, mayBeShare: false, deadline: null, basis: [], decided: false })
const clause = (id: string, state: ClauseAnswerRow['state'], targets: ClauseAnswerRow['targets']): ClauseAnswerRow => ({ clause: id, title: `条${id}`, state, lower: null, targets, bodies: [], lowerBodies: [], basis: [], decided: false })
const rows = [clause('一', 'partly', [target('修桥', 'answered'), target('种树', 'not-answered')]), clause('二', 'not-answered', [])]

test('an answer of targets shows those targets only, so that the count is theirs', () => {
  expect(filterAnswers(rows, { state: undefined, target: 'not-answered', find: undefined }).map((c) => [c.clause, c.targets.map((t) => t.upper.words)])).toEqual([['一', ['种树']]])
})

test('an answer of clauses and words narrow the clauses', () => {
  const ids = (filter: Parameters<typeof filterAnswers>[1]) => filterAnswers(rows, filter).map((c) => c.clause)
  expect([ids({ state: 'not-answered', target: undefined, find: undefined }), ids({ state: undefined, target: undefined, find: '修桥' }), ids({ state: 'partly', target: undefined, find: '没有' })]).toEqual([['二'], ['一'], []])
})
