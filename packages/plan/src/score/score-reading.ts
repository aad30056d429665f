/** Scores a reading against gold labels by the rules of docs/plan-reading.md: what counts as the same clause, target, duty and citation. */
import type { PlanReading, ReadTarget } from '../read/reading.ts'
import type { Gold, GoldTarget } from './gold.ts'

export interface Score { readonly right: number; readonly invented: number; readonly missed: number; readonly wrong: readonly string[] }
export interface ReadingScore {
  readonly clauses: Score
  readonly targets: Score
  readonly duties: Score
  readonly citations: Score
  /** Of the targets found right: share with the right operator, and with the right deadline. */
  readonly operators: { readonly right: number; readonly of: number }
  readonly deadlines: { readonly right: number; readonly of: number }
  /** Targets found right but with another operator or deadline. */
  readonly differing: readonly string[]
  /** Characters reported unread, and characters inside numbered clauses. */
  readonly unread: { readonly characters: number; readonly of: number }
}

/** Matches each gold item with at most one found item. */
function match<G, F>(gold: readonly G[], found: readonly F[], same: (g: G, f: F) => boolean, name: (item: G | F) => string, optional: (g: G) => boolean = () => false): { score: Score; pairs: [G, F][] } {
  const left = new Set(found)
  const pairs: [G, F][] = []
  const wrong: string[] = []
  let missed = 0
  for (const g of gold) {
    const f = [...left].find((item) => same(g, item))
    if (f !== undefined) { left.delete(f); if (!optional(g)) pairs.push([g, f]) }
    else if (!optional(g)) { missed += 1; wrong.push(`missed ${name(g)}`) }
  }
  for (const f of left) wrong.push(`invented ${name(f)}`)
  return { score: { right: pairs.length, invented: left.size, missed, wrong }, pairs }
}

const narrow = (text: string) => text.normalize('NFKC').replace(/\s/g, '').replace(/[〔[【]/g, '(').replace(/[〕\]】]/g, ')')
const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function sameTarget(g: GoldTarget, f: ReadTarget): boolean {
  const overlap = Math.min(g.end, f.end) - Math.max(g.start, f.start)
  const shorter = Math.min(g.end - g.start, f.end - f.start)
  if (overlap * 2 < shorter || overlap <= 0) return false
  if (sameValue(g.value, f.value) && (g.unit ?? '') === (f.unit ?? '')) return true
  // 100 % and full coverage may stand for each other.
  const whole = (t: { value: unknown; unit: string | null; operator: string }) => t.operator === 'all' || (t.value === 100 && t.unit === '%')
  return whole(g) && whole(f)
}

export function scoreReading(reading: PlanReading, gold: Gold): ReadingScore {
  const clauses = match(gold.clauses, reading.clauses, (g, f) => g.id === f.id && Math.abs(g.start - f.start) <= 3, (c) => `${c.id}@${c.start}`)
  const targets = match(gold.targets, reading.targets, sameTarget, (t) => `${t.clause} ${t.operator} ${JSON.stringify(t.value)} ${t.unit} @${t.start} ${'text' in t ? t.text : t.subject}`, (g) => g.optional)
  const duties = match(gold.duties, reading.duties, (g, f) => g.role === f.role && narrow(g.body) === narrow(f.body) && g.clauses.some((id) => f.clauses.includes(id)), (d) => `${d.role} ${d.body} ${d.clauses.join(',')}`)
  const citations = match(gold.citations, reading.citations, (g, f) => (g.number !== null ? f.number !== null && narrow(g.number) === narrow(f.number) : f.title !== null && narrow(g.title ?? '') === narrow(f.title)), (c) => `${c.number} ${c.title}`)
  const inside = reading.clauses.filter((c) => c.parent === null).reduce((sum, c) => sum + c.end - c.start, 0)
  return {
    clauses: clauses.score, targets: targets.score, duties: duties.score, citations: citations.score,
    operators: { right: targets.pairs.filter(([g, f]) => g.operator === f.operator || g.operator === 'all').length, of: targets.pairs.length },
    deadlines: { right: targets.pairs.filter(([g, f]) => g.until === f.until && g.from === f.from).length, of: targets.pairs.length },
    differing: targets.pairs.filter(([g, f]) => g.operator !== f.operator || g.until !== f.until || g.from !== f.from).map(([g, f]) => `${g.clause} ${g.text}: gold ${g.operator} ${g.from}/${g.until}, found ${f.operator} ${f.from}/${f.until}`),
    unread: { characters: reading.unread.reduce((sum, u) => sum + u.end - u.start, 0), of: inside },
  }
}

/** F1 of a score; 1 when there was nothing to find and nothing was invented. */
export function f1({ right, invented, missed }: Score): number {
  return right + invented + missed === 0 ? 1 : (2 * right) / (2 * right + invented + missed)
}

/** Scores of several documents as one. */
export function addScores(scores: readonly Score[]): Score {
  return { right: scores.reduce((n, s) => n + s.right, 0), invented: scores.reduce((n, s) => n + s.invented, 0), missed: scores.reduce((n, s) => n + s.missed, 0), wrong: scores.flatMap((s) => s.wrong) }
}
