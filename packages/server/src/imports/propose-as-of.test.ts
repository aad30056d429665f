import type { RawSheet, Recognition } from '@bangfu/register'
import { expect, test } from 'vitest'
import { dayInText, proposeAsOf } from './propose-as-of.ts'

const sheet = (fileName: string, ...rows: RawSheet['rows'][number][]): RawSheet => ({ name: '名单', fileName, hidden: false, rows: [...rows] }) as unknown as RawSheet
const recognition = (layout: Recognition['layout'], dataFrom: number, more: Partial<Recognition> = {}): Recognition => ({ ...(layout && { layout }), layoutAlternatives: [], headerRows: [], dataFrom, columns: [], title: {}, ...more })
const today = '2026-03-05'

test('a department\'s list that names no day is not given one', () => {
  expect(proposeAsOf(sheet('低保.xlsx', ['姓名']), recognition('dibao', 1), today, '2030-12-31')).toEqual({ asOf: null, basis: null })
})

test.each([['2018-02-30', undefined], ['20181399', undefined], ['截至2018年6月30日', '2018-06-30'], ['2018.6.3', '2018-06-03'], ['名单20180630', '2018-06-30'], ['211322201806301234', undefined]])('a day in “%s” is %s', (text, day) => {
  expect(dayInText(text)).toBe(day)
})

test('a day above the header says more than one in the name of the file, and a day than a year', () => {
  expect(proposeAsOf(sheet('导出-2018-07-02.xlsx', ['统计时间:2018-06-30'], ['姓名']), recognition('national-persons', 2, { title: { period: '2018' as never } }), today, '2030-12-31')).toEqual({ asOf: '2018-06-30', basis: 'title' })
  expect(proposeAsOf(sheet('导出-2018-07-02.xlsx', ['2018年名单'], ['姓名']), recognition('national-persons', 2, { title: { period: '2018' as never } }), today, '2030-12-31')).toEqual({ asOf: '2018-07-02', basis: 'file-name' })
  expect(proposeAsOf(sheet('导出.xlsx', ['2018年名单'], ['姓名']), recognition('national-persons', 2, { title: { period: '2018' as never } }), today, '2030-12-31')).toEqual({ asOf: '2018-12-31', basis: 'title' })
})

test('a range of months is no day, and a month in the name of the file is nearer than the year of the title', () => {
  for (const text of ['2019年9-11月减少人员', '2018年10-12月停保', '2018.9-11月', '2018年9月-11月']) expect(dayInText(text)).toBeUndefined()
  const year = recognition('national-persons', 2, { title: { period: '2018' as never } })
  expect(['数据(2018年6月).xls', '数据201806.xls', '数据2017年6月.xls'].map((name) => proposeAsOf(sheet(name, ['2018年度人口'], ['姓名']), year, today, '2030-12-31').asOf)).toEqual(['2018-06-30', '2018-06-30', '2018-12-31'])
})

test('a day that has not come is never proposed', () => {
  expect(proposeAsOf(sheet('导出2026.xlsx', ['姓名']), recognition('national-persons', 1, { title: { period: '2026' as never } }), today, '2030-12-31')).toEqual({ asOf: today, basis: 'file-name' })
})

test('the newest date of the data is proposed when no words name one, and today for the national system alone', () => {
  const columns = [{ column: 0, letter: 'A', header: '脱贫日期', target: 'household.exited_on' as never, confidence: 1, alternatives: [] }]
  expect(proposeAsOf(sheet('名单.xlsx', ['脱贫日期'], ['2016-05-06'], [new Date('2018-04-01')], ['2099-01-01']), recognition('school', 1, { columns }), today, '2030-12-31')).toEqual({ asOf: '2018-04-01', basis: 'data' })
  expect(proposeAsOf(sheet('名单.xlsx', ['姓名'], ['甲']), recognition('national-households', 1), today, '2030-12-31')).toEqual({ asOf: today, basis: 'today' })
  expect(proposeAsOf(sheet('名单.xlsx', ['姓名'], ['甲']), recognition('national-households', 1), today, '2020-12-31')).toEqual({ asOf: null, basis: null })
})
