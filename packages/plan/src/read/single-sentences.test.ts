/** Single sentences whose reading once went wrong: what is promised in them, and who answers. */
import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const read = (words: string, title = '榆台县工作方案') => readPlan(`${title}\n一、任务\n${words}\n`)
const targets = (words: string, title?: string) => read(words, title).targets.map((t) => [t.operator, t.value, t.unit, t.until])
const duties = (words: string) => read(words).duties.map((d) => [d.role, d.body])

test.each([
  ['实现 is not 现有', '2031年实现有条件的户产业帮扶全覆盖。', [['all', null, null, '2031']]],
  ['收费率 is no 费率', '计量收费率达到100%。', [['=', 100, '%', null]]],
  ['a least number of times is promised', '县级河湖长每年巡河不少于12次。', [['>=', 12, '次', null]]],
  ['a least number for each is the number', '每个基地带动残疾人不少于10户。', [['>=', 10, '户', null]]],
  ['at least one for each is full coverage', '每个县至少建成1所学校。', [['all', null, null, null]]],
  ['the years of a building are no deadline', '到2033年底,2000年底前建成的老旧小区全部完成改造。', [['all', null, null, '2033']]],
  ['marks of an appraisal are none', '考核采用百分制,90分以上为优秀,60分以下为不合格。', []],
  ['who is helped to do it is counted', '支持120所幼儿园开设托班。', [['=', 120, '所', null]]],
  ['一般不少于 leaves nobody out', '合同期限一般不少于8年。', []],
  ['an area in a part of it is no history', '辖区单位检查覆盖率100%。', [['=', 100, '%', null]]],
  ['a fraction is a share', '更新比例不少于总量的五分之一。', [['>=', 20, '%', null]]],
  ['what is made better does not grow', '巩固提升2.3万人饮水安全。', [['=', 23_000, '人', null]]],
])('%s', (_, words, expected) => {
  expect(targets(words)).toEqual(expected)
})

test('the span of years in the title is the deadline of what has none, three years mean all of it, a date further on in the sentence is nearer', () => {
  const title = '榆台县三年行动方案(2031-2033年)'
  const found = (words: string) => read(words, title).targets.map((t) => [t.from, t.until])
  expect(found('新增学位1.8万个。')).toEqual([['2031', '2033']])
  expect(found('三年累计培训900人次。')).toEqual([['2031', '2033']])
  expect(found('死亡率控制在5‰以下,到2032年筛查率达到90%。')).toEqual([[null, '2032'], [null, '2032']])
})

test('in front of the first clause only a promise gives a target', () => {
  const reading = readPlan('榆台县供水方案\n2029年全县建成水厂54处。2031年全县计划新建水厂38处。\n一、任务\n加快建设。\n')
  expect(reading.targets.map((t) => [t.clause, t.value])).toEqual([[null, 38]])
})

test.each([
  ['the bank of a place', '完善监管。(县发改局、人行榆台中支共同牵头,县级各有关部门配合)', [['lead', '县发改局'], ['lead', '人行榆台中支'], ['support', '县级各有关部门']]],
  ['an organ of the committee that joins', '由县教育局会同县委编办、县人社局推进。', [['lead', '县教育局'], ['joint', '县委编办'], ['joint', '县人社局']]],
  ['who watches has no role', '开展走访。(各乡镇政府负责,县督查领导小组办公室协调督办)', [['responsible', '各乡镇政府']]],
  ['a note about later items', '制定清单。(县民政局、县残联按职责分工负责,各乡镇政府负责落实。以下均需各乡镇政府落实,不再列出)', [['responsible', '县民政局'], ['responsible', '县残联'], ['responsible', '各乡镇政府']]],
  ['a label with 为', '建设服务圈。责任单位为县人社局、县数据局。', [['responsible', '县人社局'], ['responsible', '县数据局']]],
  ['who leads for what', '县农业农村局、县自然资源局为考核牵头部门,县统计局为参与部门。', [['lead', '县农业农村局'], ['lead', '县自然资源局'], ['support', '县统计局']]],
  ['what a body does is no part of its name', '县民政局会同县医保局建设监测平台。', [['lead', '县民政局'], ['joint', '县医保局']]],
])('%s', (_, words, expected) => {
  expect(duties(words)).toEqual(expected)
})

test('a role in brackets behind a body is none of its name, also among names of offices inside a house', () => {
  expect(duties('走访企业20家。\n【责任部门:学生工作处(牵头)、招生就业处、发展规划处(配合)】')).toEqual([['lead', '学生工作处'], ['responsible', '招生就业处'], ['support', '发展规划处']])
})
