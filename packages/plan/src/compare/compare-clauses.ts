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

interface Likeness { readonly score: number; readonly words: boolean; readonly shared: readonly TargetMatch[]; readonly named: boolean }

function likenessOf(upper: ComparedClause, lower: ComparedClause, words: WeightedWords, targets: readonly TargetMatch[]): Likeness {
  const title = words.likeness(upper.title, lower.title)
  const body = words.likeness(upper.words, lower.words)
  const shared = targets.filter((m) => m.lower.clause === lower.id)
  const named = isNamed(upper.id, lower.names)
  return { score: title * 0.5 + body * 0.7 + Math.min(0.6, shared.length * 0.3) + (named ? 1 : 0), words: title + body > 0.15, shared, named }
}

function basisOf(upper: ComparedClause, lower: ComparedClause, words: WeightedWords, likeness: Likeness): MatchBasis[] {
  const basis: MatchBasis[] = []
  if (likeness.named) basis.push({ kind: 'cited', says: upper.id })
  if (likeness.words) basis.push({ kind: 'words', says: words.shared(`${upper.title}。${upper.words}`, `${lower.title}。${lower.words}`).join('、') })
  if (likeness.shared.length > 0) basis.push({ kind: 'targets', says: likeness.shared.map((m) => m.upper.subject).slice(0, 3).join('、') })
  return basis.length > 0 ? basis : [{ kind: 'officer', says: '' }]
}

/** The best answer to each clause; several upper clauses may have the same. */
export function matchClauses(upper: ComparedPlan, lower: ComparedPlan, words: WeightedWords, targets: readonly TargetMatch[], verdicts: MatchVerdicts): Map<string, ClauseMatch> {
  const found = new Map<string, ClauseMatch>()
  const hasChildren = new Set(lower.clauses.map((c) => c.parent))
  const candidates = lower.clauses.filter((c) => !hasChildren.has(c.id) || lower.targets.some((t) => t.clause === c.id))
  for (const clause of upper.clauses) {
    let best: { lower: ComparedClause; likeness: Likeness; score: number; decided: boolean } | undefined
    const mine = targets.filter((m) => m.upper.clause === clause.id)
    for (const other of candidates) {
      const verdict = verdicts.get(`clause:${clause.id}|clause:${other.id}`)
      if (verdict === 'part') continue
      const decided = verdict === 'confirm'
      const likeness = likenessOf(clause, other, words, mine)
      const score = decided ? 10 : likeness.score
      const founded = decided || likeness.words || likeness.shared.length > 0 || likeness.named
      if (founded && score >= leastScore && score > (best?.score ?? 0)) best = { lower: other, likeness, score, decided }
    }
    if (best) found.set(clause.id, { lower: best.lower, basis: basisOf(clause, best.lower, words, best.likeness), decided: best.decided })
  }
  return found
}
