/** Several files side by side: what each was recognised as, what would go in, and one confirmation for all that have no problem. */
import { App, Button, Progress } from 'antd'
import { Link } from 'react-router'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { sheetOf } from './batch-steps.ts'
import { basisWords, importMessages as m } from './import-messages.ts'
import { useBatch, type BatchFile, type BatchWork } from './use-batch.ts'

const kinds = { reading: 'open', clean: 'done', look: 'warn', committing: 'open', committed: 'done' } as const
const words = { reading: m.batchReading, clean: m.batchClean, look: m.batchLook, committing: m.committing, committed: m.committed } as const

function BatchProgress({ work }: { work: BatchWork }) {
  const { t, number } = useLanguage()
  const { job } = work
  const part = job?.state === 'done' ? 1 : job?.total ? job.done / job.total : 0
  const words = t(m.batchWorking(number(work.at), number(work.of), work.fileName))
  return (
    <div role="status">
      <span>{words}{job && ` ${t(job.step)}`}</span>
      <Progress percent={Math.floor(((work.at - 1 + part) / work.of) * 100)} size="small" status="active" aria-label={words} />
    </div>
  )
}

function useColumns(): readonly Column<BatchFile>[] {
  const { t, number, date } = useLanguage()
  const layouts = useVocabulary()?.layouts ?? []
  const layoutOf = ({ detail }: BatchFile) => {
    const found = layouts.find((one) => one.key === (detail.choices?.layout ?? sheetOf(detail)?.layout))
    return found ? t(found.label) : t(m.notRecognised)
  }
  const asOf = ({ detail }: BatchFile) => {
    const sheet = sheetOf(detail)
    if (detail.choices && detail.choices.asOf !== sheet?.asOf) return date(detail.choices.asOf)
    return <>{date(sheet?.asOf)} {sheet?.asOfBasis && <span className="quiet small">{t(basisWords[sheet.asOfBasis])}</span>}</>
  }
  return [
    { key: 'file', title: t(m.file), fixed: true, heading: true, render: ({ detail }) => <Link to={`/imports/${detail.id}`}>{detail.fileName}</Link> },
    { key: 'state', title: t(m.state), render: ({ state }) => <StateTag kind={kinds[state]}>{t(words[state])}</StateTag> },
    { key: 'layout', title: t(m.layout), render: layoutOf },
    { key: 'source', title: t(m.source), render: ({ detail }) => detail.choices?.source ?? sheetOf(detail)?.source },
    { key: 'asOf', title: t(m.asOf), render: asOf },
    { key: 'taken', title: t(m.willTake), numeric: true, render: ({ detail }) => (detail.preview ? number(detail.state === 'committed' ? detail.taken : detail.preview.taken) : null) },
    { key: 'rejected', title: t(m.willReject), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.rejected) },
    { key: 'changed', title: t(m.changed), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.changes.changed) },
    { key: 'notices', title: t(m.notices), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.noticeCount) },
  ]
}

export function BatchView({ ids }: { ids: readonly string[] }) {
  const { t, number } = useLanguage()
  const { modal } = App.useApp()
  const batch = useBatch(ids)
  const columns = useColumns()
  const count = (state: BatchFile['state']) => batch.files.filter((file) => file.state === state).length
  const clean = batch.files.filter((file) => file.state === 'clean')
  const rows = clean.reduce((sum, { detail }) => sum + (detail.preview?.taken ?? 0), 0)
  const busy = batch.work !== undefined || count('reading') > 0 || !batch.ready
  const ask = () => modal.confirm({
    title: t(m.commitClean), content: t(m.commitCleanAsk(number(clean.length), number(rows))), okText: t(m.commit), cancelText: t(m.cancel), onOk: () => { void batch.takeAll() },
  })
  return (
    <section className="paper panel" aria-labelledby="batch">
      <h2 id="batch">{t(m.batch)}</h2>
      {batch.error !== undefined && batch.error !== null && <ProblemSummary error={batch.error} />}
      {!busy && clean.length === 0 && count('look') === 0 && batch.files.length > 0 && <Notice kind="good" action={<ButtonLink to="/">{t(m.toToday)}</ButtonLink>}>{t(m.batchDone)}</Notice>}
      {!busy && clean.length === 0 && count('look') > 0 && <Notice kind="info" action={count('committed') > 0 ? <ButtonLink to="/">{t(m.toToday)}</ButtonLink> : undefined}>{t(m.batchLeft(number(count('look'))))}</Notice>}
      {batch.ready && <DataTable caption={t(m.batch)} rows={batch.files} columns={columns} rowKey={({ detail }) => detail.id} dense />}
      {batch.work && <BatchProgress work={batch.work} />}
      {(clean.length > 0 || busy) && <div><Button type="primary" size="large" loading={busy} disabled={clean.length === 0} onClick={ask}>{t(m.commitClean)} {clean.length > 0 && `(${number(clean.length)})`}</Button></div>}
    </section>
  )
}
