/** What the lists of a file are proposed to be. */
import { fileURLToPath } from 'node:url'
import { loadPack } from '@bangfu/plan'
import { placeIndexOf, type RawCell, type RawSheet } from '@bangfu/register'
import { expect, test } from 'vitest'
import { describeSheets } from './describe-sheet.ts'
import { proposeLists } from './propose-lists.ts'

const pack = loadPack(fileURLToPath(new URL('../../../../packs/liaoning-2018-2020', import.meta.url)))
const places = placeIndexOf([{ code: '219901', name: '平安县' }, ...['东镇', '西乡', '南镇'].map((name, i) => ({ code: `21990110${i + 1}`, name })), { code: '219901101201', name: '前村' }, { code: '219901101202', name: '后村' }])
const sheet = (name: string, rows: RawCell[][], hidden = false): RawSheet => ({ fileName: '名单.xlsx', sha256: '0'.repeat(64), name, hidden, typed: true, date1904: false, firstRow: 1, rows, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], marks: new Map() })
const person = (i: number): RawCell[] => [`李${i}`, `2199011950010100${i}${i}`]
const titled = (title: string, name: string, ...people: number[]): RawSheet => sheet(name, [[title], ['姓名', '身份证号', '代缴金额'], ...people.map((i) => [...person(i), 100])])
const title = '平安县2018年城乡居民养老保险费代缴名单'
const propose = (...sheets: RawSheet[]) => proposeLists(sheets, describeSheets(sheets, pack, '2026-01-01', places), places)

test('sheets without rows, with sums, with words alone, hidden ones and repeats of another are stepped over, each with its reason', () => {
  const { lists, skipped } = propose(
    sheet('填表说明', [['一、请如实填写。'], ['二、金额以元为单位。']]), titled(title, '东镇', 1, 2), titled(title, '西乡', 3), titled(title, '南镇'),
    sheet('汇总', [['乡镇', '人数', '金额'], ['东镇', 2, 200]]), { ...titled(title, '旧表', 4), hidden: true }, titled(title, '东镇副本', 1),
  )
  expect(lists.map((list) => list.sheets)).toEqual([['东镇', '西乡']])
  expect(Object.fromEntries(skipped.map(({ sheet: name, why }) => [name, why.zh]))).toEqual({
    填表说明: '没有表头，像是说明或封面', 南镇: '只有表头，没有数据行', 汇总: '没有说明对象是谁的列，像是汇总表或填表说明', 旧表: '是隐藏的工作表，多半是旧表', 东镇副本: '每一行在工作表“东镇”里都有',
  })
})

test('where every sheet is hidden, or none looks like a list, a person still has something to decide on', () => {
  expect(propose({ ...titled(title, '东镇', 1), hidden: true }).lists.map((list) => list.sheets)).toEqual([['东镇']])
  expect(propose(sheet('说明', [['请看']])).lists).toMatchObject([{ sheets: ['说明'], layout: null }])
})

test('sheets named after townships are one list that covers these and no other', () => {
  expect(propose(titled(title, '东镇', 1), titled(title, '西乡', 2)).lists).toMatchObject([{ sheets: ['东镇', '西乡'], places: ['219901101', '219901102'], placesBasis: 'sheet-name', measures: ['pension-prepay'], period: '2018', periodBasis: 'title', data: 2 }])
  expect(propose(titled(title, '东镇', 1), titled(title, '西乡', 2), titled(title, '南镇', 3)).lists[0]!.places).toEqual(['219901'])
})

test('sheets named after villages cover the villages, not their township', () => {
  expect(propose(titled(title, '前村', 1), titled(title, '后村', 2)).lists).toMatchObject([{ sheets: ['前村', '后村'], places: ['219901101201', '219901101202'] }])
})

test('other periods, other help, other columns and later editions are lists of their own', () => {
  const month = (m: number, i: number) => titled(`平安县2018年${m}月城乡居民养老保险费代缴名单`, `${m}月`, i)
  expect(propose(month(3, 1), month(4, 2)).lists.map((list) => [list.sheets, list.period])).toEqual([[['3月'], '2018-03'], [['4月'], '2018-04']])
  expect(propose(titled(title, '养老', 1), titled('平安县2018年重度残疾人护理补贴发放名单', '护理', 2)).lists.map((list) => list.measures)).toEqual([['pension-prepay'], ['disability-care']])
  expect(propose(titled(title, '一', 1), sheet('二', [[title], ['身份证号', '姓名'], [person(2)[1]!, person(2)[0]!]])).lists).toHaveLength(2)
  const edition = (day: string, name: string, i: number) => sheet(name, [[title], [`截至2018年${day}`], ['姓名', '身份证号', '代缴金额'], [...person(i), 100]])
  expect(propose(edition('3月31日', '春', 1), edition('9月30日', '秋', 2)).lists).toHaveLength(2)
  expect(propose(edition('3月31日', '东镇', 1), edition('9月30日', '西乡', 2)).lists).toMatchObject([{ asOf: '2018-09-30', sheets: ['东镇', '西乡'] }])
})

