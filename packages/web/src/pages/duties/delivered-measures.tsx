/** The measures that a body delivers, each with its open lists. */
import { Link } from 'react-router'
import type { DutyList } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { clauseAddress } from '../plan/clause-address.ts'
import { dutiesMessages as m } from './duties-messages.ts'
import { FigureLines } from './figure-lines.tsx'

type Row = DutyList['measures'][number]

export function DeliveredMeasures({ measures }: { measures: readonly Row[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<Row>[] = [
    { key: 'measure', title: t(m.measure), heading: true, render: (row) => <strong>{t(row.name)}</strong> },
    { key: 'clauses', title: t(m.clauses), render: (row) => row.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>) },
    { key: 'reading', title: t(m.reading), width: '46em', render: (row) => t(row.reading) },
    { key: 'lists', title: t(m.openLists), render: (row) => <FigureLines figures={row.figures} /> },
  ]
  return (
    <section className="paper duty-section">
      <h2>{t(m.delivers)}</h2>
      <DataTable caption={t(m.delivers)} rows={measures} columns={columns} rowKey={(row) => row.id} dense />
    </section>
  )
}
