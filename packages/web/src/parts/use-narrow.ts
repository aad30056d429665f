/** Whether the window is as narrow as a phone: lists then turn into cards. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 719px)')

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
