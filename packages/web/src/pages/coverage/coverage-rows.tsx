/** The list behind a count of the coverage. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { call } from '../../client/call.ts'
import type { CoverageList, CoverageRow } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { CsvExport } from '../../parts/csv-export.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { ListFrame } from '../../parts/list-frame.tsx'
import { pageSize } from '../../parts/pager.tsx'
import type { Address } from '../../parts/use-address.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { coverageMessages as m } from './coverage-messages.ts'

export function CoverageRows({ list, title: label, address }: { list: CoverageList; title: string; address: Address }) {
  const { t } = useLanguage()
  const kind = address.get('kind')
  const filter = { list, ...(kind === undefined ? {} : { kind }) }
  const query = useCall('getCoverageRows', { query: { ...filter, page: address.page, size: pageSize(address) } }, { keep: true })
  const columns: readonly Column<CoverageRow>[] = [
    { key: 'clauses', title: t(m.clauses), render: (row) => row.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>) },
    { key: 'title', title: t(m.rowTitle), fixed: true, heading: true, width: '28em', render: (row) => (row.link ? <Link to={listAddress(row.link)}>{t(row.title)}</Link> : t(row.title)) },
    { key: 'kind', title: t(m.rowKind), render: (row) => row.kind && <span className="nowrap">{t(row.kind)}</span> },
    { key: 'detail', title: t(m.detail), width: '34em', render: (row) => row.detail && t(row.detail) },
  ]
  const csv = columns.map((c) => ({ title: c.title, text: (row: CoverageRow) => (c.key === 'clauses' ? row.clauses.join(' ') : c.key === 'title' ? t(row.title) : c.key === 'kind' ? row.kind && t(row.kind) : row.detail && t(row.detail)) }))
  const close = <Button onClick={() => address.set({ list: undefined, kind: undefined })}>{t(m.close)}</Button>
  return (
    <section className="stack" aria-label={label}>
      <h2>{label}</h2>
      <ListFrame
        list="coverage" caption={label} address={address} query={query} columns={columns} rowKey={(row) => row.key} filterKeys={['kind']} empty={<EmptyState title={t(list === 'figures' ? m.noLedger : m.empty)} />}
        tools={<>{close}<CsvExport name={label} columns={csv} fetchPage={(page, size) => call('getCoverageRows', { query: { ...filter, page, size } })} /></>}
      />
    </section>
  )
}
