/** Several files side by side: what each was recognised as, what would go in, and one confirmation for all that have no problem. */
import { App, Button, Checkbox, Progress } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { proposalOf } from './import-draft.ts'
import { basisWords, importMessages as m, sourceBasisWords } from './import-messages.ts'
import { usePlaceWords } from './preview-view.tsx'
import { SkippedSheets } from './skipped-sheets.tsx'
import { useBatch, type BatchFile, type BatchWork } from './use-batch.ts'

const kinds = { reading: 'open', clean: 'done', noted: 'warn', look: 'warn', committing: 'open', committed: 'done' } as const
const words = { reading: m.batchReading, clean: m.batchClean, noted: m.batchNoted, look: m.batchLook, committing: m.committing, committed: m.committed } as const

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

/** Which help a list states, for when and where: tried, or as it is proposed. */
function useHelpWords(): (file: BatchFile) => string {
  const { t, language } = useLanguage()
  const measures = useVocabulary()?.measures ?? []
  const words = usePlaceWords()
  return ({ detail }) => {
    const delivery = detail.choices?.delivery
    if (!delivery) return ''
    const names = delivery.measures.map((id) => measures.find((one) => one.id === id)?.name).map((name, i) => (name ? t(name) : delivery.measures[i]!)).join(language === 'zh' ? '、' : ', ')
    const covers = detail.preview?.covers
    const where = covers ? [covers.places.length > 0 ? t(m.covering(words(covers.places))) : t(m.coversNone), ...(covers.left.length > 0 ? [t(m.notCovered(words(covers.left)))] : [])] : []
    return [`${names} ${delivery.period}`, ...where].join(language === 'zh' ? '，' : ', ')
  }
}

function useColumns(): readonly Column<BatchFile>[] {
  const { t, number, date } = useLanguage()
  const help = useHelpWords()
  const layouts = useVocabulary()?.layouts ?? []
  const layoutOf = ({ detail }: BatchFile) => {
    const found = layouts.find((one) => one.key === (detail.choices?.layout ?? proposalOf(detail)?.layout))
    return found ? t(found.label) : t(m.notRecognised)
  }
  const asOf = ({ detail }: BatchFile) => {
    const proposal = proposalOf(detail)
    if (detail.choices && detail.choices.asOf !== proposal?.asOf) return date(detail.choices.asOf)
    return <>{date(proposal?.asOf)} {proposal?.asOfBasis && <span className="quiet small">{t(basisWords[proposal.asOfBasis])}</span>}</>
  }
  const sheets = (detail: BatchFile['detail']) => {
    const names = detail.choices ? detail.choices.sheets ?? [detail.choices.sheet] : proposalOf(detail)?.sheets ?? []
    return names.length > 1 ? t(m.andSheets(names[0]!, number(names.length))) : names[0]
  }
  const source = (detail: BatchFile['detail']) => {
    const proposal = proposalOf(detail)
    const own = detail.choices?.source ?? proposal?.source
    return <>{own} {proposal?.sourceBasis && proposal.sourceBasis !== 'title' && own === proposal.source && <span className="quiet small">{t(sourceBasisWords[proposal.sourceBasis])}</span>}</>
  }
  return [
    { key: 'file', title: t(m.file), fixed: true, heading: true, render: ({ detail }) => <><Link to={`/imports/${detail.id}`}>{detail.fileName}</Link>{(detail.upload?.lists?.length ?? 1) > 1 || (proposalOf(detail)?.sheets.length ?? 1) > 1 ? <div className="quiet small">{sheets(detail)}</div> : null}</> },
    { key: 'state', title: t(m.state), render: ({ state }) => <StateTag kind={kinds[state]}>{t(words[state])}</StateTag> },
    { key: 'layout', title: t(m.layout), render: layoutOf },
    { key: 'source', title: t(m.source), render: ({ detail }) => source(detail) },
    { key: 'asOf', title: t(m.asOf), render: asOf },
    { key: 'help', title: t(m.help), width: '22em', render: (file) => <span className="small">{help(file)}</span> },
    { key: 'taken', title: t(m.willTake), numeric: true, render: ({ detail }) => (detail.preview ? number(detail.state === 'committed' ? detail.taken : detail.preview.taken) : null) },
    { key: 'rejected', title: t(m.willReject), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.rejected) },
    { key: 'changed', title: t(m.changed), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.changes.changed) },
    { key: 'notices', title: t(m.notices), numeric: true, render: ({ detail }) => detail.preview && number(detail.preview.noticeCount) },
  ]
}

