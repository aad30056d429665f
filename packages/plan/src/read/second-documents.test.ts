import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const ids = (text: string): string[] => readPlan(text).clauses.map((c) => c.id)
const codes = (text: string): string[] => readPlan(text).problems.map((p) => p.code)
const first = '甲县饮水安全方案\n一、目标\n到2031年建成水厂2座。\n二、任务\n由县水利局牵头。\n甲县人民政府\n2030年3月1日\n'

test('an annex with a title and numbers of its own is no other document', () => {
  expect(codes(`${first}附件1\n甲县水厂运行办法\n一、总则\n二、运行\n`)).not.toContain('plan/second-document')
})

test('a plan under the notice that issues it is no other document', () => {
  expect(codes('关于印发《甲县饮水安全方案》的通知\n各乡镇：\n一、高度重视。\n二、抓好落实。\n甲县人民政府\n2030年3月1日\n甲县饮水安全方案\n一、目标\n二、任务\n')).not.toContain('plan/second-document')
})

test('a heading that sounds like a title inside a document is none', () => {
  expect(codes('甲县饮水安全方案\n一、目标\n到2031年建成水厂2座。\n水源保护行动计划\n一、划界。\n')).not.toContain('plan/second-document')
})

test('a second plan behind the first one is said with its place, both are read and their ids kept apart', () => {
  const text = `${first}乙政发〔2030〕5号\n乙县道路提升计划\n一、目标\n到2032年硬化道路30公里。\n（一）建设。由县交通局负责。\n二、保障\n`
  const reading = readPlan(text)
  expect(ids(text)).toEqual(['一', '二', '文件2.一', '文件2.一.(一)', '文件2.二'])
  expect(reading.problems.map((p) => p.code)).toEqual(['plan/second-document'])
  expect(reading.problems[0]!.details).toMatchObject({ offset: text.indexOf('乙政发'), title: '乙县道路提升计划', prefix: '文件2' })
  expect(reading.targets.map((t) => [t.clause, t.value, t.until])).toEqual([['一', 2, '2031'], ['文件2.一', 30, '2032']])
  expect(reading.clauses.find((c) => c.id === '二')!.end).toBeLessThanOrEqual(text.indexOf('乙政发'))
})
