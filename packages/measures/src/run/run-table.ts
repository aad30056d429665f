/** The Parquet files of a run and their columns: what the server and the lists read. */
import { join } from 'node:path'
import { readParquetSql } from '@bangfu/stages'
import { determinationColumns } from './determination-sql.ts'

export const runTables = {
  /** One row per measure and subject; a file per measure in a folder. `conditions` has a letter T, F or U for each condition of the rule, in its order. */
  determinations: determinationColumns,
  /** What must be asked before the undetermined can be told. `subject_id` is the one whose fact it is. */
  questions: ['item_key', 'entity', 'subject_id', 'person_id', 'household_id', 'place', 'township', 'field', 'unknown_reason', 'settles_alone', 'involved', 'measures'],
  /** The three lists. `state` is answered when a result came back for the item. */
  work_items: [
    'item_key', 'kind', 'basis', 'measure', 'measures', 'period', 'entity', 'subject_id', 'household_id', 'place', 'township', 'field', 'amount_fen', 'amount_to_fen',
    'settles_alone', 'involved', 'reason_zh', 'reason_en', 'clauses', 'delivered_by', 'list_id', 'list_row', 'state', 'result',
  ],
  /** Rows of departments' lists that name nobody in the register: leads of their own. */
  unregistered: ['item_key', 'measure', 'period', 'place', 'township', 'list_id', 'list_row', 'reason_zh', 'reason_en', 'clauses', 'delivered_by', 'state', 'result'],
  /** Determinations that wait for a parameter without a value: a question to the office that keeps the pack, never to a household. */
  parameter_gaps: ['parameter', 'measure', 'county', 'settles_alone', 'involved'],
  /** Determinations counted by measure, township and cell; amounts of the entitled, and how many of them are unknown. */
  summary: ['measure', 'unit', 'township', 'cell', 'eligible', 'delivered', 'determinations', 'amount_fen', 'amount_unknown'],
  /** Headline targets: what the register counts, or who owes the report. */
  indicators: ['target', 'proof', 'operator', 'target_value', 'unit', 'place', 'until', 'value', 'counted', 'base', 'unknown', 'gap', 'met', 'reported_by', 'clauses'],
  /** Subjects behind a computed indicator: counted, missing (in the base and not counted) or unknown. */
  indicator_rows: ['target', 'entity', 'subject_id', 'household_id', 'place', 'township', 'state'],
} as const satisfies Record<string, readonly string[]>

export type RunTable = keyof typeof runTables

/** Path of a table's file, or the pattern of its files. */
export function runTablePath(folder: string, table: RunTable): string {
  return table === 'determinations' ? join(folder, 'determinations', '*.parquet') : join(folder, `${table}.parquet`)
}

/** `read_parquet(...)` of a run's table. */
export function runTableSql(folder: string, table: RunTable): string {
  return readParquetSql(runTablePath(folder, table))
}
