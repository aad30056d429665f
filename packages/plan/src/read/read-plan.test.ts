import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOutline } from './format-outline.ts'
import { readPlan } from './read-plan.ts'
import type { PlanReading } from './reading.ts'

const spans = (reading: PlanReading) => [...reading.clauses, ...reading.targets, ...reading.duties, ...reading.citations, ...reading.amounts, ...reading.unread]

/** Pieces of plans and of noise, so that every rule of the reader meets the others in any order. */
const fragment = fc.constantFrom(
  '一、', '二、', '(一)', '(二)', '1.', '2.', '(1)', '①', '②', '第一章 ', '第一条 ', '一是', '二是', '\n', '\n\n', '。', ',', ';', ':', '、', '(', ')', '《', '》', '〔2019〕5号', '甲政办发',
  '2020年', '到2025年', '2018至2020年', '年底前', '15万人', '60%', '不低于', '以上', '翻一番', '全部', '全覆盖', '应保尽保', '每个村', '新建', '完成', '补助', '元', '县财政局', '县水利局', '牵头', '负责', '配合', '会同', '责任单位:',
  '市、县(市、区)党委、政府', '承担主体责任', '目前', '主要目标', '农村公路', '— 2 —', ' ', '\u3000', '“', '”', 'abc', '\ufeff', '𠀀',
)

test('spans lie inside the text, clauses come in order and nest, and reading again gives the same', () => {
  fc.assert(fc.property(fc.array(fragment, { minLength: 3, maxLength: 80 }), (parts) => {
    const text = `方案${parts.join('')}`
    const reading = readPlan(text)
    for (const span of spans(reading)) {
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeGreaterThanOrEqual(span.start)
      expect(span.end).toBeLessThanOrEqual(reading.document.characters)
    }
    const open: { id: string; end: number }[] = []
    let before = 0
    for (const clause of reading.clauses) {
      expect(clause.numberStart).toBeGreaterThanOrEqual(before)
      before = clause.numberStart
      while (open.length > 0 && open[open.length - 1]!.end <= clause.numberStart) open.pop()
      if (open.length > 0) expect(clause.end).toBeLessThanOrEqual(open[open.length - 1]!.end)
      expect(open.some((c) => c.id === clause.parent) || clause.parent === null).toBe(true)
      open.push(clause)
    }
    expect(readPlan(text)).toEqual(reading)
  }), { numRuns: 400 })
})

test('a bracket opened before a number in brackets and never closed is no fault', () => {
  expect(() => readPlan('方案\n\n(一、一、(一)')).not.toThrow()
})

/** Processor time of a reading in milliseconds, the best of two: other programs on the machine do not count. */
function cost(text: string): number {
  const once = (): number => {
    const from = process.cpuUsage()
    readPlan(text)
    return process.cpuUsage(from).user / 1000
  }
  return Math.min(once(), once())
}

const paragraph = '1.县财政局牵头,对15个村新建农村公路120公里,到2020年自付比例降至20%以内,实现全覆盖(县水利局负责)。《甲办法》(甲政发〔2019〕5号)。\n'

// Ten times the text may take thirty times the work (first runs are slow); quadratic work would be a hundred times.
const repeated: [string, string][] = [
  ['clauses', paragraph], ['one endless line', paragraph.replace('\n', '')],
  ...['一', '(', '《', '、', '1.', '局', '年', '①', '全', '每', '9', '对', '县', '\n1.甲'].map((one): [string, string] => [JSON.stringify(one), one]),
]

test.each(repeated)('the work grows with the length of the text: %s', (_, piece) => {
  const text = (length: number) => `一、${piece.repeat(Math.ceil(length / piece.length))}的任务${'字'.repeat(length / 10)}`
  cost(text(3_000))
  expect(cost(text(120_000)) / Math.max(4, cost(text(12_000)))).toBeLessThan(30)
}, 60_000)

test('the outline shows each clause with what hangs on it', () => {
  const outline = formatOutline(readPlan('甲县供水方案\n一、任务\n(一)通水。2020年新建水厂3座,按《甲办法》(甲发〔2019〕1号)执行。\n县水利局负责,县财政局配合\n'))
  expect(outline).toContain('甲县供水方案')
  expect(outline).toContain('一.(一)  通水')
  expect(outline).toContain('3 座，至 2020')
  expect(outline).toContain('县水利局(负责)、县财政局(配合)')
  expect(outline).toContain('《甲办法》甲发〔2019〕1号')
})
