/** The stages of a run in their order. Reading this file is reading what a run does. */
import { join } from 'node:path'
import type { Language, PlainDate } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { readParquetSql, type Stage } from '@bangfu/stages'
import type { CompiledMeasure, CompiledTarget } from './compiled-measure.ts'
import { deliveryStages } from './delivery-sql.ts'
import { determinationStage, type DeterminationContext } from './determination-sql.ts'
import { indicatorRowsStage, indicatorRowsTable, indicatorStage, indicatorValuesTable, valuedTargets } from './indicator-sql.ts'
import { summaryStage, unregisteredCsvStage, unregisteredStage, vocabularyStages, workItemStages } from './list-stages.ts'
import { answersStage, conflictItemsStage, conflictStages, conflictsTable, itemsTable, measureNamesStages, notEligibleStages, owedStage, questionItemsStage, unclearItemsStage, unclearRowsTable, unclearRowStage } from './item-stages.ts'
import { measurePeriod } from './measure-period.ts'
import { parameterPlaceDigits } from './parameter-table.ts'
import { parameterGapsStage, questionsStage, unknownFactsStage, unknownFactsTable } from './question-sql.ts'
import { runTablePath, type RunTable } from './run-table.ts'

export interface RunPlanOptions {
  readonly pack: Pack
  readonly outDir: string
  readonly asOf: PlainDate
  /** Language of the reasons in the CSV lists; default zh. */
  readonly language?: Language
}

/** Every place that a subject lives or stands in; made before the parameters, which are resolved for these places. */
export const placesStage: Stage = {
  name: 'subject_places',
  sql: 'SELECT DISTINCT place FROM (SELECT place FROM persons UNION ALL SELECT place FROM households UNION ALL SELECT place FROM villages UNION ALL SELECT place FROM facilities)',
}

/** One village a place: where a snapshot names two, the first by id. */
const villagePlacesStage: Stage = { name: 'village_places', keep: 'view', sql: 'SELECT * FROM villages QUALIFY row_number() OVER (PARTITION BY place ORDER BY village_id) = 1' }

/** Per measure: what the lists say, the determinations, what is unknown, and the items that follow from the measure alone. */
export function measureStages(measures: readonly CompiledMeasure[], options: RunPlanOptions): readonly Stage[] {
  const context = (measure: CompiledMeasure): DeterminationContext => ({
    asOf: options.asOf, area: options.pack.pack.place, parameterDigits: parameterPlaceDigits(options.pack), period: measurePeriod(measure.measure.cadence, options.asOf),
  })
  return [
    villagePlacesStage, ...measureNamesStages(measures), unknownFactsTable, itemsTable, conflictsTable, unclearRowsTable, coveringTable,
    ...measures.flatMap((measure) => [
      ...deliveryStages(measure.id, measure.unit, context(measure).period),
      determinationStage(measure, context(measure), join(options.outDir, 'determinations', `${measure.id}.parquet`)),
      coveringStage(measure), unknownFactsStage(measure, context(measure)), ...notEligibleStages(measure), unclearRowStage(measure),
    ]),
    // What is owed depends on every other measure that excludes it, so it waits for all determinations.
    ...measures.flatMap((measure) => [owedStage(measure, measures), ...conflictStages(measure, measures)]),
  ]
}

const coveringTable: Stage = { name: 'covering_lists', sql: 'SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS VARCHAR) AS titles WHERE false' }

/** Keeps the titles of the lists that cover a place, for the reasons of what is owed. */
function coveringStage(measure: CompiledMeasure): Stage {
  return { name: `covering_lists:${measure.id}`, keep: { append: 'covering_lists' }, parameters: { measure: measure.id }, sql: 'SELECT $measure, place, titles FROM covered_places' }
}

/** From all measures together: the tables and lists of the run. */
export function resultStages(measures: readonly CompiledMeasure[], targets: readonly CompiledTarget[], options: RunPlanOptions): readonly Stage[] {
  const file = (table: RunTable): string => runTablePath(options.outDir, table)
  const context = { asOf: options.asOf, area: options.pack.pack.place, parameterDigits: parameterPlaceDigits(options.pack) }
  return [
    determinationsStage(measures, options.outDir), summaryStage(options.outDir),
    ...vocabularyStages, questionsStage(file('questions')), parameterGapsStage(file('parameter_gaps')), questionItemsStage,
    conflictItemsStage, unclearItemsStage,
    answersStage, ...workItemStages(measures, options.outDir, options.language ?? 'zh'), unregisteredStage(file('unregistered'), options.pack.pack.place), unregisteredCsvStage(options.outDir, options.language ?? 'zh'),
    indicatorRowsTable, indicatorValuesTable,
    ...targets.map((target) => indicatorRowsStage(target, context)), ...valuedTargets(options.pack).map(indicatorStage),
    { name: 'indicators', keep: { parquet: file('indicators') }, sql: 'SELECT * FROM indicator_values ORDER BY target' },
    { name: 'indicator_rows', keep: { parquet: file('indicator_rows') }, sql: 'SELECT * FROM indicator_parts ORDER BY target, subject_id' },
  ]
}

/** All determinations under one name. A pack without a measure in force has none, and no file to read. */
function determinationsStage(measures: readonly CompiledMeasure[], outDir: string): Stage {
  if (measures.length > 0) return { name: 'determinations', keep: 'view', sql: `SELECT * FROM ${readParquetSql(runTablePath(outDir, 'determinations'))}` }
  return { name: 'determinations', keep: { parquet: join(outDir, 'determinations', 'none.parquet') }, sql: noDeterminationsSql }
}

const noDeterminationsSql = `SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR) AS unit, CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS household_id, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS VARCHAR) AS township,
  CAST(NULL AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS eligible, CAST(NULL AS VARCHAR) AS delivered, CAST(NULL AS UTINYINT) AS cell, CAST(NULL AS BIGINT) AS amount_fen, CAST(NULL AS BIGINT) AS amount_to_fen,
  CAST(NULL AS BIGINT) AS delivered_fen, CAST(NULL AS VARCHAR) AS list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS VARCHAR) AS conditions, CAST(NULL AS VARCHAR) AS rule_hash WHERE false`
