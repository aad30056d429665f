/** A place where nothing is yet: says so, says why, and leads on. */
import type { ReactNode } from 'react'
import './empty-state.css'

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state paper">
      <svg viewBox="0 0 48 40" width="48" height="40" aria-hidden="true"><path d="M4 14h40v22H4zM4 14l7-10h26l7 10M17 21h14" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" /></svg>
      <h2>{title}</h2>
      {children && <p className="quiet">{children}</p>}
      {action}
    </div>
  )
}
