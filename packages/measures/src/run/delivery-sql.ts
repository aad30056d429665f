/** What the loaded lists say of a measure and period: who has it, who may be meant, and for which places a list speaks. */
import type { EntityKey } from '@bangfu/kernel'
import type { Stage } from '@bangfu/stages'
import type { MeasurePeriod } from './measure-period.ts'

/** A list may name any member of a household: what it says counts for the household. */
function subjectSql(unit: EntityKey, column: string): { readonly subject: string; readonly join: string } {
  if (unit !== 'household') return { subject: column, join: '' }
  return { subject: `coalesce(member.household_id, ${column})`, join: `LEFT JOIN persons member ON member.person_id = ${column}` }
}

/**
 * Tables `delivered`, `possible_matches` and `covered_places` of one measure.
 * The amount delivered is unknown as soon as one of its rows gives none; SQL's sum would pass over it.
 */
export function deliveryStages(measure: string, unit: EntityKey, periods: MeasurePeriod): readonly Stage[] {
  const parameters = { measure, periods: periods.delivering ?? [], any_period: periods.delivering === undefined }
  const delivered = subjectSql(unit, 'd.subject_id')
  const candidate = subjectSql(unit, 'u.candidate_id')
  return [
    {
      name: 'delivered', parameters,
      sql: `SELECT ${delivered.subject} AS subject_id, min(d.list_id) AS list_id, min_by(d.list_row, (d.list_id, d.list_row)) AS list_row,
  CASE WHEN count(*) = count(d.amount_fen) THEN CAST(sum(d.amount_fen) AS BIGINT) END AS delivered_fen
FROM deliveries d ${delivered.join}
WHERE d.measure = $measure AND ($any_period OR list_contains($periods, d.period))
GROUP BY 1`,
    },
    {
      name: 'possible_matches', parameters,
      sql: `SELECT ${candidate.subject} AS subject_id, min(u.list_id) AS list_id, min_by(u.list_row, (u.list_id, u.list_row)) AS list_row
FROM unmatched u ${candidate.join}
WHERE u.measure = $measure AND u.candidate_id IS NOT NULL AND ($any_period OR u.period IS NULL OR list_contains($periods, u.period))
GROUP BY 1`,
    },
    {
      name: 'covered_places', parameters: { measure, covering: periods.covering },
      sql: `SELECT s.place, min(c.list_id) AS list_id, string_agg(DISTINCT coalesce(l.title, c.list_id), '、' ORDER BY coalesce(l.title, c.list_id)) AS titles
FROM (SELECT DISTINCT place FROM subject_places WHERE place IS NOT NULL) s
JOIN coverage c ON c.measure = $measure AND list_contains($covering, c.period) AND starts_with(s.place, c.place)
LEFT JOIN lists l ON l.list_id = c.list_id
GROUP BY 1`,
    },
  ]
}
