/** The places one can go, in the order of daily work. */
import { ApartmentOutlined, AuditOutlined, BarChartOutlined, FileSearchOutlined, FileTextOutlined, HomeOutlined, ImportOutlined, TeamOutlined } from '@ant-design/icons'
import { NavLink } from 'react-router'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'

const links = [
  { to: '/', icon: <HomeOutlined />, label: m.today },
  { to: '/work-items', icon: <AuditOutlined />, label: m.work },
  { to: '/persons', icon: <TeamOutlined />, label: m.register },
  { to: '/plan', icon: <FileTextOutlined />, label: m.plan },
  { to: '/drafts', icon: <FileSearchOutlined />, label: m.drafts },
  { to: '/indicators', icon: <BarChartOutlined />, label: m.indicators },
  { to: '/villages', icon: <ApartmentOutlined />, label: m.places },
  { to: '/imports', icon: <ImportOutlined />, label: m.imports },
] as const

export function NavLinks({ gone }: { gone?: () => void }) {
  const { t } = useLanguage()
  return (
    <ul className="nav-links">
      {links.map((link) => (
        <li key={link.to}>
          <NavLink to={link.to} end={link.to === '/'} {...(gone ? { onClick: gone } : {})}>
            <span aria-hidden="true">{link.icon}</span>
            {t(link.label)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
