/** A state in a word with its sign: the sign and the word tell it, colour repeats it. */
import type { ReactNode } from 'react'
import './state-tag.css'

const signs = { yes: '✓', no: '✗', unknown: '?', open: '○', done: '●', warn: '!', plain: '' } as const

export function StateTag({ kind, children }: { kind: keyof typeof signs; children: ReactNode }) {
  return (
    <span className={`state-tag state-${kind}`}>
      {signs[kind] && <i aria-hidden="true">{signs[kind]}</i>}
      {children}
    </span>
  )
}
