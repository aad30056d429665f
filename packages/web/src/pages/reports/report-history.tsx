/** Every report on an obligation, newest first, those taken back too; each can be taken back by a further act. */
import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { ObligationReport, RouteOutput } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { reportStale } from './report-form.tsx'
import { reportMessages as m } from './report-messages.ts'

function TakeBack({ report, close }: { report: ObligationReport; close: () => void }) {
  const { t } = useLanguage()
  const id = useId()
  const [authority, setAuthority] = useState('')
  const act = useAct('undoObligationReport', reportStale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (authority.trim() !== '') act.mutate({ body: { request: crypto.randomUUID(), report: report.no, authority: authority.trim() } }, { onSuccess: close })
  }
  return (
    <form className="report-form" onSubmit={submit}>
      {act.isError && <ProblemSummary error={act.error} />}
      <div className="report-field"><label htmlFor={id}>{t(m.undoWhy)}</label><Input id={id} maxLength={120} required value={authority} onChange={(event) => setAuthority(event.target.value)} /></div>
      <div className="row"><Button htmlType="submit" loading={act.isPending}>{t(m.undo)}</Button><Button onClick={close}>{t(m.cancel)}</Button></div>
    </form>
  )
}

export function ReportHistory({ shown }: { shown: RouteOutput<'getObligationReports'> }) {
  const { t, instant } = useLanguage()
  const [taking, setTaking] = useState<number>()
  const may = new Set(shown.reports.mayReport.map((p) => p.code))
  if (shown.all.length === 0) return <p className="quiet">{t(m.none)}</p>
  return (
    <ol className="report-history">
      {shown.all.map((report) => (
        <li key={report.no} data-report={report.no} data-undone={report.undone !== null}>
          {report.undone ? <s>{t(report.line)}</s> : <span>{t(report.line)}</span>}
          <div className="quiet small">{t(m.recordedBy(t(report.actor), instant(report.at)))}{report.undone && <> · {t(m.undone(t(report.undone.actor), instant(report.undone.at), report.undone.authority))}</>}</div>
          {report.undone === null && may.has(report.place.code) && (taking === report.no ? <TakeBack report={report} close={() => setTaking(undefined)} /> : <Button size="small" onClick={() => setTaking(report.no)}>{t(m.undo)}</Button>)}
        </li>
      ))}
    </ol>
  )
}
