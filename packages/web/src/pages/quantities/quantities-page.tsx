/** Every figure that the plan sets, as one table: what is asked, where, until when, and what is known of it today. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { callAddress } from '../../client/call.ts'
import type { Plan, Quantity, QuantityState } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { ListFrame } from '../../parts/list-frame.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { pageSize } from '../../parts/pager.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { PlanTabs } from '../plan/plan-tabs.tsx'
import { quantitiesMessages as m, quantityStateNames, quantityStateSigns } from './quantities-messages.ts'
import { SortHead } from './sort-head.tsx'

const filterKeys = ['held', 'state', 'clause', 'q'] as const
const heldKinds = ['target', 'parameter', 'designation', 'background', 'missing'] as const
const sorts = ['clause', 'subject', 'value', 'until', 'state'] as const
const states = Object.keys(quantityStateNames) as QuantityState[]

/** Only what the contract knows; anything else in the address is left out. */
function filterOf(address: Address, language: 'zh' | 'en') {
  const sort = sorts.find((s) => s === address.get('sort')) ?? 'clause'
  return {
    held: heldKinds.find((h) => h === address.get('held')), state: states.find((s) => s === address.get('state')), clause: address.get('clause'), q: address.get('q'),
    sort, direction: address.get('direction') === 'down' ? ('down' as const) : ('up' as const), language,
  }
}

function useColumns(address: Address): readonly Column<Quantity>[] {
  const { t, date } = useLanguage()
  const head = (key: (typeof sorts)[number], title: string) => ({ title, head: <SortHead sort={key} title={title} address={address} /> })
  return [
    { key: 'clause', ...head('clause', t(m.clause)), fixed: true, render: (q) => q.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>) },
    { key: 'subject', ...head('subject', t(m.subject)), fixed: true, heading: true, width: '24em', render: (q) => t(q.subject) },
    { key: 'asked', ...head('value', t(m.asked)), render: (q) => <span className="nowrap">{t(q.asked)}</span> },
    { key: 'until', ...head('until', t(m.until)), render: (q) => <span className="nowrap">{q.from && q.from !== q.until ? `${date(q.from)}–` : ''}{date(q.until)}</span> },
    { key: 'place', title: t(m.place), render: (q) => <span className="nowrap">{q.places.map((p) => p.name).join('、')}</span> },
    { key: 'held', title: t(m.held), render: (q) => <span className="nowrap">{t(m[q.held])}</span> },
    { key: 'state', ...head('state', t(m.state)), render: (q) => <StateTag kind={quantityStateSigns[q.state]}>{t(quantityStateNames[q.state])}</StateTag> },
    { key: 'now', title: t(m.now), width: '22em', render: (q) => (q.list ? <Link to={listAddress(q.list)}>{t(q.now)}</Link> : t(q.now)) },
  ]
}

function Filters({ address, plan, counts }: { address: Address; plan: Plan | undefined; counts: { readonly held: readonly { key: string; count: number }[]; readonly states: readonly { key: string; count: number }[] } | undefined }) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  const count = (list: readonly { key: string; count: number }[] | undefined, key: string) => ({ count: list?.find((f) => f.key === key)?.count ?? 0 })
  return (
    <div className="paper filters no-print">
      <FilterText label={t(m.find)} value={address.get('q')} change={(q) => address.set({ q })} />
      <FilterSelect label={t(m.held)} value={address.get('held')} options={heldKinds.filter((held) => counts?.held.some((f) => f.key === held) ?? true).map((held) => ({ value: held, label: t(m[held]), ...count(counts?.held, held) }))} change={(held) => address.set({ held })} width={150} />
      <FilterSelect label={t(m.state)} value={address.get('state')} options={states.filter((state) => counts?.states.some((f) => f.key === state) ?? true).map((state) => ({ value: state, label: t(quantityStateNames[state]), ...count(counts?.states, state) }))} change={(state) => address.set({ state })} width={160} />
      {narrow && <FilterSelect label={t(m.order)} value={address.get('sort')} options={sorts.map((sort) => ({ value: sort, label: t(m[sort === 'value' ? 'asked' : sort]) }))} change={(sort) => address.set({ sort, direction: undefined })} width={150} />}
      <FilterSelect label={t(m.section)} value={address.get('clause')} width={260} options={(plan?.clauses ?? []).filter((c) => c.id.split('.').length <= 2).map((c) => ({ value: c.id, label: `${c.id} ${t(c.title)}` }))} change={(clause) => address.set({ clause })} />
    </div>
  )
}

export function QuantitiesPage() {
  const { t, language } = useLanguage()
  const address = useAddress()
  const filter = filterOf(address, language)
  const plan = useCall('getPlan', {})
  const query = useCall('getQuantities', { query: { ...filter, page: address.page, size: pageSize(address) } }, { keep: true })
  const download = useDownload()
  const columns = useColumns(address)
  const excel = <Button icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => void download.save(callAddress('exportQuantities', { query: filter }), 'quantities.xlsx')}>{t(m.excel)}</Button>
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <PlanTabs current="quantities" />
      <Filters address={address} plan={plan.data} counts={query.data} />
      {download.error !== undefined && <ProblemSummary error={download.error} />}
      <ListFrame list="quantities" caption={t(m.title)} address={address} query={query} columns={columns} rowKey={(q) => q.key} filterKeys={filterKeys} empty={<EmptyState title={t(m.empty)} />} tools={excel} />
    </>
  )
}
