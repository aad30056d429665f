/** The three work lists: filter, read, answer one or many, take along, hand back. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { WorkItem } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { ListLookMenu, shownColumns } from '../../parts/list-look-menu.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { tableMessages } from '../../parts/table-messages.ts'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { useListLook } from '../../parts/use-list-look.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { useWorkColumns } from './work-columns.tsx'
import { WorkDownload } from './work-download.tsx'
import { useWorkCounts, WorkFilters } from './work-filters.tsx'
import { workMessages as m } from './work-messages.ts'
import { workKind, workKinds, workQuery, type WorkKind } from './work-query.ts'
import { WorkUpload } from './work-upload.tsx'

const hiddenAtFirst = ['identity', 'facts', 'department', 'period']
const notes = { owed: m.owedNote, lead: m.leadNote, verify: m.verifyNote, unregistered: m.unregisteredNote }

/** Same filters, other kind: what only one kind knows is left behind. */
function kindAddress(address: Address, kind: WorkKind): string {
  const query = new URLSearchParams(address.query({ kind }))
  query.delete('sort')
  return `/work-items?${query.toString()}`
}

function WorkList({ address, kind, filtered }: { address: Address; kind: WorkKind; filtered: boolean }) {
  const { t, number } = useLanguage()
  const may = useMay('answer')
  const items = useCall('getWorkItems', { query: workQuery(address, kind) }, { keep: true })
  const [chosen, setChosen] = useState<ReadonlyMap<string, WorkItem>>(new Map())
  const [answering, setAnswering] = useState<readonly WorkItem[]>()
  const [look, setLook] = useListLook(`work.${kind}`, hiddenAtFirst)
  const columns = useWorkColumns(kind, may ? (item) => setAnswering([item]) : undefined)
  const choose = (keys: ReadonlySet<string>) => {
    const known = new Map([...chosen, ...(items.data?.rows ?? []).map((row) => [row.key, row] as const)])
    setChosen(new Map([...keys].flatMap((key) => (known.has(key) ? [[key, known.get(key)!] as const] : []))))
  }
  const closed = (answered: boolean) => {
    setAnswering(undefined)
    if (answered) setChosen(new Map())
  }
  return (
    <>
      <div className="spread no-print">
        <span className="quiet" data-total={items.data?.total} aria-live="polite">{items.data && t(tableMessages.total(number(items.data.total)))}</span>
        <div className="row">
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(tableMessages.print)}</Button>
          <ListLookMenu columns={columns} look={look} change={setLook} />
        </div>
      </div>
      <QueryView query={items}>
        {(data) => data.rows.length === 0 ? (
          <EmptyState title={t(filtered ? tableMessages.noMatch : m.emptyTitle)} action={filtered && <Button onClick={() => address.set(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>{t(tableMessages.clearFilters)}</Button>}>
            {t(filtered ? tableMessages.noMatchNext : m.emptyOpen)}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={`${t(m.title)}: ${t(m[kind])}`} rows={data.rows} columns={shownColumns(columns, look)} rowKey={(item) => item.key} rowLabel={(item) => item.subject.name ?? item.key} dense={look.dense}
              {...(may ? { selection: { keys: new Set(chosen.keys()), change: choose } } : {})}
            />
            <Pager address={address} total={data.total} />
          </>
        )}
      </QueryView>
      {chosen.size > 0 && (
        <div className="batch-bar no-print" role="region" aria-label={t(m.batch)}>
          <span>{t(m.selected(number(chosen.size)))}</span>
          <Button type="primary" onClick={() => setAnswering([...chosen.values()])}>{t(m.batch)}</Button>
          <Button type="text" onClick={() => setChosen(new Map())}>{t(m.clear)}</Button>
        </div>
      )}
      {answering && <AnswerDialog items={answering} close={closed} />}
    </>
  )
}

const filterKeys = ['measure', 'department', 'township', 'village', 'place', 'elsewhere', 'state', 'clause', 'q'] as const

export function WorkPage() {
  const { t, number } = useLanguage()
  const address = useAddress()
  const kind = workKind(address)
  const counts = useWorkCounts(address, kind)
  const download = useDownload()
  const may = useMay('answer')
  const filtered = filterKeys.some((key) => address.get(key) !== undefined)
  const countOf = (k: WorkKind) => counts.data && number(counts.data.kinds.find((facet) => facet.key === k)?.count ?? 0)
  return (
    <>
      <PageHead
        title={t(m.title)}
        actions={
          <>
            <WorkDownload address={address} kind={kind} counts={counts.data} download={download} />
            {may && <WorkUpload />}
          </>
        }
      >
        {t(notes[kind])} {t(m.note)}
      </PageHead>
      {download.error !== undefined && <ProblemSummary error={download.error} />}
      <LinkTabs label={t(m.kinds)} current={kind} tabs={workKinds.map((k) => ({ key: k, to: kindAddress(address, k), label: t(m[k]), count: countOf(k) }))} />
      <WorkFilters address={address} kind={kind} counts={counts.data} />
      <WorkList key={kind} address={address} kind={kind} filtered={filtered} />
    </>
  )
}
