/** Planted errors are found in their cell and nowhere else; rows go where the policy says; every row is accounted for. */
import { parsePeriod, problemData } from '@bangfu/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellKey, type RawCell } from '../files/raw-sheet.ts'
import { brokenId, dibaoHeaders, dibaoRow, dibaoTitle, inventedId, mapRows, personHeaders, personRow } from '../foreign/invented-sheet.ts'
import { rowPolicies } from '../layouts/row-policy.ts'

const total = (rows: { rows: readonly unknown[]; rejected: readonly unknown[]; accounted: Readonly<Record<string, number>> }): number => rows.rows.length + rows.rejected.length + Object.values(rows.accounted).reduce((a, b) => a + b, 0)
const places = (table: ReturnType<typeof mapRows>): string[] => [...table.notices, ...table.rejected.flatMap((r) => r.problems)].map((p) => `${p.details['row']}${p.details['column']} ${p.code}`).sort()

describe('refusals', () => {
  test('a person with a wrong number is rejected with the whole row kept for mending', () => {
    const table = mapRows([personHeaders, personRow(1), personRow(2, { 证件号码: brokenId(2) })])
    expect(table.rows.map((r) => r.row)).toEqual([2])
    expect(table.rejected.map((r) => [r.row, r.cells[5], r.problems[0]!.code])).toEqual([[3, '张某2', 'imports/id-wrong']])
  })

  test('a number that Excel rounded is never guessed, in a number cell or in text that was one', () => {
    for (const 证件号码 of [Number(inventedId(1).replace('X', '0')), '2.19901E+17', `${inventedId(1).slice(0, 15)}000`]) {
      const table = mapRows([personHeaders, personRow(1, { 证件号码 }), personRow(2)])
      expect(table.rejected.map((r) => r.problems.map((p) => p.code))).toEqual([['imports/id-rounded']])
    }
  })

  test('a column whose numbers all end in 000 is refused even where a check digit fits by chance', () => {
    const ids = Array.from({ length: 28 }, (_, i) => `219901199${i % 10}01${String(i + 1).padStart(2, '0')}0000`.padEnd(18, '0'))
    const table = mapRows([personHeaders, ...ids.map((证件号码, i) => personRow(i + 1, { 证件号码 }))], { typed: false })
    expect(table.rows).toEqual([])
    expect(new Set(table.rejected.flatMap((r) => r.problems.map((p) => p.code)))).toEqual(new Set(['imports/id-rounded']))
  })

  test('on a list of help a wrong number costs the number, not the row', () => {
    const table = mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 身份证号: brokenId(1) }), dibaoRow(2, { 身份证号: 219901195001010000 })])
    expect(table.rejected).toEqual([])
    expect(table.rows.map(({ idNumber, name, place, amountFen, unknown }) => ({ idNumber, name, place, amountFen, why: unknown['idNumber'] }))).toEqual([
      { idNumber: undefined, name: '李某1', place: '219901101201', amountFen: '31000', why: 'refused' }, { idNumber: undefined, name: '李某2', place: '219901101201', amountFen: '31000', why: 'refused' },
    ])
  })

  test('a wrong number alone, without a name, still keeps the row: somebody is on the list', () => {
    const table = mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 身份证号: brokenId(1), 姓名: null })])
    expect([table.rows.length, table.rejected.length]).toEqual([1, 0])
  })

  test('only the two national layouts reject a row for its number', () => {
    const rejecting = Object.entries(rowPolicies).filter(([, policy]) => policy.wrongId === 'reject-row').map(([layout]) => layout)
    expect(rejecting).toEqual(['national-persons', 'national-households'])
  })

  test('a village without a known place is rejected, since there is nothing to file it under', () => {
    const table = mapRows([['行政村', '行政村代码', '是否贫困村', '总户数'], ['一村', '219901101201', '是', 300], ['九村', '219901101299', '否', 200]])
    expect(table.header.layout).toBe('villages')
    expect(table.rejected.map((r) => r.problems[0]!.code)).toEqual(['imports/place-unknown'])
    expect(table.rows[0]).toMatchObject({ place: '219901101201', name: '一村', other: { poor_village: 'true', household_total: '300' } })
  })
})

