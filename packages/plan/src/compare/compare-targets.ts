/** Which target of the lower plan answers which of the upper: by subject words, kind of unit, deadline and clause. Proposes, with its reasons. */
import { compareDecimal, findDecimal } from '@bangfu/kernel'
import { unitKinds } from '../read/lexicon/units.ts'
import { worksBoth, worksNew, worksOver } from './lexicon.ts'
import { dimensionOf, inSmallest } from './unit-scale.ts'
import type { ComparedPlan, ComparedTarget } from './compared-plan.ts'
import type { MatchBasis, MatchVerdicts } from './comparison.ts'
import type { WeightedWords } from './weighted-words.ts'

export interface TargetMatch {
  readonly upper: ComparedTarget
  readonly lower: ComparedTarget
  readonly basis: readonly MatchBasis[]
  readonly score: number
  readonly decided: boolean
}

const leastSubject = 0.34
const leastScore = 0.42

export const isWhole = (t: ComparedTarget): boolean => t.operator === 'all' || (t.value === '100' && t.unit === '%')

/** 每个贫困村扶持1个: a figure for each of a list holds for all of it. */
const isEach = (t: ComparedTarget): boolean => /每(?:个|户|村|县|乡|镇|名|家|所|人|社区|街道|乡镇)/.test(`${t.subject} ${t.phrase}`)

function kindOf(t: ComparedTarget): string {
  if (t.operator === 'multiple') return 'times'
  if (t.operator === 'increase') return `increase ${unitKinds.get(t.unit) === 'share' ? 'share' : ''}`
  const kind = unitKinds.get(t.unit) ?? 'count'
  return kind === 'points' ? 'share' : kind
}

/** Units of one kind and dimension can be compared; full coverage stands for 100 % as well, and a figure for each of a list speaks of the whole list. */
export function comparable(a: ComparedTarget, b: ComparedTarget): boolean {
  if (isWhole(a) || isWhole(b)) return (isWhole(a) || kindOf(a) === 'share' || isEach(a)) && (isWhole(b) || kindOf(b) === 'share' || isEach(b))
  const [left, right] = [dimensionOf(a.unit), dimensionOf(b.unit)]
  return kindOf(a) === kindOf(b) && (left === undefined || right === undefined || left === right)
}

export function sameFigure(a: ComparedTarget, b: ComparedTarget): boolean {
  if (isWhole(a) && isWhole(b)) return true
  const [left, right] = [findDecimal(a.value ?? ''), findDecimal(b.value ?? '')]
  if (!left || !right) return a.value === b.value && a.operator === b.operator
  return compareDecimal(inSmallest(left, a.unit), inSmallest(right, b.unit)) === 0 && (a.to ?? '') === (b.to ?? '')
}

const yearOf = (t: ComparedTarget): string | null => t.until?.slice(0, 4) ?? null

/** With the unit behind the subject the figure's noun is whole again: 脱贫 5600 人 is 脱贫人, as in 脱贫人口. */
function subjectLikeness(a: ComparedTarget, b: ComparedTarget, words: WeightedWords): number {
  return Math.max(words.likeness(a.subject, b.subject), words.likeness(a.subject, b.subject + b.unit), words.likeness(a.subject + a.unit, b.subject))
}

const startOf = (t: ComparedTarget): string | null => t.from?.slice(0, 4) ?? yearOf(t)

/** Said of several years together: 三年新建, 累计. */
const isTotal = (t: ComparedTarget): boolean => /(?<!第)[两二三四五六]年(?:内|共|累计|间)?|累计|总计|合计|共计|总数/.test(`${t.subject} ${t.phrase}`)

/** The subject of the one said in the sentence of the other: in a series only the first figure has its noun. Needs the same unit, and for figures no other year. */
function inSentence(upper: ComparedTarget, lower: ComparedTarget, words: WeightedWords): number {
  const years = [yearOf(upper), yearOf(lower)]
  const whole = isWhole(upper) && isWhole(lower)
  const sameMeasure = upper.unit === lower.unit || (dimensionOf(upper.unit) !== undefined && dimensionOf(upper.unit) === dimensionOf(lower.unit))
  if (!whole && (!sameMeasure || (years[0] !== null && years[1] !== null && years[0] !== years[1]))) return 0
  // Other words stand around the very figure: it is another aim of the same sentence.
  const apart = (subject: string, phrase: string) => words.size(subject) > 0 && words.size(phrase) > 1 && Math.max(words.containment(subject, phrase), words.containment(phrase, subject), words.likeness(subject, phrase)) < 0.25
  if (apart(upper.subject, lower.phrase) || apart(lower.subject, upper.phrase)) return 0
  const found = Math.max(words.containment(upper.subject, lower.sentence), words.containment(lower.subject, upper.sentence))
  return found < 0.5 ? 0 : found * 0.7
}

