/** What a page of a draft says about versions: what changed against the one before, what is gone, whether there is a later one, and the way to read one. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { DraftDetail } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { documentTypes } from './document-types.ts'
import { draftMessages as m } from './draft-messages.ts'

export function RereadDraft({ id }: { id: string }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const act = useAct('rereadDraft', ['getDrafts', 'getDraft'])
  const send = async (file: File) => {
    const answer = await act.mutateAsync({ params: { id }, file }).catch(() => undefined)
    if (!answer) return
    setOpen(false)
    void navigate(`/drafts/${answer.id}`)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">{t(m.reread)}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t(m.reread)}>
        <div className="stack">
          {act.isError && <ProblemSummary error={act.error} />}
          <DropZone label={t(act.isPending ? m.reading : m.drop)} accept={documentTypes} busy={act.isPending} files={([file]) => file && void send(file)}>{t(m.rereadNote)}</DropZone>
        </div>
      </Modal>
    </>
  )
}

export function VersionNotes({ draft }: { draft: DraftDetail }) {
  const { t, number, language } = useLanguage()
  const count = (change: string) => number(draft.items.filter((i) => i.change === change).length)
  return (
    <>
      {draft.next !== null && <Notice kind="warn" action={<Link to={`/drafts/${draft.next}`}>{t(m.versionOpen)}</Link>}>{t(m.versionNext)}</Notice>}
      {draft.previous !== null && (
        <Notice kind="info" action={<Link to={`/drafts/${draft.previous}`}>{t(m.versionBefore)}</Link>}>{t(m.versionNote(count('same'), count('changed'), count('new'), number(draft.gone.length)))}</Notice>
      )}
      {draft.gone.length > 0 && (
        <details className="paper panel">
          <summary>{t(m.goneTitle)} ({number(draft.gone.length)})</summary>
          <ul className="plain-list">{draft.gone.map((item, i) => <li key={i}><span className="kind-tag" data-kind={item.kind}>{t(m[item.kind])}</span> {item.clause} <span lang="zh-CN">{item.words.slice(0, 120)}</span></li>)}</ul>
        </details>
      )}
      {draft.problems.length > 0 && (
        <details className="paper panel">
          <summary>{t(m.documentProblems)} ({number(draft.problems.length)})</summary>
          <ul className="plain-list">{draft.problems.map((p, i) => <li key={i}>{p[language]}</li>)}</ul>
        </details>
      )}
    </>
  )
}
