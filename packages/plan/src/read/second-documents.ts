/** Where another document begins inside the same file: a title behind the end of the first, with numbers that begin anew. Annexes and the plan under its own notice are none. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { Clause } from './clause-tree.ts'
import type { Flow } from './flow.ts'
import { documentTitle, startsNumbered } from './line-shape.ts'
import type { Paragraph } from './paragraphs.ts'

export interface SecondDocument { readonly start: number; readonly title: string; /** First part of the ids of its clauses. */ readonly prefix: string }

const beginsAnew = /^(一、|第一[章条编部]|\(一\)|1[.、])/
/** Paragraphs looked at before and behind a title. */
const near = 6

const isTitle = ({ kind, text }: Paragraph): boolean => kind === 'text' && text.length >= 6 && text.length <= 60 && !/[。;:,]/.test(text) && !startsNumbered(text) && documentTitle.test(text)
const bare = (text: string): string => text.replace(/[《》\s]/g, '').replace(/\(.*\)$/, '')

/** Titles of other documents in the order of the text. */
export function findSecondDocuments(paragraphs: readonly Paragraph[]): SecondDocument[] {
  const found: SecondDocument[] = []
  let numbered = false
  let head = ''
  for (let i = 0; i < paragraphs.length; i += 1) {
    const paragraph = paragraphs[i]!
    if (!numbered) head += paragraph.text
    if (numbered && isTitle(paragraph)) {
      const [before, behind] = [paragraphs.slice(Math.max(0, i - near), i), paragraphs.slice(i + 1, i + 1 + near * 2)]
      const lastNumbered = before.findLastIndex((p) => startsNumbered(p.text))
      const between = before.slice(lastNumbered + 1)
      const ended = between.some((p) => p.kind === 'date' || p.kind === 'copy-line' || p.kind === 'number') || behind[0]?.kind === 'number'
      const annex = between.some((p) => /^附(件|表|录)/.test(p.text))
      const begins = behind.slice(0, behind.findIndex(isTitle) < 0 ? behind.length : behind.findIndex(isTitle)).some((p) => beginsAnew.test(p.text))
      if (ended && !annex && begins && !bare(head).includes(bare(paragraph.text))) {
        const first = paragraphs[i - 1]?.kind === 'number' ? paragraphs[i - 1]! : paragraph
        found.push({ start: first.start, title: paragraph.text, prefix: `文件${found.length + 2}` })
        head = paragraph.text
        numbered = false
      }
    }
    if (paragraph.kind === 'text' && beginsAnew.test(paragraph.text)) numbered = true
  }
  return found
}

/** The paragraphs with the first line of each other document closing what was open before it. */
export function closeBefore(paragraphs: readonly Paragraph[], documents: readonly SecondDocument[]): readonly Paragraph[] {
  if (documents.length === 0) return paragraphs
  const starts = new Set(documents.map((d) => d.start))
  return paragraphs.map((p) => (starts.has(p.start) ? { ...p, kind: 'annex-title' } : p))
}

/** Clauses of other documents under their prefix, and what is to be said of each. */
export function tellApart(clauses: readonly Clause[], documents: readonly SecondDocument[], flow: Flow): { clauses: readonly Clause[]; problems: ProblemData[] } {
  const problems = documents.map(({ start, title, prefix }) => problemData('plan/second-document', { offset: flow.origin[start]!, title, prefix }))
  let next = 0
  for (const clause of documents.length === 0 ? [] : clauses) {
    while (next < documents.length && documents[next]!.start <= clause.marker.at) next += 1
    const document = documents[next - 1]
    // Children hold their parents by reference, so ids are changed in place.
    if (document) (clause as { id: string }).id = `${document.prefix}.${clause.id}`
  }
  return { clauses, problems }
}
