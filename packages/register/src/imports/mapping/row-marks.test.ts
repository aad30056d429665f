/** Marks of ended help are seen wherever offices write them, and words that only look like them are not. */
import { describe, expect, test } from 'vitest'
import type { RawCell } from '../files/raw-sheet.ts'
import { dibaoHeaders, dibaoRow, dibaoTitle, inventedId, mapRows, personHeaders, personRow } from '../foreign/invented-sheet.ts'
import { findEndedMark } from './ended-mark.ts'

const remarked = (remark: RawCell, header = '备注') => mapRows([dibaoTitle, [...dibaoHeaders, header], [...dibaoRow(1), remark]]).rows[0]!

describe('marks', () => {
  test.each(['停发', '已故', '2018年3月死亡', '于2018.4去世', '因死亡停发', '本人已退出', '退保', '注销', '自愿放弃', '2018-05起停发', '(已故)', '暂停 发放', '户主病故'])('%s is one', (text) => {
    expect(findEndedMark(text)).toBeDefined()
    expect(remarked(text).ended).toBe(true)
  })

  test.each(['', '正常', '已发放', '在保', '未停发', '恢复发放', '父亲已故', '孤儿，父母双亡', '退役军人', '新增', '重度残疾', '无'])('%s is none', (text) => {
    expect(findEndedMark(text)).toBeUndefined()
    expect(remarked(text).ended).toBeUndefined()
  })

  test('a mark behind the name is seen, and the name is read without it', () => {
    for (const 姓名 of ['李某某（已故）', '李某某(停发)', ' 李某 某【退出】']) expect(mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 姓名 })]).rows[0]).toMatchObject({ name: '李某某', ended: true })
    for (const 姓名 of ['李某某（小名二狗）', '李某某*', '李某某 。']) expect(mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 姓名 })]).rows[0]).toMatchObject({ name: '李某某', ended: undefined })
  })

  test('a row that is struck through is ended on a list of help, and only told of in the register\'s export', () => {
    expect(mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1), dibaoRow(2)], { struckRows: new Set([4]) }).rows.map((r) => r.ended)).toEqual([undefined, true])
    const national = mapRows([personHeaders, personRow(1)], { struckRows: new Set([2]) })
    expect([national.rows[0]!.ended, national.notices.map((n) => n.code)]).toEqual([undefined, ['imports/row-struck']])
  })

  test('only columns of remarks and states are looked through', () => {
    expect([remarked('停发', '发放状态').ended, remarked('停发', '自然村').ended]).toEqual([true, undefined])
  })

  test('in the national register a mark of death makes the life status unknown, and no other mark does anything', () => {
    const row = (remark: string) => mapRows([[...personHeaders, '生存状态', '备注'], [...personRow(1), '健在', remark]]).rows[0]!
    expect([row('已故').person['life_status'], row('已故').unknown['life_status'], row('停发').person['life_status']]).toEqual([undefined, 'unreadable', '1'])
    expect(row('已故').ended).toBeUndefined()
  })
})

describe('parts of a table', () => {
  const marked = (...rows: RawCell[][]) => mapRows([dibaoTitle, dibaoHeaders, ...rows]).rows.map((row) => [row.name, row.ended])
  test.each(['停发人员', '解约人员', '2018年10-12月停保（退出）人员名单', '死亡注销对象', '二、停发及死亡人员'])('rows below “%s” are no help that goes on, wherever the title stands', (title) => {
    for (const at of [0, 1, 2]) {
      const block: RawCell[] = [null, null, null, null, null]
      block[at] = title
      expect(marked(dibaoRow(1), block, dibaoRow(2), ['二村小计', null, null, null, 310], dibaoRow(3))).toEqual([['李某1', undefined], ['李某2', true], ['李某3', true]])
    }
  })

  test('another title ends the part; a village, a note or a title that says the opposite changes nothing', () => {
    const lone = (text: string): RawCell[] => [text, null, null, null, null]
    expect(marked(lone('停发人员'), dibaoRow(1), lone('在保人员'), dibaoRow(2))).toEqual([['李某1', true], ['李某2', undefined]])
    expect(marked(lone('停发人员'), dibaoRow(1), lone('东镇一村'), dibaoRow(2))).toEqual([['李某1', true], ['李某2', true]])
    for (const title of ['恢复发放人员', '新增人员', '注：停发人员见附表']) expect(marked(lone(title), dibaoRow(1))).toEqual([['李某1', undefined]])
  })

  test('a sheet that is called so is one such part, but not an export of the register', () => {
    expect(mapRows([['平安县2018年停保人员名单'], dibaoHeaders, dibaoRow(1)], {}, { layout: 'dibao' }).rows[0]!.ended).toBe(true)
    expect(mapRows([dibaoHeaders, dibaoRow(1)], { name: '停发人员' }, { layout: 'dibao' }).rows[0]!.ended).toBe(true)
    expect(mapRows([personHeaders, personRow(1)], { name: '死亡人员' }).rows[0]!.ended).toBeUndefined()
  })
})

