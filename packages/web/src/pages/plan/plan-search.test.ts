import { expect, test } from 'vitest'
import type { Clause, Plan, Target } from '../../client/contract.ts'
import { cutAtWords, findHits } from './plan-search.ts'

const words = (zh: string, en = zh) => ({ zh, en })
const clause = (id: string, more: Partial<Clause> = {}): Clause => ({ id, parent: null, title: words(`标题${id}`), summary: words('概括'), text: null, duties: [], targets: [], measures: [], figures: null, ...more })
const target = { id: 't', subject: words('茶园', 'tea gardens'), asked: words('≥ 3,000 亩'), value: '3000', term: words('2030年') } as Target
const plan = {
  clauses: [
    clause('一', { duties: [{ role: 'lead', body: words('县农业农村局', 'county bureau'), id: 'a', assigned: '一', also: ['县农委'] }] }),
    clause('一.1', { duties: [{ role: 'lead', body: words('县农业农村局', 'county bureau'), id: 'a', assigned: '一', also: ['县农委'] }], targets: ['t'], text: '新建茶园。' }),
  ],
  targets: [target], measures: [],
} as unknown as Plan

test('no words and words that stand nowhere give no hit', () => {
  expect([findHits(plan, '  '), findHits(plan, '水库')]).toEqual([[], []])
})

test('a body is found where it is assigned, by its short name too, not in every clause below', () => {
  expect(findHits(plan, '农业农村局')).toEqual([{ clause: '一', place: 'body' }])
  expect(findHits(plan, '县农委')).toEqual([{ clause: '一', place: 'body' }])
})

test('words of the document and figures are hits of their own, in the document\'s order', () => {
  expect(findHits(plan, '茶园')).toEqual([{ clause: '一.1', place: 'words' }, { clause: '一.1', place: 'figure' }])
  expect(findHits(plan, '3000')).toEqual([{ clause: '一.1', place: 'figure' }])
  expect(findHits(plan, 'TEA')).toEqual([{ clause: '一.1', place: 'figure' }])
})

test('a text is cut at every find and put together again unchanged', () => {
  expect(cutAtWords('茶园和新茶园', '茶园')).toEqual(['', '茶园', '和新', '茶园', ''])
  expect(cutAtWords('Tea tea', 'TEA').join('')).toBe('Tea tea')
  expect(cutAtWords('İstanbul', 'stan')).toEqual(['İstanbul'])
  expect(cutAtWords('茶', undefined)).toEqual(['茶'])
})
