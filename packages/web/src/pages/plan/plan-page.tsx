/** The plan in three columns: the document, the tree, what hangs on the clause; on a phone as tabs. The address carries clause, search and tab. */
import type { Plan } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { layoutMessages } from '../../layout/layout-messages.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Link } from 'react-router'
import { EmptyState } from '../../parts/empty-state.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { ReportDialogs } from '../reports/report-dialog.tsx'
import { AttachDocument } from './attach-document.tsx'
import { ClauseHangs } from './clause-hangs.tsx'
import { ClauseText } from './clause-text.tsx'
import { ClauseTree } from './clause-tree.tsx'
import { DocumentPane } from './document-pane.tsx'
import { planMessages as m } from './plan-messages.ts'
import './plan-page.css'
import { PlanOverview } from './plan-overview.tsx'
import { findHits } from './plan-search.ts'
import { PlanTabs } from './plan-tabs.tsx'
import { SearchBar } from './search-bar.tsx'

interface Panes {
  readonly plan: Plan
  readonly id: string | undefined
  readonly find: string | undefined
  readonly addressOf: (id: string | undefined, view?: string) => string
}

function Tree({ plan, id, find, addressOf }: Panes) {
  const { t } = useLanguage()
  const matched = find ? new Set(findHits(plan, find).map((hit) => hit.clause)) : undefined
  return (
    <nav className="paper plan-tree no-print" aria-label={t(m.tree)}>
      <Link to={addressOf(undefined)} className="overview-link" aria-current={id ? undefined : 'page'}>{t(m.overview)}</Link>
      <div className="plan-tree-scroll">
        <ClauseTree clauses={plan.clauses} current={id} matched={matched} find={find} addressOf={addressOf} />
      </div>
    </nav>
  )
}

function Hangs({ id, find }: { id: string; find: string | undefined }) {
  const { t } = useLanguage()
  const clause = useCall('getClause', { params: { id } }, { keep: true })
  return (
    <aside className="paper panel plan-hangs" aria-label={t(m.hangs)}>
      <QueryView query={clause}>
        {(data) => (
          <>
            <h2><span className="clause-number">{data.id}</span> {t(data.title)}</h2>
            <ClauseHangs clause={data} find={find} />
          </>
        )}
      </QueryView>
    </aside>
  )
}

function NarrowText({ plan, id, find, addressOf }: Panes & { id: string }) {
  const clause = useCall('getClause', { params: { id } }, { keep: true })
  return <QueryView query={clause}>{(data) => <ClauseText clause={data} plan={plan} find={find} addressOf={addressOf} />}</QueryView>
}

function NarrowPanes({ address, ...panes }: Panes & { address: Address }) {
  const { t } = useLanguage()
  const { plan, id, addressOf } = panes
  const view = address.get('view') ?? 'document'
  const tabs = [{ key: 'document', label: t(id ? m.document : m.overview) }, { key: 'tree', label: t(m.tree) }, ...(id ? [{ key: 'hangs', label: t(m.hangs) }] : [])]
  const current = tabs.some((tab) => tab.key === view) ? view : 'document'
  return (
    <>
      <LinkTabs label={t(m.views)} current={current} tabs={tabs.map((tab) => ({ ...tab, to: addressOf(id, tab.key) }))} />
      {current === 'tree' ? <Tree {...panes} /> : current === 'hangs' && id ? <Hangs id={id} find={panes.find} /> : id ? <NarrowText {...panes} id={id} /> : <PlanOverview plan={plan} />}
    </>
  )
}

function WidePanes(panes: Panes) {
  const { plan, id, find, addressOf } = panes
  return (
    <div className="plan-panes">
      <DocumentPane plan={plan} current={id} find={find} addressOf={addressOf} />
      <Tree {...panes} />
      {id ? <Hangs id={id} find={find} /> : <div className="plan-hangs"><PlanOverview plan={plan} /></div>}
    </div>
  )
}

export function PlanPage() {
  const { t } = useLanguage()
  const address = useAddress()
  const may = useMay('attach')
  const narrow = useNarrow()
  const plan = useCall('getPlan', {})
  const [find, hit] = [address.get('find'), address.get('hit')]
  const addressOf = (clause: string | undefined, view?: string) => {
    const query = new URLSearchParams({ ...(clause ? { clause } : {}), ...(find ? { find } : {}), ...(find && hit ? { hit } : {}), ...(view ? { view } : {}) }).toString()
    return query ? `/plan?${query}` : '/plan'
  }
  return (
    <>
      <PageHead title={plan.data ? t(plan.data.title) : t(layoutMessages.plan)} actions={may && <AttachDocument />} />
      <PlanTabs current="clauses" />
      <QueryView query={plan}>
        {(data) => {
          const id = address.get('clause') ?? findHits(data, find ?? '')[Math.max(1, Number(hit) || 1) - 1]?.clause
          if (id && !data.clauses.some((clause) => clause.id === id)) return <EmptyState title={t(m.clauseMissing)} action={<Link to="/plan">{t(m.overview)}</Link>}>{id}</EmptyState>
          const panes = { plan: data, id, find, addressOf }
          return (
            <>
              <SearchBar plan={data} address={address} />
              <ReportDialogs>{narrow ? <NarrowPanes {...panes} address={address} /> : <WidePanes {...panes} />}</ReportDialogs>
            </>
          )
        }}
      </QueryView>
    </>
  )
}
