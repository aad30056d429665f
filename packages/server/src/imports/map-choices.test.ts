/** What the choices of an import say of the file around the sheet that is taken. */
import { fileURLToPath } from 'node:url'
import { sheetRowOf } from '@bangfu/kernel'
import { loadPack } from '@bangfu/plan'
import { placeIndexOf, type RawCell, type RawSheet } from '@bangfu/register'
import { expect, test } from 'vitest'
import type { ImportChoices } from '../contract/index.ts'
import { describeSheet } from './describe-sheet.ts'
import { mapChoices } from './map-choices.ts'

const pack = loadPack(fileURLToPath(new URL('../../../../packs/tea-county', import.meta.url)))
const places = placeIndexOf([{ code: '219901', name: '平安县' }, ...['东镇', '西乡', '南镇'].map((name, i) => ({ code: `21990110${i + 1}`, name }))])
const sheet = (name: string, ...rows: RawCell[][]): RawSheet => ({ fileName: '低保.xlsx', sha256: '0'.repeat(64), name, hidden: false, typed: true, date1904: false, firstRow: 1, rows, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], marks: new Map() })
const list = (name: string, title: string, townships: readonly string[]): RawSheet => sheet(name, [title], ['乡镇', '姓名', '身份证号', '低保金额'], ...townships.map((township) => [township, '李某', '219901195001010012', 310]))
const choices: ImportChoices = { sheet: '东镇', layout: 'dibao', source: '民政局', asOf: '2018-06-30' }
const otherSheets = (sheets: readonly RawSheet[]) => mapChoices(sheets, choices, places, pack).notices.filter((n) => n.code === 'imports/other-sheets').map((n) => n.details['others'])

test('the other lists of a file are named when one sheet is taken, a sheet of sums is not', () => {
  const east = list('东镇', '平安县低保名单', ['东镇'])
  expect(otherSheets([sheet('汇总', ['乡镇', '户数'], ['东镇', 1]), east, list('西乡', '平安县低保名单', ['西乡'])])).toEqual(['西乡'])
  expect(otherSheets([east])).toEqual([])
})

test('a list is never proposed for a whole county when its rows, title or sheet name fewer townships', () => {
  const proposed = (raw: RawSheet) => describeSheet(raw, pack, '2026-01-01', places).places
  expect(proposed(list('名单', '平安县低保名单', ['东镇', '南镇', '东镇']))).toEqual(['219901101', '219901103'])
  expect(proposed(list('名单', '平安县低保名单', ['东镇', '西乡', '南镇']))).toEqual(['219901'])
  expect(proposed(sheet('名单', ['平安县西乡低保名单'], ['姓名', '身份证号', '低保金额'], ['李某', '219901195001010012', 310]))).toEqual(['219901102'])
  expect(proposed(sheet('西乡', ['平安县低保名单'], ['姓名', '身份证号', '低保金额'], ['李某', '219901195001010012', 310]))).toEqual(['219901102'])
  expect(proposed(sheet('名单', ['低保名单'], ['姓名', '身份证号', '低保金额'], ['李某', '219901195001010012', 310]))).toEqual([])
})

test('sheets of another header are never read as one list', () => {
  const other = sheet('西乡', ['平安县低保名单'], ['身份证号', '姓名', '乡镇', '低保金额'], ['219901195001010012', '李某', '西乡', 310])
  expect(() => mapChoices([list('东镇', '平安县低保名单', ['东镇']), other], { ...choices, sheets: ['东镇', '西乡'] }, places, pack)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'imports/sheets-differ' })] }))
})

test('sheets of one list are one table: rows of each counted and named with their sheet, a number that comes again found on the other', () => {
  const sheets = [list('东镇', '平安县低保名单', ['东镇', '东镇']), list('西乡', '平安县低保名单', ['西乡'])]
  const table = mapChoices(sheets, { ...choices, sheets: ['东镇', '西乡'] }, places, pack)
  expect(table.header).toMatchObject({ sheetName: '东镇', sheetNames: ['东镇', '西乡'] })
  expect(table.rows.map((row) => sheetRowOf(row.row))).toEqual([{ sheet: 0, row: 3 }, { sheet: 0, row: 4 }, { sheet: 1, row: 3 }])
  expect(table.accounted).toMatchObject({ title: 2, header: 2 })
  expect(table.notices.filter((n) => n.code === 'imports/duplicate-kept').map((n) => [n.details['sheet'], n.details['row'], n.details['other']])).toEqual([['东镇', 4, 3], ['西乡', 3, '东镇!3']])
  expect(table.notices.some((n) => n.code === 'imports/other-sheets')).toBe(false)
})

test('a list on two sheets that is said to cover three townships says which has no row', () => {
  const sheets = [list('东镇', '平安县低保名单', ['东镇']), list('西乡', '平安县低保名单', ['西乡'])]
  const delivery = { measures: [pack.measures[0]!.id], period: '2018', places: ['219901'] }
  expect(mapChoices(sheets, { ...choices, sheets: ['东镇', '西乡'], delivery }, places, pack).notices.filter((n) => n.code === 'imports/covered-without-rows').map((n) => n.details['places'])).toEqual(['南镇'])
})
