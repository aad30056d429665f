/** Values of computed targets out of the run's indicator file. */
import { runTableSql } from '@bangfu/measures'
import type { RunFacts } from './latest-run.ts'
import type { TargetValue } from './plan-rows.ts'
import { withRunFiles } from './run-files.ts'

interface IndicatorRow {
  readonly [column: string]: string | null
  readonly target: string
  readonly value: string | null
  readonly unknown: string | null
  readonly base: string | null
  readonly gap: string | null
}

/** By target id; empty when there is no run, or its files are gone. */
export async function readIndicatorValues(dataFolder: string, run: RunFacts | undefined): Promise<Map<string, TargetValue>> {
  const rows = await withRunFiles(dataFolder, run, (database, folder) => database.all<IndicatorRow>(
    `SELECT target, CAST(value AS VARCHAR) AS value, CAST("unknown" AS VARCHAR) AS "unknown", CAST(base AS VARCHAR) AS base, CAST(gap AS VARCHAR) AS gap FROM ${runTableSql(folder, 'indicators')} WHERE proof = 'computed'`))
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  const values = (rows ?? []).flatMap((row): [string, TargetValue][] => row.value === null ? [] : [[row.target, { value: trim(row.value), unknown: Number(row.unknown ?? 0), of: row.base === null ? null : Number(row.base), gap: row.gap === null ? null : trim(row.gap) }]])
  return new Map(values)
}
