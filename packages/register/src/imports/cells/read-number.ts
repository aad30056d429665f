/** Reads exact decimals and amounts of money from cells: thousands signs, 全角, units in the cell. Never through binary arithmetic. */
import { decimal, findDecimal, formatDecimal, multiplyDecimal, roundDecimal, type Decimal } from '@bangfu/kernel'
import type { RawCell } from '../files/raw-sheet.ts'
import { blankReading, filledText, unreadable, type CellReader } from './cell-reading.ts'

const cellUnits: Readonly<Record<string, number>> = { 元: 1, 圆: 1, 块: 1, 人民币元: 1, 万元: 10_000, 万: 10_000, 亩: 1, 平方米: 1, 平米: 1, 公里: 1, 千米: 1, km: 1, 个月: 1, 月: 1, 人: 1, 口: 1, 户: 1, 年: 1, 个: 1, 岁: 1 }

const moneyUnits = new Set(['元', '圆', '块', '人民币元', '万元', '万'])

/**
 * The number in the text times its own unit's factor; undefined when it is none. Thousands signs must stand where thousands do.
 * `ownUnit`: the cell states a unit of money, so that of the header does not count.
 */
export function findCellDecimal(text: string): { readonly value: Decimal; readonly ownUnit: boolean } | undefined {
  const match = /^[¥¥]?\s*([+-]?)\s*((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)\s*([^\d\s.,+-]*)(?:整|\/.+)?$/.exec(text.replace(/[−–]/g, '-').replace(/m2$/i, '平方米'))
  if (!match || match[2] === '') return undefined
  const unit = match[3]!.replace(/整$/, '')
  const factor = unit === '' ? 1 : cellUnits[unit]
  const number = findDecimal(match[1]! + match[2]!.replaceAll(',', ''))
  if (!number || factor === undefined) return undefined
  return { value: factor === 1 ? number : multiplyDecimal(number, decimal(factor)), ownUnit: moneyUnits.has(unit) }
}

const one = decimal(1)

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

/** Digits that the register keeps of a number, those after the point among them; of an amount, in fen. One that has more is no number of a list. */
const mostDigits = 18

function holds(value: string, scale: number): boolean {
  return value.replace('-', '').split('.')[0]!.length <= mostDigits - scale
}

/**
 * Reader of a number field with `scale` digits after the point. `factor` turns the header's unit into the field's (万元 → 元: 10000).
 * Too many decimals are rounded half up with a notice; a whole-number field with a fraction is unreadable.
 */
export function numberReader(scale: number, factor: Decimal = one): CellReader {
  return (cell: RawCell) => {
    if (typeof cell === 'boolean' || cell instanceof Date) return unreadable('imports/number-unreadable', { rule: '' })
    const text = filledText(cell)
    if (text === undefined) return blankReading
    const found = findCellDecimal(text)
    if (!found) return unreadable('imports/number-unreadable', { rule: '' })
    const exact = found.ownUnit ? found.value : multiplyDecimal(found.value, factor)
    const rounded = roundDecimal(exact, scale, 'half-up')
    const value = trimmed(formatDecimal(rounded))
    if (!holds(value, scale)) return unreadable('imports/number-unreadable', { rule: '（数字过大 / the number is too large）' })
    if (trimmed(formatDecimal(exact)) === value) return { value }
    if (scale === 0) return unreadable('imports/number-unreadable', { rule: '（应为整数 / a whole number is needed）' })
    return { value, problem: 'imports/number-rounded', details: { kept: value } }
  }
}

/** Reader of money: whole fen as text. `factor` as above. */
export function amountReader(factor: Decimal = one): CellReader {
  return (cell: RawCell) => {
    if (typeof cell === 'boolean' || cell instanceof Date) return unreadable('imports/amount-unreadable')
    const text = filledText(cell)
    if (text === undefined) return blankReading
    const found = findCellDecimal(text)
    if (!found) return unreadable('imports/amount-unreadable')
    const fen = multiplyDecimal(multiplyDecimal(found.value, decimal(100)), found.ownUnit ? one : factor)
    const rounded = roundDecimal(fen, 0, 'half-up')
    const value = formatDecimal(rounded)
    if (!holds(value, 0)) return unreadable('imports/amount-unreadable')
    return trimmed(formatDecimal(fen)) === value ? { value } : { value, problem: 'imports/number-rounded', details: { kept: formatDecimal({ coefficient: rounded.coefficient, scale: 2 }) } }
  }
}
