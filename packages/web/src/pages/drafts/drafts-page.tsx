/** Drafts: drop a plan document, go on with one that is under review. */
import { Link, useNavigate } from 'react-router'
import type { DraftRow } from '../../client/contract.ts'
import { useAct, useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ListFrame } from '../../parts/list-frame.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { pageSize } from '../../parts/pager.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { documentTypes } from './document-types.ts'
import { draftMessages as m } from './draft-messages.ts'
import { DraftTabs } from './draft-tabs.tsx'
import './drafts.css'
import { ProgressBar } from './effort-line.tsx'

function Upload() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const act = useAct('uploadDraft', ['getDrafts'])
  const send = async (file: File) => {
    const answer = await act.mutateAsync({ file }).catch(() => undefined)
    if (answer) void navigate(`/drafts/${answer.id}`)
  }
  return (
    <>
      {act.isError && <ProblemSummary error={act.error} />}
      <DropZone label={t(act.isPending ? m.reading : m.drop)} accept={documentTypes} busy={act.isPending} files={([file]) => file && void send(file)}>{t(m.dropNote)}</DropZone>
    </>
  )
}

export function DraftsPage() {
  const { t, number, instant } = useLanguage()
  const address = useAddress()
  const may = useMay('review')
  const query = useCall('getDrafts', { query: { page: address.page, size: pageSize(address) } }, { keep: true })
  const columns: readonly Column<DraftRow>[] = [
    { key: 'title', title: t(m.document), heading: true, fixed: true, render: (row) => <><Link to={`/drafts/${row.id}`}>{row.title}</Link>{row.next !== null && <> <StateTag kind="warn">{t(m.newer)}</StateTag></>}</> },
    { key: 'number', title: t(m.number), render: (row) => row.number },
    { key: 'progress', title: t(m.progress), render: (row) => <ProgressBar effort={row.effort} /> },
    ...(['accepted', 'corrected', 'added', 'rejected'] as const).map((key) => ({ key, title: t(m[key]), numeric: true, render: (row: DraftRow) => number(row.effort.byState[key]) })),
    { key: 'minutes', title: t(m.minutes), numeric: true, render: (row) => number(row.effort.minutes) },
    { key: 'at', title: t(m.at), render: (row) => <span className="nowrap">{instant(row.at)}</span> },
    { key: 'by', title: t(m.by), render: (row) => row.actor },
    { key: 'file', title: t(m.file), render: (row) => row.fileName },
  ]
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <DraftTabs current="drafts" />
      {may ? <Upload /> : <Notice kind="info">{t(m.mayNot)}</Notice>}
      <ListFrame list="drafts" caption={t(m.list)} address={address} query={query} columns={columns} rowKey={(row) => row.id} hiddenAtFirst={['file']} filterKeys={[]} empty={<EmptyState title={t(m.emptyTitle)}>{t(m.emptyNote)}</EmptyState>} />
    </>
  )
}
