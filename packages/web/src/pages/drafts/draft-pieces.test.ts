import { expect, test } from 'vitest'
import type { DraftItemRow } from '../../client/contract.ts'
import { documentLines } from './document-pieces.ts'
import { fieldsOf } from './item-form.tsx'
import { afterLeaving, neighbour, queueOf } from './queue.ts'

const item = (id: string, kind: DraftItemRow['kind'], start: number, end: number, state: DraftItemRow['state'] = 'proposed'): DraftItemRow => ({ id, kind, clause: null, start, end, fields: {}, proposal: {}, state, actor: null, at: null, kept: false, change: null, before: null, beforeState: null, suggestion: null })

test('every character of the document is shown once, whatever overlaps', () => {
  const text = '第一行有字\n\n第二行也有,跨到\n第三行'
  const items = [item('a', 'target', 0, 3), item('b', 'amount', 2, 4), item('c', 'duty', 9, 18), item('d', 'clause', 7, 18)]
  const lines = documentLines(text, items)
  expect(lines.map((line) => line.pieces.map((p) => p.text).join('')).join('\n')).toBe(text)
  expect(lines[0]!.pieces.map((p) => [p.text, p.items.map((i) => i.id)])).toEqual([['第一', ['a']], ['行', ['b', 'a']], ['有', ['b']], ['字', []]])
  expect(lines.map((line) => line.clauses.map((c) => c.id))).toEqual([[], [], ['d'], []])
  expect(lines[3]!.pieces[0]!.items.map((i) => i.id)).toEqual(['c'])
})

test('what was not understood comes first, then the order of the document', () => {
  const items = [item('a', 'target', 0, 1), item('b', 'duty', 2, 3, 'accepted'), item('c', 'unread', 4, 5), item('d', 'target', 6, 7)]
  const ids = (filter: Parameters<typeof queueOf>[1]) => queueOf(items, filter).map((i) => i.id)
  expect(ids({ kind: undefined, state: undefined, change: undefined })).toEqual(['c', 'a', 'd'])
  expect(ids({ kind: undefined, state: 'all', change: undefined })).toEqual(['c', 'a', 'b', 'd'])
  expect(ids({ kind: 'duty', state: 'accepted', change: undefined })).toEqual(['b'])
})

test('the focus goes on behind what leaves, and ends when nothing stays', () => {
  const queue = [item('a', 'target', 0, 1), item('b', 'target', 2, 3), item('c', 'target', 4, 5)]
  expect([neighbour(queue, 'a', -1), neighbour(queue, 'c', 1), neighbour([], 'a', 1)]).toEqual(['a', 'c', undefined])
  expect([afterLeaving(queue, 'a', new Set(['a', 'b'])), afterLeaving(queue, 'c', new Set(['c'])), afterLeaving(queue, 'b', new Set(['a', 'b', 'c']))]).toEqual(['c', 'a', undefined])
})

test('what stays empty in a form is unknown, and clause numbers are parted', () => {
  const forms = [{ name: 'value', label: { zh: '', en: '' }, form: 'decimal', required: false, choices: [] }, { name: 'clauses', label: { zh: '', en: '' }, form: 'clauses', required: true, choices: [] }] as const
  expect(fieldsOf(forms as never, { value: ' ', clauses: '一.(一)、二 三' })).toEqual({ value: null, clauses: ['一.(一)', '二', '三'] })
})
