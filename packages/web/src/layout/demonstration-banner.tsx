/** Says on every page that stand-ins for unsourced parameters are in use (演示参数). */
import { useCall } from '../client/use-call.ts'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'

export function DemonstrationBanner() {
  const { t } = useLanguage()
  const today = useCall('getToday', {})
  if (!today.data?.demonstration) return null
  return (
    <div className="demonstration" role="note">
      <strong>{t(m.demonstration)}</strong> <span>{t(m.demonstrationNote)}</span>
    </div>
  )
}
