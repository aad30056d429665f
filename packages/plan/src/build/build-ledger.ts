/** The ledger of figures of a built pack: where each figure of an item stands, and, when the document is at hand, those that nothing holds. */
import { figuresIn } from '../pack/figures-in.ts'
import type { BuiltClause, BuiltQuantity } from './built-pack.ts'

export interface HeldFigure {
  readonly clause: string
  readonly start: number
  readonly end: number
  /** Null: a commitment in words. */
  readonly value: string | null
  /** Upper end of a range. */
  readonly to: string | null
  readonly unit: string
  /** What holds the figure, and its upper end where that is held by another. */
  readonly holder: Pick<BuiltQuantity, 'target' | 'parameter'>
  readonly upperHolder?: Pick<BuiltQuantity, 'target' | 'parameter'>
}

const unheld = { zh: '草稿里没有哪一项承接这个数：是目标、数额，还是只是背景，要由人定', en: 'no item of the draft holds this figure: whether it is a target, an amount or background is for a person to say' }

/** Without the document an entry stands where its passage begins; with it, at the very digits. */
function entriesOf(figure: HeldFigure, text: string | undefined): BuiltQuantity[] {
  const { clause, start, end, value, to, unit, holder, upperHolder } = figure
  const digits = value === null || text === undefined ? [] : [...text.slice(start, end).matchAll(/\d+(?:\.\d+)?/g)].map((m) => start + m.index)
  const entry = (at: number, said: string | null, by: HeldFigure['holder']): BuiltQuantity => ({ clause, at, end, value: said, unit, ...by })
  const first = entry(digits[0] ?? start, value, holder)
  return to === null ? [first] : [first, entry(digits[1] ?? Math.max(start, end - 1), to, upperHolder ?? holder)]
}

/** `outside`: passages whose digits are numbers of documents. In the document's order. */
export function buildLedger(figures: readonly HeldFigure[], clauses: readonly BuiltClause[], outside: readonly { readonly start: number; readonly end: number }[], text: string | undefined): BuiltQuantity[] {
  const held = figures.flatMap((figure) => entriesOf(figure, text))
  const places = new Set(held.map((q) => q.at))
  const spans = figures.map(({ start, end }) => ({ start, end }))
  const loose = text === undefined ? [] : figuresIn(text, clauses.map((c) => ({ id: c.id, start: c.start, ownEnd: c.end })), [...outside, ...spans]).filter(({ at }) => !places.has(at))
  return [...held, ...loose.map(({ at, figure, clause }): BuiltQuantity => ({ clause, at, end: at + figure.length, value: figure, unit: '', missing: unheld }))].sort((a, b) => a.at - b.at)
}
