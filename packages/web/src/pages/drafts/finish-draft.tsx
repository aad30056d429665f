/** The draft as files: what the check says, what is left for a person to write, and the download. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { callAddress } from '../../client/call.ts'
import type { DraftPack } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useDownload } from '../../parts/use-download.ts'
import { draftMessages as m } from './draft-messages.ts'
import { ExportPack } from './export-pack.tsx'

function Verdict({ pack }: { pack: DraftPack }) {
  const { t, language, number } = useLanguage()
  const { undecided, unread, toWrite } = pack.open
  const open = undecided.reduce((sum, u) => sum + u.count, 0)
  return (
    <>
      {pack.faults.length === 0 && open === 0 && unread === 0 && <Notice kind="good">{t(m.sound)}</Notice>}
      {open > 0 && <Notice kind="warn">{t(m.stillOpen(number(open)))}</Notice>}
      {unread > 0 && <Notice kind="warn">{t(m.stillUnread(number(unread)))}</Notice>}
      {pack.faults.length > 0 && (
        <section>
          <h3>{t(m.faults)}</h3>
          <ul className="plain-list">{pack.faults.map((fault, i) => <li key={i}>{fault[language]} <span className="quiet small">{fault.code}</span></li>)}</ul>
        </section>
      )}
      <section>
        <h3>{t(m.toWrite)}</h3>
        <p>{t(m.toWriteLine(number(toWrite.titles), number(toWrite.summaries), number(toWrite.english), number(toWrite.proofs)))}</p>
      </section>
    </>
  )
}

function Content({ id }: { id: string }) {
  const { t } = useLanguage()
  const pack = useCall('getDraftPack', { params: { id } })
  const download = useDownload()
  return (
    <div className="stack">
      <QueryView query={pack}>{(data) => <Verdict pack={data} />}</QueryView>
      {Boolean(download.error) && <ProblemSummary error={download.error} />}
      <div className="row"><Button type="primary" loading={download.busy} onClick={() => void download.save(callAddress('exportDraftPack', { params: { id } }), 'draft.zip')}>{t(m.download)}</Button></div>
      <p className="small">{t(m.byCommand)} <code>bangfu pack new --from-draft {id} --into {t({ zh: '文件夹', en: 'FOLDER' })}</code></p>
      {pack.data && pack.data.faults.length === 0 && pack.data.open.undecided.length === 0 && pack.data.open.unread === 0 && <ExportPack id={id} />}
    </div>
  )
}

export function FinishDraft({ id }: { id: string }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)} aria-haspopup="dialog">{t(m.finish)}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t(m.finishTitle)} destroyOnHidden>{open && <Content id={id} />}</Modal>
    </>
  )
}
