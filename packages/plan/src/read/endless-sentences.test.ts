/** Texts without an end to their sentences: left to a person as a whole, in a time that grows with the text and not with its square. */
import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const plan = (words: string): string => ['云沙县养蜂产业帮扶方案', '云政办发〔2025〕6号', '一、总体目标', `到2026年底,全县蜂群达到9000箱。${words}。`, '二、主要任务', '2026年建设标准蜂场12个。', ''].join('\n')

test('A part of a sentence with numbers without end is one unread passage, and what stands around it is read', () => {
  const words = '蜂群9000箱'.repeat(20_000)
  const { targets, amounts, unread } = readPlan(plan(words))
  expect(targets.map((t) => t.value)).toEqual([9000, 12])
  expect(amounts).toEqual([])
  expect(unread.map((u) => u.end - u.start)).toEqual([words.length])
})

test('A sentence of ten thousand dates is one unread passage', () => {
  const words = Array.from({ length: 10_000 }, (_, i) => `2025年底达到${i}.5万元`).join(',')
  const { targets, unread } = readPlan(plan(words))
  expect(targets.map((t) => t.value)).toEqual([9000, 12])
  expect(unread.map((u) => u.end - u.start)).toEqual([words.length])
})

test('More than forty numbers between two commas are left to a person', () => {
  const words = '蜂农9人'.repeat(60)
  expect(readPlan(plan(words)).unread.map((u) => u.end - u.start)).toEqual([words.length])
})