test('people and households of a book come before the help that speaks of them', () => {
  const persons = sheet('人口', [['户编号', '人编号', '姓名', '证件号码', '与户主关系', '健康状况'], ['211322001', '21132200101', ...person(1), '户主', '健康']])
  expect(propose(titled(title, '帮扶', 1), persons).lists.map((list) => list.layout)).toEqual(['national-persons', 'delivery'])
})

test.each(['新增城乡居民养老保险费代缴名单', '城乡居民养老保险费代缴第二批名单', '未享受城乡居民养老保险费代缴人员名单', '拟享受养老保险费代缴名单'])('a list of a part, or of those who go without, covers nobody: %s', (words) => {
  expect(propose(titled(`平安县2018年${words}`, '名单', 1)).lists[0]).toMatchObject({ places: [], placesBasis: null, partial: expect.any(String) })
})

test('a measure is proposed by its whole name alone, and none where two are named', () => {
  const measuresOf = (words: string) => propose(titled(`平安县2018年${words}`, '名单', 1)).lists[0]!.measures
  expect(measuresOf('养老保险补贴名单')).toEqual([])
  expect(measuresOf('困难残疾人生活补贴和重度残疾人护理补贴发放名单')).toEqual([])
  expect(measuresOf('农村危房改造名单')).toEqual([])
  expect(measuresOf('公益性岗位补贴发放名单')).toEqual([])
  expect(measuresOf('城乡居民养老保险费代缴名单')).toEqual(['pension-prepay'])
})

test('the day on which a form was filled in names no period', () => {
  const filled = sheet('名单', [['平安县城乡居民养老保险费代缴名单'], ['填报日期：2019年1月10日'], ['姓名', '身份证号', '代缴金额'], [...person(1), 100]])
  expect(propose(filled).lists[0]).toMatchObject({ period: '2019', periodBasis: 'year' })
})

test.each([
  ['平安县2018年12月份农村居民最低生活保障金发放花名册', 'dibao'], ['东镇卫生院2018年农村贫困人口慢病家庭医生签约服务登记表', 'chronic-contract'], ['平安县2018年扶贫公益性岗位人员名册', 'welfare-post'],
  ['平安县2018年控辍保学（劝返复学、送教上门）工作台账', 'school-keep'], ['平安县小额信贷发放台账', 'micro-credit'], ['2018年秋季非寄宿生生活补助发放表', 'day-pupil-aid'], ['2018年秋季中职学生助学金', 'vocational-grant'],
])('lists are known by what offices call them: %s', (words, measure) => {
  expect(propose(titled(words, '名单', 1)).lists[0]!.measures).toEqual([measure])
})

test('the name of a file with lists of several kinds names the help of none, of one kind it names it', () => {
  const named = (...sheets: RawSheet[]) => propose(...sheets.map((one) => ({ ...one, fileName: '家庭医生签约及大病专项救治.xlsx' }))).lists.map((list) => list.measures)
  const other = sheet('大病', [['平安县大病专项救治台账'], ['姓名', '身份证号', '救治医院', '代缴金额'], [...person(2), '县医院', 100]])
  expect(named(titled('东镇登记表', '东镇', 1), other)).toEqual([[], ['serious-disease']])
  expect(named(titled('东镇登记表', '东镇', 1))).toEqual([[]])
  const alone = (fileName: string) => propose({ ...titled('东镇登记表', '东镇', 1), fileName }).lists[0]!.measures
  expect([alone('大病专项救治.xlsx'), alone('大病专项救治、公益岗位.xlsx')]).toEqual([['serious-disease'], []])
})

test('a further table of a sheet is what its own title says, else what the title of the sheet says', () => {
  const further = (own: string) => propose({ ...titled(own, '东镇 (2)', 1), above: ['平安县2018年11月困难残疾人生活补贴发放表'] }).lists.map((list) => [list.measures, list.period])
  expect([further('二、后村'), further('重度残疾人护理补贴')]).toEqual([[[['disability-living'], '2018-11']], [[['disability-care'], '2018-11']]])
})

test('people under a header that is not known are shown to a person, not stepped over', () => {
  const unknown = sheet('家长', [['某', '码'], ...[1, 2, 3].map((i) => person(i))])
  expect(propose(titled(title, '东镇', 5), unknown).lists.map((list) => [list.sheets, list.layout])).toEqual([[['家长'], null], [['东镇'], 'delivery']])
})

test('a day up to which a list goes is not the month that it is of', () => {
  const period = (words: string) => propose(titled(words, '名单', 1)).lists.map((list) => [list.period, list.asOf])
  expect(period('平安县扶贫小额信贷明细（截至2018年11月末）')).toEqual([['2018', '2018-11-30']])
  expect(period('平安县2018年11月小额信贷发放明细')).toEqual([['2018-11', '2018-11-30']])
})