/** Whether the figure is of things made new or done over; undefined where it says neither or both. */
function workOf(t: ComparedTarget): 'new' | 'over' | undefined {
  const says = `${t.subject} ${t.phrase}`.normalize('NFKC')
  if (worksBoth.some((word) => says.includes(word))) return undefined
  const [fresh, over] = [worksNew.some((word) => says.includes(word)), worksOver.some((word) => says.includes(word))]
  return fresh === over ? undefined : fresh ? 'new' : 'over'
}

function basisOf(upper: ComparedTarget, lower: ComparedTarget, words: WeightedWords, clause: number): { score: number; basis: MatchBasis[] } | undefined {
  if (!comparable(upper, lower)) return undefined
  const [workAbove, workBelow] = [workOf(upper), workOf(lower)]
  if (workAbove !== undefined && workBelow !== undefined && workAbove !== workBelow) return undefined
  // A subject that says all of the other and a little more is still the same.
  const within = Math.max(words.containment(upper.subject, lower.subject), words.containment(lower.subject, upper.subject)) * 0.9
  const verbatim = upper.sentence !== '' && upper.sentence === lower.sentence && upper.subject === lower.subject ? 1 : 0
  const subject = Math.max(verbatim, subjectLikeness(upper, lower, words), within < 0.8 ? 0 : within, inSentence(upper, lower, words))
  if (subject < leastSubject) return undefined
  const whole = isWhole(upper) && isWhole(lower)
  const basis: MatchBasis[] = [{ kind: 'words', says: words.shared(`${upper.subject}。${upper.sentence}`, `${lower.subject}。${lower.sentence}`).join('、') }]
  let score = subject * 0.8 + clause * 0.3
  if (clause > 0.3) basis.push({ kind: 'clause', says: `${upper.clause} – ${lower.clause}` })
  if (upper.unit !== '' && upper.unit === lower.unit) { score += 0.08; basis.push({ kind: 'unit', says: upper.unit }) }
  if (yearOf(upper) !== null && yearOf(upper) === yearOf(lower)) { score += 0.12; basis.push({ kind: 'date', says: yearOf(upper)! }) }
  // A series has the same words for each year: another year is then another target. Full coverage has one year, its deadline.
  else if (!whole && yearOf(upper) !== null && yearOf(lower) !== null) score -= 0.1
  // A total over several years is no figure of one of them.
  if (!whole && startOf(upper) !== startOf(lower)) score -= 0.1
  if (!whole && isTotal(upper) !== isTotal(lower)) score -= 0.3
  if (upper.place !== null && upper.place === lower.place) { score += 0.1; basis.push({ kind: 'place', says: upper.place }) }
  if (sameFigure(upper, lower)) score += 0.05
  return score >= leastScore ? { score, basis } : undefined
}

/** Best pairs first, one to one; what a person confirmed stands before all, what a person parted never comes again. */
export function matchTargets(upper: ComparedPlan, lower: ComparedPlan, words: WeightedWords, clauseLikeness: (a: string, b: string) => number, verdicts: MatchVerdicts): TargetMatch[] {
  const pairs: TargetMatch[] = []
  for (const a of upper.targets) {
    for (const b of lower.targets) {
      const verdict = verdicts.get(`${a.id}|${b.id}`)
      if (verdict === 'part') continue
      const found = basisOf(a, b, words, clauseLikeness(a.clause, b.clause))
      if (verdict === 'confirm') pairs.push({ upper: a, lower: b, basis: found?.basis ?? [{ kind: 'officer', says: '' }], score: 10, decided: true })
      else if (found) pairs.push({ upper: a, lower: b, ...found, decided: false })
    }
  }
  const taken = new Set<ComparedTarget>()
  return pairs.sort((x, y) => y.score - x.score).filter(({ upper: a, lower: b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
}
