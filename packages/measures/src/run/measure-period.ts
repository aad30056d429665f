/** Which period a determination is about, and which periods of lists and deliveries speak of it. Works by labels, so that SQL compares texts. */
import { addMonths, parsePeriod, periodBounds, type Period, type PlainDate } from '@bangfu/kernel'
import type { PackMeasure } from '@bangfu/plan'

export interface MeasurePeriod {
  readonly period: Period
  /** Periods of a list that speaks for the whole of the period: itself and those that contain it. */
  readonly covering: readonly Period[]
  /** Periods of a delivery that count for it: those above and those within. Undefined: any period (given once). */
  readonly delivering: readonly Period[] | undefined
}

/**
 * Year and `once` give the year of the day, month gives its month. A school term is labelled by the quarter it begins in:
 * the spring term (March to August) by the first, the autumn term (September to February) by the third.
 */
export function measurePeriod(cadence: PackMeasure['cadence'], asOf: PlainDate): MeasurePeriod {
  const period = periodOf(cadence, asOf)
  const labels = [...labelsOf(Number(period.slice(0, 4))), ...labelsOf(Number(period.slice(0, 4)) + 1)]
  const covering = labels.filter((label) => contains(periodBounds(label), periodBounds(period)))
  if (cadence === 'once') return { period, covering, delivering: undefined }
  const span = cadence === 'term' ? termBounds(period) : periodBounds(period)
  return { period, covering, delivering: labels.filter((label) => covering.includes(label) || contains(span, periodBounds(label))) }
}

function periodOf(cadence: PackMeasure['cadence'], asOf: PlainDate): Period {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))]
  if (cadence === 'month') return parsePeriod(asOf.slice(0, 7))
  if (cadence === 'term') return parsePeriod(month < 3 ? `${year - 1}-Q3` : `${year}-Q${month < 9 ? 1 : 3}`)
  return parsePeriod(String(year))
}

interface Bounds { readonly from: PlainDate; readonly to: PlainDate }

function termBounds(period: Period): Bounds {
  const quarter = periodBounds(period)
  return { from: addMonths(quarter.from, 2), to: addMonths(quarter.to, 5) }
}

function labelsOf(year: number): readonly Period[] {
  const quarters = [1, 2, 3, 4].map((q) => `${year}-Q${q}`)
  const months = Array.from({ length: 12 }, (_, m) => `${year}-${String(m + 1).padStart(2, '0')}`)
  return [String(year), ...quarters, ...months].map(parsePeriod)
}

function contains(outer: Bounds, inner: Bounds): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
