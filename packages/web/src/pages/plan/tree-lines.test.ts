import { expect, test } from 'vitest'
import type { Clause } from '../../client/contract.ts'
import { idsAbove, treeLines, treeMove } from './tree-lines.ts'

const clause = (id: string, parent: string | null) => ({ id, parent }) as Clause
const clauses = [clause('一', null), clause('一.1', '一'), clause('一.1.a', '一.1'), clause('一.2', '一'), clause('二', null)]
const open = (...ids: string[]) => (id: string) => ids.includes(id)
const shown = (...ids: string[]) => treeLines(clauses, open(...ids), undefined)

test('what lies under a closed clause is not shown', () => {
  expect(shown().map((l) => l.clause.id)).toEqual(['一', '二'])
  expect(shown('一').map((l) => [l.clause.id, l.level, l.open])).toEqual([['一', 1, true], ['一.1', 2, false], ['一.2', 2, undefined], ['二', 1, undefined]])
})

test('a search keeps the clauses found and those above', () => {
  const only = new Set(['一.1.a', ...idsAbove(clauses, ['一.1.a'])])
  expect(treeLines(clauses, () => true, only).map((l) => l.clause.id)).toEqual(['一', '一.1', '一.1.a'])
})

test('the arrows open, enter, leave and close, and stop at the ends', () => {
  const lines = shown('一')
  expect(treeMove(lines, '一.1', 'ArrowRight')).toEqual({ open: '一.1' })
  expect(treeMove(lines, '一', 'ArrowRight')).toEqual({ to: '一.1' })
  expect(treeMove(lines, '一.2', 'ArrowRight')).toBeUndefined()
  expect(treeMove(lines, '一.2', 'ArrowLeft')).toEqual({ to: '一' })
  expect(treeMove(lines, '一', 'ArrowLeft')).toEqual({ close: '一' })
  expect([treeMove(lines, '二', 'ArrowDown'), treeMove(lines, '一', 'ArrowUp')]).toEqual([undefined, undefined])
  expect([treeMove(lines, '一.1', 'Home'), treeMove(lines, '一.1', 'End')]).toEqual([{ to: '一' }, { to: '二' }])
})