describe('what being on a list implies', () => {
  const pupil = (title: string, header: string, cell: RawCell) => mapRows([[title], ['乡镇', '姓名', '身份证号', '就读学校', header], ['东镇', '李某', inventedId(1), '东镇中学', cell]], {}, { layout: 'school' }).rows[0]!.person['enrolled']
  test('a list of those who are not at school, or no longer on it, implies nothing', () => {
    expect([pupil('2018年秋季学籍名单', '备注', null), pupil('2018年控辍保学（劝返复学、送教上门）台账', '备注', null), pupil('未入学儿童名单', '备注', null)]).toEqual(['true', undefined, undefined])
    const onDibao = (title: string) => mapRows([[title], dibaoHeaders, dibaoRow(1)], {}, { layout: 'dibao' }).rows[0]!.person['on_dibao']
    expect([onDibao('平安县农村低保名单'), onDibao('平安县农村低保退出人员名单'), onDibao('平安县农村低保申请公示')]).toEqual(['true', undefined, undefined])
  })

  test('a filled column of reasons against it takes it from its row alone', () => {
    expect(['厌学', '', '无', '—'].map((cell) => pupil('学籍名单', '失学或辍学原因', cell))).toEqual([undefined, 'true', 'true', 'true'])
  })
})

describe('whether the help was given', () => {
  const said = (header: string, ...cells: RawCell[]) => mapRows([dibaoTitle, [...dibaoHeaders, header], ...cells.map((cell, i) => [...dibaoRow(i + 1), cell])]).rows.map((row) => [row.notGiven, row.ended, row.person['on_dibao']])
  test('a no is no help and no doubt, a yes is help, and what says neither is a doubt', () => {
    for (const word of ['否', '未签', '未发放', '×', 0, false, '无']) expect(said('是否发放', word)).toEqual([[true, undefined, undefined]])
    for (const word of ['是', '已签', '√', 1, true]) expect(said('是否已发放', word)).toEqual([[undefined, undefined, 'true']])
    for (const word of ['', '张医生']) expect(said('是否签约', '是', word)[1]).toEqual([undefined, true, 'true'])
  })

  test('a column that nobody filled in, or that asks what a person is, says nothing', () => {
    expect(said('是否发放', '', '')).toEqual([[undefined, undefined, 'true'], [undefined, undefined, 'true']])
    for (const header of ['是否退役军人', '是否党员', '是否有病']) expect(said(header, '否')).toEqual([[undefined, undefined, 'true']])
  })
})

describe('rows that stand for a household', () => {
  const households = (headers: string[], ...row: RawCell[]) => mapRows([dibaoTitle, ['村', ...headers], ['一村', ...row]], {}, { layout: 'dibao' }).rows[0]!.members
  test('a column of covered members counts them; a list that names the head only does not say', () => {
    expect(households(['户主姓名', '户主身份证号', '保障人口', '低保金额'], '李某', inventedId(1), 3, 930)).toBe(3)
    expect(households(['户主姓名', '户主身份证号', '低保金额'], '李某', inventedId(1), 930)).toBe(0)
    expect(households(['姓名', '身份证号', '享受人数', '低保金额'], '李某', inventedId(1), 1, 310)).toBe(1)
  })

  test('a row with further members in columns of their own stands for the household, however many it counts', () => {
    expect(households(['姓名', '身份证号', '家庭成员2姓名', '家庭成员2身份证号', '低保金额'], '李某', inventedId(1), '王某', inventedId(2), 620)).toBe(0)
    expect(households(['姓名', '身份证号', '享受人数', '家庭成员2姓名', '低保金额'], '李某', inventedId(1), 2, '王某', 620)).toBe(0)
  })

  test('a row whose member is blank is about the head who stands beside', () => {
    const rows = mapRows([dibaoTitle, ['村', '户主姓名', '户主身份证号', '姓名', '身份证号', '低保金额'], ['一村', '李某', inventedId(1), '王某', inventedId(2), 310], ['一村', '赵某', inventedId(3), null, null, 310]], {}, { layout: 'dibao' }).rows
    expect(rows.map((row) => [row.name, row.idNumber])).toEqual([['王某', inventedId(2)], ['赵某', inventedId(3)]])
  })

  test('a list whose rows name members does not stand for households', () => {
    expect(households(['户主姓名', '姓名', '身份证号', '人数'], '李某', '王某', inventedId(1), 3)).toBeUndefined()
  })
})

