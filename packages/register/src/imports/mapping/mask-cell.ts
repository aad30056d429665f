/** Hides what a problem may not carry: identity numbers, certificates, phones, cards and names, wherever they stand. */
import { maskIdentity, maskName } from '@bangfu/kernel'
import { cellText, type RawCell } from '../files/raw-sheet.ts'

export type MaskKind = 'number' | 'name' | 'plain'

const shown = 40

/** The cell as it may be shown. In plain cells any run of seven or more digits is masked too: numbers turn up in wrong columns. */
export function maskCell(cell: RawCell | undefined, kind: MaskKind): string {
  const text = cellText(cell).trim()
  const short = [...text].length > shown ? `${[...text].slice(0, shown).join('')}…` : text
  if (kind === 'name') return /\d{7,}/.test(text) ? maskIdentity(text) : maskName(short)
  if (kind === 'number') return text.length > 30 ? '*'.repeat(30) : maskIdentity(text)
  return short.normalize('NFKC').replace(/\d[\d\s-]{5,}[\dXx]/g, (run) => (run.length < 10 ? '*'.repeat(run.length) : maskIdentity(run)))
}
