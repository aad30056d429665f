/** Units that measure one thing, with exact whole factors, so that 3 公里 and 3000 米 are the same figure and metres are never compared with mu. */
import { compareDecimal, divideDecimal, multiplyDecimal, parseDecimal, type Decimal } from '@bangfu/kernel'

/** Areas in thirds of a square metre: a mu is 2000 of them, exactly. */
const scales: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  length: { 米: '1', m: '1', 里: '500', 公里: '1000', 千米: '1000', km: '1000' },
  area: { 平方米: '3', '㎡': '3', 亩: '2000', 公顷: '30000', 平方公里: '3000000', 平方千米: '3000000' },
  mass: { 克: '1', 斤: '500', 公斤: '1000', 千克: '1000', 吨: '1000000' },
  power: { 千瓦: '1', kW: '1', 兆瓦: '1000', MW: '1000', 万千瓦: '10000' },
  share: { '%': '1', 百分点: '1', 个百分点: '1', 成: '10', '‰': '0.1' },
  time: { 月: '1', 个月: '1', 年: '12' },
}
const byUnit: ReadonlyMap<string, { readonly dimension: string; readonly factor: Decimal }> = new Map(
  Object.entries(scales).flatMap(([dimension, units]) => Object.entries(units).map(([unit, factor]) => [unit, { dimension, factor: parseDecimal(factor) }] as const)))

/** What the unit measures; undefined for a unit that only counts things. */
export const dimensionOf = (unit: string): string | undefined => byUnit.get(unit)?.dimension

/** The figure in another unit of the same dimension; undefined where it has no exact decimal there. */
export function inUnit(value: Decimal, from: string, to: string): Decimal | undefined {
  if (from === to) return value
  const target = byUnit.get(to)
  if (!target || dimensionOf(from) !== target.dimension) return undefined
  const smallest = inSmallest(value, from)
  const found = divideDecimal(smallest, target.factor, 6, 'half-up')
  return found && compareDecimal(multiplyDecimal(found, target.factor), smallest) === 0 ? found : undefined
}

/** The figure in the smallest unit of its dimension; unchanged for a unit that only counts. */
export function inSmallest(value: Decimal, unit: string): Decimal {
  const scale = byUnit.get(unit)
  return scale ? multiplyDecimal(value, scale.factor) : value
}
