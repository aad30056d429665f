/** The real plan as a web page and as a Word file, made from its text where that is at hand (BANGFU_PLAN_TEXT names the file): every format reads alike. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeDocx, paragraph } from '../../test/office-file.ts'
import { readPlan } from '../read/read-plan.ts'
import type { PlanReading } from '../read/reading.ts'
import { openDocument } from './open-document.ts'

const path = process.env.BANGFU_PLAN_TEXT ?? new URL('../../../../../shared/plans/liaoning-2018-2020.txt', import.meta.url).pathname
const here = existsSync(path)
const webPath = path.replace(/\.txt$/, '.web.txt')
const lines = here ? readFileSync(path, 'utf8').replace(/^\ufeff/, '').split('\n').filter((line) => line.trim() !== '') : []

function items({ clauses, targets, duties, citations, amounts, unread }: PlanReading) {
  return {
    clauses: clauses.map((c) => [c.id, c.heading]), duties: duties.map((d) => [d.role, d.body, d.clauses]), amounts: amounts.map((a) => [a.clause, a.value, a.unit, a.operator]),
    targets: targets.map((t) => [t.clause, t.operator, t.value, t.unit, t.from, t.until]), citations: citations.map((c) => [c.clause, c.number, c.title]), unread: unread.length,
  }
}
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const spanned = (text: string): string => escape(text).replace(/\d+/g, '<span>$&</span>')

test.skipIf(!here)('the plan on a web page, in paragraphs or parted by breaks, reads as its text does', async () => {
  const expected = items(readPlan(lines.join('\n')))
  for (const body of [lines.slice(1).map((line) => `<p>&nbsp;&nbsp; ${spanned(line.trim())}</p>`).join('\r\n'), lines.slice(1).map((line) => `&nbsp;&nbsp;${spanned(line.trim())}<br><br>`).join('\n')]) {
    const page = `<html><head><title>${lines[0]}-省政府</title></head><body><ul><li><a href="1">一、要闻</a><li><a href="2">公开</a></ul><h1>${lines[0]}</h1><div id="zoom">${body}</div><div class="related"><ul><li><a href="3">二、相关报道</a></ul></div><div>主办：省政府办公厅</div></body></html>`
    expect(items(readPlan(await openDocument(new TextEncoder().encode(page))))).toEqual(expected)
  }
})

test.skipIf(!here)('the plan as a Word file reads as its text does', async () => {
  const file = makeDocx({ body: lines.map((line) => paragraph(escape(line))).join('') })
  expect(items(readPlan(await openDocument(file)))).toEqual(items(readPlan(lines.join('\n'))))
})

test.skipIf(!here || !existsSync(webPath))('the copy found on a web page reads as the clean one does', () => {
  expect(items(readPlan(readFileSync(webPath)))).toEqual(items(readPlan(readFileSync(path))))
})
