/** The frame of every page: header with search and role, navigation, the page itself, footer. Without a role only the choice of one. */
import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { Link, Outlet, ScrollRestoration } from 'react-router'
import { useSession } from '../client/use-session.ts'
import { storedLanguage, useLanguage } from '../language/language-context.tsx'
import { QueryView } from '../parts/query-view.tsx'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { layoutMessages as m } from './layout-messages.ts'
import { NavLinks } from './nav-links.tsx'
import { OfflineNote } from './offline-note.tsx'
import { RoleList } from './role-list.tsx'
import { RolePicker } from './role-picker.tsx'
import { SearchBox } from './search-box.tsx'
import './shell.css'

function Brand() {
  const { t } = useLanguage()
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true"><rect width="32" height="32" rx="7" fill="currentColor" /><path d="M9 22V13l7-5 7 5v9M13 22v-5h6v5" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round" /></svg>
      {t(m.product)}
    </Link>
  )
}

export function Shell() {
  const { t, followLanguage } = useLanguage()
  const session = useSession()
  const said = session.data?.language
  useEffect(() => {
    if (said && !storedLanguage()) followLanguage(said)
  }, [said, followLanguage])
  const [menu, setMenu] = useState(false)
  const actor = session.data?.current
  return (
    <div className="shell">
      <a className="skip-link" href="#main">{t(m.skip)}</a>
      <header className="shell-header no-print">
        {actor && <Button type="text" className="menu-button" icon={<MenuOutlined aria-hidden="true" />} onClick={() => setMenu(true)} aria-label={t(m.menu)} aria-haspopup="dialog" />}
        <Brand />
        {actor ? <SearchBox /> : <span className="search-box" />}
        <div className="shell-tools">
          {session.data && <RolePicker session={session.data} />}
          <LanguageSwitch />
        </div>
      </header>
      {actor && (
        <nav className="shell-nav no-print" aria-label={t(m.mainNav)}>
          <NavLinks />
        </nav>
      )}
      <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={260} title={t(m.product)} className="no-print">
        <nav aria-label={t(m.mainNav)}><NavLinks gone={() => setMenu(false)} /></nav>
      </Drawer>
      <div className="shell-body">
        {actor && <DemonstrationBanner />}
        <OfflineNote />
        <main id="main" tabIndex={-1}>
          <QueryView query={session}>
            {(data) =>
              data.current ? (
                <Suspense fallback={null}><Outlet key={data.current.id} /></Suspense>
              ) : (
                <div className="pick-page paper">
                  <h1>{t(m.pickTitle)}</h1>
                  <RoleList session={data} />
                </div>
              )
            }
          </QueryView>
        </main>
        <footer className="shell-footer no-print">
          <span>{t(m.footer)}</span>
          <Link to="/feedback">{t(m.feedback)}</Link>
          <Link to="/runs">{t(m.runs)}</Link>
        </footer>
      </div>
      <ScrollRestoration />
    </div>
  )
}
