/** Tables below each other on one sheet: where the next one begins, and where a printed page only repeats the header. */
import { parsePlainDate } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { inventedId, inventedPlaces, sheetOf } from '../foreign/invented-sheet.ts'
import { headerDictionary } from '../mapping/header-dictionary.ts'
import { mapSheet } from '../mapping/map-sheet.ts'
import type { RawCell } from './raw-sheet.ts'
import { splitTables } from './split-tables.ts'

const header = ['序号', '姓名', '身份证号', '补助金额']
const other = ['序号', '身份证号', '姓名', '补助金额']
const person = (n: number): RawCell[] => [n, `李某${n}`, inventedId(n), 310]
const lone = (text: string): RawCell[] => [text, null, null, null]
const sum: RawCell[] = ['小计', null, null, 310]
const cut = (...rows: RawCell[][]) => splitTables(sheetOf(rows), headerDictionary)
const mapped = (...rows: RawCell[][]) => cut(...rows).map((table) => mapSheet(table, { source: '县局', asOf: parsePlainDate('2018-12-31'), places: inventedPlaces, layout: 'delivery' }).rows)

test('printed pages are one table: the same title with another page number, or the header alone', () => {
  expect(cut(lone('平安县补助名单 第1页'), header, person(1), lone('第1页'), lone('平安县补助名单 第2页'), header, person(2), header, person(3))).toHaveLength(1)
  expect(cut(lone('平安县补助名单'), header, person(1), [null, null, null, null], lone('平安县补助名单（续表）'), header, person(2))).toHaveLength(1)
})

test('another title above the same header begins another table, with or without a blank row, and the rows are of its place', () => {
  for (const between of [[sum], [sum, [null, null, null, null]]]) {
    const tables = mapped(lone('东镇一村2018年补助名单'), header, person(1), person(2), ...between, lone('东镇二村2018年补助名单'), header, person(3))
    expect(tables.map((rows) => rows.map((row) => [row.name, row.place]))).toEqual([[['李某1', '219901101201'], ['李某2', '219901101201']], [['李某3', '219901101202']]])
  }
})

test('the unit of the second table is its own', () => {
  const [first, second] = mapped([...lone('平安县第一银行贷款明细'), '单位：元'], header, person(1), sum, [...lone('平安县第二银行贷款明细'), '单位：万元'], header, [2, '李某2', inventedId(2), 3])
  expect([first![0]!.amountFen, second![0]!.amountFen]).toEqual(['31000', '3000000'])
})

test('headers in turn are followed, and every row is in one of the tables', () => {
  const rows = [lone('一、一村'), header, person(1), lone(''), lone('二、二村'), other, [2, inventedId(2), '李某2', 310], lone(''), lone('三、一村二组'), header, person(3), lone(''), lone('四、二村二组'), other, [4, inventedId(4), '李某4', 310]]
  const tables = mapped(...rows)
  expect(tables.flatMap((table) => table.map((row) => row.name))).toEqual(['李某1', '李某2', '李某3', '李某4'])
  expect(tables).toHaveLength(4)
  expect(cut(...rows).reduce((n, table) => n + table.rows.length, 0)).toBe(rows.length)
})
