/** One measure's determinations: the rule over every subject of its unit, beside what the lists say. One pass over the unit's table; rows in no order. */
import type { PlainDate } from '@bangfu/kernel'
import type { CompiledExpression, SqlBinding } from '@bangfu/feel'
import type { SqlParameters, Stage } from '@bangfu/stages'
import { cells, deliveryAnswers, eligibilityAnswers, type Delivery, type Eligibility } from './cell.ts'
import type { CompiledMeasure } from './compiled-measure.ts'
import type { MeasurePeriod } from './measure-period.ts'
import { householdIdSql, readsMembers, ruleBinding, ruleFromSql, subjectIdSql } from './rule-binding.ts'

/** Columns of a determination, in order. */
export const determinationColumns = [
  'measure', 'unit', 'subject_id', 'household_id', 'place', 'township', 'period', 'eligible', 'delivered', 'cell',
  'amount_fen', 'amount_to_fen', 'delivered_fen', 'list_id', 'list_row', 'conditions', 'rule_hash',
] as const

/** Rule fragments compiled with parameter names of their own, and the parameters gathered. */
export class RuleSql {
  readonly parameters: Record<string, SqlParameters[string]> = {}
  readonly #binding: SqlBinding
  #count = 0
  constructor(binding: SqlBinding) { this.#binding = binding }

  add(rule: CompiledExpression): string {
    const fragment = rule.toSql(this.#binding, `r${this.#count++}_`)
    Object.assign(this.parameters, fragment.parameters)
    return `(${fragment.sql})`
  }

  /** SQL list of the unknowns that keep the rule's answer open. */
  unknowns(rule: CompiledExpression): string {
    const fragment = rule.unknownsToSql(this.#binding, `r${this.#count++}_`)
    Object.assign(this.parameters, fragment.parameters)
    return fragment.sql
  }
}

/** Answers as small numbers while rows are joined: comparing texts twelve times a row would cost more than the rule. */
const [eligibleNumber, deliveredNumber] = [new Map(eligibilityAnswers.map((answer, i) => [answer, i])), new Map(deliveryAnswers.map((answer, i) => [answer, i]))]
const pairNumber = (eligible: Eligibility, delivered: Delivery): number => eligibleNumber.get(eligible)! * deliveryAnswers.length + deliveredNumber.get(delivered)!

function cellSql(): string {
  return `CASE e.eligible_n * ${deliveryAnswers.length} + e.delivered_n ${cells.map((c) => `WHEN ${pairNumber(c.eligible, c.delivered)} THEN ${c.cell}`).join(' ')} END`
}

function textSql(column: string, numbers: ReadonlyMap<string, number>): string {
  return `CASE ${column} ${[...numbers].map(([text, n]) => `WHEN ${n} THEN '${text}'`).join(' ')} END`
}

/** The rule's hash as rows carry it: twelve signs, which DuckDB keeps beside the row; the whole hash is in the run's manifest. */
export function ruleVersion(ruleHash: string): string {
  return ruleHash.slice(0, 12)
}

export interface DeterminationContext {
  readonly asOf: PlainDate
  /** Division code of the pack's area; subjects elsewhere are none of its business, subjects without a place are kept. */
  readonly area: string
  readonly parameterDigits: number
  readonly period: MeasurePeriod
}

/** Reads `delivered`, `possible_matches` and `covered_places` of the same measure. */
export function determinationStage(measure: CompiledMeasure, context: DeterminationContext, file: string): Stage {
  const rules = new RuleSql(ruleBinding(measure.unit))
  const conditions = measure.conditions.map((c) => rules.add(c.expression))
  const amount = (rule: CompiledExpression | undefined): string => (rule ? rules.add(rule) : 'CAST(NULL AS DECIMAL(18,2))')
  const [low, high] = [amount(measure.amount), amount(measure.amountTo)]
  const names = conditions.map((_, i) => `c${i}`)
  const all = [measure.eligibility, measure.amount, measure.amountTo].filter((r) => r !== undefined)
  // No ORDER BY: the hash of a table does not depend on the order of its rows, and sorting would double the time.
  // Amounts are costly and only the entitled have one. Conditions over members cannot guard them: DuckDB takes no alias of a sub-query.
  const guard = measure.conditions.flatMap((c, i) => (readsMembers(measure.unit, c.expression) ? [] : [`c${i}`])).join(' AND ') || 'true'
  const sql = `WITH evaluated AS (
  SELECT ${subjectIdSql(measure.unit)} AS subject_id, ${householdIdSql(measure.unit)} AS household_id, s.place,
    ${conditions.map((c, i) => `${c} AS c${i}`).join(',\n    ')},
    CASE WHEN ${guard} THEN CAST(${low} * 100 AS BIGINT) END AS low, CASE WHEN ${guard} THEN CAST(${high} * 100 AS BIGINT) END AS high
  FROM ${ruleFromSql(measure.unit, all, context.parameterDigits)}
  WHERE s.place IS NULL OR starts_with(s.place, $area)
), matched AS (
  SELECT e.*, CAST(CASE (${names.join(' AND ')}) WHEN true THEN ${eligibleNumber.get('yes')} WHEN false THEN ${eligibleNumber.get('no')} ELSE ${eligibleNumber.get('undetermined')} END AS TINYINT) AS eligible_n,
    CAST(CASE WHEN d.subject_id IS NOT NULL THEN ${deliveredNumber.get('yes')} WHEN m.subject_id IS NOT NULL THEN ${deliveredNumber.get('possible-match')} WHEN c.place IS NOT NULL THEN ${deliveredNumber.get('no')} ELSE ${deliveredNumber.get('no-list')} END AS TINYINT) AS delivered_n,
    d.delivered_fen, coalesce(d.list_id, m.list_id, c.list_id) AS list_id, coalesce(d.list_row, m.list_row) AS list_row
  FROM evaluated e
  LEFT JOIN delivered d ON d.subject_id = e.subject_id
  LEFT JOIN possible_matches m ON m.subject_id = e.subject_id
  LEFT JOIN covered_places c ON c.place = e.place
)
SELECT $measure AS measure, $unit AS unit, subject_id, household_id, place, left(place, 9) AS township, $period AS period, ${textSql('e.eligible_n', eligibleNumber)} AS eligible, ${textSql('e.delivered_n', deliveredNumber)} AS delivered,
  CAST(${cellSql()} AS UTINYINT) AS cell, CASE WHEN e.eligible_n = ${eligibleNumber.get('yes')} THEN low END AS amount_fen, CASE WHEN e.eligible_n = ${eligibleNumber.get('yes')} THEN high END AS amount_to_fen, delivered_fen,
  list_id, list_row,
  concat(${names.map((n) => `CASE ${n} WHEN true THEN 'T' WHEN false THEN 'F' ELSE 'U' END`).join(', ')}) AS conditions,
  $rule_hash AS rule_hash
FROM matched e`
  return {
    name: `determinations:${measure.id}`, sql, keep: { parquet: file },
    parameters: { ...rules.parameters, measure: measure.id, unit: measure.unit, period: context.period.period, rule_hash: ruleVersion(measure.ruleHash), today: context.asOf, area: context.area },
  }
}
