/** Lays two plans side by side, clause by clause: answered, answered with another figure, in part, or not; bodies and dates. Every match is a proposal with its basis. */
import { compareDecimal, findDecimal } from '@bangfu/kernel'
import { unitKinds } from '../read/lexicon/units.ts'
import { compareBodies, dutiesOver } from './compare-bodies.ts'
import { matchClauses } from './compare-clauses.ts'
import { matchSums } from './compare-sums.ts'
import { matchTargets, sameFigure, type TargetMatch } from './compare-targets.ts'
import type { ComparedPlan, ComparedTarget } from './compared-plan.ts'
import type { AnswerState, ClauseAnswer, ComparedSide, Comparison, MatchVerdicts, PlanHead, TargetAnswer } from './comparison.ts'
import { inSmallest } from './unit-scale.ts'
import { WeightedWords } from './weighted-words.ts'

const head = ({ key, title, number, issued }: ComparedPlan): PlanHead => ({ key, title, number, issued })
const side = (t: ComparedTarget): ComparedSide => ({ id: t.id, clause: t.clause, words: t.subject, operator: t.operator, value: t.value, to: t.to, unit: t.unit, until: t.until })

/** At the coarser precision of the two: 2018 and 2018-09 are not said to differ. */
function deadlineOf(upper: ComparedTarget, lower: ComparedTarget): TargetAnswer['deadline'] {
  if (upper.until === null) return null
  if (lower.until === null) return 'missing'
  const length = Math.min(upper.until.length, lower.until.length)
  const [a, b] = [upper.until.slice(0, length), lower.until.slice(0, length)]
  return a === b ? 'same' : b < a ? 'earlier' : 'later'
}

const sharedKinds = new Set(['count', 'measure', 'money', 'event'])

function mayBeShare(upper: ComparedTarget, lower: ComparedTarget): boolean {
  const [whole, part] = [findDecimal(upper.value ?? ''), findDecimal(lower.value ?? '')]
  return whole !== undefined && part !== undefined && sharedKinds.has(unitKinds.get(upper.unit) ?? 'count') && compareDecimal(inSmallest(part, lower.unit), inSmallest(whole, upper.unit)) < 0
}

function answerTo(target: ComparedTarget, match: TargetMatch | undefined): TargetAnswer {
  if (!match) return { upper: side(target), lower: null, state: 'not-answered', basis: [], decided: false, mayBeShare: false, deadline: null }
  const same = sameFigure(target, match.lower)
  return { upper: side(target), lower: side(match.lower), state: same ? 'answered' : 'other-figure', basis: match.basis, decided: match.decided, mayBeShare: !same && mayBeShare(target, match.lower), deadline: deadlineOf(target, match.lower) }
}

function stateOf(matched: boolean, targets: readonly TargetAnswer[]): AnswerState {
  const answered = targets.filter((t) => t.state !== 'not-answered')
  if (!matched && answered.length === 0) return 'not-answered'
  if (answered.length < targets.length) return 'partly'
  return targets.some((t) => t.state === 'other-figure') ? 'other-figure' : 'answered'
}

function count<S extends string>(states: readonly S[], all: readonly S[]): Record<S, number> {
  return Object.fromEntries(all.map((state) => [state, states.filter((s) => s === state).length])) as Record<S, number>
}

const answerStates = ['answered', 'other-figure', 'partly', 'not-answered'] as const

/** Pure: the same plans and verdicts give the same comparison. */
export function comparePlans(upper: ComparedPlan, lower: ComparedPlan, verdicts: MatchVerdicts = new Map()): Comparison {
  const words = new WeightedWords([...upper.clauses, ...lower.clauses].flatMap((c) => [c.title, c.words]).concat([...upper.targets, ...lower.targets].map((t) => t.subject)))
  const texts = (plan: ComparedPlan) => new Map(plan.clauses.map((c) => [c.id, `${c.title}。${c.words}`]))
  const [above, below] = [texts(upper), texts(lower)]
  const remembered = new Map<string, number>()
  const clauseLikeness = (a: string, b: string): number => {
    const key = `${a}|${b}`
    const known = remembered.get(key) ?? words.likeness(above.get(a) ?? '', below.get(b) ?? '')
    remembered.set(key, known)
    return known
  }
  const single = matchTargets(upper, lower, words, clauseLikeness, verdicts)
  const targets = [...single, ...matchSums(upper, single, words, verdicts)]
  const byUpper = new Map(targets.map((m) => [m.upper, m]))
  const matches = matchClauses(upper, lower, words, targets, verdicts)
  const hasChildren = new Set(upper.clauses.map((c) => c.parent))
  const seen = new Set<string>()
  const clauses = upper.clauses.flatMap((clause): ClauseAnswer[] => {
    // A number that is printed twice is answered once.
    if (seen.has(clause.id)) return []
    seen.add(clause.id)
    const own = upper.targets.filter((t) => t.clause === clause.id).map((t) => answerTo(t, byUpper.get(t)))
    // A heading has nothing of its own to answer: its clauses do.
    if (hasChildren.has(clause.id) && own.length === 0) return []
    const match = matches.get(clause.id)
    const bodies = match ? compareBodies(dutiesOver(upper, clause.id), dutiesOver(lower, match.lower.id)) : { bodies: [], lowerBodies: [] }
    return [{
      clause: clause.id, title: clause.title, state: stateOf(match !== undefined, own), lower: match ? { id: match.lower.id, title: match.lower.title } : null,
      basis: match?.basis ?? [], decided: match?.decided ?? false, targets: own, ...bodies,
    }]
  })
  return { format: 'bangfu.comparison/1', upper: head(upper), lower: head(lower), clauses, own: ownOf(lower, clauses), counts: countsOf(clauses) }
}

function ownOf(lower: ComparedPlan, clauses: readonly ClauseAnswer[]): Comparison['own'] {
  const used = new Set(clauses.flatMap((c) => [c.lower?.id, ...c.targets.map((t) => t.lower?.clause)]))
  const usedTargets = new Set(clauses.flatMap((c) => c.targets.map((t) => t.lower?.id)))
  const parents = new Set(lower.clauses.map((c) => c.parent))
  return [
    ...lower.clauses.filter((c) => !used.has(c.id) && !parents.has(c.id)).map((c) => ({ kind: 'clause' as const, id: `clause:${c.id}`, clause: c.id, words: c.title })),
    ...lower.targets.filter((t) => !usedTargets.has(t.id)).map((t) => ({ kind: 'target' as const, id: t.id, clause: t.clause, words: t.subject })),
  ]
}

function countsOf(clauses: readonly ClauseAnswer[]): Comparison['counts'] {
  const targets = clauses.flatMap((c) => c.targets)
  const bodies = clauses.flatMap((c) => c.bodies)
  const deadline = (state: TargetAnswer['deadline']) => targets.filter((t) => t.deadline === state).length
  return {
    clauses: count(clauses.map((c) => c.state), answerStates),
    targets: count(targets.map((t) => t.state), ['answered', 'other-figure', 'not-answered'] as const),
    bodies: { same: bodies.filter((b) => b.lower !== null).length, missing: bodies.filter((b) => b.lower === null).length },
    deadlines: { same: deadline('same'), earlier: deadline('earlier'), later: deadline('later'), missing: deadline('missing') },
  }
}
