/** Which clause of the lower plan answers which of the upper: named by its number, like in title and words, or by the targets that stand in both. */
import type { ComparedClause, ComparedPlan } from './compared-plan.ts'
import type { TargetMatch } from './compare-targets.ts'
import type { MatchBasis, MatchVerdicts } from './comparison.ts'
import type { WeightedWords } from './weighted-words.ts'

export interface ClauseMatch {
  readonly lower: ComparedClause
  readonly basis: readonly MatchBasis[]
  readonly decided: boolean
}

const leastScore = 0.2

/** A clause named with its outer numbers left out is still named: (三) under 第二部分. */
const isNamed = (clause: string, names: readonly string[]): boolean => names.some((name) => clause === name || clause.endsWith(`.${name}`))

function basisOf(upper: ComparedClause, lower: ComparedClause, words: WeightedWords, targets: readonly TargetMatch[]): { score: number; basis: MatchBasis[] } {
  const basis: MatchBasis[] = []
  const title = words.likeness(upper.title, lower.title)
  const body = words.likeness(upper.words, lower.words)
  const shared = targets.filter((m) => m.upper.clause === upper.id && m.lower.clause === lower.id)
  let score = title * 0.5 + body * 0.7 + Math.min(0.6, shared.length * 0.3)
  if (title + body > 0.15) basis.push({ kind: 'words', says: words.shared(`${upper.title}。${upper.words}`, `${lower.title}。${lower.words}`).join('、') })
  if (shared.length > 0) basis.push({ kind: 'targets', says: shared.map((m) => m.upper.subject).slice(0, 3).join('、') })
  if (isNamed(upper.id, lower.names)) { score += 1; basis.unshift({ kind: 'cited', says: upper.id }) }
  return { score, basis }
}

/** The best answer to each clause; several upper clauses may have the same. */
export function matchClauses(upper: ComparedPlan, lower: ComparedPlan, words: WeightedWords, targets: readonly TargetMatch[], verdicts: MatchVerdicts): Map<string, ClauseMatch> {
  const found = new Map<string, ClauseMatch>()
  const hasChildren = new Set(lower.clauses.map((c) => c.parent))
  const candidates = lower.clauses.filter((c) => !hasChildren.has(c.id) || lower.targets.some((t) => t.clause === c.id))
  for (const clause of upper.clauses) {
    let best: (ClauseMatch & { score: number }) | undefined
    for (const other of candidates) {
      const verdict = verdicts.get(`clause:${clause.id}|clause:${other.id}`)
      if (verdict === 'part') continue
      const { score, basis } = basisOf(clause, other, words, targets)
      const mine = verdict === 'confirm' ? { score: 10, basis: basis.length > 0 ? basis : [{ kind: 'officer' as const, says: '' }], decided: true } : { score, basis, decided: false }
      if (mine.score >= leastScore && basis.length + Number(mine.decided) > 0 && mine.score > (best?.score ?? 0)) best = { lower: other, ...mine }
    }
    if (best) found.set(clause.id, { lower: best.lower, basis: best.basis, decided: best.decided })
  }
  return found
}
