/** Targets against the register: the value computed, the gap, and the subjects behind it; or who owes the report. */
import type { Pack, PackTarget } from '@bangfu/plan'
import type { Stage } from '@bangfu/stages'
import type { CompiledTarget } from './compiled-measure.ts'
import { RuleSql, type DeterminationContext } from './determination-sql.ts'
import { householdIdSql, ruleBinding, ruleFromSql, subjectIdSql } from './rule-binding.ts'

export const indicatorRowsTable: Stage = {
  name: 'indicator_parts',
  sql: 'SELECT CAST(NULL AS VARCHAR) AS target, CAST(NULL AS VARCHAR) AS entity, CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS household_id, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS VARCHAR) AS township, CAST(NULL AS VARCHAR) AS state WHERE false',
}

/**
 * Subjects of one computed target. Counted: the filter holds. Missing: in the base, and it does not hold. Unknown: it cannot be told.
 * Without a base (`of`) nobody is missing by name: the gap is a number, and only those counted or unknown are listed.
 */
export function indicatorRowsStage(target: CompiledTarget, context: Pick<DeterminationContext, 'asOf' | 'area' | 'parameterDigits'>): Stage {
  const rules = new RuleSql(ruleBinding(target.entity))
  const [count, of] = [rules.add(target.count), target.of ? rules.add(target.of) : undefined]
  const all = [target.count, target.of].filter((r) => r !== undefined)
  return {
    name: `indicator:${target.id}`, keep: { append: 'indicator_parts' },
    parameters: { ...rules.parameters, target: target.id, entity: target.entity, today: context.asOf, area: target.target.place ?? context.area },
    sql: `WITH judged AS (
  SELECT ${subjectIdSql(target.entity)} AS subject_id, ${householdIdSql(target.entity)} AS household_id, s.place, ${count} AS counts, ${of ?? 'true'} AS belongs
  FROM ${ruleFromSql(target.entity, all, context.parameterDigits)} WHERE s.place IS NULL OR starts_with(s.place, $area)
)
SELECT $target AS target, $entity AS entity, subject_id, household_id, place, left(place, 9) AS township,
  CASE WHEN counts AND belongs THEN 'counted' WHEN counts IS NULL OR belongs IS NULL THEN 'unknown' ELSE 'missing' END AS state
FROM judged WHERE coalesce(belongs, true) AND (${of ? 'true' : 'coalesce(counts, true)'})`,
  }
}

/** Value of a share in percent to two digits, of a count as it is; NULL where the base is empty. */
const valueSql = `CASE WHEN $share THEN CASE WHEN base = 0 THEN NULL ELSE CAST((counted * 10000 + base // 2) // base AS DECIMAL(18,4)) / 100 END ELSE counted END`

function isShare(target: PackTarget): boolean {
  return ['%', '％', '百分点', 'percent'].includes(target.unit)
}

/** One row of `indicators`. `met` is undetermined while unknown subjects could still decide it. */
export function indicatorStage(target: PackTarget): Stage {
  const computed = target.proof.kind === 'computed'
  const numbers = target.value !== null && ['=', '>=', '<=', '>', '<'].includes(target.operator)
  return {
    name: `indicators:${target.id}`, keep: { append: 'indicator_values' },
    parameters: {
      target: target.id, proof: target.proof.kind, operator: target.operator, target_value: target.value, unit: target.unit, place: target.place ?? null, until: target.until,
      reported_by: target.proof.kind === 'reported' ? target.proof.by : null, clauses: target.clauses, share: computed && isShare(target), all: target.operator === 'all', numbers,
    },
    sql: `WITH counts AS (
  SELECT count(*) FILTER (WHERE state = 'counted') AS counted, count(*) FILTER (WHERE state <> 'unknown') AS base, count(*) FILTER (WHERE state = 'unknown') AS unknown
  FROM indicator_parts WHERE target = $target
), reported AS (
  SELECT arg_max(value, period) AS value FROM series WHERE indicator = $target
), valued AS (
  SELECT counted, base, unknown, CAST(CASE WHEN $proof = 'computed' THEN ${valueSql.replaceAll('$share', 'CAST($share AS BOOLEAN)')} ELSE reported.value END AS DECIMAL(18,4)) AS value, CAST($target_value AS DECIMAL(18,4)) AS wanted
  FROM counts, reported
)
SELECT $target AS target, $proof AS proof, $operator AS operator, wanted AS target_value, $unit AS unit, $place AS place, $until AS until, value,
  CASE WHEN $proof = 'computed' THEN counted END AS counted, CASE WHEN $proof = 'computed' THEN base END AS base, CASE WHEN $proof = 'computed' THEN unknown END AS unknown,
  CASE WHEN $all AND $proof = 'computed' THEN CAST(base - counted AS DECIMAL(18,4)) WHEN $numbers AND value IS NOT NULL THEN CASE WHEN $operator IN ('<=', '<') THEN greatest(value - wanted, 0) ELSE greatest(wanted - value, 0) END END AS gap,
  CASE WHEN $all AND $proof = 'computed' THEN CASE WHEN base - counted > 0 THEN 'no' WHEN unknown > 0 THEN 'undetermined' WHEN base = 0 THEN 'undetermined' ELSE 'yes' END
    WHEN NOT $numbers OR value IS NULL THEN 'undetermined'
    WHEN $operator = '<=' THEN CASE WHEN value > wanted THEN 'no' WHEN unknown > 0 AND $proof = 'computed' THEN 'undetermined' ELSE 'yes' END
    WHEN $operator = '<' THEN CASE WHEN value >= wanted THEN 'no' WHEN unknown > 0 AND $proof = 'computed' THEN 'undetermined' ELSE 'yes' END
    WHEN ($operator = '>' AND value > wanted) OR ($operator <> '>' AND value >= wanted) THEN 'yes'
    WHEN unknown > 0 AND $proof = 'computed' THEN 'undetermined' ELSE 'no' END AS met,
  $reported_by AS reported_by, $clauses AS clauses
FROM valued`,
  }
}

export const indicatorValuesTable: Stage = {
  name: 'indicator_values',
  sql: `SELECT CAST(NULL AS VARCHAR) AS target, CAST(NULL AS VARCHAR) AS proof, CAST(NULL AS VARCHAR) AS operator, CAST(NULL AS DECIMAL(18,4)) AS target_value, CAST(NULL AS VARCHAR) AS unit, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS VARCHAR) AS until,
  CAST(NULL AS DECIMAL(18,4)) AS value, CAST(NULL AS BIGINT) AS counted, CAST(NULL AS BIGINT) AS base, CAST(NULL AS BIGINT) AS unknown, CAST(NULL AS DECIMAL(18,4)) AS gap, CAST(NULL AS VARCHAR) AS met, CAST(NULL AS VARCHAR) AS reported_by, CAST(NULL AS VARCHAR[]) AS clauses WHERE false`,
}

/** Targets with a row of their own: every counted one, and of the reported ones the headlines. */
export function valuedTargets(pack: Pack): readonly PackTarget[] {
  return pack.targets.targets.filter((target) => target.headline || target.proof.kind === 'computed')
}
