/** Head of a page: its one h1, which takes the focus when the address changes, a line of explanation, and the page's actions. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import './page-head.css'

export function PageHead({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, state } = useLocation()
  useEffect(() => {
    document.title = `${title} · 帮扶 Bangfu`
  }, [title])
  useEffect(() => {
    // On the very first page the browser's own start of reading is right; after a move the new heading is.
    if ((state as { moved?: boolean } | null)?.moved !== false && window.history.state?.idx > 0) heading.current?.focus({ preventScroll: true })
  }, [pathname, state])
  return (
    <div className="page-head">
      <div className="page-head-text">
        <h1 tabIndex={-1} ref={heading}>{title}</h1>
        {children && <div className="page-head-note">{children}</div>}
      </div>
      {actions && <div className="row no-print">{actions}</div>}
    </div>
  )
}
