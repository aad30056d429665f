/** Imports: drop files, see what came in before and which lists the register rests on. */
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { RouteOutput } from '../../client/contract.ts'
import { useAct, useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { useLanguage } from '../../language/language-context.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { ListFrame } from '../../parts/list-frame.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { pageSize } from '../../parts/pager.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { BatchView } from './batch-view.tsx'
import { importMessages as m } from './import-messages.ts'

type ImportRow = RouteOutput<'getImports'>['rows'][number]
type ListRow = RouteOutput<'getLists'>['rows'][number]

export const stateKinds = { uploaded: 'open', previewed: 'warn', committing: 'open', committed: 'done', failed: 'no' } as const
export const stateWords = { uploaded: m.stateUploaded, previewed: m.previewed, committing: m.committing, committed: m.committed, failed: m.failed }

function useLayoutName(): (layout: string | null) => string {
  const { t } = useLanguage()
  const layouts = useVocabulary()?.layouts ?? []
  return (layout) => {
    const found = layouts.find((l) => l.key === layout)
    return found ? t(found.label) : (layout ?? '')
  }
}

function History({ address }: { address: Address }) {
  const { t, number, date, instant } = useLanguage()
  const layoutName = useLayoutName()
  const query = useCall('getImports', { query: { page: address.page, size: pageSize(address) } }, { keep: true })
  const columns: readonly Column<ImportRow>[] = [
    { key: 'file', title: t(m.file), fixed: true, heading: true, render: (row) => <><Link to={`/imports/${row.id}`}>{row.fileName}</Link>{row.sheet && <div className="quiet small sheet-names">{row.sheet}</div>}</> },
    { key: 'state', title: t(m.state), render: (row) => <StateTag kind={stateKinds[row.state]}>{t(stateWords[row.state])}</StateTag> },
    { key: 'layout', title: t(m.layout), render: (row) => layoutName(row.layout) },
    { key: 'source', title: t(m.source), render: (row) => row.source },
    { key: 'asOf', title: t(m.asOf), render: (row) => <span className="nowrap">{date(row.asOf)}</span> },
    { key: 'period', title: t(m.period), render: (row) => row.period },
    { key: 'taken', title: t(m.taken), numeric: true, render: (row) => number(row.taken) },
    { key: 'rejected', title: t(m.rejected), numeric: true, render: (row) => number(row.rejected) },
    { key: 'at', title: t(m.at), render: (row) => <span className="nowrap">{instant(row.at)}</span> },
    { key: 'actor', title: t(m.actor), render: (row) => row.actor },
  ]
  return <ListFrame list="imports" caption={t(m.history)} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={[]} empty={<EmptyState title={t(m.emptyTitle)}>{t(m.dropNote)}</EmptyState>} />
}

function Lists({ address }: { address: Address }) {
  const { t, number, date } = useLanguage()
  const layoutName = useLayoutName()
  const measures = useVocabulary()?.measures ?? []
  const query = useCall('getLists', { query: { page: address.page, size: pageSize(address) } }, { keep: true })
  const nameOf = (id: string) => {
    const measure = measures.find((one) => one.id === id)
    return measure ? t(measure.name) : id
  }
  const columns: readonly Column<ListRow>[] = [
    { key: 'file', title: t(m.file), fixed: true, heading: true, render: (row) => row.title },
    { key: 'layout', title: t(m.layout), render: (row) => layoutName(row.kind) },
    { key: 'source', title: t(m.source), render: (row) => row.source },
    { key: 'asOf', title: t(m.asOf), render: (row) => <span className="nowrap">{date(row.asOf)}</span> },
    { key: 'rows', title: t(m.rows), numeric: true, render: (row) => row.rows !== null && number(row.rows) },
    { key: 'coverage', title: t(m.coverage), render: (row) => row.coverage.map((c) => <div key={`${c.measure}-${c.period}`}>{nameOf(c.measure)} {c.period}</div>) },
  ]
  return <ListFrame list="lists" caption={t(m.lists)} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={[]} empty={<EmptyState title={t(m.emptyTitle)}>{t(m.dropNote)}</EmptyState>} />
}

function Upload() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const act = useAct('uploadImport', ['getImports'])
  const [reading, setReading] = useState<string>()
  const [refused, setRefused] = useState<readonly string[]>([])
  const take = async (files: readonly File[]) => {
    setRefused([])
    const ids: string[] = []
    for (const file of files) {
      setReading(file.name)
      const answer = await act.mutateAsync({ file }).catch(() => undefined)
      // What cannot be read at all is said; the others still go on.
      if (answer) ids.push(...(answer.lists?.map((list) => list.id) ?? [answer.id]))
      else setRefused((old) => [...old, file.name])
    }
    setReading(undefined)
    if (ids.length > 0) void navigate(ids.length === 1 && files.length === 1 ? `/imports/${ids[0]}` : `/imports?batch=${ids.join(',')}`)
  }
  return (
    <>
      {act.isError && <ProblemSummary error={act.error} />}
      {refused.length > 0 && <Notice kind="warn">{t(m.notRead(refused.join('、')))}</Notice>}
      <DropZone label={reading ? t(m.uploading(reading)) : t(m.drop)} accept=".xlsx,.csv,.txt" many busy={act.isPending} files={(files) => void take(files)}>{t(m.dropNote)}</DropZone>
    </>
  )
}

export function ImportsPage() {
  const { t } = useLanguage()
  const may = useMay('import')
  const address = useAddress()
  const batch = (address.get('batch') ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const show = address.get('show') === 'lists' ? 'lists' : 'history'
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      {may && batch.length > 0 && <BatchView key={batch.join()} ids={batch} />}
      {may ? <Upload /> : <Notice kind="info">{t(m.mayNot)}</Notice>}
      <LinkTabs label={t(m.title)} current={show} tabs={[{ key: 'history', to: '/imports', label: t(m.history) }, { key: 'lists', to: '/imports?show=lists', label: t(m.lists) }]} />
      {show === 'lists' ? <Lists address={address} /> : <History address={address} />}
    </>
  )
}
