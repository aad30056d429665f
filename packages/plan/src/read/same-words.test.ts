/** The same words printed in another way are the same plan: width and kind of marks, blanks, line ends, lines broken by characters. Every sample must read alike. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodePlanText } from './decode-text.ts'
import { readPlan } from './read-plan.ts'

const folder = new URL('../../samples/', import.meta.url)
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, decodePlanText(readFileSync(new URL(name, folder)), name).text] as const)

const oneForm = (words: string | null) => (words ?? '').normalize('NFKC').replace(/\s/g, '').replace(/[〔[]/g, '(').replace(/[〕\]]/g, ')').replace(/[-—–―]+/g, '-').replace(/["“”「」]/g, '')

function items(text: string) {
  const reading = readPlan(text)
  return {
    clauses: reading.clauses.map((c) => oneForm(c.id)),
    targets: reading.targets.map((t) => [oneForm(t.clause), t.operator, t.value, t.unit, t.from, t.until]),
    duties: reading.duties.map((d) => [d.role, oneForm(d.body), d.clauses.map(oneForm).join(' ')]),
    citations: reading.citations.map((c) => [oneForm(c.number), oneForm(c.title)]),
    unread: reading.unread.length,
  }
}

const narrow: Readonly<Record<string, string>> = { '\uff0c': ',', '\uff1b': ';', '\uff1a': ':', '\uff08': '(', '\uff09': ')', '\uff01': '!', '\uff1f': '?' }
const wide = Object.fromEntries(Object.entries(narrow).map(([a, b]) => [b, a]))
const hasTable = (text: string) => /\t|^\s*\||\S {3,}\S/m.test(text)

/** Lines of so many characters, the first of a paragraph behind blanks; a mark may hang over the edge. */
function broken(text: string, width: number): string {
  return text.split('\n').map((paragraph) => {
    const lines: string[] = []
    let line = '\u3000\u3000'
    for (const ch of paragraph.trim()) {
      if (line.length >= width && !/[\uff0c。\uff1b、\uff09\uff1a,;:)》”%]/.test(ch)) { lines.push(line); line = '' }
      line += ch
    }
    return [...lines, line].join('\n')
  }).join('\n')
}

interface Way { readonly name: string; readonly change: (text: string) => string; /** Leaves no table whole. */ readonly partsTables?: boolean }
const ways: readonly Way[] = [
  { name: 'narrow marks', change: (t) => t.replace(/[\uff0c\uff1b\uff1a\uff08\uff09\uff01\uff1f]/g, (ch) => narrow[ch]!) },
  { name: 'wide marks', change: (t) => t.replace(/(?<!\d)[,;:()](?!\d)|[;()]/g, (ch) => wide[ch]!) },
  { name: 'wide semicolons and narrow colons', change: (t) => t.replaceAll(';', '\uff1b').replaceAll('\uff1a', ':') },
  { name: 'wide shares', change: (t) => t.replace(/(?<=\d)%/g, '\uff05') },
  { name: 'corner quotes', change: (t) => t.replaceAll('“', '「').replaceAll('”', '」') },
  { name: 'straight quotes', change: (t) => t.replace(/[“”]/g, '"') },
  { name: 'years in other brackets', change: (t) => t.replace(/〔(\d{4})〕/g, '[$1]') },
  { name: 'years in round brackets', change: (t) => t.replace(/〔(\d{4})〕/g, '\uff08$1\uff09') },
  { name: 'single dashes', change: (t) => t.replace(/[—–]+/g, '-') },
  { name: 'line ends of two characters', change: (t) => t.replace(/\r?\n/g, '\r\n') },
  { name: 'blanks behind lines', change: (t) => t.replace(/$/gm, '  ') },
  { name: 'blanks of another kind', change: (t) => t.replaceAll('\u3000', '\u00a0\u00a0') },
  { name: 'characters without width', change: (t) => t.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, (_, at: number) => (at % 7 === 0 ? '\u200b' : '')) },
  { name: 'no blanks before lines', change: (t) => t.replace(/^[ \u3000]+/gm, ''), partsTables: true },
  { name: 'blanks around numbers', change: (t) => t.replace(/(?<=[\p{Script=Han}])(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' '), partsTables: true },
  { name: 'lines of 40 characters', change: (t) => broken(t, 40), partsTables: true },
]

/** Already in broken lines: breaking them again makes no document that anybody prints. */
const printedInLines = (text: string) => text.split('\n').filter((line) => line.length > 20 && line.length < 60 && !/[。;:\uff1b\uff1a\uff09)]\s*$/.test(line)).length > 12

const asPrinted = new Map(samples.map(([name, text]) => [name, items(text)]))

test.each(ways)('$name change nothing', ({ change, partsTables = false }) => {
  for (const [name, text] of samples) {
    if (partsTables && (hasTable(text) || printedInLines(text))) continue
    expect(items(change(text)), name).toEqual(asPrinted.get(name))
  }
})

/** Deterministic, so that a failure comes again. */
function places(count: number, length: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => { state = (state * 1103515245 + 12345) % 2147483648; return 1 + (state % (length - 1)) })
}

test('a document cut short keeps the clauses that stand whole before the cut, and stays inside its text', () => {
  for (const [name, text] of samples.filter(([, t]) => !hasTable(t))) {
    const whole = readPlan(text)
    for (const cut of places(4, text.length, text.length)) {
      const part = text.slice(0, cut)
      if (!/\p{Script=Han}{8}/u.test(part)) continue
      const reading = readPlan(part)
      const left = new Set(reading.clauses.map((c) => `${c.id}@${c.numberStart}`))
      // The last series before the cut may have lost the member that shows it to be one.
      const kept = whole.clauses.filter((c) => c.parent === null && c.end < cut)
      expect(kept.slice(0, -1).filter((c) => !left.has(`${c.id}@${c.numberStart}`)).map((c) => c.id), `${name} cut at ${cut}`).toEqual([])
      for (const item of [...reading.targets, ...reading.duties, ...reading.citations, ...reading.amounts, ...reading.unread]) expect(item.end).toBeLessThanOrEqual(part.length)
    }
  }
})

test('a document without its clause numbers is read without a fault and names no clause that it does not print', () => {
  for (const [name, text] of samples) {
    const bare = text.replace(/^[ \u3000]*(?:第[一二三四五六七八九十百\d]+[章节条][\s\u3000]*|[一二三四五六七八九十]+[、.\uff0e]|[(\uff08][一二三四五六七八九十\d]+[)\uff09]|\d+(?:\.\d+)*[、.\uff0e )])/gm, '')
    expect(readPlan(bare).clauses.length, name).toBeLessThanOrEqual(readPlan(text).clauses.length)
  }
})
