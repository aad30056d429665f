/**
 * Units in arithmetic. The vocabulary has no compound units (a standard per head is kept in 元), so money times or divided by a
 * quantity stays money, and counting units (人, 户, 个, 月, 年) leave the other side's unit as it is. Anything else is refused.
 */
import { unitLabels, type UnitOfMeasure } from '@bangfu/kernel'

/** `any`: a literal, which takes the unit of the other side. `none`: a pure number. `percent-of:…`: still to be divided by 100. */
export type Unit = UnitOfMeasure | 'none' | 'any' | `percent-of:${UnitOfMeasure | 'none'}`

const counting = new Set<Unit>(['person', 'household', 'count', 'month', 'year'])
const isReal = (unit: Unit): unit is UnitOfMeasure => unit !== 'none' && unit !== 'any' && !unit.startsWith('percent-of:')

/** The unit of both sides of +, -, = and <; undefined when they differ. */
export function commonUnit(a: Unit, b: Unit): Unit | undefined {
  if (a === 'any') return b
  if (b === 'any') return a
  return a === b ? a : undefined
}

export function productUnit(a: Unit, b: Unit): Unit | undefined {
  if (a === 'any' || a === 'none') return a === 'none' && b === 'any' ? 'none' : b
  if (b === 'any' || b === 'none') return a
  if (a === 'percent' || b === 'percent') {
    const other = a === 'percent' ? b : a
    return isReal(other) && other !== 'percent' ? `percent-of:${other}` : undefined
  }
  if (!isReal(a) || !isReal(b)) return undefined
  if ((a === 'yuan') !== (b === 'yuan')) return 'yuan'
  if (counting.has(a) !== counting.has(b)) return counting.has(a) ? b : a
  return undefined
}

/** `byHundred`: the divisor is the literal 100, which turns a percentage into a share. */
export function quotientUnit(a: Unit, b: Unit, byHundred: boolean): Unit | undefined {
  if (byHundred && a === 'percent') return 'none'
  if (byHundred && a.startsWith('percent-of:')) return a.slice('percent-of:'.length) as UnitOfMeasure
  if (b === 'any' || b === 'none') return a
  if (a === b) return 'none'
  if (a === 'any' || a === 'none') return counting.has(b) ? a : undefined
  if (!isReal(a) || !isReal(b) || b === 'percent') return undefined
  if (a === 'yuan' || (counting.has(b) && !counting.has(a))) return a
  return undefined
}

/** What the unit is called in a problem, in both languages. */
export function unitName(unit: Unit): string {
  const { zh, en } = unitLabel(unit)
  return zh === en ? zh : `${zh} ${en}`
}

export function unitLabel(unit: Unit): { readonly zh: string; readonly en: string } {
  if (unit === 'any' || unit === 'none') return { zh: '无单位', en: 'no unit' }
  if (isReal(unit)) return unitLabels[unit]
  const of = unit.slice('percent-of:'.length) as UnitOfMeasure | 'none'
  const label = unitLabel(of)
  return { zh: `${label.zh}×%`, en: `${label.en}×%` }
}
