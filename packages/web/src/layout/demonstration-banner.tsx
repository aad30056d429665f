/** Says on every page that stand-ins for unsourced parameters are in use (演示参数). */
import { useCall } from '../client/use-call.ts'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'

export function DemonstrationBanner() {
  const { t } = useLanguage()
  const today = useCall('getToday', {})
  if (!today.data?.demonstration) return null
  return (
    <aside className="demonstration" aria-label={t(m.demonstration)}>
      <strong>{t(m.demonstration)}</strong> <span>{t(m.demonstrationNote)}</span>
    </aside>
  )
}
