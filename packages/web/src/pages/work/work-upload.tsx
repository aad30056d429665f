/** Handing a filled list back: drop the file, then read what became of each row. */
import { UploadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { ResultsOutcomeView } from './results-outcome.tsx'
import { workMessages as m } from './work-messages.ts'

export function WorkUpload() {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const act = useAct('uploadWorkItems', ['getWorkItems', 'getWorkItemCounts', 'getToday', 'getHousehold'])
  const close = () => {
    setOpen(false)
    act.reset()
  }
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => setOpen(true)} aria-haspopup="dialog">{t(m.upload)}</Button>
      <Modal title={t(m.upload)} open={open} onCancel={close} footer={<Button onClick={close}>{t(m.close)}</Button>} width={640}>
        <div className="stack">
          {act.isError && <ProblemSummary error={act.error} />}
          {act.data && <ResultsOutcomeView outcome={act.data} />}
          <DropZone label={t(m.upload)} accept=".xlsx" busy={act.isPending} files={([file]) => file && act.mutate({ file })}>{t(m.uploadNote)}</DropZone>
        </div>
      </Modal>
    </>
  )
}
