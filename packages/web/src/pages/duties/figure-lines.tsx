/** Open items by kind, a line each, every count opening its list. Kinds with none are left out. */
import { Link } from 'react-router'
import type { CountLink } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { dutiesMessages as m } from './duties-messages.ts'

export function FigureLines({ figures }: { figures: Readonly<Record<'owed' | 'verify' | 'lead', CountLink>> | null }) {
  const { t } = useLanguage()
  if (!figures) return null
  return (
    <>
      {(['owed', 'verify', 'lead'] as const).filter((key) => figures[key].count > 0).map((key) => (
        <div key={key}><Link to={listAddress(figures[key].list)} data-count={figures[key].count}>{t(m[key])} {figures[key].count}</Link></div>
      ))}
    </>
  )
}
