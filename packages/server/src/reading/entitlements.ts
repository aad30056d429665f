/** Determinations of the latest run for a household and its members: nine cells in words. Read from the run's files. */
import { runTableSql } from '@bangfu/measures'
import type { Pack } from '@bangfu/plan'
import type { Entitlement } from '../contract/index.ts'
import { cellWords } from './cell-words.ts'
import type { RunFacts } from './latest-run.ts'
import { measureWords } from './pack-words.ts'
import { withRunFiles } from './run-files.ts'

interface DeterminationRow {
  readonly [column: string]: string | null
  readonly measure: string
  readonly unit: string
  readonly subject_id: string
  readonly period: string
  readonly eligible: string
  readonly delivered: string
  readonly amount: string | null
  readonly amount_to: string | null
}

/** `names`: subject id → name, for the household and its members. */
export async function readEntitlements(dataFolder: string, run: RunFacts | undefined, household: string, names: ReadonlyMap<string, string | null>, pack: Pack): Promise<Entitlement[]> {
  const rows = await withRunFiles(dataFolder, run, (database, folder) => database.all<DeterminationRow>(
    `SELECT measure, unit, subject_id, period, eligible, delivered, CAST(amount_fen AS VARCHAR) AS amount, CAST(amount_to_fen AS VARCHAR) AS amount_to
     FROM ${runTableSql(folder, 'determinations')} WHERE household_id = $household OR subject_id = $household ORDER BY measure, subject_id`, { parameters: { household } }))
  return (rows ?? []).map((row) => {
    const eligible = row.eligible as Entitlement['eligible']
    const delivered = row.delivered as Entitlement['delivered']
    return {
      measure: measureWords(pack, row.measure), unit: row.unit as Entitlement['unit'], subjectId: row.subject_id, subjectName: names.get(row.subject_id) ?? null, period: row.period,
      eligible, delivered, meaning: cellWords(eligible, delivered), reason: null, amountFen: row.amount, amountToFen: row.amount_to,
    }
  })
}
