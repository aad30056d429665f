/** What leaves as a workbook runs no formula, keeps numbers as text, and comes back in. */
import { expect, test } from 'vitest'
import { readSheets } from '../files/read-sheets.ts'
import { brokenId, inventedId, inventedPlaces, mapRows, personHeaders, personRow } from '../foreign/invented-sheet.ts'
import { plainSheet } from '../foreign/independent-reader.ts'
import { mapSheet } from '../mapping/map-sheet.ts'
import { parsePlainDate } from '@bangfu/kernel'
import { rejectedRowsWorkbook } from './rejected-rows-workbook.ts'
import { streamWorkbook, writeWorkbook } from './workbook-writer.ts'

const dangerous = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")']

test('no cell that leaves is a formula, whatever text it holds', async () => {
  const bytes = Buffer.from(await writeWorkbook([{ name: '=坏[名]', title: '=标题', columns: [{ header: '=列' }, { header: '号', format: 'id' }], rows: dangerous.map((text) => [text, inventedId(1)]) }]))
  const streamed = Buffer.from(await new Response(streamWorkbook({ name: 'x', columns: [{ header: '列' }], rows: dangerous.map((text) => [text]) })).arrayBuffer())
  for (const file of [bytes, streamed]) {
    const [sheet] = await readSheets(file, 'x.xlsx')
    expect(sheet!.marks.size).toBe(0)
    for (const cell of sheet!.rows.flat()) if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t]/)
  }
})

test('an identity number leaves as text and is seen so by a second reader', async () => {
  const bytes = Buffer.from(await writeWorkbook([{ name: '表', columns: [{ header: '证件号码', format: 'id' }], rows: [[inventedId(1)]] }]))
  expect(plainSheet(bytes, '表').map((row) => row.get('A'))).toEqual(['证件号码', inventedId(1)])
})

test('bad rows leave as a file that, once mended, goes in without any other touch', async () => {
  const rows = [[...personHeaders, '网格员'], [...personRow(1), '赵某'], [...personRow(2, { 证件号码: brokenId(2) }), '钱某'], [...personRow(3, { 证件号码: 219901195001010000, 首次识别时间: new Date(Date.UTC(2014, 11, 1)) }), '孙某']]
  const first = mapRows(rows)
  expect(first.rejected.length).toBe(2)
  const [sheet] = await readSheets(await rejectedRowsWorkbook(first), 'x.xlsx')
  const options = { source: '测试单位', asOf: parsePlainDate('2018-12-31'), places: inventedPlaces }
  const again = mapSheet(sheet!, options)
  expect([again.header.layout, again.rows.length, again.rejected.length]).toEqual(['national-persons', 0, 2])
  expect(again.rejected.map((r) => r.problems.map((p) => p.code))).toEqual(first.rejected.map((r) => r.problems.map((p) => p.code)))
  const column = first.headers.indexOf('证件号码')
  const mended = { ...sheet!, rows: sheet!.rows.map((row, i) => row.map((cell, c) => (c === column && i >= sheet!.rows.length - 2 ? inventedId(i) : cell))) }
  const last = mapSheet(mended, options)
  expect([last.rows.length, last.rejected.length, last.rows[1]!.household['identified_on']]).toEqual([2, 0, '2014-12-01'])
  expect(last.notices.map((n) => n.details['header'])).toEqual(['网格员'])
})