describe('rows that are nobody', () => {
  const kinds = (...rows: RawCell[][]) => mapRows([dibaoTitle, dibaoHeaders, ...rows, dibaoRow(1)]).accounted
  test.each<[string, RawCell[]]>([
    ['the sum of a village', ['一村小计', null, null, null, 310]], ['a sum in the column of names', [null, null, '东镇合计', null, '=SUM(E3:E9)']], ['a count of a village', ['共12户35人', null, null, null, null]], ['sums of the page', ['本页小计', null, null, null, 310]],
  ])('%s is a total', (_, row) => { expect(kinds(row)).toMatchObject({ total: 1 }) })
  test.each<[string, RawCell[]]>([['a page number', ['第 3 页', null, null, null, null]], ['the village heading a block', ['行政村：一村', null, null, '负责人：赵某', null]]])('%s is a note', (_, row) => { expect(kinds(row)).toMatchObject({ note: 1 }) })

  test.each<[string, RawCell[]]>([
    ['signatures from the first column on', ['镇长签字：', null, null, '填表人：', null]], ['signatures with names', ['制表人：赵某', null, '审核人：', '李某', null]],
    ['a signature in the column of numbers', [null, null, '校长：', '教导主任：', null]], ['a seal', [null, null, '（公章）', null, null]],
  ])('%s are a note', (_, row) => { expect(kinds(row)).toMatchObject({ note: 1 }) })

  test('both lines of a two-line header are known again on the next printed page', () => {
    const header: RawCell[][] = [['村', '农户', null, '低保金额'], [null, '姓名', '身份证号', null]]
    const merges = [{ firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 0 }, { firstRow: 0, lastRow: 0, firstColumn: 1, lastColumn: 2 }, { firstRow: 0, lastRow: 1, firstColumn: 3, lastColumn: 3 }]
    const again = merges.map((m) => ({ ...m, firstRow: m.firstRow + 3, lastRow: m.lastRow + 3 }))
    const table = mapRows([...header, ['一村', '李某', inventedId(1), 310], ...header, ['一村', '王某', inventedId(2), 310]], { merges: [...merges, ...again] })
    expect([table.rows.map((r) => r.name), table.accounted.header + table.accounted.title]).toEqual([['李某', '王某'], 4])
  })
})

test('columns are known by how their headers end, and never by somebody else', () => {
  const read = (name: string, id: string) => mapRows([['平安县2018年代缴名册'], ['村', name, id, '代缴金额'], ['一村', '李某', inventedId(1), 100]], {}, { layout: 'delivery' }).rows[0]
  for (const [name, id] of [['参保人姓名', '参保人公民身份证号码'], ['患者姓名', '患者身份证号'], ['受助学生姓名', '学生证件号码（18位）'], ['缴费人', '缴费人身份证']] as const) expect(read(name, id)).toMatchObject({ name: '李某', idNumber: inventedId(1) })
  for (const [name, id] of [['监护人姓名', '身份证号'], ['帮扶责任人姓名', '身份证号'], ['成员2姓名', '身份证号']] as const) expect(read(name, id)?.name).toBeUndefined()
  expect(() => read('联系人姓名', '代领人身份证号')).toThrow()
})

test('a column of numbers that its header does not name is known by what stands in it, unless it is somebody else\'s or not all numbers', () => {
  const read = (header: string, cell: (n: number) => RawCell) => mapRows([dibaoTitle, ['村', '姓名', header, '低保金额'], ...[1, 2, 3, 4].map((n) => ['一村', `李某${n}`, cell(n), 310])], {}, { layout: 'dibao' }).rows.map((row) => row.idNumber)
  for (const header of ['证号', '号码', '']) expect(read(header, inventedId)).toEqual([1, 2, 3, 4].map(inventedId))
  expect(read('证号', (n) => `${inventedId(n)}41`)).toEqual([1, 2, 3, 4].map(inventedId))
  for (const header of ['监护人证号', '学籍号']) expect(read(header, inventedId)).toEqual([undefined, undefined, undefined, undefined])
  expect(read('证号', (n) => (n % 2 ? inventedId(n) : `D${n}`))).toEqual([undefined, undefined, undefined, undefined])
})
