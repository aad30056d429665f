/** Compares a pack with its document and what the reader found there: clauses, figures, bodies, cited documents, and the pack's own words. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { PlanReading } from '../read/reading.ts'
import { figuresIn } from './figures-in.ts'
import type { Pack } from './format.ts'
import { findSharedPassages } from './own-words.ts'
import { sourceTextsOf, whereIn } from './pack-origin.ts'

const bare = (name: string): string => name.replace(/[\s《》()()]/g, '')

/** Everything that the pack calls a body by: full and short names, at any time. */
function bodyNames(pack: Pack): string[] {
  return [...pack.organisations.organisations.flatMap((o) => o.names.flatMap((n) => [n.zh, ...n.also])), ...pack.organisations.classes.map((c) => c.zh)]
}

function unheldFigures(pack: Pack, text: string, reading: PlanReading): ProblemData[] {
  if (pack.quantities.length === 0) return []
  const places = new Set(pack.quantities.map((q) => q.at))
  const held = (start: number, end: number) => pack.quantities.some((q) => q.at >= start && q.at < end)
  const where = whereIn(pack, 'quantities.yaml', [])
  return [
    ...figuresIn(text, reading.clauses, [...reading.citations, ...reading.clauses.map((c) => ({ start: c.numberStart, end: c.start }))]).filter(({ at }) => !places.has(at)).map(({ at, figure, clause }) => problemData('plan/figure-unheld', { ...where, clause, at, figure })),
    ...reading.targets.filter((t) => !held(t.start, t.end)).map((t) => problemData('plan/figure-unheld', { ...where, clause: t.clause, at: t.start, figure: text.slice(t.start, t.end) })),
  ]
}

/** Collective names (各级…、…等有关部门) are spelled out by a pack and not looked for by their words. */
function unheldBodies(pack: Pack, reading: PlanReading): ProblemData[] {
  const known = new Set(bodyNames(pack).map(bare))
  const read = [...new Map(reading.duties.map((d) => [bare(d.organisation), d])).values()]
  return read.filter((d) => !known.has(bare(d.organisation)) && !known.has(bare(d.body)) && !/各级|等有关|有关机关/.test(d.body)).map((d) =>
    problemData('plan/body-unheld', { ...whereIn(pack, 'organisations.yaml', []), clause: d.clauses[0] ?? '', body: d.organisation }))
}

function unheldDocuments(pack: Pack, reading: PlanReading): ProblemData[] {
  const numbers = new Set(pack.pack.requires.map((r) => r.number))
  const titles = new Set(pack.pack.requires.map((r) => bare(r.title)))
  return reading.citations.filter((c) => !(c.number !== null && numbers.has(c.number)) && !(c.title !== null && titles.has(bare(c.title)))).map((c) =>
    problemData('plan/document-unheld', { ...whereIn(pack, 'pack.yaml', ['requires']), clause: c.clause ?? '', document: c.number ?? c.title ?? '' }))
}

function sharedWords(pack: Pack, text: string): ProblemData[] {
  return findSharedPassages(sourceTextsOf(pack), text, [...bodyNames(pack), pack.pack.document.title]).map((p) => problemData('plan/shared-words', { file: p.file, line: p.line, words: p.text, count: p.text.length }))
}

/** `text` is the decoded document that the spans of the reading refer to. Positions of the ledger mean nothing in another text than the pack's own. */
export function checkAgainstReading(pack: Pack, text: string, reading: PlanReading): ProblemData[] {
  const ownText = reading.document.sha256 === pack.pack.document.sha256
  return [...(ownText ? unheldFigures(pack, text, reading) : []), ...unheldBodies(pack, reading), ...unheldDocuments(pack, reading), ...sharedWords(pack, text)]
}