export function BatchView({ ids }: { ids: readonly string[] }) {
  const { t, number, colon } = useLanguage()
  const { modal } = App.useApp()
  const batch = useBatch(ids)
  const columns = useColumns()
  const help = useHelpWords()
  const navigate = useNavigate()
  const count = (state: BatchFile['state']) => batch.files.filter((file) => file.state === state).length
  const clean = batch.files.filter((file) => file.state === 'clean')
  const rows = clean.reduce((sum, { detail }) => sum + (detail.preview?.taken ?? 0), 0)
  const busy = batch.work !== undefined || count('reading') > 0 || !batch.ready
  const noted = batch.files.filter((file) => file.state === 'noted')
  const helps = [...clean, ...noted].filter(({ detail }) => detail.choices?.delivery)
  let along = false
  const content = (
    <>
      {clean.length > 0 && <p>{t(m.commitCleanAsk(number(clean.length), number(rows)))}</p>}
      {noted.length > 0 && <p><Checkbox onChange={(event) => { along = event.target.checked }}>{t(m.alongAsk(number(noted.length), number(noted.reduce((sum, { detail }) => sum + (detail.preview?.noticeCount ?? 0), 0))))}</Checkbox></p>}
      {helps.length > 0 && <><p>{t(m.helpAsk)}</p><ul className="help-lists">{helps.map((file) => <li key={file.detail.id}><b>{file.detail.fileName}</b>{colon}{help(file)}</li>)}</ul></>}
    </>
  )
  const ask = () => modal.confirm({
    title: t(m.commitClean), content, width: helps.length + noted.length > 0 ? 640 : 416, okText: t(m.commit), cancelText: t(m.cancel), onOk: () => { void batch.takeAll(along) },
  })
  return (
    <section className="paper panel" aria-labelledby="batch">
      <h2 id="batch">{t(m.batch)}</h2>
      {batch.error !== undefined && batch.error !== null && <ProblemSummary error={batch.error} />}
      {!busy && clean.length + noted.length === 0 && count('look') === 0 && batch.files.length > 0 && <Notice kind="good" action={<ButtonLink to="/">{t(m.toToday)}</ButtonLink>}>{t(m.batchDone)}</Notice>}
      {!busy && clean.length === 0 && (count('look') > 0 || noted.length > 0) && <Notice kind="info" action={count('committed') > 0 ? <ButtonLink to="/">{t(m.toToday)}</ButtonLink> : undefined}>{t(m.batchLeft(number(count('look') + noted.length)))}</Notice>}
      {batch.ready && <DataTable caption={t(m.batch)} rows={batch.files} columns={columns} rowKey={({ detail }) => detail.id} dense />}
      {batch.ready && !batch.work && <SkippedSheets details={batch.files.map(({ detail }) => detail)} taken={(id) => void navigate(`/imports?batch=${[...ids, id].join(',')}`)} />}
      {batch.work && <BatchProgress work={batch.work} />}
      {(clean.length + noted.length > 0 || busy) && <div><Button type="primary" size="large" loading={busy} disabled={clean.length + noted.length === 0} onClick={ask}>{t(m.commitClean)} {clean.length > 0 && `(${number(clean.length)})`}</Button></div>}
    </section>
  )
}
