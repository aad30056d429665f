/** Says when the browser has lost the network, and what still works. */
import { useSyncExternalStore } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

export function OfflineNote() {
  const { t } = useLanguage()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <div aria-live="polite">{!online && <p className="offline-note">{t(m.offline)}</p>}</div>
}
