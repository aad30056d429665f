/** Joining the user's own copy of the document to the plan; the server checks that it is the very document. */
import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { planMessages as m } from './plan-messages.ts'

export function AttachDocument() {
  const { t, number } = useLanguage()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const act = useAct('attachDocument', ['getPlan', 'getClause', 'getWhy'])
  const send = async (file: File) => {
    const answer = await act.mutateAsync({ file }).catch(() => undefined)
    if (!answer) return
    setOpen(false)
    void message.success(t(m.attachedNow(number(answer.characters))))
  }
  return (
    <>
      <Button icon={<PaperClipOutlined aria-hidden="true" />} onClick={() => setOpen(true)} aria-haspopup="dialog">{t(m.attach)}</Button>
      <Modal title={t(m.attach)} open={open} onCancel={() => setOpen(false)} footer={null}>
        <div className="stack">
          {act.isError && <ProblemSummary error={act.error} />}
          <DropZone label={t(m.attach)} accept=".txt,.html,.htm,.docx,.pdf" busy={act.isPending} files={([file]) => file && void send(file)}>{t(m.attachNote)}</DropZone>
        </div>
      </Modal>
    </>
  )
}
