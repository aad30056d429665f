/** Runs named SQL stages in order. Each becomes a relation of its own name, so that a person can stop after any of them and read it. */
import { problem } from '@bangfu/kernel'
import type { Database, SqlParameters } from './database.ts'
import { copyToCsvSql, copyToParquetSql, parquetViewSql } from './parquet.ts'
import { quoteName } from './sql-name.ts'

export interface Stage {
  readonly name: string
  /** A SELECT. Earlier stages are tables of their name. */
  readonly sql: string
  readonly parameters?: SqlParameters
  /**
   * Keep as a table (default), as a view (takes no parameters), as a Parquet file that the name then reads, as a CSV file (written
   * by one thread, whose rows need not wait for each other), or as further rows of a table made by an earlier stage.
   */
  readonly keep?: 'table' | 'view' | { readonly parquet: string; readonly rowGroupRows?: number } | { readonly csv: string } | { readonly append: string }
}

export interface StageReport {
  readonly name: string
  readonly milliseconds: number
}

export interface StageRunOptions {
  /** Runs up to and including this stage. */
  readonly stopAfter?: string
  readonly onStage?: (report: StageReport) => void
}

/** Reports of the stages that ran. A failed stage throws `stages/failed` with its name and SQL; the stages before it stay readable. */
export async function runStages(database: Database, stages: readonly Stage[], options: StageRunOptions = {}): Promise<readonly StageReport[]> {
  if (options.stopAfter !== undefined && !stages.some((s) => s.name === options.stopAfter)) {
    throw problem('stages/unknown-stage', { stage: options.stopAfter, known: stages.map((s) => s.name).join(', ') })
  }
  const reports: StageReport[] = []
  for (const stage of stages) {
    const started = performance.now()
    const oneThread = typeof stage.keep === 'object' && 'csv' in stage.keep
    for (const sql of statementsOf(stage)) await database.run(sql, { stage: stage.name, parameters: stage.parameters ?? {}, oneThread })
    const report = { name: stage.name, milliseconds: performance.now() - started }
    reports.push(report)
    options.onStage?.(report)
    if (stage.name === options.stopAfter) break
  }
  return reports
}

function statementsOf(stage: Stage): readonly string[] {
  const keep = stage.keep ?? 'table'
  if (keep === 'table') return [`CREATE OR REPLACE TABLE ${quoteName(stage.name)} AS\n${stage.sql}`]
  if (keep === 'view') return [`CREATE OR REPLACE VIEW ${quoteName(stage.name)} AS\n${stage.sql}`]
  if ('append' in keep) return [`INSERT INTO ${quoteName(keep.append)}\n${stage.sql}`]
  if ('csv' in keep) return [copyToCsvSql(stage.sql, keep.csv)]
  return [copyToParquetSql(stage.sql, keep.parquet, keep.rowGroupRows), parquetViewSql(stage.name, keep.parquet)]
}
