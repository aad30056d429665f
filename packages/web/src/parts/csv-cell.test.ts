import { expect, test } from 'vitest'
import { csvCell } from './csv-cell.ts'

test('a cell that could run as a formula is held by an apostrophe', () => {
  expect(['=1+1', '+86', '@SUM(A1)', '-cmd', '\tx', '＝1', ' =1'].map(csvCell)).toEqual([`"'=1+1"`, `"'+86"`, `"'@SUM(A1)"`, `"'-cmd"`, `"'\tx"`, `"'＝1"`, `"' =1"`])
})

test('numbers stay numbers, quotes are doubled, nothing is an empty cell', () => {
  expect([csvCell(-12.5), csvCell('他说"好"'), csvCell(null)]).toEqual(['"-12.5"', '"他说""好"""', '""'])
})
