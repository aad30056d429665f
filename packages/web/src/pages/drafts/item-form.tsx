/** The form that corrects an item or adds one: fields by its class, as the server's rules give them. Enter saves. */
import { Button, Input, Modal } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { DraftDetail, DraftFieldForm, DraftItemFields, DraftItemRow } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { draftMessages as m } from './draft-messages.ts'
import type { Verdict } from './use-draft-review.ts'

type Kind = DraftItemRow['kind']
type Values = Readonly<Record<string, string>>

export const addableKinds = ['target', 'duty', 'citation', 'amount', 'organisation', 'clause'] as const
/** The field that the selected words most likely are; the officer changes it as needed. */
const wordsField: Readonly<Record<Kind, string>> = { target: 'subject', duty: 'organisation', citation: 'title', amount: 'name', organisation: 'name', clause: 'heading', unread: 'reason' }

const valuesOf = (fields: DraftItemFields): Values => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : typeof value === 'string' ? value : value.join(' ')]))

/** Fields from what was typed; what stays empty is null. */
export function fieldsOf(forms: readonly DraftFieldForm[], values: Values): DraftItemFields {
  return Object.fromEntries(forms.map((form) => {
    const typed = (values[form.name] ?? '').trim()
    if (form.form === 'clauses') return [form.name, typed.split(/[\s、,，]+/).filter((id) => id !== '')]
    return [form.name, typed === '' ? null : typed]
  }))
}

function Field({ form, value, change }: { form: DraftFieldForm; value: string; change: (value: string) => void }) {
  const { language, t } = useLanguage()
  const id = useId()
  return (
    <div className="draft-field">
      <label htmlFor={id}>{form.label[language]}{form.required && <span aria-hidden="true"> *</span>}{form.form === 'clauses' && <span className="quiet small"> {t(m.clausesHint)}</span>}</label>
      {form.form === 'choice'
        ? <select id={id} value={value} onChange={(event) => change(event.target.value)}><option value="">{t(m.none)}</option>{form.choices.map((c) => <option key={c.key} value={c.key}>{c.label[language]}</option>)}</select>
        : <Input id={id} value={value} onChange={(event) => change(event.target.value)} inputMode={form.form === 'decimal' ? 'decimal' : 'text'} />}
    </div>
  )
}

interface Props {
  readonly draft: DraftDetail
  /** The item to correct; null: add one. */
  readonly item: DraftItemRow | null
  /** Where the words of an addition stand; null: they are typed. */
  readonly passage: { readonly start: number; readonly end: number } | null
  /** From where typed words are looked for first. */
  readonly near: number
  readonly error: unknown
  readonly busy: boolean
  readonly save: (verdict: Verdict) => void
  readonly close: () => void
}

function clauseBefore(draft: DraftDetail, at: number): string | null {
  return draft.items.filter((i) => i.kind === 'clause' && i.state !== 'rejected' && i.start <= at).at(-1)?.clause ?? null
}

export function ItemForm({ draft, item, passage, near, error, busy, save, close }: Props) {
  const { t } = useLanguage()
  const formId = useId()
  const [kind, setKind] = useState<Kind>(item?.kind ?? 'target')
  const [words, setWords] = useState(passage ? draft.text.slice(passage.start, passage.end) : '')
  const clause = clauseBefore(draft, passage?.start ?? near)
  const fresh = (next: Kind): Values => ({ [wordsField[next]]: words.trim().slice(0, 60), ...(next === 'duty' && { clauses: clause ?? '', body: words.trim().slice(0, 60), role: 'responsible' }), ...(next === 'target' && { operator: '=' }), ...(next === 'organisation' && { form: 'organisation' }) })
  const [values, setValues] = useState<Values>(() => (item ? valuesOf((item.state === 'proposed' ? item.suggestion : null) ?? item.fields) : fresh('target')))
  const [missing, setMissing] = useState(false)
  const forms = draft.forms[kind]!
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (item) return save({ item: item.id, act: 'correct', fields: fieldsOf(forms, values) })
    const from = draft.text.indexOf(words, near)
    const start = passage && draft.text.slice(passage.start, passage.end) === words ? passage.start : from >= 0 ? from : draft.text.indexOf(words)
    if (words.trim() === '' || start < 0) return setMissing(true)
    const fields = fieldsOf(forms, values)
    const own = kind === 'clause' ? String(fields['number'] ?? '') : clauseBefore(draft, start)
    save({ item: `added:${crypto.randomUUID()}`, act: 'add', fields, added: { kind, clause: own, start, end: start + words.length } })
  }
  return (
    <Modal open title={t(item ? m.correct : m.add)} onCancel={close} destroyOnHidden
      footer={<div className="row" style={{ justifyContent: 'flex-end' }}><Button onClick={close}>{t(m.cancel)}</Button><Button type="primary" htmlType="submit" form={formId} loading={busy}>{t(m.save)}</Button></div>}>
      <form id={formId} className="draft-form" onSubmit={submit}>
        {Boolean(error) && <ProblemSummary error={error} />}
        {!item && (
          <>
            <div className="draft-field">
              <label htmlFor={`${formId}-words`}>{t(m.passage)}</label>
              <Input.TextArea id={`${formId}-words`} autoSize={{ minRows: 1, maxRows: 4 }} value={words} lang="zh-CN" aria-describedby={`${formId}-hint`} aria-invalid={missing} onChange={(event) => { setWords(event.target.value); setMissing(false) }} />
              <span id={`${formId}-hint`} className={missing ? 'field-fault' : 'quiet small'} role={missing ? 'alert' : undefined}>{t(missing ? m.passageMissing : m.passageHint)}</span>
            </div>
            <div className="draft-field">
              <label htmlFor={`${formId}-kind`}>{t(m.addKind)}</label>
              <select id={`${formId}-kind`} value={kind} onChange={(event) => { const next = event.target.value as Kind; setKind(next); setValues(fresh(next)) }}>{addableKinds.map((key) => <option key={key} value={key}>{t(m[key])}</option>)}</select>
            </div>
          </>
        )}
        {forms.map((form) => <Field key={`${kind}-${form.name}`} form={form} value={values[form.name] ?? ''} change={(value) => setValues({ ...values, [form.name]: value })} />)}
      </form>
    </Modal>
  )
}
