/** Targets of the plan with their values today: counted ones open the names behind them, reported ones say who owes the report. */
import type { Target } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useActor } from '../../client/use-session.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { CsvExport } from '../../parts/csv-export.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { ListLookMenu, shownColumns } from '../../parts/list-look-menu.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { tableMessages } from '../../parts/table-messages.ts'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { useListLook } from '../../parts/use-list-look.ts'
import { planMessages } from '../plan/plan-messages.ts'
import { proofNames, useTargetColumns } from '../plan/plan-overview.tsx'

const m = catalogue({
  title: { zh: '指标', en: 'Indicators' },
  note: { zh: '方案的目标、现在的数、差距。登记册能数的可以点开名单；只能由部门报送的，写明还欠谁的数。', en: 'What the plan asks, what there is, the gap. Counted figures open their names; reported ones say who owes the figure.' },
  whole: (place: string) => ({ zh: `下面的数是全县的，不只是${place}的；点开的名单只列您辖区内的。`, en: `These figures are of the whole county, not of ${place} alone; the names behind them are those of your area.` }),
  which: { zh: '范围', en: 'Scope' },
  headline: { zh: '主要目标', en: 'Headline targets' },
  every: { zh: '全部目标', en: 'All targets' },
  year: { zh: '期限', en: 'By year' },
  proof: { zh: '怎么知道', en: 'How known' },
  text: { zh: '查找', en: 'Find' },
  empty: { zh: '方案里没有目标', en: 'The plan has no targets' },
})

/** A plan that calls no target a main one shows all. */
const defaultWhich = (rows: readonly Target[]): string => (rows.some((row) => row.headline) ? 'headline' : 'all')

function chosenRows(rows: readonly Target[], address: Address): readonly Target[] {
  const [which, year, proof, q] = [address.get('which') ?? defaultWhich(rows), address.get('year'), address.get('proof'), address.get('q')]
  return rows.filter((row) => (which === 'all' || row.headline) && (!year || row.until?.startsWith(year)) && (!proof || row.proof === proof) && (!q || row.subject.zh.includes(q) || row.subject.en.toLowerCase().includes(q.toLowerCase())))
}

export function IndicatorsPage() {
  const { t, number } = useLanguage()
  const address = useAddress()
  const query = useCall('getIndicators', {})
  const own = useActor()?.place
  const columns = useTargetColumns()
  const [look, setLook] = useListLook('indicators')
  const years = [...new Set((query.data?.rows ?? []).flatMap((row) => (row.until ? [row.until.slice(0, 4)] : [])))].sort()
  const csv = [
    { title: t(planMessages.subject), text: (row: Target) => t(row.subject) }, { title: t(planMessages.year), text: (row: Target) => row.until }, { title: t(planMessages.value), text: (row: Target) => `${row.operator} ${row.value ?? ''} ${row.unit}` },
    { title: t(planMessages.current), text: (row: Target) => row.computed?.value ?? row.reported?.value }, { title: t(planMessages.gap), text: (row: Target) => row.computed?.gap }, { title: t(planMessages.clauses), text: (row: Target) => row.clauses.join(' ') },
  ]
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      {own && own.code.length > 6 && <Notice kind="info">{t(m.whole(own.name))}</Notice>}
      <div className="paper filters no-print">
        <FilterSelect label={t(m.which)} clearable={false} value={address.get('which') ?? defaultWhich(query.data?.rows ?? [])} options={[{ value: 'headline', label: t(m.headline) }, { value: 'all', label: t(m.every) }]} change={(which) => address.set({ which: which === defaultWhich(query.data?.rows ?? []) ? undefined : which })} />
        <FilterSelect label={t(m.year)} value={address.get('year')} options={years.map((year) => ({ value: year, label: year }))} change={(year) => address.set({ year })} width={120} />
        <FilterSelect label={t(m.proof)} value={address.get('proof')} options={(['computed', 'reported', 'not-yet'] as const).map((value) => ({ value, label: t(proofNames[value]) }))} change={(proof) => address.set({ proof })} />
        <FilterText label={t(m.text)} value={address.get('q')} change={(q) => address.set({ q })} />
      </div>
      <QueryView query={query}>
        {(data) => {
          const rows = chosenRows(data.rows, address)
          return (
            <>
              <div className="spread no-print">
                <span className="quiet" data-total={rows.length}>{t(tableMessages.total(number(rows.length)))}</span>
                <div className="row">
                  <CsvExport name={t(m.title)} columns={csv} fetchPage={async () => ({ total: rows.length, rows })} />
                  <ListLookMenu columns={columns} look={look} change={setLook} />
                </div>
              </div>
              {rows.length === 0 ? <EmptyState title={t(data.rows.length === 0 ? m.empty : tableMessages.noMatch)}>{data.rows.length > 0 && t(tableMessages.noMatchNext)}</EmptyState> : <DataTable caption={t(m.title)} rows={rows} columns={shownColumns(columns, look)} rowKey={(row) => row.id} dense={look.dense} />}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
