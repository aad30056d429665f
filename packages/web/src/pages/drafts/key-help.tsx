/** The table of keys, and the switch that turns them off. */
import { Checkbox, Modal } from 'antd'
import { useLanguage } from '../../language/language-context.tsx'
import { draftMessages as m } from './draft-messages.ts'

const rows = [['j ↓ / k ↑', m.keyNext], ['a', m.keyAccept], ['x', m.keyReject], ['e', m.keyCorrect], ['n', m.keyAdd], ['c', m.keyClause], ['u', m.keyUndo], ['?', m.keyHelp]] as const

export function KeyHelp({ open, close, on, setOn }: { open: boolean; close: () => void; on: boolean; setOn: (on: boolean) => void }) {
  const { t } = useLanguage()
  return (
    <Modal open={open} onCancel={close} footer={null} title={t(m.help)}>
      <div className="stack">
        <p>{t(m.helpIntro)}</p>
        <dl className="key-table">{rows.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(words)}</dd></div>)}</dl>
        <Checkbox checked={on} onChange={(event) => setOn(event.target.checked)}>{t(m.keysOn)}</Checkbox>
      </div>
    </Modal>
  )
}
