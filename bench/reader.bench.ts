/** Whether reading a plan stays linear: ten times the text, ten times the time; and how long documents of 60 pages take. Run: node bench/reader.bench.ts */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument, readPlan } from '@bangfu/plan'
import { charactersPerPage, writeDocx, writePdf } from './plan-files.ts'

const folder = join(import.meta.dirname, '..', 'packages', 'plan', 'samples')
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')

/** The samples again and again until there are so many bytes of UTF-8. */
function repeated(bytes: number): Uint8Array {
  const once = Buffer.from(`${samples}\n`)
  const copies = Math.ceil(bytes / once.length)
  return new Uint8Array(Buffer.concat(Array.from({ length: copies }, () => once)))
}

/** Seconds of processor time, the best of the tries: the machine may be shared. */
function best(text: Uint8Array | string, tries: number): { readonly processor: number; readonly clock: number; readonly clauses: number } {
  let least = { processor: Infinity, clock: Infinity, clauses: 0 }
  for (let i = 0; i < tries; i += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const reading = readPlan(text)
    const used = process.cpuUsage(before)
    const processor = (used.user + used.system) / 1e6
    if (processor < least.processor) least = { processor, clock: (performance.now() - start) / 1000, clauses: reading.clauses.length }
  }
  return least
}

const [small, large] = [repeated(200_000), repeated(2_000_000)]
best(small, 2)
const few = best(small, 3)
const many = best(large, 2)
const line = (bytes: number, m: typeof few): string => `${(bytes / 1e6).toFixed(2)} MB: ${m.processor.toFixed(2)} s of processor time, ${m.clock.toFixed(2)} s by the clock, ${m.clauses.toLocaleString('en')} clauses`
const growth = (many.processor / few.processor) / (large.length / small.length) * 10
console.log(`samples repeated\n  ${line(small.length, few)}\n  ${line(large.length, many)}\n  time(2 MB) ÷ time(0.2 MB) = ${growth.toFixed(1)} (aim ≤ 12)`)
for (const character of ['一', '年', '第', '县']) {
  const text = character.repeat(Math.floor(1_000_000 / Buffer.byteLength(character)))
  const shorter = text.slice(0, Math.floor(text.length / 10))
  console.log(`  one character, “${character}”: 0.1 MB ${best(shorter, 1).processor.toFixed(3)} s, 1 MB ${best(text, 1).processor.toFixed(3)} s`)
}

const pages = 60
const paragraphs = samples.split('\n').filter((text) => text.trim() !== '')
const enough: string[] = []
for (let i = 0, n = 0; n < pages * charactersPerPage * 1.4; i += 1) { enough.push(paragraphs[i % paragraphs.length]!); n += enough[i]!.length }
for (const [name, bytes] of [['plan.docx', writeDocx(enough)], ['plan.pdf', writePdf(enough, pages)]] as const) {
  for (const turn of ['first', 'second']) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const document = await openDocument(bytes, { fileName: name })
    const opened = performance.now() - start
    const reading = readPlan(document, { fileName: name })
    const used = process.cpuUsage(before)
    console.log(`  ${name}, ${pages} pages, ${turn} time: ${((performance.now() - start) / 1000).toFixed(2)} s by the clock (${(opened / 1000).toFixed(2)} s to open), ${((used.user + used.system) / 1e6).toFixed(2)} s of processor time; ${document.text.length.toLocaleString('en')} characters, ${reading.clauses.length} clauses (aim ≤ 3 s)`)
  }
}
