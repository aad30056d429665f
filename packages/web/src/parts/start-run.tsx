/** Starting a run: which day's facts, a word on what happens, then its progress until the lists are new. */
import { CalculatorOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Job } from '../client/contract.ts'
import { useAct, useCall } from '../client/use-call.ts'
import { useMay } from '../client/use-session.ts'
import { catalogue } from '../language/bilingual.ts'
import { useLanguage } from '../language/language-context.tsx'
import { JobProgress } from './job-progress.tsx'
import { ProblemSummary } from './problem-summary.tsx'

const m = catalogue({
  again: { zh: '重新核算', en: 'Run again' },
  first: { zh: '开始核算', en: 'Run' },
  note: { zh: '按登记册和各部门清单的现有内容，对每项措施逐人逐户判断，算完后名单自动更新。已经填写的结果不会丢。', en: 'Judges every person and household for every measure on the facts and lists held now; the lists are replaced when it is done. Results already given are kept.' },
  asOf: { zh: '按哪一天的情况', en: 'As of which day' },
  asOfHint: { zh: '提议的是方案有效期内最新一份名单的日期，可改。', en: 'The day of the newest list while the plan is in force is proposed; change it if another is meant.' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  done: { zh: '核算完成，名单已更新，可以到工作清单按乡镇下载。', en: 'The run is finished and the lists are new; download them by township from Work lists.' },
})

/** Follows the run that is under way, whoever started it; when it ends every figure of the page is asked anew. */
function useRunJob(may: boolean) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { t } = useLanguage()
  const act = useAct('startRun', ['getRuns'])
  const runs = useCall('getRuns', {}, { enabled: may })
  const [over, setOver] = useState<readonly string[]>([])
  const elsewhere = runs.data?.rows.find((run) => run.state === 'running')?.job?.id
  const job = [act.data?.id, elsewhere].find((id) => id !== undefined && !over.includes(id))
  const ended = (end: Job) => {
    if (end.state !== 'done') return
    setOver((old) => [...old, end.id])
    void message.success(t(m.done))
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'getJob' && query.queryKey[0] !== 'getSession' })
  }
  return { act, job, ended }
}

/** `nextDay`: day of the newest list, proposed unless the last run looked at a later one. */
export function StartRun({ lastAsOf, nextDay }: { lastAsOf: string | undefined; nextDay?: string | null | undefined }) {
  const { t } = useLanguage()
  const may = useMay('run')
  const { act, job, ended } = useRunJob(may)
  const [open, setOpen] = useState(false)
  const [asOf, setAsOf] = useState<string>()
  const id = useId()
  if (!may) return null
  const day = asOf ?? [lastAsOf ?? '', nextDay ?? ''].sort().at(-1) ?? ''
  const label = lastAsOf === undefined ? t(m.first) : t(m.again)
  const end = (finished: Job) => {
    ended(finished)
    if (finished.state === 'done') setOpen(false)
  }
  return (
    <>
      <Button type="primary" icon={<CalculatorOutlined aria-hidden="true" />} loading={job !== undefined} onClick={() => setOpen(true)}>{label}</Button>
      <Modal
        open={open}
        title={label}
        onCancel={() => setOpen(false)}
        cancelText={job ? t(m.close) : t(m.cancel)}
        okText={label}
        okButtonProps={{ disabled: job !== undefined, loading: act.isPending }}
        onOk={() => act.mutate({ body: day ? { asOf: day } : {} })}
      >
        <div className="stack" style={{ gap: 12 }}>
          <p>{t(m.note)}</p>
          {act.isError && <ProblemSummary error={act.error} />}
          <label htmlFor={id} className="stack" style={{ gap: 4 }}>
            <span>{t(m.asOf)} <span className="quiet small">{t(m.asOfHint)}</span></span>
            <Input id={id} type="date" value={day} onChange={(event) => setAsOf(event.target.value)} style={{ width: 200 }} disabled={job !== undefined} />
          </label>
          {job && <JobProgress job={job} ended={end} />}
        </div>
      </Modal>
      {job && !open && <RunEnd job={job} ended={ended} />}
    </>
  )
}

/** Keeps asking while the dialog is closed, without showing anything but the button's own sign of work. */
function RunEnd({ job, ended }: { job: string; ended: (job: Job) => void }) {
  return <div className="visually-hidden"><JobProgress job={job} ended={ended} /></div>
}
