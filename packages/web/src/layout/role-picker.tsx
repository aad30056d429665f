/** The role in the header: shows who acts and opens the list of roles. */
import { UserSwitchOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Session } from '../client/contract.ts'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'
import { RoleList } from './role-list.tsx'

export function RolePicker({ session }: { session: Session }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const actor = session.current
  if (!actor) return null
  const who = `${t(actor.roleName)} · ${actor.place.name}`
  return (
    <>
      <Button type="text" className="role-button" icon={<UserSwitchOutlined aria-hidden="true" />} onClick={() => setOpen(true)} aria-haspopup="dialog" aria-label={`${t(m.actAs)}: ${who}. ${t(m.change)}`}>
        <span className="role-name">{who}</span>
      </Button>
      <Modal title={t(m.pickTitle)} open={open} onCancel={() => setOpen(false)} footer={null} width={620} destroyOnHidden>
        <RoleList session={session} chosen={() => setOpen(false)} />
      </Modal>
    </>
  )
}
