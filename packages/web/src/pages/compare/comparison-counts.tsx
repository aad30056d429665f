/** Counts of a comparison; each state leads to the clauses that have it. */
import { Link } from 'react-router'
import type { Answer, PlanComparison } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { compareMessages as m } from './compare-messages.ts'

export const answerStates = ['not-answered', 'other-figure', 'partly', 'answered'] as const

function Counts({ title, counts, to }: { title: string; counts: Readonly<Partial<Record<Answer, number>>>; to: (state: Answer) => string }) {
  const { t, number } = useLanguage()
  return (
    <div>
      <dt>{title}</dt>
      <dd className="row">{answerStates.filter((state) => counts[state] !== undefined).map((state) => <Link key={state} to={to(state)} data-count={`${state}:${counts[state]}`}>{t(m[state])} <strong>{number(counts[state])}</strong></Link>)}</dd>
    </div>
  )
}

export function ComparisonCounts({ comparison, to }: { comparison: PlanComparison; to: (key: 'state' | 'target', state: Answer) => string }) {
  const { t, number, date } = useLanguage()
  const { bodies, deadlines } = comparison.counts
  const issued = (value: string | null) => (value === null ? t(m.unknown) : date(value))
  return (
    <dl className="paper comparison-counts">
      <Counts title={t(m.clauses)} counts={comparison.counts.clauses} to={(state) => to('state', state)} />
      <Counts title={t(m.targets)} counts={comparison.counts.targets} to={(state) => to('target', state)} />
      <div><dt>{t(m.bodies)}</dt><dd>{t(m.bodiesCount(number(bodies.same), number(bodies.missing)))}</dd></div>
      <div><dt>{t(m.deadlines)}</dt><dd>{t(m.deadlinesCount(number(deadlines.same), number(deadlines.earlier), number(deadlines.later), number(deadlines.missing)))}<br />{t(m.issued(issued(comparison.upper.issued), issued(comparison.lower.issued)))}</dd></div>
    </dl>
  )
}
