import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFlow } from './flow.ts'
import { readPlan } from './read-plan.ts'

const columns = (text: string) => [...text].reduce((sum, ch) => sum + (ch > '\u2000' ? 2 : 1), 0)
/** Places where no printer parts a line: inside a number, before a closing mark, behind an opening one. */
const keepsTogether = (before: string, after: string) => (/[\w.〔]/.test(before) && /[\w.%\uff05〕]/.test(after)) || /[\uff0c。\uff1b、\uff1a\uff09》,;:)]/.test(after) || /[\uff08《“(]/.test(before)

/** The text as a printer sets it: paragraphs behind two blanks, lines of so many columns, a page number after every so many lines. */
function printed(text: string, width: number, linesAPage: number): string {
  const lines: string[] = []
  const push = (line: string) => { lines.push(line); if (lines.length % linesAPage === 0) lines.push('', `- ${lines.length / linesAPage} -`, '') }
  for (const paragraph of text.split('\n')) {
    let rest = `\u3000\u3000${paragraph.trim()}`
    while (columns(rest) > width) {
      let cut = rest.length
      while (columns(rest.slice(0, cut)) > width) cut -= 1
      for (let back = 0; back < 8 && keepsTogether(rest[cut - 1]!, rest[cut]!); back += 1) cut -= 1
      push(rest.slice(0, cut))
      rest = rest.slice(cut)
    }
    push(rest)
  }
  return lines.join('\n')
}

const folder = new URL('../../samples/', import.meta.url)
// One sample is in GB 18030; its text is not read here. Rows with tabs, bars or columns of blanks are a table, which no printer sets as running lines.
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const).filter(([, text]) => !text.includes('\ufffd') && !/\t|^\||\S {4,}\S/m.test(text))

test.each(samples)('%s reads the same in lines of 72 columns with page numbers', (_, text) => {
  const found = (words: string) => {
    const reading = readPlan(words)
    return {
      clauses: reading.clauses.map((c) => c.id), targets: reading.targets.map((t) => [t.clause, t.value, t.unit, t.until]),
      duties: reading.duties.map((d) => [d.role, d.body, ...d.clauses]), citations: reading.citations.map((c) => [c.number, c.title]),
    }
  }
  expect(found(printed(text, 72, 23))).toEqual(found(text))
})

test('short lines of a list are no broken sentence', () => {
  expect(makeFlow('一、任务\n修路三条\n通水五村\n建校两所\n培训百人\n植树千亩').text.split('\n')).toHaveLength(6)
})

test('a bracket that is never closed does not swallow the paragraphs behind it', () => {
  const text = `一、目标(到2025年\n${'全县新建改造农村公路并且配套桥涵和安全防护设施,建成后交由乡镇管护。\n'.repeat(6)}二、任务\n`
  expect(readPlan(text).clauses.map((c) => c.id)).toEqual(['一', '二'])
})
