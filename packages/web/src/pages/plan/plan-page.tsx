/** The plan in three panes: the tree, the words, what hangs on them. The address carries the clause. */
import { useEffect, useRef } from 'react'
import type { Plan } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { Link } from 'react-router'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { layoutMessages } from '../../layout/layout-messages.ts'
import { AttachDocument } from './attach-document.tsx'
import { ClauseHangs } from './clause-hangs.tsx'
import { ClauseText } from './clause-text.tsx'
import { ClauseTree, matchingClauses } from './clause-tree.tsx'
import { planMessages as m } from './plan-messages.ts'
import './plan-page.css'
import { PlanOverview } from './plan-overview.tsx'

function Tree({ plan, current, find, setFind, addressOf }: { plan: Plan; current: string | undefined; find: string | undefined; setFind: (find: string | undefined) => void; addressOf: (id: string | undefined) => string }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className="paper plan-tree no-print" aria-label={t(m.tree)}>
      <div className="plan-find">
        <FilterText label={t(m.find)} value={find} change={setFind} width={400} />
        {find && <span className="quiet small" aria-live="polite">{t(m.found(matchingClauses(plan.clauses, find).size))}</span>}
      </div>
      <div className="plan-tree-scroll" ref={box}>
        <Link to={addressOf(undefined)} className="overview-link" aria-current={current ? undefined : 'page'}>{t(m.overview)}</Link>
        <ClauseTree clauses={plan.clauses} current={current} find={find} addressOf={addressOf} />
      </div>
    </nav>
  )
}

function ClausePanes({ plan, id, addressOf }: { plan: Plan; id: string; addressOf: (id: string) => string }) {
  const { t } = useLanguage()
  const known = plan.clauses.some((clause) => clause.id === id)
  const clause = useCall('getClause', { params: { id } }, { keep: true, enabled: known })
  if (!known) return <EmptyState title={t(m.clauseMissing)}>{id}</EmptyState>
  return (
    <QueryView query={clause}>
      {(data) => (
        <>
          <ClauseText clause={data} plan={plan} addressOf={addressOf} />
          <aside className="paper panel plan-hangs" aria-label={t(m.hangs)}>
            <h2>{t(m.hangs)}</h2>
            <ClauseHangs clause={data} />
          </aside>
        </>
      )}
    </QueryView>
  )
}

export function PlanPage() {
  const { t } = useLanguage()
  const address = useAddress()
  const may = useMay('attach')
  const narrow = useNarrow()
  const plan = useCall('getPlan', {})
  const id = address.get('clause')
  const find = address.get('find')
  const addressOf = (clause: string | undefined) => {
    const query = new URLSearchParams({ ...(clause ? { clause } : {}), ...(find ? { find } : {}) }).toString()
    return query ? `/plan?${query}` : '/plan'
  }
  return (
    <>
      <PageHead title={plan.data ? t(plan.data.title) : t(layoutMessages.plan)} actions={may && <AttachDocument />} />
      <QueryView query={plan}>
        {(data) => {
          const tree = <Tree plan={data} current={id} find={find} setFind={(next) => address.set({ find: next })} addressOf={addressOf} />
          return (
            <div className={id ? 'plan-panes' : 'plan-panes two'}>
              {narrow ? <details className="paper tree-fold"><summary>{t(m.tree)}</summary>{tree}</details> : tree}
              {id ? <ClausePanes plan={data} id={id} addressOf={addressOf} /> : <PlanOverview plan={data} />}
            </div>
          )
        }}
      </QueryView>
    </>
  )
}
