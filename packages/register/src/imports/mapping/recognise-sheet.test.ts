/** Headers, titles and places as sheets print them. */
import { describe, expect, test } from 'vitest'
import { inventedPlaces, mapRows, sheetOf } from '../foreign/invented-sheet.ts'
import { liaoningPlaces } from '../foreign/foreign-files.ts'
import { headerKey, headerUnit } from './header-text.ts'
import { recogniseSheet } from './recognise-sheet.ts'
import { titleInfo } from './title-info.ts'

test('nothing is recognised in a page of instructions', () => {
  const recognition = recogniseSheet(sheetOf([['填表说明'], ['一、请按户填写'], ['二、姓名须与身份证一致']]))
  expect([recognition.layout, recognition.headerRows]).toEqual([undefined, []])
})

test('a header is compared without blanks, stars, brackets and line breaks, and states its unit', () => {
  expect(headerKey('* 务工时间\n(月)')).toBe('务工时间月')
  expect([headerUnit('金额(万元)'), headerUnit('住房面积(㎡)'), headerUnit('月保障金(元/月)'), headerUnit('单位元'), headerUnit('姓名')]).toEqual(['万元', '平方米', '元', '元', undefined])
})

test('a two-line header tells the head from the member', () => {
  const rows = [['户主', null, '家庭成员', null, '低保金额'], ['姓名', '身份证号', '姓名', '身份证号', null], ['甲某', '1', '乙某', '2', 3]]
  const merges = [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }, { firstRow: 0, lastRow: 0, firstColumn: 2, lastColumn: 3 }, { firstRow: 0, lastRow: 1, firstColumn: 4, lastColumn: 4 }]
  const { columns, headerRows } = recogniseSheet(sheetOf(rows, { merges }), { layout: 'dibao' })
  expect(headerRows).toEqual([1, 2])
  expect(columns.map((c) => c.target)).toEqual(['aside', 'aside', 'name', 'idNumber', 'amount'])
})

test('names below a group that nobody knows are the header\'s lowest line, not a row', () => {
  const rows = [['乡镇', '姓名', '身份证号', '慢性病', null, '补助金额'], [null, null, null, '高血压', '糖尿病', null], ['东镇', '李某', '1', '√', null, 3]]
  const merges = [{ firstRow: 0, lastRow: 0, firstColumn: 3, lastColumn: 4 }]
  expect(recogniseSheet(sheetOf(rows, { merges }), { layout: 'delivery' }).headerRows).toEqual([1, 2])
  expect(recogniseSheet(sheetOf(rows), { layout: 'delivery' }).headerRows).toEqual([1])
})

test('a list that says only who and where is one of help given', () => {
  expect(recogniseSheet(sheetOf([['饮水安全工程到户名单'], ['序号', '乡镇', '村', '户主姓名', '户主身份证号', '竣工时间']])).layout).toBe('delivery')
  expect(recogniseSheet(sheetOf([['姓名', '性别', '自然村']])).layout).toBeUndefined()
})

test('a roster of people without a place is a list of help; one of pupils is not, only because it is a roster', () => {
  expect(recogniseSheet(sheetOf([['平安县2018年扶贫公益性岗位人员名册'], ['序号', '用工单位', '姓名', '身份证号', '岗位', '合同起止日期']])).layout).toBe('delivery')
  expect(recogniseSheet(sheetOf([['东镇中学建档立卡贫困学生花名册'], ['班级', '姓名', '性别', '身份证号码', '监护人姓名', '住址', '状态']])).layout).toBe('school')
})

test.each([['月保障金（元）'], ['财政补助资金'], ['贷款金额'], ['全年金额'], ['应发金额'], ['补助资金合计'], ['月工资'], ['政府代缴（元）'], ['月补贴']])('“%s” is money paid; what somebody has, owes or earns is not', (header) => {
  const targetOf = (name: string) => recogniseSheet(sheetOf([['乡镇', '村', '姓名', '身份证号', name]]), { layout: 'delivery' }).columns[4]!.target
  expect(targetOf(header)).toBe('amount')
  for (const other of ['工程总投资', '贷款余额', '医疗费用', '缴费档次', '发放月数', '家庭收入', '总额']) expect(targetOf(other)).toBeUndefined()
})

test('a list of families is no export of the register, however its columns are called', () => {
  const family = [['东镇低保户家庭成员登记表'], ['序号', '村', '户主', null, '家庭成员1', null, null, '家庭成员2', null], [null, null, '姓名', '身份证号', '姓名', '身份证号', '关系', '姓名', '身份证号']]
  const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 }, { firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 6 }, { firstRow: 1, lastRow: 1, firstColumn: 7, lastColumn: 8 }]
  expect(recogniseSheet(sheetOf(family, { merges })).layout).not.toMatch(/^national/)
})

