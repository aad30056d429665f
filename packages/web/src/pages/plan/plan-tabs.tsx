/** The four ways to look at the plan: its clauses, who answers for what, its figures, and what is covered. */
import { useLanguage } from '../../language/language-context.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { planMessages as m } from './plan-messages.ts'

export function PlanTabs({ current }: { current: 'clauses' | 'duties' | 'quantities' | 'coverage' }) {
  const { t } = useLanguage()
  return (
    <LinkTabs label={t(m.views)} current={current} tabs={[
      { key: 'clauses', to: '/plan', label: t(m.clauses) }, { key: 'duties', to: '/plan/duties', label: t(m.matrix) },
      { key: 'quantities', to: '/plan/quantities', label: t(m.quantities) }, { key: 'coverage', to: '/plan/coverage', label: t(m.coverage) },
    ]} />
  )
}
