/** The form of one report on an obligation: state, figure, day, evidence, person, authority. Nothing is sent before it is complete. */
import { Button, Input, Radio } from 'antd'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { ObligationReports } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { reportMessages as m } from './report-messages.ts'

const states = ['done', 'under-way', 'not-begun'] as const
type State = (typeof states)[number]
/** Answers that a report makes old. */
export const reportStale = ['getClause', 'getDutyList', 'getMatrix', 'getPlan', 'getQuantities', 'getIndicators', 'getObligationReports'] as const

interface Draft { readonly place: string; readonly state: State | null; readonly value: string; readonly on: string; readonly evidence: string; readonly reporter: string; readonly authority: string }

function Field({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return <div className="report-field"><label htmlFor={id}>{label}{hint && <span className="quiet small"> {hint}</span>}</label>{children(id)}</div>
}

export function ReportForm({ obligation, reports, done, cancel }: { obligation: string; reports: ObligationReports; done: () => void; cancel: () => void }) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<Draft>({ place: reports.mayReport[0]!.code, state: null, value: '', on: '', evidence: '', reporter: '', authority: '' })
  const [fault, setFault] = useState<string>()
  const faultId = useId()
  const act = useAct('reportObligation', reportStale)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { state, value, on, evidence, reporter, authority, place } = draft
    if (state === null) return setFault(t(m.chooseState))
    if (on === '' || reporter.trim() === '' || authority.trim() === '') return setFault(t(m.fillIn))
    setFault(undefined)
    act.mutate({ body: { request: crypto.randomUUID(), obligation, place, state, value: value.trim() || null, on, evidence: evidence.trim() || null, reporter: reporter.trim(), authority: authority.trim() } }, { onSuccess: done })
  }
  return (
    <form className="report-form" onSubmit={submit}>
      {act.isError && <ProblemSummary error={act.error} />}
      {reports.mayReport.length > 1 && <Field label={t(m.place)}>{(id) => <select id={id} value={draft.place} onChange={(event) => set({ place: event.target.value })}>{reports.mayReport.map((p) => <option key={p.code} value={p.code}>{p.part ? t(m.part(p.name)) : p.name}</option>)}</select>}</Field>}
      {reports.mayReport.length === 1 && <p className="quiet small">{t(m.place)}: {reports.mayReport[0]!.part ? t(m.part(reports.mayReport[0]!.name)) : reports.mayReport[0]!.name}</p>}
      <fieldset className="report-states">
        <legend className="small">{t(m.state)}</legend>
        <Radio.Group value={draft.state} onChange={(event) => set({ state: event.target.value as State })} {...(fault ? { 'aria-describedby': faultId } : {})}>{states.map((state) => <Radio key={state} value={state}>{t(m[state])}</Radio>)}</Radio.Group>
      </fieldset>
      {reports.figure && <Field label={t(m.value(t(reports.figure.unitName)))} {...(reports.figure.asked && { hint: t(m.asked(t(reports.figure.asked))) })}>{(id) => <Input id={id} inputMode="decimal" value={draft.value} onChange={(event) => set({ value: event.target.value })} />}</Field>}
      <Field label={t(m.on)}>{(id) => <Input id={id} type="date" value={draft.on} onChange={(event) => set({ on: event.target.value })} style={{ width: 200 }} />}</Field>
      <Field label={t(m.evidence)} hint={t(m.evidenceHint)}>{(id) => <Input.TextArea id={id} rows={2} maxLength={500} value={draft.evidence} onChange={(event) => set({ evidence: event.target.value })} />}</Field>
      <Field label={t(m.reporter)}>{(id) => <Input id={id} maxLength={30} autoComplete="name" value={draft.reporter} onChange={(event) => set({ reporter: event.target.value })} />}</Field>
      <Field label={t(m.authority)} hint={t(m.authorityHint)}>{(id) => <Input id={id} maxLength={120} value={draft.authority} onChange={(event) => set({ authority: event.target.value })} />}</Field>
      {fault && <p className="field-fault" id={faultId} role="alert">{fault}</p>}
      <div className="row"><Button type="primary" htmlType="submit" loading={act.isPending}>{t(m.send)}</Button><Button onClick={cancel}>{t(m.cancel)}</Button></div>
    </form>
  )
}
