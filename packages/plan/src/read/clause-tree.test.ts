import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const ids = (text: string) => readPlan(text).clauses.map((c) => c.id)

test('numbers inside sentences open no clause', () => {
  expect(ids('一、选派第一书记,推进“三个一批”,完成15项工作。\n二、按照第三条规定,2.5万人受益,一、二、三产业融合。')).toEqual(['一', '二'])
})

test('一是 opens clauses only where the series begins at 一是 and goes on', () => {
  expect(ids('一、要求\n一是要快,没有后续。\n二、做法。一是修路;二是通水;三是通电。')).toEqual(['一', '二', '二.一是', '二.二是', '二.三是'])
})

test('lists inside a line open where the series goes on', () => {
  expect(ids('一、措施:①修路;②通水。\n二、做法:(1)看(见附件1)。')).toEqual(['一', '一.①', '一.②', '二'])
})

test('a number glued to the end of the line before is found', () => {
  expect(ids('一、保障\n1.甲事办好。\n2.乙事办好,按时发放养老金。3.丙事办好。')).toEqual(['一', '一.1', '一.2', '一.3'])
})

test('full-width, half-width and ready-made numbers give the same ids', () => {
  expect(ids('一、甲\n(一)乙\n1.丙\n(1)丁\n')).toEqual(ids('一、甲\n(一)乙\n⒈丙\n⑴丁\n'))
  expect(ids('一、甲\n㈠乙\n1、丙')).toEqual(['一', '一.(一)', '一.(一).1'])
})

test('a year or a count right behind the number does not hide it', () => {
  expect(ids('一、甲\n1.2018至2020年修路。\n2.2019年通水。\n3.15个村通电。')).toEqual(['一', '一.1', '一.2', '一.3'])
})

test('a list in the usual outer style may stand inside another when that goes on behind it', () => {
  expect(ids('1.甲\n(一)子\n(二)丑\n2.乙\n(一)子\n')).toEqual(['1', '1.(一)', '1.(二)', '2', '2.(一)'])
})

test('articles count on through the chapters', () => {
  expect(ids('第一章 总则\n第一条 甲。\n第二章 措施\n第二条 乙:\n(一)丙;\n(二)丁。')).toEqual(['第一章', '第一章.第一条', '第二章', '第二章.第二条', '第二章.第二条.(一)', '第二章.第二条.(二)'])
})

test('a table of contents and a list of annexes open no clauses', () => {
  expect(ids('目录\n一、目标\n二、任务\n一、目标\n修路。\n二、任务\n通水。\n附件:1.任务分解表\n2.进度表\n')).toEqual(['一', '二'])
})

test('a sentence broken by a page goes on behind the page number', () => {
  const text = '一、任务\n1.三年新建农村公路一百公里,按时完成全部危桥的改造并且\n— 3 —\n年底前完成验收。\n2.通水。'
  expect(ids(text)).toEqual(['一', '一.1', '一.2'])
  const clause = readPlan(text).clauses[1]!
  expect(text.slice(clause.start, clause.end)).toContain('完成验收')
})

test('numbers that skip or come twice are read and said', () => {
  const reading = readPlan('一、甲\n三、乙\n三、丙')
  expect(reading.clauses.map((c) => c.id)).toEqual(['一', '三', '三'])
  expect(reading.problems.map((p) => [p.code, p.details.id])).toEqual([['plan/number-skips', '三'], ['plan/number-twice', '三']])
})