test('a head\'s name is not taken for the name of somebody else\'s number', () => {
  const { columns } = recogniseSheet(sheetOf([['户主姓名', '被代缴人身份证号码', '被代缴人', '代缴金额']]), { layout: 'delivery' })
  expect(columns.map((c) => c.target)).toEqual(['aside', 'idNumber', 'name', 'amount'])
  expect(recogniseSheet(sheetOf([['村', '户主姓名', '患者身份证号', '代缴金额']]), { layout: 'delivery' }).columns[1]!.target).not.toBe('name')
  expect(recogniseSheet(sheetOf([['村', '户主姓名', '身份证号', '代缴金额']]), { layout: 'delivery' }).columns[1]!.target).toBe('name')
})

test('a column that asks for something is known wherever the asking stands', () => {
  const targetOf = (name: string) => recogniseSheet(sheetOf([['乡镇', '行政村', '总户数', name]]), { layout: 'villages' }).columns[3]!.target
  for (const header of ['是否通客运班车', '客运班车是否通', '客运班车是否通（是/否）']) expect(targetOf(header)).toBe('village.bus')
  expect(targetOf('饮水安全是否达标')).toBeUndefined()
})

test('a doubtful column shows what else it may be', () => {
  const { columns } = recogniseSheet(sheetOf([['户编号', '人编号', '姓名', '户主姓名', '证件号码', '与户主关系']]))
  expect(columns[3]).toMatchObject({ header: '户主姓名', target: 'aside' })
  expect(columns[3]!.alternatives.map((a) => a.target)).toEqual(['name'])
})

test('a sheet of ten thousand columns and merged ranges is looked at within a second or so', () => {
  const wide = Array.from({ length: 16_000 }, (_, i) => `列${i}`)
  const merges = Array.from({ length: 100_000 }, (_, i) => ({ firstRow: i % 30, lastRow: 1_000_000, firstColumn: i % 100, lastColumn: 16_000 }))
  const rows = Array.from({ length: 40 }, () => wide)
  expect(recogniseSheet(sheetOf(rows, { merges })).layout).toBeUndefined()
  expect(mapRows([...rows.slice(0, 5), ['姓名', '身份证号', '金额'], ...rows], { merges }).header.layout).toBe('delivery')
}, 20_000)

describe('titles', () => {
  test.each([
    ['平安县2018年6月重度残疾人护理补贴发放花名册', { period: '2018-06', county: '平安县' }],
    ['辽宁省朝阳市建平县朱碌科镇2018年第三季度农村低保名单', { period: '2018-Q3', county: '建平县', township: '朱碌科镇' }],
    ['填报单位:平安县民政局   单位:万元', { department: '平安县民政局', unit: '万元', county: '平安县' }],
    ['2019年度贫困村名单', { period: '2019' }],
  ])('%s', (title, info) => {
    expect(titleInfo(sheetOf([[title]], { name: 'Sheet1', fileName: 'x.xlsx' }), 1)).toMatchObject(info)
  })
})

describe('places', () => {
  test('a name that several places have settles nothing by itself', () => {
    expect(inventedPlaces.findByNames(undefined, undefined, '一村')).toBeUndefined()
    expect(inventedPlaces.findByNames('平安县', undefined, '一村')).toEqual({ code: '219901', exact: false })
    expect(inventedPlaces.findByNames('平安', '西乡', '一村委会')).toEqual({ code: '219901102201', exact: true })
  })

  test('codes are known with and without their trailing zeros, others are not', () => {
    expect(inventedPlaces.findByCode('219901101000')?.name).toBe('东镇')
    expect([inventedPlaces.findByCode('219999'), inventedPlaces.findByCode('2199'), inventedPlaces.findByCode('21990110')]).toEqual([undefined, undefined, undefined])
  })

  test('names of the real division table are found as lists shorten them', () => {
    const places = liaoningPlaces()
    expect(places.findByNames('建平县', '朱碌科镇', '西梁村')).toEqual({ code: '211322101201', exact: true })
    expect(places.findByNames('建平县', undefined, '八家村民委员会(八家分场)')?.exact).toBe(true)
    expect(places.findByNames('喀喇沁左翼蒙古族自治县', undefined, undefined)?.code).toBe('211324')
  })
})
