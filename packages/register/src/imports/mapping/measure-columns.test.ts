/** A list of several measures says of each row which of them it has, wherever offices write that; what cannot be told is no answer. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '@bangfu/kernel'
import type { RawCell, RawSheet } from '../files/raw-sheet.ts'
import { inventedId, mapRows } from '../foreign/invented-sheet.ts'
import type { MapOptions } from './map-sheet.ts'
import { measureReader } from './measure-names.ts'

const names = { tea: ['困难茶农生活补贴', '茶农生活补贴'], care: ['重度茶农护理补贴', '茶农护理补贴'] }
const map = (headers: readonly string[][], rows: readonly RawCell[][], options: Partial<MapOptions> = {}, more: Partial<RawSheet> = {}) => mapRows(
  [['平安县2018年两项补贴发放表'], ...headers.map((line, i) => [...(i === 0 ? ['乡镇', '姓名', '身份证号'] : ['', '', '']), ...line]), ...rows.map((row, i) => ['东镇', `李某${i}`, inventedId(i + 1), ...row])],
  more, { layout: 'delivery', measures: ['tea', 'care'], measureNames: names, period: '2018' as Period, ...options })
const given = (table: ReturnType<typeof map>) => table.rows.map((row) => row.measures && ['tea', 'care'].map((id) => row.measures![id]?.given).join(' '))
const doubts = (table: ReturnType<typeof map>) => table.notices.filter((n) => n.code === 'imports/measure-doubtful').map((n) => n.details['row'])

describe('a column for each measure', () => {
  test('what is no amount decides nothing, and somebody listed with nothing is not said to lack anything', () => {
    const table = map([['困难生活补贴', '重度护理补贴']], [[80, '待定'], ['', ''], ['', 80], [-80, 80]])
    expect(given(table)).toEqual(['yes perhaps', 'perhaps perhaps', 'no yes', 'perhaps yes'])
    expect(doubts(table)).toHaveLength(4)
  })

  test('an amount or a tick gives the measure; blank, 0, a dash and 否 do not; the sum of the row is neither\'s', () => {
    const table = map([['困难茶农生活补贴金额', '重度茶农护理补贴金额', '金额']], [[80, '', 80], ['80元', '160.5', 240.5], [0, '—', 0], ['是', '否', 80]])
    expect(given(table)).toEqual(['yes no', 'yes yes', 'no no', 'yes no'])
    expect(table.rows.map((row) => row.measures!['tea']!.amountFen)).toEqual(['8000', '8000', undefined, undefined])
    expect(table.rows[1]!.measures!['care']!.amountFen).toBe('16050')
    expect(table.notices.filter((n) => n.code === 'imports/measure-by-column').map((n) => [n.details['column'], n.details['measures']])).toEqual([['D', names.tea[0]], ['E', names.care[0]]])
  })

  test('the measure may stand in the line above, with several columns of which the sum decides', () => {
    const heads = [['困难生活补贴', '', '重度护理补贴', ''], ['标准', '金额', '标准', '金额']]
    const merges = [[3, 4], [5, 6]].map(([firstColumn, lastColumn]) => ({ firstRow: 1, lastRow: 1, firstColumn: firstColumn!, lastColumn: lastColumn! }))
    const table = map(heads, [[80, 240, 80, 0], [80, 240, 80, '']], {}, { merges })
    expect(given(table)).toEqual(['yes no', 'yes perhaps'])
    expect(table.rows[0]!.measures!['tea']!.amountFen).toBe('24000')
  })

  test('a column that the officer leaves out decides nothing, nor do accounts and days', () => {
    expect(given(map([['困难生活补贴', '重度护理补贴']], [[80, ''], ['', 80]], { columns: { D: null, E: null } }))).toEqual([undefined, undefined])
    expect(given(map([['生活补贴发放时间', '护理补贴卡号']], [[201801, 1234567890]]))).toEqual([undefined])
    expect(given(map([['生活补贴', '备注']], [[80, '']]))).toEqual([undefined])
  })

  test('a column that decides is not said to be left out', () => {
    expect(map([['困难生活补贴', '重度护理补贴', '经办']], [[80, '', '甲']]).notices.filter((n) => n.code === 'imports/column-ignored').map((n) => n.details['column'])).toEqual(['F'])
  })

  test('an empty column says that nobody has its measure, two of them say nothing', () => {
    expect(given(map([['困难生活补贴', '重度护理补贴']], [[80, ''], [80, '']]))).toEqual(['yes no', 'yes no'])
    expect(given(map([['困难生活补贴', '重度护理补贴']], [['', ''], ['', '']]))).toEqual([undefined, undefined])
  })

  test('a cell merged over two rows says of the second only perhaps', () => {
    const table = map([['困难生活补贴', '重度护理补贴']], [[80, 80], [80, null], ['', 80]], {}, { merges: [{ firstRow: 2, lastRow: 3, firstColumn: 4, lastColumn: 4 }] })
    expect(given(table)).toEqual(['yes yes', 'yes perhaps', 'no yes'])
  })
})

describe('a column that names the measure', () => {
  test('a value that names none leaves every measure in doubt', () => {
    const table = map([['补贴类型', '金额']], [['生活补贴', 80], ['护理补贴', 80], ['临时', 80], ['', 80]])
    expect(given(table)).toEqual(['yes no', 'no yes', 'perhaps perhaps', 'perhaps perhaps'])
    expect(doubts(table).length).toBe(4)
  })

  test('a row of one measure has its amount, a row of both has none of its own', () => {
    const table = map([['补贴项目', '金额']], [['困难茶农生活补贴', 80], ['护理', 90], ['两项', 170], ['生活、护理', 170], ['生活补贴+护理补贴', 170], ['两项均享受', 170]])
    expect(given(table)).toEqual(['yes no', 'no yes', 'yes yes', 'yes yes', 'yes yes', 'yes yes'])
    expect(table.rows.map((row) => [row.measures!['tea']!.amountFen, row.measures!['care']!.amountFen])).toEqual([['8000', undefined], [undefined, '9000'], ...Array.from({ length: 4 }, () => [undefined, undefined])])
  })

  test('what people are, and a word that only one measure is ever named by, decide nothing', () => {
    expect(given(map([['对象类别', '金额']], [['重度', 80], ['困难', 80]]))).toEqual([undefined, undefined])
    expect(given(map([['补贴类型', '金额']], [['困难', 80], ['困难', 80]]))).toEqual([undefined, undefined])
    expect(given(map([['发放方式', '金额']], [['社保卡', 80], ['现金', 80]]))).toEqual([undefined, undefined])
  })
})

test('one measure, or names that nobody gave, leave a list as it is', () => {
  expect(given(map([['补贴类型', '金额']], [['生活补贴', 80], ['护理补贴', 80]], { measures: ['tea'] }))).toEqual([undefined, undefined])
  expect(map([['困难生活补贴', '重度护理补贴']], [[80, '']], { measures: ['tea'] }).rows[0]!.measures).toBeUndefined()
})

test('whole names are told from those within them, and words of two measures at once name neither', () => {
  const read = measureReader(names)
  expect(read('低保户重度茶农生活补贴')).toEqual({ measures: ['tea'], whole: true })
  expect(read('困难重度补贴')).toBeUndefined()
  expect(read('补贴')).toBeUndefined()
  expect(read('生活补贴和护理补贴')?.measures).toEqual(['tea', 'care'])
})

test('property: whatever stands in the columns, a row is never without both measures for blanks and words', () => {
  const cell = fc.oneof(fc.constantFrom<RawCell>('', null, '待定', '?', '80', 80, '0', '—', '是', '否'), fc.string({ maxLength: 6 }))
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
    const blank = (one: RawCell): boolean => one === null || String(one).trim() === ''
    const table = map([['困难生活补贴', '重度护理补贴']], [[80, 80], [80, 80], ...Array.from({ length: 20 }, () => [80, 80]), ...cells.map((pair) => [...pair])])
    for (const row of table.rows) {
      const pair = cells[row.row - 25]
      if (pair && blank(pair[0]) && blank(pair[1])) expect(Object.values(row.measures!).map((one) => one.given)).toEqual(['perhaps', 'perhaps'])
    }
    expect(table.rows.length + table.rejected.length + Object.values(table.accounted).reduce((a, b) => a + b, 0)).toBe(cells.length + 24)
  }), { numRuns: 60 })
})
