/** Giving one result to one or many items: fill in, check, confirm. */
import { App, Button, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import type { WorkItem } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { answerMessages as m } from './answer-messages.ts'
import './answer-dialog.css'
import { FactInput } from './fact-input.tsx'
import { ResultsOutcomeView } from './results-outcome.tsx'
import { workMessages } from './work-messages.ts'

interface Draft {
  readonly result?: string
  readonly value?: string | undefined
  readonly note?: string
  readonly on?: string
}

/** The one question all items ask, or undefined when they ask different ones. An unclear row is answered "yes" for one subject at a time. */
function commonQuestion(items: readonly WorkItem[]): WorkItem['question'] | undefined {
  const first = items[0]?.question
  return first && items.every((item) => item.question?.field === first.field && item.question.entity === first.entity) ? first : undefined
}

function faultOf(draft: Draft, items: readonly WorkItem[]) {
  if (!draft.result) return m.chooseResult
  if (items[0]?.kind !== 'verify' || draft.result !== 'answered') return undefined
  if (!commonQuestion(items)) return m.differentQuestions
  return draft.value ? undefined : m.needValue
}

function Form({ items, draft, change, fault }: { items: readonly WorkItem[]; draft: Draft; change: (draft: Draft) => void; fault: string | undefined }) {
  const { t, language } = useLanguage()
  const vocabulary = useVocabulary()
  const id = useId()
  const kind = items[0]!.kind
  const question = commonQuestion(items)
  return (
    <div className="answer-form">
      <fieldset>
        <legend>{t(m.result)}</legend>
        <Radio.Group value={draft.result ?? null} onChange={(event) => change({ ...draft, result: event.target.value as string })} {...(fault ? { 'aria-describedby': `${id}-fault` } : {})}>
          {(vocabulary?.workItemResults[kind] ?? []).map((word) => <Radio key={word.code} value={word.code}>{word[language]}</Radio>)}
        </Radio.Group>
      </fieldset>
      {kind === 'verify' && draft.result === 'answered' && question && (
        <div>
          <label htmlFor={`${id}-value`}>{t(m.value(t(question.label)))}</label>
          {question.field.startsWith('match/') && <p className="quiet small">{t(m.matchHint)}</p>}
          <FactInput id={`${id}-value`} label={t(m.value(t(question.label)))} entity={question.entity} field={question.field} value={draft.value} change={(value) => change({ ...draft, value })} />
        </div>
      )}
      {fault && <p className="answer-fault" id={`${id}-fault`} role="alert">{fault}</p>}
      <div>
        <label htmlFor={`${id}-on`}>{t(m.on)} <span className="quiet small">{t(m.onHint)}</span></label>
        <Input id={`${id}-on`} type="date" value={draft.on ?? ''} onChange={(event) => change({ ...draft, on: event.target.value })} style={{ width: 200 }} />
      </div>
      <div>
        <label htmlFor={`${id}-note`}>{t(m.note)}</label>
        <Input.TextArea id={`${id}-note`} value={draft.note ?? ''} maxLength={500} rows={2} onChange={(event) => change({ ...draft, note: event.target.value })} />
      </div>
    </div>
  )
}

export function AnswerDialog({ items, close }: { items: readonly WorkItem[]; close: (answered: boolean) => void }) {
  const { t, language, number } = useLanguage()
  const { message } = App.useApp()
  const vocabulary = useVocabulary()
  const [draft, setDraft] = useState<Draft>({})
  const [checking, setChecking] = useState(false)
  const [fault, setFault] = useState<string>()
  const act = useAct('answerWorkItems', ['getWorkItems', 'getWorkItemCounts', 'getToday', 'getHousehold'])
  const word = vocabulary?.workItemResults[items[0]!.kind].find((w) => w.code === draft.result)?.[language] ?? ''
  const next = () => {
    const found = faultOf(draft, items)
    setFault(found && t(found))
    if (!found) setChecking(true)
  }
  const submit = async () => {
    const common = { result: draft.result!, ...(draft.value && draft.result === 'answered' ? { value: draft.value } : {}), ...(draft.note ? { note: draft.note } : {}), ...(draft.on ? { answeredOn: draft.on } : {}) }
    const outcome = await act.mutateAsync({ body: { items: items.map((item) => ({ key: item.key, ...common })) } }).catch(() => undefined)
    // What is to be said of it stands in the dialog until it is read.
    if (!outcome || outcome.rejected.length + outcome.notices.length > 0) return
    void message.success(t(m.taken(number(outcome.taken))))
    close(true)
  }
  const footer = act.data ? (
    <Button onClick={() => close(true)}>{t(workMessages.close)}</Button>
  ) : checking ? (
    <>
      <Button onClick={() => setChecking(false)}>{t(m.back)}</Button>
      <Button type="primary" loading={act.isPending} onClick={() => void submit()}>{t(m.submit)}</Button>
    </>
  ) : (
    <>
      <Button onClick={() => close(false)}>{t(m.cancel)}</Button>
      <Button type="primary" onClick={next}>{t(m.check)}</Button>
    </>
  )
  const names = items.slice(0, 6).map((item) => item.subject.name ?? t(workMessages.unnamed)).join(language === 'zh' ? '、' : ', ')
  return (
    <Modal open title={t(m.title(items.length))} onCancel={() => close(act.data !== undefined)} footer={footer} width={560}>
      <div className="stack" style={{ gap: 12 }}>
        {act.isError && <ProblemSummary error={act.error} />}
        <p className="quiet">{names}{items.length > 6 ? ` ${t(m.andMore(items.length - 6))}` : ''}</p>
        {act.data ? <ResultsOutcomeView outcome={act.data} /> : checking ? <p>{t(draft.result === 'pending' ? m.willStay(items.length, word) : m.willClose(items.length, word))}</p> : <Form items={items} draft={draft} change={setDraft} fault={fault} />}
      </div>
    </Modal>
  )
}
