import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPlan } from '../read/read-plan.ts'
import type { PlanReading } from '../read/reading.ts'
import { openDocument } from './open-document.ts'

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
const read = async (name: string): Promise<PlanReading> => readPlan(await openDocument(bytesOf(name), { fileName: name }))

/** A reading without its places. */
function items({ clauses, targets, duties, amounts, document }: PlanReading) {
  return {
    title: document.title, clauses: clauses.map((c) => [c.id, c.parent, c.heading]), duties: duties.map((d) => [d.role, d.body, d.clauses]), amounts: amounts.map((a) => [a.clause, a.value, a.unit]),
    targets: targets.map((t) => [t.clause, t.operator, t.value, t.unit, t.until]),
  }
}

test.each(['water-county.libreoffice.docx', 'water-county.pdf', 'water-county.html'])('%s reads as the Word file of another program does', async (name) => {
  expect(items(await read(name))).toEqual(items(await read('water-county.docx')))
})

test('the printed numbers of automatic lists, tracked changes and rows of annexes are read', async () => {
  const reading = await read('water-county.docx')
  expect(reading.clauses.map((c) => c.id)).toEqual(['一', '一.(一)', '一.(二)', '二', '二.(一)', '二.(一).1', '二.(一).2', '二.(二)', '二.(二).1', '二.(二).2', '二.(二).2.①', '二.(二).2.②', '附件1.1', '附件1.2', '附件1.3', '附件2.1', '附件2.2', '附件2.3'])
  const monitoring = reading.targets.filter((t) => t.clause === '二.(一).2')
  expect(monitoring.map((t) => t.value)).toEqual([36])
  expect(reading.problems).toEqual([])
})

test('merged cells hold for every row that they reach', async () => {
  const reading = await read('water-county.html')
  expect(reading.duties.filter((d) => d.clauses.some((id) => id.startsWith('附件2'))).map((d) => [d.body, d.clauses])).toEqual([['县水利局', ['附件2.1', '附件2.2']], ['县供水总公司', ['附件2.3']]])
  expect(reading.targets.filter((t) => t.clause?.startsWith('附件2')).map((t) => [t.clause, t.value, t.unit, t.until])).toEqual([['附件2.1', 40, '套', '2031-06'], ['附件2.2', 200, '名', '2031-06'], ['附件2.3', 15_000, '块', '2032']])
})

test('a table over three pages is one, its repeated header and the running heads are stepped over', async () => {
  const document = await openDocument(bytesOf('township.pdf'))
  expect(document.tables.map((t) => [t.rowCount, t.columnCount])).toEqual([[25, 4]])
  const reading = readPlan(document)
  expect(reading.clauses.filter((c) => c.id.startsWith('附件')).length).toBe(24)
  expect(reading.targets.filter((t) => t.clause === '附件.13').map((t) => [t.value, t.unit, t.until])).toEqual([[620, '株', '2033-01']])
  for (const { start, end } of document.steppedOver) expect(document.text.slice(start, end)).toMatch(/^(石桥垭镇果业行动方案|— \d —)$/)
})

test('spans of every format lie on the words they are about', async () => {
  for (const name of ['water-county.docx', 'water-county.pdf', 'water-county.html', 'township.pdf']) {
    const { text } = await openDocument(bytesOf(name))
    const reading = await read(name)
    for (const duty of reading.duties) expect(text.slice(duty.start, duty.end).replace(/\s/g, '')).toBe(duty.body)
    for (const clause of reading.clauses) {
      expect(clause.end).toBeGreaterThan(clause.start)
      expect(text.slice(clause.start, clause.end).normalize('NFKC').replace(/\s/g, '').startsWith(clause.heading.normalize('NFKC').replace(/\s/g, '').slice(0, 6))).toBe(true)
    }
  }
})

test('what stands around the document on a page is kept in the text and read by nobody', async () => {
  const document = await openDocument(bytesOf('water-county.html'))
  expect(document.text).toContain('节水宣传周')
  expect(readPlan(document).duties.some((d) => document.text.slice(d.start - 40, d.start).includes('相关链接'))).toBe(false)
})
