/** Showing full id numbers of a household: only with a reason, kept only on this page, logged by the server. */
import { EyeOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Household, RouteOutput } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { householdMessages as m } from './household-messages.ts'

export type Revealed = RouteOutput<'revealHousehold'>

export function RevealButton({ household, revealed }: { household: string; revealed: (answer: Revealed) => void }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState(false)
  const act = useAct('revealHousehold', ['getHousehold'])
  const id = useId()
  const submit = async () => {
    if ([...reason.trim()].length < 2) return setFault(true)
    const answer = await act.mutateAsync({ params: { id: household }, body: { reason: reason.trim() } }).catch(() => undefined)
    if (!answer) return
    setOpen(false)
    revealed(answer)
  }
  return (
    <>
      <Button icon={<EyeOutlined aria-hidden="true" />} onClick={() => setOpen(true)} aria-haspopup="dialog">{t(m.reveal)}</Button>
      <Modal title={t(m.reveal)} open={open} onCancel={() => setOpen(false)} cancelText={t(m.cancel)} okText={t(m.reveal)} okButtonProps={{ loading: act.isPending }} onOk={() => void submit()}>
        <div className="stack" style={{ gap: 10 }}>
          {act.isError && <ProblemSummary error={act.error} />}
          <p>{t(m.revealNote)}</p>
          <div>
            <label htmlFor={id}>{t(m.reason)} <span className="quiet small">{t(m.reasonHint)}</span></label>
            <Input id={id} value={reason} maxLength={200} status={fault ? 'error' : ''} aria-invalid={fault} aria-describedby={fault ? `${id}-fault` : undefined} onChange={(event) => {
              setReason(event.target.value)
              setFault(false)
            }} onPressEnter={() => void submit()} />
            {fault && <p id={`${id}-fault`} role="alert" style={{ color: 'var(--bad)' }}>{t(m.reasonNeeded)}</p>}
          </div>
        </div>
      </Modal>
    </>
  )
}

export function RevealedPanel({ household, answer, hide }: { household: Household; answer: Revealed; hide: () => void }) {
  const { t } = useLanguage()
  const nameOf = (id: string) => household.members.find((member) => member.id === id)?.name ?? t(m.nobody)
  return (
    <div className="stack no-print" style={{ gap: 8 }}>
      <Notice kind="info" action={<Button onClick={hide}>{t(m.hide)}</Button>}>{t(m.revealed)}</Notice>
      <ul className="paper panel">
        {answer.persons.map((person) => (
          <li key={person.id}>
            <strong>{nameOf(person.id)}</strong> {t(m.identity)} <span className="number">{person.idNumber ?? t(m.none)}</span> · {t(m.phone)} {person.phone ?? t(m.none)}
            {person.disabilityCertificate && ` · ${t(m.certificate)} ${person.disabilityCertificate}`}
          </li>
        ))}
        {answer.phone && <li>{t(m.householdPhone)} {answer.phone}</li>}
      </ul>
    </div>
  )
}
