/** A total of the upper plan that the lower plan gives only in parts: where the upper plan's own parts add up to it, exactly, so do the parts that answer them. */
import { addDecimal, compareDecimal, decimal, findDecimal, formatDecimal, type Decimal } from '@bangfu/kernel'
import { unitKinds } from '../read/lexicon/units.ts'
import { inUnit } from './unit-scale.ts'
import type { TargetMatch } from './compare-targets.ts'
import type { ComparedPlan, ComparedTarget } from './compared-plan.ts'
import type { MatchVerdicts } from './comparison.ts'
import type { WeightedWords } from './weighted-words.ts'

/** Kinds of figures that parts add up to; shares do not. */
const adding = new Set(['count', 'measure', 'money', 'event'])
/** From which the parts are of the same thing as the total. */
const alike = 0.5

const figure = (t: ComparedTarget): Decimal | undefined => (t.value === null || t.to !== null || t.operator === 'all' ? undefined : findDecimal(t.value))
const year = (t: ComparedTarget): string => t.until?.slice(0, 4) ?? ''

/** In the unit given; undefined where a part has no figure, or none in that unit. */
function sumOf(targets: readonly ComparedTarget[], unit: string): Decimal | undefined {
  const figures = targets.map((t) => { const own = figure(t); return own && inUnit(own, t.unit, unit) })
  return figures.some((f) => f === undefined) ? undefined : figures.map((f) => f!).reduce(addDecimal, decimal(0))
}

/** Matches whose upper target may be a part of the total: the same thing and unit, of another year not after it. */
function partsOf(total: ComparedTarget, matches: readonly TargetMatch[], words: WeightedWords): readonly TargetMatch[] {
  // In a series only the first figure names its thing.
  const sameThing = (part: ComparedTarget) => (total.sentence !== '' && total.sentence === part.sentence) || Math.max(words.likeness(total.subject, part.subject), words.containment(total.subject, part.subject), words.containment(part.subject, total.subject)) >= alike
  return matches.filter(({ upper, lower }) => upper.id !== total.id && upper.unit === total.unit && upper.operator === total.operator && year(upper) !== '' && year(upper) <= year(total) && figure(upper) !== undefined && figure(lower) !== undefined && sameThing(upper))
}

/** The unit that most of the lower parts are in. */
function unitOf(parts: readonly TargetMatch[]): string {
  const units = parts.map((p) => p.lower.unit)
  return [...new Set(units)].sort((a, b) => units.filter((u) => u === b).length - units.filter((u) => u === a).length)[0]!
}

/** All the parts, or those of the total's own clause, one a year, that add up to it. */
function addingUp(total: ComparedTarget, parts: readonly TargetMatch[]): readonly TargetMatch[] | undefined {
  const wanted = figure(total)!
  const sets = [parts, parts.filter((p) => p.upper.clause === total.clause)]
  return sets.find((set) => set.length >= 2 && new Set(set.map((p) => year(p.upper))).size === set.length && sumOf(set.map((p) => p.lower), unitOf(set)) !== undefined && compareDecimal(sumOf(set.map((p) => p.upper), total.unit) ?? decimal(-1), wanted) === 0)
}

const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** The lower plan's parts as one figure. */
function joined(parts: readonly TargetMatch[]): ComparedTarget {
  const lower = parts.map((p) => p.lower)
  const longest = [...lower].sort((a, b) => b.subject.length - a.subject.length)[0]!
  const last = [...lower].map((t) => t.until).sort().at(-1) ?? null
  return { ...longest, id: `sum:${lower.map((t) => t.id).join('+')}`, value: plain(formatDecimal(sumOf(lower, unitOf(parts))!)), unit: unitOf(parts), until: last, from: null }
}

/** Answers to totals that nothing else answers. */
export function matchSums(upper: ComparedPlan, matches: readonly TargetMatch[], words: WeightedWords, verdicts: MatchVerdicts): TargetMatch[] {
  const answered = new Set(matches.map((m) => m.upper))
  return upper.targets.filter((t) => !answered.has(t) && figure(t) !== undefined && adding.has(unitKinds.get(t.unit) ?? 'count') && t.operator !== 'increase' && t.operator !== 'multiple').flatMap((total) => {
    const parts = addingUp(total, partsOf(total, matches, words))
    if (!parts) return []
    const lower = joined(parts)
    const verdict = verdicts.get(`${total.id}|${lower.id}`)
    if (verdict === 'part') return []
    return [{ upper: total, lower, basis: [{ kind: 'parts' as const, says: parts.map((p) => `${p.lower.value}${p.lower.unit === lower.unit ? '' : p.lower.unit}`).join(' + ') }], score: 0, decided: verdict === 'confirm' }]
  })
}
