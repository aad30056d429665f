/** Tabs that are addresses: each can be opened, sent and gone back to like any page. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './link-tabs.css'

export interface LinkTab {
  readonly key: string
  readonly to: string
  readonly label: ReactNode
  readonly count?: string | undefined
}

/** On a narrow screen the tabs scroll: the one that is open must be seen. `scrollIntoView` would also make the next Tab start from here. */
function intoView(link: HTMLAnchorElement | null): void {
  const tabs = link?.parentElement
  if (!link || !tabs) return
  const beyond = link.offsetLeft + link.offsetWidth - tabs.offsetLeft - tabs.clientWidth
  if (beyond > tabs.scrollLeft) tabs.scrollLeft = beyond
}

export function LinkTabs({ label, tabs, current }: { label: string; tabs: readonly LinkTab[]; current: string }) {
  return (
    <nav className="link-tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.key} to={tab.to} aria-current={tab.key === current ? 'page' : undefined} ref={tab.key === current ? intoView : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