describe('planted errors', () => {
  const planted: readonly (readonly [where: string, header: (typeof personHeaders)[number], cell: RawCell])[] = [
    ['3G imports/id-wrong', '证件号码', brokenId(2)], ['3G imports/id-rounded', '证件号码', 2.19901195001011e17], ['3G imports/key-blank', '证件号码', '无'], ['3G imports/id-upgraded', '证件号码', `219903${inventedId(2).slice(8, 17)}`],
    ['3D imports/number-lost', '户编号', 2.1132e17], ['3D imports/key-blank', '户编号', null], ['3H imports/code-unknown', '与户主关系', '远亲'], ['3I imports/code-unknown', '健康状况', '1-残疾'], ['3I imports/code-unknown', '健康状况', '健康、9'],
    ['3J imports/date-unreadable', '首次识别时间', '去年'], ['3J imports/date-unreadable', '首次识别时间', '2014-02-30'], ['3J imports/date-unreadable', '首次识别时间', true], ['3J imports/date-not-exact', '首次识别时间', '2014年度'], ['3J imports/date-ambiguous', '首次识别时间', 2015.1],
    ['3K imports/number-unreadable', '人均纯收入', '3,20'], ['3K imports/number-unreadable', '人均纯收入', '约3200'], ['3K imports/number-rounded', '人均纯收入', 3200.4567], ['3L imports/yes-no-unreadable', '是否参加大病保险', '2'], ['3C imports/place-coarser', '村', '没有的村'],
    ['3F imports/key-blank', '姓名', ' '],
  ]
  test.each(planted)('%s', (where, header, cell) => {
    const table = mapRows([personHeaders, personRow(1), personRow(2, { [header]: cell }), personRow(3)])
    expect(places(table)).toEqual([where])
    expect(total(table)).toBe(4)
  })
})

