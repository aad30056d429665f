/** Single keys of the review: work while no field or dialog has the keyboard, and can be switched off (WCAG 2.1.4). */
import { useEffect, useRef, useState } from 'react'

export type KeyAct = 'next' | 'previous' | 'accept' | 'reject' | 'correct' | 'add' | 'undo' | 'clause' | 'help'

export const draftKeys: Readonly<Record<string, KeyAct>> = {
  j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', a: 'accept', x: 'reject', e: 'correct', n: 'add', u: 'undo', c: 'clause', '?': 'help',
}

const stored = 'bangfu.draft-keys'
const ownKeyboard = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=combobox], .draft-document'

/** The frame of a dialog outlives its dialog by a moment; a key pressed then is meant for the page. */
const openDialog = '.ant-modal-wrap:not([style*="display: none"]) [role=dialog]'

/** Arrows scroll inside the document; there only letters act. */
function takes(event: KeyboardEvent): KeyAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector(openDialog)) return undefined
  const act = draftKeys[event.key] ?? draftKeys[event.key.toLowerCase()]
  const inside = event.target instanceof Element ? event.target.closest(ownKeyboard) : null
  if (inside === null) return act
  return inside.classList.contains('draft-document') && event.key.length === 1 ? act : undefined
}

export function useDraftKeys(perform: (act: KeyAct) => void): { readonly on: boolean; readonly setOn: (on: boolean) => void } {
  const [on, set] = useState(() => localStorage.getItem(stored) !== 'off')
  const latest = useRef(perform)
  useEffect(() => { latest.current = perform })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = takes(event)
      if (act === undefined || (!on && act !== 'help')) return
      event.preventDefault()
      latest.current(act)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
  const setOn = (next: boolean) => {
    localStorage.setItem(stored, next ? 'on' : 'off')
    set(next)
  }
  return { on, setOn }
}
