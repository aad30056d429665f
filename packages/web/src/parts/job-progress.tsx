/** Progress of long work on the server, asked every moment until it ends; the end is told to the page once. */
import { Progress } from 'antd'
import { useEffect, useRef } from 'react'
import { RequestRefused } from '../client/request-refused.ts'
import type { Job } from '../client/contract.ts'
import { useCall } from '../client/use-call.ts'
import { useLanguage } from '../language/language-context.tsx'
import { ProblemSummary } from './problem-summary.tsx'

function isOver(job: Job | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed'
}

export function JobProgress({ job: id, ended }: { job: string; ended: (job: Job) => void }) {
  const { t, number } = useLanguage()
  const job = useCall('getJob', { params: { id } }, { every: (answer) => (isOver(answer) ? false : 700) })
  const told = useRef(false)
  const data = job.data
  useEffect(() => {
    if (!data || told.current || !isOver(data)) return
    told.current = true
    ended(data)
  }, [data, ended])
  if (job.isError) return <ProblemSummary error={job.error} retry={() => void job.refetch()} />
  if (data?.state === 'failed') return <ProblemSummary error={new RequestRefused(500, data.problems)} />
  const percent = data?.state === 'done' ? 100 : data?.total ? Math.floor((data.done / data.total) * 100) : undefined
  const step = data ? t(data.step) : ''
  return (
    <div role="status" className="stack" style={{ gap: 2 }}>
      <span>{step}{data?.total ? ` ${number(data.done)} / ${number(data.total)}` : ''}</span>
      <Progress percent={percent ?? 30} showInfo={percent !== undefined} status="active" size="small" aria-label={step} />
    </div>
  )
}
