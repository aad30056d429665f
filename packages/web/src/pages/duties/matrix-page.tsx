/** Who answers for what: first what nobody has taken, then bodies against clauses; on a phone a list by body. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { callAddress } from '../../client/call.ts'
import type { Matrix } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { PlanTabs } from '../plan/plan-tabs.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import './duties.css'
import { MatrixCards } from './matrix-cards.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { viewMatrix } from './matrix-view.ts'
import { roleNames, roleOrder, roleSigns } from './role-mark.ts'

function Nobody({ matrix, ids }: { matrix: Matrix; ids: readonly string[] }) {
  const { t, number } = useLanguage()
  if (ids.length === 0) return <p className="paper panel" data-nobody={0}>{t(m.nobodyNone)}</p>
  return (
    <section className="paper panel nobody" data-nobody={ids.length}>
      <h2>{t(m.nobody(number(ids.length)))}</h2>
      <ul className="nobody-list">
        {ids.map((id) => <li key={id}><Link to={clauseAddress(id)}><span className="clause-number">{id}</span> {t(matrix.clauses.find((c) => c.id === id)!.title)}</Link></li>)}
      </ul>
    </section>
  )
}

function Filters({ matrix, address }: { matrix: Matrix; address: Address }) {
  const { t } = useLanguage()
  return (
    <div className="paper filters no-print">
      <FilterText label={t(m.find)} value={address.get('q')} change={(q) => address.set({ q })} />
      <FilterSelect label={t(m.section)} value={address.get('section')} width={260} options={matrix.sections.map((s) => ({ value: s.id, label: `${s.id} ${t(s.title)}` }))} change={(section) => address.set({ section, open: undefined })} />
      <FilterSelect label={t(m.role)} value={address.get('role')} options={roleOrder.map((role) => ({ value: role, label: t(roleNames[role]) }))} change={(role) => address.set({ role })} width={140} />
      <FilterSelect label={t(m.which)} clearable={false} value={address.get('which') ?? 'duty'} width={150}
        options={[{ value: 'duty', label: t(m.withDuty) }, { value: 'none', label: t(m.without) }, { value: 'all', label: t(m.every) }]} change={(which) => address.set({ which: which === 'duty' ? undefined : which })} />
    </div>
  )
}

function Legend() {
  const { t } = useLanguage()
  return (
    <ul className="role-legend" aria-label={t(m.legend)}>
      {roleOrder.map((role) => <li key={role}><span className={`role-mark role-${role} own`} aria-hidden="true">{t(roleSigns[role])}</span> {t(roleNames[role])}</li>)}
    </ul>
  )
}

export function MatrixPage() {
  const { t, number, language } = useLanguage()
  const address = useAddress()
  const narrow = useNarrow()
  const matrix = useCall('getMatrix', {})
  const download = useDownload()
  const actions = (
    <>
      <Button icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => void download.save(callAddress('exportMatrix', { query: { language } }), 'matrix.xlsx')}>{t(m.excel)}</Button>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(m.print)}</Button>
    </>
  )
  return (
    <>
      <PageHead title={t(m.title)} actions={actions}>{t(m.note)}</PageHead>
      <PlanTabs current="duties" />
      <style media="print">{'@page { size: A4 landscape; margin: 12mm }'}</style>
      {download.error !== undefined && <ProblemSummary error={download.error} />}
      <QueryView query={matrix}>
        {(data) => {
          const view = viewMatrix(data, { q: address.get('q'), section: address.get('section'), role: address.get('role'), which: address.get('which') })
          return (
            <>
              <Nobody matrix={data} ids={view.nobody} />
              <Filters matrix={data} address={address} />
              <div className="spread">
                <span className="quiet" data-total={view.rows.length} aria-live="polite">{t(m.shown(number(view.rows.length)))}</span>
                <Legend />
              </div>
              {view.rows.length === 0 ? <EmptyState title={t(m.empty)} /> : narrow ? <MatrixCards view={view} /> : <MatrixTable view={view} address={address} />}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
