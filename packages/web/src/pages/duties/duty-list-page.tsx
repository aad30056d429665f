/** One body's own duties (责任清单): numbered, by section, with targets, terms and today's figures; to print and to take as a Word file. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { callAddress } from '../../client/call.ts'
import type { DutyList } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { PlanTabs } from '../plan/plan-tabs.tsx'
import { ReportDialogs } from '../reports/report-dialog.tsx'
import { BodyHistory } from './body-history.tsx'
import { DeliveredMeasures } from './delivered-measures.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import './duties.css'
import { DutyTable } from './duty-table.tsx'
import { PrintHead } from './print-head.tsx'
import { ReportsOwed } from './reports-owed.tsx'

function Summary({ list }: { list: DutyList }) {
  const { t, number, date } = useLanguage()
  return (
    <div className="row" data-duties={list.total}>
      <strong>{t(m.totalDuties(number(list.total)))}</strong>
      {list.roles.map((role) => <StateTag key={role.role} kind="plain">{t(role.name)} {number(role.count)}</StateTag>)}
      {list.measures.length > 0 && <StateTag kind="plain">{t(m.measuresCount(number(list.measures.length)))}</StateTag>}
      <span className="quiet">{t(list.asOf === null ? m.noRun : m.asOf(date(list.asOf)))}</span>
    </div>
  )
}

function Sections({ list }: { list: DutyList }) {
  const { t } = useLanguage()
  if (list.total + list.measures.length + list.reports.length === 0) return <EmptyState title={t(m.noDuty)}>{t(m.noDutyNext)}</EmptyState>
  return (
    <>
      {list.sections.map((section) => (
        <section key={section.id} className="paper duty-section">
          <h2><Link to={clauseAddress(section.id)}><span className="clause-number">{section.id}</span> {t(section.title)}</Link></h2>
          <DutyTable caption={`${section.id} ${t(section.title)}`} rows={section.duties} />
        </section>
      ))}
      {list.reports.length > 0 && <ReportsOwed reports={list.reports} />}
      {list.measures.length > 0 && <DeliveredMeasures measures={list.measures} />}
    </>
  )
}

export function DutyListPage() {
  const { t, language } = useLanguage()
  const { id = '' } = useParams()
  const place = useAddress().get('place')
  const scope = place === undefined ? {} : { place }
  const list = useCall('getDutyList', { params: { id }, query: scope })
  const download = useDownload()
  const actions = (
    <>
      <Button type="primary" icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => void download.save(callAddress('exportDutyList', { params: { id }, query: { ...scope, language } }), 'duties.docx')}>{t(m.word)}</Button>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(m.print)}</Button>
    </>
  )
  return (
    <>
      <PageHead title={list.data ? t(m.listOf(t(list.data.heading))) : t(m.list)} actions={actions}>
        {list.data && <>{t(list.data.plan.title)} {list.data.plan.number}</>}
      </PageHead>
      <PlanTabs current="duties" />
      {download.error !== undefined && <ProblemSummary error={download.error} />}
      <QueryView query={list}>
        {(data) => (
          <>
            <PrintHead list={data} />
            <Summary list={data} />
            <BodyHistory list={data} />
            <ReportDialogs><Sections list={data} /></ReportDialogs>
          </>
        )}
      </QueryView>
    </>
  )
}
