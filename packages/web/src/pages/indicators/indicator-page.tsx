/** The names behind one target: counted, still missing, or not to be told. */
import { Link, useParams } from 'react-router'
import { call } from '../../client/call.ts'
import type { RouteOutput } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { CsvExport } from '../../parts/csv-export.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FactLine } from '../../parts/fact-line.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { ListFrame } from '../../parts/list-frame.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { pageSize } from '../../parts/pager.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { TargetAsked, TargetGap, TargetNow } from '../plan/target-value.tsx'

const m = catalogue({
  title: { zh: '指标背后的名单', en: 'Behind the indicator' },
  kinds: { zh: '哪些', en: 'Which' },
  counted: { zh: '算在内的', en: 'Counted' },
  gap: { zh: '还差的', en: 'Missing' },
  unknown: { zh: '说不清的', en: 'Cannot be told' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '地方', en: 'Place' },
  facts: { zh: '依据的事实', en: 'Facts' },
  unnamed: { zh: '未命名', en: 'unnamed' },
  empty: { zh: '没有', en: 'None' },
  asked: { zh: '要求', en: 'Asked' },
  now: { zh: '现在', en: 'Now' },
  missing: { zh: '差距', en: 'Gap' },
  back: { zh: '全部指标', en: 'All indicators' },
})

const kinds = ['counted', 'gap', 'unknown'] as const
type Row = RouteOutput<'getIndicatorRows'>['rows'][number]

export function IndicatorPage() {
  const { t, colon } = useLanguage()
  const { target: id = '' } = useParams()
  const address = useAddress()
  const which = kinds.find((kind) => kind === address.get('which')) ?? 'counted'
  const targets = useCall('getIndicators', {})
  const target = targets.data?.rows.find((row) => row.id === id)
  const query = useCall('getIndicatorRows', { params: { target: id }, query: { which, page: address.page, size: pageSize(address) } }, { keep: true })
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t(m.name), fixed: true, heading: true, render: (row) => (row.householdId ? <Link to={`/households/${row.householdId}`}>{row.name ?? t(m.unnamed)}</Link> : (row.name ?? t(m.unnamed))) },
    { key: 'place', title: t(m.place), render: (row) => row.place?.name },
    { key: 'facts', title: t(m.facts), render: (row) => row.facts.slice(0, 4).map((fact, i) => <FactLine key={i} fact={fact} />) },
  ]
  const csv = [{ title: t(m.name), text: (row: Row) => row.name }, { title: t(m.place), text: (row: Row) => row.place?.name }]
  return (
    <>
      <PageHead title={target ? t(target.subject) : t(m.title)} actions={<Link to="/indicators">{t(m.back)}</Link>}>
        {target && <>{t(m.asked)}{colon}<TargetAsked target={target} /> · {t(m.now)}{colon}<TargetNow target={target} />{target.computed?.gap && <> · {t(m.missing)}{colon}<TargetGap target={target} /></>}</>}
      </PageHead>
      <LinkTabs label={t(m.kinds)} current={which} tabs={kinds.map((kind) => ({ key: kind, to: `/indicators/${encodeURIComponent(id)}?which=${kind}`, label: t(m[kind]) }))} />
      <ListFrame
        list="indicator" caption={t(m.title)} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={[]} empty={<EmptyState title={t(m.empty)} />}
        tools={<CsvExport name={t(m.title)} columns={csv} fetchPage={(page, size) => call('getIndicatorRows', { params: { target: id }, query: { which, page, size } })} />}
      />
    </>
  )
}
