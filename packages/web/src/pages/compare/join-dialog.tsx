/** Joining an item of the upper plan with one of the lower by hand. */
import { Button, Modal } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { PlanComparison } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { compareMessages as m } from './compare-messages.ts'
import { itemName } from './match-tools.tsx'

export function JoinDialog({ comparison, upper, save, close }: { comparison: PlanComparison; upper: string; save: (lower: string) => void; close: () => void }) {
  const { t, language } = useLanguage()
  const id = useId()
  const options = upper.startsWith('clause:')
    ? comparison.lowerClauses.map((c) => ({ id: `clause:${c.id}`, words: `${c.id} ${c.title}` }))
    : comparison.lowerTargets.map((target) => ({ id: target.id, words: `${target.clause} ${target.words} ${target.figure[language]}` }))
  const [lower, setLower] = useState(options[0]?.id ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lower !== '') save(lower)
  }
  return (
    <Modal open title={t(m.joinTitle)} onCancel={close} footer={<Button type="primary" htmlType="submit" form={`${id}-form`}>{t(m.save)}</Button>}>
      <form id={`${id}-form`} className="draft-form" onSubmit={submit}>
        <p lang="zh-CN">{itemName(comparison, upper)}</p>
        <div className="draft-field">
          <label htmlFor={id}>{t(m.joinWhich)}</label>
          <select id={id} value={lower} onChange={(event) => setLower(event.target.value)}>{options.map((o) => <option key={o.id} value={o.id}>{o.words}</option>)}</select>
        </div>
      </form>
    </Modal>
  )
}