describe('rows', () => {
  test('a cell that cannot be read leaves the row and makes the fact unknown with its reason', () => {
    const row = mapRows([personHeaders, personRow(1, { 健康状况: '怪', 人均纯收入: null })]).rows[0]!
    expect(row.unknown).toEqual({ health: 'unreadable', income_per_head: 'blank' })
    expect(row.person['health']).toBeUndefined()
  })

  test('birth date and sex come from the checked number where the list does not state them', () => {
    const id = inventedId(7)
    const row = mapRows([personHeaders, personRow(7)]).rows[0]!
    expect(row.person).toMatchObject({ birth_date: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`, sex: Number(id[16]) % 2 === 1 ? '1' : '2' })
  })

  test('是否脱贫 is answered with yes and no', () => {
    const table = mapRows([[...personHeaders, '是否脱贫'], [...personRow(1), '是'], [...personRow(2), '否']])
    expect(table.rows.map((r) => r.household['poverty_status'])).toEqual(['1', '0'])
  })

  test('being on the list of 低保 states that, and no other list does', () => {
    expect(mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1)]).rows[0]!.person['on_dibao']).toBe('true')
    expect(mapRows([personHeaders, personRow(1)]).rows[0]!.person['on_dibao']).toBeUndefined()
  })

  test('a value merged down a household reaches its members; an amount merged down is paid once', () => {
    const headers = ['户编号', '姓名', '身份证号', '月保障金额']
    const rows: RawCell[][] = [['H1', '甲某', inventedId(1), 600], [null, '乙某', inventedId(2), null], [null, '丙某', inventedId(3), null]]
    const merges = [0, 3].map((column) => ({ firstRow: 2, lastRow: 4, firstColumn: column, lastColumn: column }))
    const table = mapRows([dibaoTitle, headers, ...rows], { merges })
    expect(table.rows.map((r) => [r.householdNo, r.amountFen])).toEqual([['H1', '60000'], ['H1', undefined], ['H1', undefined]])
  })

  test('totals, notes, repeated headers and pre-numbered blank lines are never people', () => {
    const headers = ['序号', ...dibaoHeaders]
    const line = (n: number): RawCell[] => [n, ...dibaoRow(n)]
    const table = mapRows([dibaoTitle, headers, line(1), [2, null, null, null, null, null], headers, line(3), ['小 计', null, null, '2人', null, 620], [null, null, null, '合计', null, 620], ['备注:以上为在保人员。'], ['填表人:赵某', null, '审核人:钱某'], [null, null, '孙村']])
    expect(table.rows.map((r) => r.name)).toEqual(['李某1', '李某3'])
    expect(table.accounted).toEqual({ title: 1, header: 2, blank: 1, total: 2, note: 3 })
  })

  test('a row of national column codes or of column numbers under the header is header, not a person', () => {
    const codes = personHeaders.map((header) => ({ 姓名: 'AAB002', 证件号码: 'AAB004', 户编号: 'AAC001', 人编号: 'AAB001', 与户主关系: 'AAB006', 健康状况: 'AAB017', 村: 'AAR008' } as Record<string, string>)[header] ?? 'AAR001')
    const table = mapRows([personHeaders, codes, ['甲', '乙', '丙', ...personHeaders.slice(3).map((_, i) => i + 1)], personRow(1)])
    expect([table.rows.length, table.rejected.length, table.accounted.header]).toEqual([1, 0, 3])
  })

  test('a person called 合计 by nobody but with a number is a person', () => {
    const table = mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 姓名: '合计' })])
    expect(table.rows.map((r) => r.name)).toEqual(['合计'])
  })

  test('a formula without a result is refused for its cell; in the number the row says so', () => {
    const table = mapRows([personHeaders, personRow(1, { 证件号码: null }), personRow(2)], { marks: new Map([[cellKey(1, 6), 'formula-without-value' as const]]) })
    expect(places(table)).toEqual(['2G imports/formula-without-value', '2G imports/key-blank'])
  })
})

describe('lists', () => {
  test('measures, period and places of a list of help come from the options, else from the title', () => {
    const table = mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1)], {}, { measures: ['m.dibao'] })
    expect(table.header.delivery).toEqual({ measures: ['m.dibao'], period: '2018', places: ['219901'] })
    const told = mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1)], {}, { measures: ['m.dibao'], period: parsePeriod('2019-Q1'), covers: [] })
    expect(told.header.delivery).toEqual({ measures: ['m.dibao'], period: '2019-Q1', places: [] })
  })

  test('a column can be given another meaning or left out by hand', () => {
    const rows = [[...personHeaders, '电话2'], [...personRow(1), 19900001111]]
    const table = mapRows(rows, {}, { columns: { M: 'person.phone', I: null } })
    expect(table.rows[0]!.person).toMatchObject({ phone: '19900001111' })
    expect(table.rows[0]!.person['health']).toBeUndefined()
    expect(table.notices).toEqual([])
  })

  test('money in 万元 becomes fen without a rounding error', () => {
    const table = mapRows([['平安县2018年危房改造'], ['户主姓名', '户主身份证号', '危房等级', '补助资金(万元)'], ['甲某', inventedId(1), 'D级', 1.2607], ['乙某', inventedId(2), 'C', '0.33'], ['丙某', inventedId(3), 'C', '3,300元']])
    expect(table.rows.map((r) => r.amountFen)).toEqual(['1260700', '330000', '330000'])
  })
})

test('property: mapped, rejected and accounted rows are all rows, whatever stands in the cells', () => {
  const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 6 }), fc.constantFrom('合计', '填表人:', '姓名', '证件号码', '1', '是', '备注'), fc.integer({ min: 0, max: 1e6 }), fc.constant(2.2e17), fc.integer({ min: 1, max: 50 }).map(inventedId), fc.boolean())
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: personHeaders.length }), { maxLength: 12 }), (rows) => {
    const table = mapRows([['平安县贫困人口'], personHeaders, ...rows])
    expect(total(table)).toBe(rows.length + 2)
    const numbers = [...table.rows.map((r) => r.row), ...table.rejected.map((r) => r.row)]
    expect(new Set(numbers).size).toBe(numbers.length)
  }), { numRuns: 300 })
})

test('property: the order of the columns and columns that nobody knows change nothing', () => {
  const rows = [personHeaders, personRow(1), personRow(2, { 健康状况: '残疾、长期慢性病' }), personRow(3, { 证件号码: brokenId(3) })]
  const usual = mapRows(rows)
  fc.assert(fc.property(fc.shuffledSubarray([...personHeaders.keys()], { minLength: personHeaders.length }), fc.nat(5), (order, extra) => {
    const table = mapRows(rows.map((row, i) => [...Array.from({ length: extra }, (_, n) => (i === 0 ? `另列${n}` : 'x')), ...order.map((column) => row[column] ?? null)]))
    expect(table.rows).toEqual(usual.rows)
    expect(table.rejected.map((r) => r.row)).toEqual([4])
    expect(table.notices.filter((n) => n.code === 'imports/column-ignored').length).toBe(extra)
  }), { numRuns: 60 })
})

test('property: no problem of any cell shows a number, whatever column it strays into', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: personHeaders.length - 1 }), fc.integer({ min: 1, max: 500 }), (column, n) => {
    const row = personRow(1)
    row[column] = inventedId(n)
    const table = mapRows([personHeaders, row, personRow(2)])
    expect(JSON.stringify([table.notices, table.rejected.map((r) => r.problems)])).not.toContain(inventedId(n).slice(0, 14))
  }), { numRuns: 200 })
  expect(problemData('imports/key-blank', {}).status).toBe('invalid')
})

test('signs of repetition are what stands above, but never a number, a name or money', () => {
  const table = mapRows([['乡镇', '村', '姓名', '身份证号', '补助金额'], ['东镇', '一村', '李某1', inventedId(1), 310], ['〃', '〃', '李某2', inventedId(2), '〃'], ['同上', '"', '李某3', '同上', 200]], {}, { layout: 'delivery' })
  expect(table.rows.map((row) => [row.place, row.idNumber, row.amountFen])).toEqual([['219901101201', inventedId(1), '31000'], ['219901101201', inventedId(2), undefined], ['219901101201', undefined, '20000']])
})

test('name and number in each other\'s cells are exchanged; a cell of two people is about nobody who could be named', () => {
  const rows = mapRows([['乡镇', '姓名', '身份证号', '补助金额'], ['东镇', inventedId(1), '李某', 310], ['东镇', '王某/赵某', `${inventedId(2)}/${inventedId(3)}`, 620], ['东镇', '王某、赵某', null, 620], ['东镇', '王某、赵某', inventedId(4), 310]], {}, { layout: 'delivery' }).rows
  expect(rows.map((row) => [row.name, row.idNumber])).toEqual([['李某', inventedId(1)], [undefined, undefined], [undefined, undefined], [expect.any(String), inventedId(4)]])
})
