/** What a body has to report: what, by when, with which evidence, and what it reported last. */
import { Link } from 'react-router'
import type { DutyList } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { clauseAddress } from '../plan/clause-address.ts'
import { ObligationReportsView } from '../reports/obligation-reports.tsx'
import { dutiesMessages as m } from './duties-messages.ts'

type Row = DutyList['reports'][number]

function Reported({ row }: { row: Row }) {
  const { t } = useLanguage()
  if (row.obligation !== null && row.reports !== null) return <ObligationReportsView id={row.obligation} says={row.says} reports={row.reports} lines={row.latest} />
  return row.latest.length > 0 ? <>{row.latest.map((line) => <div key={line.en}>{t(line)}</div>)}</> : <span className="fact-unknown">{t(m.nothingReported)}</span>
}

export function ReportsOwed({ reports }: { reports: readonly Row[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<Row>[] = [
    { key: 'says', title: t(m.reportWhat), heading: true, width: '24em', render: (row) => t(row.says) },
    { key: 'clauses', title: t(m.clauses), render: (row) => row.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>) },
    { key: 'due', title: t(m.due), render: (row) => row.due && <span className="nowrap">{t(row.due)}</span> },
    { key: 'evidence', title: t(m.evidence), width: '24em', render: (row) => t(row.evidence) },
    { key: 'latest', title: t(m.latest), width: '26em', render: (row) => <Reported row={row} /> },
  ]
  return (
    <section className="paper duty-section" data-reports={reports.length}>
      <h2>{t(m.reports)}</h2>
      <DataTable caption={t(m.reports)} rows={reports} columns={columns} rowKey={(row) => row.key} dense />
    </section>
  )
}
