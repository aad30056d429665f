/** Values that a body reports: indicator, place, period. A later report of the same source stands beside the earlier one and counts. */
import { findDecimal, problemData, ProblemError, type Period } from '@bangfu/kernel'
import type { Register } from '../session/register.ts'
import type { Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'

export interface SeriesValue {
  readonly indicator: string
  /** Division code inside the session's place. */
  readonly place: string
  readonly period: Period
  /** Exact decimal text, at most four digits after the point. */
  readonly value: string
  readonly unit: string
  readonly source: string
}

/** Records the values as one action, all or none; every wrong one is named. Returns how many. */
export async function recordSeries(register: Register, session: Session, values: readonly SeriesValue[], request: { readonly authority: string; readonly requestId: string }): Promise<number> {
  const faults = values.flatMap((value, i) => {
    const decimal = findDecimal(value.value)
    if (!decimal || decimal.scale > 4) return [problemData('register/bad-series-value', { row: i + 1, indicator: value.indicator, value: value.value })]
    if (session.place !== '0' && !value.place.startsWith(session.place)) return [problemData('register/outside-scope', { actor: session.nameZh, place: value.place })]
    return []
  })
  if (faults.length > 0) throw new ProblemError(faults)
  return withAction(register, session, { kind: 'load-series', ...request, payload: { values: values.length } }, async (tx) => {
    const { rowCount } = await tx.query(`
      insert into register.series (indicator, place, period, value, unit, source, action_id)
      select x.indicator, x.place, x.period, x.value, x.unit, x.source, $2 from jsonb_to_recordset($1::jsonb) as x(indicator text, place text, period text, value numeric, unit text, source text)
      on conflict do nothing`, [JSON.stringify(values), tx.actionId])
    return rowCount ?? 0
  })
}
