/** Plans made ready for a comparison from what they come as: reviewed items of a document, or a pack. */
import { isBodyClass } from '../draft/body-level.ts'
import type { Pack } from '../pack/format.ts'
import type { PlanReading } from '../read/reading.ts'
import type { DraftFolder } from '../draft/draft-format.ts'
import type { DraftFields, ReviewedItem } from '../draft/draft-item.ts'
import type { ComparedClause, ComparedPlan } from './compared-plan.ts'
import type { BodyRole } from './body-root.ts'

const text = (fields: DraftFields, name: string): string | null => (typeof fields[name] === 'string' && fields[name] !== '' ? (fields[name] as string) : null)

const printed = String.raw`(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\)|\d{1,2})`
const citedClause = new RegExp(String.raw`(?:方案|意见|计划|要点|通知|规划)》?(?:\([^()]{0,40}\))?的?((?:第?${printed}(?:部分|大项|条|款|项|点)?[.、]?){1,4})`, 'g')

/** Numbers of another plan's clauses as a lower plan cites them (…方案第二部分第(三)条, …方案二.(三)), joined as clause ids are. */
export function namedClauses(words: string): string[] {
  return [...words.normalize('NFKC').matchAll(citedClause)].flatMap(([, numbers]) =>
    (/部分|大项|条|款|项|点|\(|第/.test(numbers!) ? [[...numbers!.matchAll(new RegExp(printed, 'g'))].map((m) => m[0]).join('.')] : []))
}

/** From the end of the sentence before to its own end. */
function sentenceAt(words: string, start: number, end: number): string {
  const before = Math.max(...['。', ';', '；', '\n'].map((mark) => words.lastIndexOf(mark, start - 1)))
  const after = words.slice(end).search(/[。;；\n]/)
  return words.slice(before + 1, after < 0 ? words.length : end + after)
}

/** From the mark before to the mark behind. */
function phraseAt(words: string, start: number, end: number): string {
  const before = Math.max(...[...'。;；,，、:：\n'].map((mark) => words.lastIndexOf(mark, start - 1)))
  const after = words.slice(end).search(/[。;；,，、\n]/)
  return words.slice(before + 1, after < 0 ? words.length : end + after)
}

const isGeneral = (name: string): boolean => isBodyClass(name) || /^(有关|相关|各)/.test(name)

/** From items of a document that were not rejected. */
export function comparedItems(document: PlanReading['document'], items: readonly ReviewedItem[], words: string): ComparedPlan {
  const standing = items.filter((i) => i.state !== 'rejected')
  const of = (kind: ReviewedItem['kind']) => standing.filter((i) => i.kind === kind)
  const clauses = of('clause').map((i): ComparedClause => {
    const own = words.slice(i.start, i.end)
    return { id: text(i.fields, 'number') ?? '', parent: text(i.fields, 'parent'), title: text(i.fields, 'title') ?? text(i.fields, 'heading') ?? '', words: own, names: namedClauses(own) }
  })
  return {
    key: document.sha256, title: document.title, number: document.number, issued: document.issued, clauses,
    targets: of('target').map((i) => ({
      id: i.id, clause: i.clause ?? '', subject: text(i.fields, 'subject') ?? '', sentence: sentenceAt(words, i.start, i.end), phrase: phraseAt(words, i.start, i.end), operator: text(i.fields, 'operator') ?? '=', value: text(i.fields, 'value'), to: text(i.fields, 'to'), unit: text(i.fields, 'unit') ?? '',
      from: text(i.fields, 'from'), until: text(i.fields, 'until'), place: text(i.fields, 'place'),
    })),
    duties: of('duty').map((i) => ({ clauses: Array.isArray(i.fields['clauses']) ? (i.fields['clauses'] as readonly string[]) : [], role: text(i.fields, 'role') as BodyRole, names: [text(i.fields, 'organisation') ?? ''], general: isGeneral(text(i.fields, 'organisation') ?? '') })),
  }
}

/** From the folder of a draft: as a pack, without the document's own sentences. Rejected items are left out. */
export function comparedDraft(draft: DraftFolder): ComparedPlan {
  const { document, title } = draft['pack.yaml']
  const standing = <T extends { readonly state: string }>(items: readonly T[]) => items.filter((i) => i.state !== 'rejected')
  const { organisations, classes } = draft['organisations.yaml']
  const bodies = new Map<string, readonly string[]>([...organisations.map((o) => [o.id, o.names.map((n) => n.zh)] as const), ...classes.map((c) => [c.id, [c.zh]] as const)])
  const classIds = new Set(classes.map((c) => c.id))
  return {
    key: document.sha256, title: title.zh, number: document.number ?? null, issued: document.issued ?? null,
    clauses: standing(draft['clauses.yaml']).map((c) => ({ id: c.id, parent: c.parent, title: c.title.zh || c.heading, words: `${c.heading || c.title.zh}。${c.summary.zh}`, names: [] })),
    targets: standing(draft['targets.yaml'].targets).map((t) => ({ id: t.id, clause: t.clauses[0]!, subject: t.subject.zh, sentence: '', phrase: '', operator: t.operator, value: t.value, to: t.to ?? null, unit: t.unit, from: t.from ?? null, until: t.until, place: t.place ?? null })),
    duties: standing(draft['duties.yaml']).map((d) => ({ clauses: d.clauses, role: d.role, names: bodies.get(d.body) ?? [d.body], general: classIds.has(d.body) || isGeneral(bodies.get(d.body)?.[0] ?? '') })),
  }
}

/** From a pack; `clauseWords` gives the document's own words where the document is attached. */
export function comparedPack(pack: Pack, clauseWords: (clause: string) => string | null = () => null): ComparedPlan {
  const { document } = pack.pack
  const classes = new Set(pack.organisations.classes.map((c) => c.id))
  const bodies = new Map<string, string[]>([
    ...pack.organisations.organisations.map((o) => [o.id, o.names.flatMap((n) => [n.zh, ...n.also])] as const), ...pack.organisations.classes.map((c) => [c.id, [c.zh]] as const),
  ].map(([id, names]) => [id, [...names]]))
  return {
    key: document.sha256, title: pack.pack.title.zh, number: document.number ?? null, issued: document.issued ?? null,
    clauses: pack.clauses.map((c) => ({ id: c.id, parent: c.parent, title: c.title.zh, words: `${c.title.zh}。${clauseWords(c.id) ?? c.summary.zh}`, names: [] })),
    targets: pack.targets.targets.map((t) => ({ id: t.id, clause: t.clauses[0]!, subject: t.subject.zh, sentence: '', phrase: '', operator: t.operator, value: t.value, to: t.to ?? null, unit: t.unit, from: t.from ?? null, until: t.until, place: t.place ?? null })),
    duties: pack.duties.map((d) => ({ clauses: d.clauses, role: d.role, names: bodies.get(d.body) ?? [d.body], general: classes.has(d.body) || isGeneral(bodies.get(d.body)?.[0] ?? '') })),
  }
}
