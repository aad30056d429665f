import { expect, test } from 'vitest'
import { callAddress } from './call.ts'

test('parameters are encoded and empty filters are left out', () => {
  expect(callAddress('getClause', { params: { id: '二.(四)/2' } })).toBe('/api/plan/clauses/%E4%BA%8C.(%E5%9B%9B)%2F2')
  expect(callAddress('getPersons', { query: { q: '张 三', place: '', page: 2, status: undefined } })).toBe('/api/persons?q=%E5%BC%A0+%E4%B8%89&page=2')
})
