/** The value of a computed target out of its counts: a number of subjects, or their share; and the gap to what is asked. Exact, nothing guessed. */
import { compareDecimal, findDecimal, formatDecimal, subtractDecimal, decimal } from '@bangfu/kernel'
import type { PackTarget } from '@bangfu/plan'
import type { IndicatorCounts } from '../reading/indicators.ts'

export interface TargetValue {
  readonly value: string
  readonly counted: number
  readonly unknown: number
  /** Subjects looked at, where the target names its base. */
  readonly of: number | null
  readonly gap: string | null
}

const percents: readonly string[] = ['%', '％', '百分点', 'percent']

/** Percent to two digits, rounded half up, without trailing zeros. */
function share(part: number, whole: number): string {
  const hundredths = (BigInt(part) * 20000n + BigInt(whole)) / (2n * BigInt(whole))
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
  return text.replace(/\.?0+$/, '')
}

/** Null where no number can be compared: nothing asked, a wider place, an empty base, or unknown subjects that could still open a gap. */
function gapOf({ operator, value: asked }: PackTarget, value: string, counts: IndicatorCounts, comparable: boolean): string | null {
  if (!comparable) return null
  if (operator === 'all') return counts.missing > 0 ? String(counts.missing) : counts.unknown > 0 || counts.counted === 0 ? null : '0'
  const [wanted, found] = [asked === null ? undefined : findDecimal(asked), findDecimal(value)]
  if (!wanted || !found || !['=', '>=', '<=', '>', '<'].includes(operator)) return null
  const gap = operator.startsWith('<') ? subtractDecimal(found, wanted) : subtractDecimal(wanted, found)
  if (compareDecimal(gap, decimal(0)) > 0) return formatDecimal(gap)
  return counts.unknown > 0 && operator.startsWith('<') ? null : '0'
}

/** Undefined where there is nobody to take a share of. `comparable`: the place that is counted is the place that the target is for. */
export function findTargetValue(target: PackTarget, counts: IndicatorCounts | undefined, comparable: boolean): TargetValue | undefined {
  if (!counts || target.proof.kind !== 'computed') return undefined
  const base = counts.counted + counts.missing
  const isShare = percents.includes(target.unit)
  if (isShare && base === 0) return undefined
  const value = isShare ? share(counts.counted, base) : String(counts.counted)
  return { value, counted: counts.counted, unknown: counts.unknown, of: target.proof.of === undefined ? null : base, gap: gapOf(target, value, counts, comparable) }
}
