/** One import from the file to the register: recognise, try, commit. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ImportDetail, Preview } from '../../client/contract.ts'
import { RequestRefused } from '../../client/request-refused.ts'
import { useAct, useCall } from '../../client/use-call.ts'
import { usePlaces } from '../../client/use-places.ts'
import { useMay } from '../../client/use-session.ts'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { JobProgress } from '../../parts/job-progress.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { choicesOfDraft, faultsOfDraft, firstDraft, type ImportDraft } from './import-draft.ts'
import { ImportForm } from './import-form.tsx'
import { importMessages as m } from './import-messages.ts'
import './imports.css'
import { stateKinds, stateWords } from './imports-page.tsx'
import { CoversLine, ImportProblems, PreviewChanges, PreviewFigures } from './preview-view.tsx'
import { SkippedSheets } from './skipped-sheets.tsx'

function Recognise({ detail, begin, tried }: { detail: ImportDetail; begin: () => void; tried: (preview: Preview | undefined) => void }) {
  const { t } = useLanguage()
  const may = useMay('import')
  const vocabulary = useVocabulary()
  const places = usePlaces()
  const [edited, setEdited] = useState<ImportDraft>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const act = useAct('previewImport', ['getImport', 'getImports'])
  const draft = edited ?? (vocabulary && places ? firstDraft(detail, vocabulary, places.root) : undefined)
  if (!draft || !detail.upload) return null
  const sheet = detail.upload.sheets.find((one) => one.name === draft.sheets[0])
  const closed = !may || detail.state === 'committed' || detail.state === 'committing'
  const tryIt = async () => {
    const found = faultsOfDraft(draft).map(t)
    setFaults(found)
    if (found.length > 0) return
    begin()
    tried(await act.mutateAsync({ params: { id: detail.id }, body: choicesOfDraft(draft) }).catch(() => undefined))
  }
  return (
    <section className="paper panel" aria-labelledby="recognise">
      <h2 id="recognise">{t(m.step1)}</h2>
      {act.isError && <ProblemSummary error={act.error} />}
      {faults.length > 0 && <div role="alert" className="form-faults">{faults.map((fault) => <p key={fault}>{fault}</p>)}</div>}
      <ImportForm upload={detail.upload} draft={draft} change={setEdited} vocabulary={vocabulary} places={places} disabled={closed} />
      {sheet && <ColumnMapping sheet={sheet} vocabulary={vocabulary} changed={draft.columns} change={(index, target) => setEdited({ ...draft, columns: { ...draft.columns, [index]: target } })} />}
      {!closed && <div><Button type={detail.preview ? 'default' : 'primary'} loading={act.isPending} onClick={() => void tryIt()}>{t(detail.preview ? m.tryAgain : m.tryIt)}</Button></div>}
    </section>
  )
}

function Commit({ detail, preview }: { detail: ImportDetail; preview: Preview }) {
  const { t, number } = useLanguage()
  const { modal, message } = App.useApp()
  const act = useAct('commitImport', ['getImport', 'getImports'])
  const refresh = useAct('getHealth', ['getImport', 'getImports', 'getLists', 'getToday', 'getPersons', 'getHouseholds', 'getVillages', 'getFacilities'])
  const job = act.data?.id ?? (detail.state === 'committing' ? (detail.job ?? undefined) : undefined)
  // A commit that was cut off: what happened and that one press goes on.
  const before = useCall('getJob', { params: { id: detail.job ?? '' } }, { enabled: detail.state === 'previewed' && detail.job !== null && !job })
  const ask = () => modal.confirm({
    title: t(m.commit), content: t(m.commitAsk(number(preview.taken), number(preview.rejected))), okText: t(m.commit), cancelText: t(m.cancel),
    onOk: () => act.mutateAsync({ params: { id: detail.id }, body: { preview: preview.preview } }).then(() => undefined, () => undefined),
  })
  return (
    <>
      {act.isError && <ProblemSummary error={act.error} />}
      {!job && before.data?.state === 'failed' && <ProblemSummary error={new RequestRefused(503, before.data.problems)} />}
      {job && detail.state !== 'committed' && (
        <JobProgress job={job} ended={(end) => {
          refresh.mutate({})
          if (end.state === 'done') void message.success(t(m.done(number(preview.taken))))
        }} />
      )}
      {!job && (preview.taken > 0 ? <div><Button type="primary" size="large" onClick={ask}>{t(m.commit)}</Button></div> : <Notice kind="warn">{t(m.nothingToTake)}</Notice>)}
    </>
  )
}

function ImportBody({ detail }: { detail: ImportDetail }) {
  const { t, number } = useLanguage()
  const may = useMay('import')
  const address = useAddress()
  const navigate = useNavigate()
  const [fresh, setFresh] = useState<Preview>()
  const [trying, setTrying] = useState(false)
  // The try made just now, before the record is read anew: committing the one before it would be refused as stale.
  // While another try is under way nothing stands here that could be taken for its result.
  const preview = trying ? undefined : (fresh ?? detail.preview)
  const tried = (made: Preview | undefined) => {
    if (made) setFresh(made)
    setTrying(false)
  }
  return (
    <>
      {detail.upload && detail.upload.problems.length > 0 && <ProblemSummary error={new RequestRefused(422, detail.upload.problems)} />}
      {detail.upload?.sameAs && detail.state !== 'committed' && <Notice kind="info" action={<Link to={`/imports/${detail.upload.sameAs}`}>{t(m.openFormer)}</Link>}>{t(m.sameAs)}</Notice>}
      {detail.state === 'committed' && <Notice kind="good" action={<span className="row"><ButtonLink to="/imports">{t(m.another)}</ButtonLink><ButtonLink to="/">{t(m.toToday)}</ButtonLink></span>}>{t(m.done(number(detail.taken)))}</Notice>}
      {detail.state !== 'committed' && <SkippedSheets details={[detail]} taken={(id) => void navigate(`/imports?batch=${detail.id},${id}`)} />}
      <Recognise detail={detail} begin={() => setTrying(true)} tried={tried} />
      {preview && (
        <section className="paper panel" aria-labelledby="preview">
          <h2 id="preview">{t(m.step2)} <span className="quiet small">{t(m.result)}</span></h2>
          <PreviewFigures preview={preview} />
          {preview.covers && <CoversLine covers={preview.covers} />}
          <PreviewChanges changes={preview.changes.sample} />
          <ImportProblems id={detail.id} preview={preview.preview} address={address} rejected={preview.rejected} />
        </section>
      )}
      {preview && may && detail.state !== 'committed' && (
        <section className="paper panel" aria-labelledby="commit">
          <h2 id="commit">{t(m.step3)}</h2>
          <Commit detail={detail} preview={preview} />
        </section>
      )}
    </>
  )
}

export function ImportPage() {
  const { t, instant } = useLanguage()
  const { id = '' } = useParams()
  const query = useCall('getImport', { params: { id } })
  const detail = query.data
  return (
    <>
      <PageHead title={detail?.fileName ?? t(m.title)} actions={<Link to="/imports">{t(m.history)}</Link>}>
        {detail && <><StateTag kind={stateKinds[detail.state]}>{t(stateWords[detail.state])}</StateTag> {(detail.upload?.lists?.length ?? 1) > 1 && <>{t(m.sheet)} {detail.sheet} · </>}{detail.actor} · {instant(detail.at)}</>}
      </PageHead>
      <QueryView query={query}>{(data) => <ImportBody key={data.id} detail={data} />}</QueryView>
    </>
  )
}
