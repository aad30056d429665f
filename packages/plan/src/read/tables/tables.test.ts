import { expect, test } from 'vitest'
import { makeDocx, paragraph, tableOf } from '../../../test/office-file.ts'
import { openDocx } from '../../document/open-docx.ts'
import { readPlan } from '../read-plan.ts'
import type { PlanReading } from '../reading.ts'

type Piece = string | readonly (readonly string[])[]

/** Reads a plan of paragraphs and tables. */
function read(...pieces: readonly Piece[]): PlanReading {
  return readPlan(openDocx(makeDocx({ body: pieces.map((piece) => (typeof piece === 'string' ? paragraph(piece) : tableOf(piece))).join('') }), 'x.docx'))
}
const ids = (reading: PlanReading): string[] => reading.clauses.map((c) => c.id)
const targets = (reading: PlanReading) => reading.targets.map((t) => [t.clause, t.value, t.unit, t.until])
const duties = (reading: PlanReading) => reading.duties.map((d) => [d.role, d.body, d.clauses.join(' ')])
const title = '白鹿塬市养老服务提升方案'
const head = ['序号', '工作任务', '责任单位', '完成时限'] as const

test('a table without a header is said with its place, nothing in it is taken for an assignment', () => {
  const reading = read(title, '一、目标', '附件', [['甲', '市民政局'], ['乙', '市财政局']])
  expect(reading.problems.map((p) => p.code)).toEqual(['plan/table-no-header'])
  expect(reading.problems[0]!.details['offset']).toBe(`${title}\n一、目标\n附件\n`.length)
  expect(duties(reading)).toEqual([])
})

test('rows of an annex are clauses under it by their printed numbers, a second annex counts anew', () => {
  const reading = read(title, '一、目标', '附件1', '任务清单', [head, ['1', '建成站点12个', '市民政局', '2031年'], ['2', '改造15所', '市住建局', '2032年6月']], '附件2', [head, ['1', '培训300人', '市人社局', '2031年']])
  expect(ids(reading)).toEqual(['一', '附件1.1', '附件1.2', '附件2.1'])
  expect(targets(reading)).toEqual([['附件1.1', 12, '个', '2031'], ['附件1.2', 15, '所', '2032-06'], ['附件2.1', 300, '人', '2031']])
  expect(duties(reading)).toEqual([['responsible', '市民政局', '附件1.1'], ['responsible', '市住建局', '附件1.2'], ['responsible', '市人社局', '附件2.1']])
  expect(reading.problems).toEqual([])
})

test('numbers of rows that skip or come twice are said, the rows are read', () => {
  const reading = read(title, '附件', [head, ['1', '建成站点12个', '市民政局', ''], ['3', '改造15所', '市民政局', ''], ['3', '培训300人', '市民政局', '']])
  expect(ids(reading)).toEqual(['1', '3', '3'])
  expect(reading.problems.map((p) => p.code)).toEqual(['plan/number-skips', 'plan/number-twice'])
})

test('rows without a printed number stand by their place in square brackets', () => {
  expect(ids(read(title, '附件', [['任务', '牵头单位', '配合单位'], ['建成站点12个', '市民政局', '市财政局'], ['改造15所', '市住建局', '']]))).toEqual(['[1]', '[2]'])
})

test('an annex without a number names its rows only where the plan has clauses of its own in front', () => {
  const rows = [head, ['1', '建成站点12个', '市民政局', '']]
  expect(ids(read(title, '一、目标', '附件', rows))).toEqual(['一', '附件.1'])
  expect(ids(read(title, '附件', rows))).toEqual(['1'])
})

test('a table inside a clause gives its rows to that clause', () => {
  expect(ids(read(title, '一、任务', [head, ['1', '建成站点12个', '市民政局', '2031年']], '二、保障'))).toEqual(['一', '一.1', '二'])
})

test('a line over all columns opens a section', () => {
  expect(ids(read(title, '附件', [head, ['一、设施', '', '', ''], ['1', '建成站点12个', '市民政局', ''], ['二、人才', '', '', ''], ['2', '培训300人', '市人社局', '']]))).toEqual(['一', '一.1', '二', '二.2'])
})

test('numbers inside a cell open clauses under the row, whose bodies cover them', () => {
  const reading = read(title, '附件', [['序号', '任务', '具体措施', '责任单位'], ['1', '设施', '<w:p><w:r><w:t>（1）建成站点12个；</w:t></w:r></w:p><w:p><w:r><w:t>（2）改造15所。</w:t></w:r></w:p>', '市民政局']])
  expect(ids(reading)).toEqual(['1', '1.(1)', '1.(2)'])
  expect(duties(reading).map(([role, body]) => [role, body])).toEqual([['responsible', '市民政局']])
  expect(String(duties(reading)[0]![2])).toContain('1')
})

