/** Which columns a reader wants to see in a list, and how dense: remembered in this browser, by list. Holds no data of the list. */
import { useState } from 'react'

export interface ListLook {
  readonly hidden: readonly string[]
  readonly dense: boolean
}

function read(list: string, start: ListLook): ListLook {
  try {
    const stored = JSON.parse(localStorage.getItem(`bangfu.list.${list}`) ?? 'null') as Partial<ListLook> | null
    return { hidden: Array.isArray(stored?.hidden) ? stored.hidden : start.hidden, dense: stored?.dense ?? start.dense }
  } catch {
    return start
  }
}

export function useListLook(list: string, hiddenAtFirst: readonly string[] = []): [ListLook, (look: ListLook) => void] {
  const [look, set] = useState<ListLook>(() => read(list, { hidden: hiddenAtFirst, dense: true }))
  const change = (next: ListLook) => {
    set(next)
    try {
      localStorage.setItem(`bangfu.list.${list}`, JSON.stringify(next))
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }
  return [look, change]
}
