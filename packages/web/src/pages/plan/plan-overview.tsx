/** The plan as a whole: what document, for whom, from when to when, its headline targets, what it relies on. */
import { Link } from 'react-router'
import type { Plan, Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { clauseAddress } from './clause-address.ts'
import { planMessages as m } from './plan-messages.ts'
import { RequiredDocuments } from './required-documents.tsx'
import { TargetList } from './target-list.tsx'
import { TargetAsked, TargetGap, TargetNow } from './target-value.tsx'

/** How a target is known. */
export const proofNames = { computed: m.computed, reported: m.reported, 'not-yet': m.notYet } as const

/** Columns of a table of targets, here and on the page of indicators. */
export function useTargetColumns(): readonly Column<Target>[] {
  const { t, date } = useLanguage()
  return [
    { key: 'subject', title: t(m.subject), fixed: true, heading: true, width: '26em', render: (target) => t(target.subject) },
    { key: 'year', title: t(m.year), render: (target) => <span className="nowrap">{date(target.until)}</span> },
    { key: 'value', title: t(m.value), render: (target) => <TargetAsked target={target} /> },
    { key: 'current', title: t(m.current), render: (target) => <TargetNow target={target} /> },
    { key: 'gap', title: t(m.gap), render: (target) => <TargetGap target={target} /> },
    { key: 'proof', title: t(m.proof), render: (target) => <StateTag kind={target.proof === 'not-yet' ? 'unknown' : 'plain'}>{t(proofNames[target.proof])}</StateTag> },
    { key: 'clauses', title: t(m.clauses), render: (target) => target.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>) },
  ]
}

export function PlanOverview({ plan }: { plan: Plan }) {
  const { t, date, number } = useLanguage()
  const headline = plan.targets.filter((target) => target.headline)
  const held = plan.requires.filter((document) => document.held).length
  return (
    <div className="stack">
      <section className="paper panel">
        <h2>{t(m.overview)}</h2>
        <dl className="overview">
          {plan.number && <div><dt>{t(m.number)}</dt><dd>{plan.number}</dd></div>}
          {plan.issued && <div><dt>{t(m.issued)}</dt><dd>{date(plan.issued)}</dd></div>}
          <div><dt>{t(m.inForce)}</dt><dd>{t(m.until(date(plan.inForce.from), date(plan.inForce.until)))}</dd></div>
          <div><dt>{t(m.subjects)}</dt><dd>{t(plan.subjects)}</dd></div>
          <div><dt>{t(m.document)}</dt><dd>{plan.document.attached ? t(m.attached(number(plan.document.characters))) : t(m.notAttached)}</dd></div>
          {plan.overlay && <div><dt>{t(m.overlay)}</dt><dd>{t(plan.overlay.title)}</dd></div>}
          <div><dt>{t(m.version)}</dt><dd className="number" title={plan.hash}>{plan.hash.slice(0, 12)}</dd></div>
        </dl>
      </section>
      {headline.length > 0 && <section className="paper panel"><h2>{t(m.headline)}</h2><TargetList targets={headline} clauses /></section>}
      {plan.requires.length > 0 && (
        <section className="paper panel">
          <h2>{t(m.requires)} <span className="quiet small">{t(m.heldCount(held, plan.requires.length))}</span></h2>
          <RequiredDocuments documents={plan.requires} clauses />
        </section>
      )}
    </div>
  )
}