test('bodies of a cell may stand one a line, parted by blanks, or with roles of their own', () => {
  const cell = (...lines: readonly string[]): string => lines.map((line) => paragraph(line)).join('')
  const reading = read(title, '附件', [['序号', '任务', '责任单位'], ['1', '建成站点12个', cell('市民政局', '市财政局')], ['2', '改造15所', '市住建局 市残联'], ['3', '培训300人', cell('牵头单位：市人社局', '配合单位：市教育局')], ['4', '评估2次', '市审计局（牵头）、市统计局']])
  expect(duties(reading)).toEqual([
    ['responsible', '市民政局', '1'], ['responsible', '市财政局', '1'], ['responsible', '市住建局', '2'], ['responsible', '市残联', '2'],
    ['lead', '市人社局', '3'], ['support', '市教育局', '3'], ['lead', '市审计局', '4'], ['responsible', '市统计局', '4'],
  ])
})

test('indicators have the unit of their column and the year of their head; the base year and money are no targets', () => {
  const reading = read(title, '一、指标', [['序号', '指标', '单位', '2030年', '2035年', '属性'], ['1', '床位总数', '张', '8200', '12000', '预期性'], ['2', '护理型床位占比', '%', '42', '≥60', '约束性'], ['3', '护理员（万人）', '', '0.3', '0.5', '预期性'], ['4', '投入', '万元', '10', '300', '预期性']])
  expect(targets(reading)).toEqual([['一.1', 12_000, '张', '2035'], ['一.2', 60, '%', '2035'], ['一.3', 5000, '人', '2035']])
  expect(reading.targets.map((t) => t.operator)).toEqual(['=', '>=', '='])
  expect(reading.amounts.map((a) => [a.clause, a.value, a.unit])).toEqual([['一.4', 3_000_000, '元']])
})

test('shares of places under two heads each have their place and year', () => {
  const reading = read(title, '一、指标', '各县床位分配（单位：张）', [['县区', '2032年', '2033年'], ['东原县', '120', '150'], ['西渠区', '80', '90']])
  expect(ids(reading)).toEqual(['一'])
  expect(reading.targets.map((t) => [t.place, t.value, t.unit, t.until])).toEqual([['东原县', 120, '张', '2032'], ['东原县', 150, '张', '2033'], ['西渠区', 80, '张', '2032'], ['西渠区', 90, '张', '2033']])
})

test('plain text with tabs under a known header is a table, tabs without one are blanks', () => {
  const reading = readPlan(`${title}\n一、目标\n附件\n序号\t工作任务\t责任单位\n1\t建成站点12个\t市民政局\n`)
  expect(ids(reading)).toEqual(['一', '附件.1'])
  expect(ids(readPlan(`${title}\n一、目标\t一\t二\n二、任务\t三\t四\n`))).toEqual(['一', '二'])
  expect(readPlan(`${title}\n一、目标\t一\t二\n二、任务\t三\t四\n`).problems).toEqual([])
})

test('a table between bars, or copied with one line per cell, is a table', () => {
  const bars = `${title}\n附件\n| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 建成站点12个 | 市民政局 |\n| 2 | 改造15所 | 市住建局 |\n`
  const stacked = `${title}\n附件\n序号\n工作任务\n责任单位\n1\n建成站点12个\n市民政局\n2\n改造15所\n市住建局\n`
  const inner = `${title}\n附件\n序号 | 工作任务 | 责任单位 |\n1 | 建成站点12个 | 市民政局 |\n2 | 改造15所 | 市住建局 |\n`
  for (const text of [bars, inner, stacked]) {
    const reading = readPlan(text)
    expect(ids(reading)).toEqual(['1', '2'])
    expect(duties(reading)).toEqual([['responsible', '市民政局', '1'], ['responsible', '市住建局', '2']])
  }
})

test('a section line between tabbed rows belongs to the table, one behind the last row to the text', () => {
  const reading = readPlan(`${title}\n附件\n序号\t工作任务\t责任单位\n一、设施建设\n1\t建成站点12个\t市民政局\n二、人才培养\n2\t培训300人\t市人社局\n`)
  expect(ids(reading)).toEqual(['一', '一.1', '二', '二.2'])
  expect(duties(reading)).toEqual([['responsible', '市民政局', '一.1'], ['responsible', '市人社局', '二.2']])
  expect(ids(readPlan(`${title}\n一、任务\n序号\t工作任务\t责任单位\n1\t建成站点12个\t市民政局\n二、组织保障\n加强督查。\n`))).toEqual(['一', '一.1', '二'])
})
