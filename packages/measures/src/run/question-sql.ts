/** From undetermined determinations to questions: which unknown fact, of whom, holds up how many answers. */
import type { EntityKey } from '@bangfu/kernel'
import type { Stage } from '@bangfu/stages'
import type { CompiledMeasure } from './compiled-measure.ts'
import { RuleSql, type DeterminationContext } from './determination-sql.ts'
import { unlistedMember } from './household-members.ts'
import { householdIdSql, ruleBinding, ruleFromSql, subjectIdSql } from './rule-binding.ts'

/**
 * Appends to `unknown_facts` one row per undetermined determination and unknown that holds it up. An unknown that cannot change
 * the answer any more (an unknown grade where the age already decides) is not asked for.
 */
export function unknownFactsStage(measure: CompiledMeasure, context: DeterminationContext): Stage {
  const rules = new RuleSql(ruleBinding(measure.unit))
  const unknowns = rules.unknowns(measure.eligibility)
  const village = measure.unit === 'village' ? 's.village_id' : measure.eligibility.facts.some((f) => f.path === 'village') ? 'v.village_id' : 'CAST(NULL AS VARCHAR)'
  return {
    name: `unknown_facts:${measure.id}`, keep: { append: 'unknown_facts' },
    parameters: { ...rules.parameters, measure: measure.id, unit: measure.unit, today: context.asOf },
    sql: `WITH open AS (
  SELECT ${subjectIdSql(measure.unit)} AS subject_id, ${householdIdSql(measure.unit)} AS household_id, ${village} AS village_id, s.place, ${unknowns} AS unknowns
  FROM ${ruleFromSql(measure.unit, [measure.eligibility], context.parameterDigits)}
  WHERE ${subjectIdSql(measure.unit)} IN (SELECT subject_id FROM "determinations:${measure.id}" WHERE eligible = 'undetermined')
), keys AS (
  SELECT subject_id, household_id, village_id, place, unnest(unknowns) AS unknown FROM open
), named AS (
  -- One fact may be reached on two ways (as the person's own and as a member's): it is asked once.
  SELECT DISTINCT subject_id, place,
    CASE split_part(unknown, '|', 1) WHEN 'self' THEN $unit WHEN 'members' THEN 'person' ELSE split_part(unknown, '|', 1) END AS entity,
    CASE split_part(unknown, '|', 1) WHEN 'self' THEN subject_id WHEN 'household' THEN coalesce(household_id, subject_id) WHEN 'village' THEN coalesce(village_id, subject_id) WHEN 'members' THEN split_part(unknown, '|', 2) END AS entity_id,
    split_part(unknown, '|', 3) AS field
  -- Of a member nobody knows, the question is who belongs to the household.
  FROM (SELECT * EXCLUDE (unknown), CASE WHEN starts_with(unknown, 'members|${unlistedMember}') THEN 'household||member_count' ELSE unknown END AS unknown FROM keys)
)
SELECT $measure AS measure, subject_id AS determination_id, place, count(*) OVER (PARTITION BY subject_id) AS open_count, entity, entity_id, field FROM named`,
  }
}

function entityJoin(entity: EntityKey, table: string): string {
  return `SELECT q.*, ${entity === 'person' ? 'e.person_id' : 'CAST(NULL AS VARCHAR)'} AS person_id, ${entity === 'person' || entity === 'household' ? 'e.household_id' : 'CAST(NULL AS VARCHAR)'} AS household_id,
  coalesce(e.place, q.any_place) AS place, e.unknown_reasons
FROM grouped q LEFT JOIN ${table} e ON e.${entity}_id = q.subject_id WHERE q.entity = '${entity}'`
}

/** The questions, once each however many measures wait for them. Most settled first is left to the lists, which sort within a township. */
export function questionsStage(file: string): Stage {
  return {
    name: 'questions', keep: { parquet: file },
    sql: `WITH grouped AS (
  SELECT entity, entity_id AS subject_id, field, min(place) AS any_place,
    count(*) FILTER (WHERE open_count = 1) AS settles_alone, count(*) AS involved, list_sort(list(DISTINCT measure)) AS measures
  FROM unknown_facts WHERE entity <> 'parameter' GROUP BY ALL
), placed AS (
  ${entityJoin('person', 'persons')}
  UNION ALL ${entityJoin('household', 'households')}
  UNION ALL ${entityJoin('village', 'villages')}
  UNION ALL ${entityJoin('facility', 'facilities')}
)
SELECT 'verify:' || subject_id || ':' || field AS item_key, entity, subject_id, person_id, placed.household_id, place, left(place, 9) AS township, field,
  coalesce(json_extract_string(unknown_reasons, '$."' || field || '"'), CASE WHEN field = 'member_count' AND k.stated IS NOT NULL THEN 'members ' || k.held || '/' || k.stated END, 'not-stated') AS unknown_reason, settles_alone, involved, measures
FROM placed LEFT JOIN half_known_households k ON k.household_id = placed.subject_id ORDER BY item_key`,
  }
}

/** `unknown` parameters, apart: the office that keeps the pack must find them, no household can. */
export function parameterGapsStage(file: string): Stage {
  return {
    name: 'parameter_gaps', keep: { parquet: file },
    sql: `SELECT field AS parameter, measure, left(place, 6) AS county, count(*) FILTER (WHERE open_count = 1) AS settles_alone, count(*) AS involved
FROM unknown_facts WHERE entity = 'parameter' GROUP BY ALL ORDER BY ALL`,
  }
}

/** Empty table that the measures' stages append to. */
export const unknownFactsTable: Stage = {
  name: 'unknown_facts',
  sql: 'SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR) AS determination_id, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS BIGINT) AS open_count, CAST(NULL AS VARCHAR) AS entity, CAST(NULL AS VARCHAR) AS entity_id, CAST(NULL AS VARCHAR) AS field WHERE false',
}
