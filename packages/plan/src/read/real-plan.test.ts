/** The reader on the real plan, where its text is at hand (BANGFU_PLAN_TEXT names the file): counts that a person read off the document. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const path = process.env.BANGFU_PLAN_TEXT ?? new URL('../../../../../shared/plans/liaoning-2018-2020.txt', import.meta.url).pathname
const here = existsSync(path)
const reading = here ? readPlan(readFileSync(path)) : undefined
const under = (prefix: string) => reading!.clauses.filter((c) => c.parent === prefix).length

test.skipIf(!here)('the real plan has its 97 clauses, each once', () => {
  expect(reading!.clauses.length).toBe(97)
  expect(new Set(reading!.clauses.map((c) => c.id)).size).toBe(97)
  expect(reading!.problems).toEqual([])
  expect(['二', '二.(一)', '二.(七)', '二.(九)', '三.(一)', '三.(一).2', '三.(二)', '三.(三)', '四'].map(under)).toEqual([9, 8, 7, 3, 11, 5, 8, 8, 4])
})

test.skipIf(!here)('every citation of the real plan is found, with its number where one stands', () => {
  expect(reading!.citations.length).toBe(16)
  expect(reading!.citations.filter((c) => c.number !== null).map((c) => c.number)).toEqual([
    '辽政办发〔2017〕71号', '辽卫发〔2017〕78号', '辽委办发〔2017〕96号', '厅字〔2017〕50号', '国开发〔2017〕12号', '辽扶贫办发〔2017〕23号', '辽脱贫发〔2017〕3号', '辽委办发〔2018〕4号', '银发〔2017〕286号',
  ])
})

test.skipIf(!here)('a line of duties behind several clauses covers the clause above them and so each of them, one behind its own covers that', () => {
  const of = (id: string) => reading!.duties.filter((d) => d.clauses.includes(id)).length
  expect(['二.(一)', '二.(九)', '三.(一).2', '三.(二).7', '二.(一).8', '二.(六)'].map(of)).toEqual([13, 7, 3, 4, 13, 0])
})

test.skipIf(!here)('the headline targets of the real plan have their values and years', () => {
  const found = reading!.targets.map((t) => [t.clause, t.value, t.unit, t.until])
  for (const target of [
    ['一.(二)', 150_000, '人', '2018'], ['一.(二)', 500, '个', '2018'], ['一.(二)', 6, '个', '2018'], ['一.(二)', 90_000, '人', '2019'], ['一.(二)', 104, '个', '2019'], ['一.(二)', 5, '个', '2019'],
    ['二.(一).5', 10_000, '公里', '2020'], ['三.(一).6', 3_500, '公里', '2018'], ['三.(二).5', 3_300, '公里', '2019'], ['三.(三).5', 3_200, '公里', '2020'], ['三.(一).11', 60, '%', '2018'], ['三.(二).8', 95, '%', '2019'], ['三.(一).11', 20, '%', '2018'],
  ]) expect(found).toContainEqual(target)
})
