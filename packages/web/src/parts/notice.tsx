/** A standing remark on a page: what is the matter and what to do. Icon and words carry it, colour only helps. */
import { CheckCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import './notice.css'

const icons = { info: <InfoCircleFilled />, warn: <ExclamationCircleFilled />, good: <CheckCircleFilled /> }

export function Notice({ kind, children, action }: { kind: 'info' | 'warn' | 'good'; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`} role="status">
      <span className="notice-icon" aria-hidden="true">{icons[kind]}</span>
      <div className="notice-text">{children}</div>
      {action && <div className="no-print">{action}</div>}
    </div>
  )
}
