import { expect, test } from 'vitest'
import type { Matrix } from '../../client/contract.ts'
import { foldMarks, viewMatrix } from './matrix-view.ts'

const words = (zh: string) => ({ zh, en: `en ${zh}` })
const body = (id: string, marks: Matrix['bodies'][number]['marks'], also: string[] = []): Matrix['bodies'][number] => ({
  id, kind: 'organisation', levels: ['province'], name: words(id), names: [{ name: words(id), from: null, until: null, also }], successors: [], predecessors: [], members: [], duties: marks.length, takenOver: 0, measures: 0, marks, reports: { owed: 0, done: 0, underWay: 0, notBegun: 0, silent: 0, words: null },
})
const matrix: Matrix = {
  title: words('方案'), sections: [{ id: '一', title: words('甲') }, { id: '二', title: words('乙') }], nobody: ['二.1'],
  clauses: [{ id: '一.1', title: words('子'), section: '一' }, { id: '一.2', title: words('丑'), section: '一' }, { id: '二.1', title: words('寅'), section: '二' }],
  bodies: [body('茶业局', [{ clause: '一.1', role: 'support', own: false }, { clause: '一.1', role: 'lead', own: true }, { clause: '一.2', role: 'responsible', own: false }], ['茶办']), body('无事局', [])],
}

test('bodies without a duty are shown only when they are asked for', () => {
  expect(viewMatrix(matrix, {}).rows.map((r) => r.body.id)).toEqual(['茶业局'])
  expect(viewMatrix(matrix, { which: 'none' }).rows.map((r) => r.body.id)).toEqual(['无事局'])
  expect(viewMatrix(matrix, { which: 'all' }).rows.length).toBe(2)
})

test('a section without marks of the body leaves the body out, and says what nobody has taken there', () => {
  const view = viewMatrix(matrix, { section: '二' })
  expect([view.rows.length, view.nobody]).toEqual([0, ['二.1']])
  expect(viewMatrix(matrix, { section: '一' }).nobody).toEqual([])
})

test('a short name finds the body, and a role keeps only its marks', () => {
  expect(viewMatrix(matrix, { q: '茶办' }).rows.length).toBe(1)
  expect([...viewMatrix(matrix, { role: 'lead' }).rows[0]!.marks]).toEqual([['一.1', [{ role: 'lead', own: true }]]])
})

test('a folded section counts each clause once and names the strongest role first', () => {
  const view = viewMatrix(matrix, {})
  expect(foldMarks(view.rows[0]!, view.sections[0]!)).toEqual({ count: 2, roles: ['lead', 'responsible', 'support'] })
})
