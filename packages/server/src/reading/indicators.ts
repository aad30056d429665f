/** How many subjects stand behind each computed target, inside the actor's place: counted, missing, unknown. The lists behind them ask the same file. */
import { placeRange, type DivisionCode } from '@bangfu/kernel'
import { runTableSql } from '@bangfu/measures'
import type { RunFacts } from './latest-run.ts'
import { withRunFiles } from './run-files.ts'

export interface IndicatorCounts {
  readonly counted: number
  /** In the base of the target and not counted. */
  readonly missing: number
  readonly unknown: number
}

interface CountRow {
  readonly [column: string]: string | null
  readonly target: string
  readonly counted: string
  readonly missing: string
  readonly unknown: string
}

async function countSubjects(dataFolder: string, run: RunFacts | undefined, place: string): Promise<ReadonlyMap<string, IndicatorCounts>> {
  const { from, to } = placeRange(place as DivisionCode)
  const state = (name: string): string => `CAST(count(*) FILTER (WHERE r.state = '${name}') AS VARCHAR)`
  const rows = await withRunFiles(dataFolder, run, (database, folder) => database.all<CountRow>(
    `SELECT i.target, ${state('counted')} AS counted, ${state('missing')} AS missing, ${state('unknown')} AS "unknown"
     FROM ${runTableSql(folder, 'indicators')} i LEFT JOIN ${runTableSql(folder, 'indicator_rows')} r ON r.target = i.target AND r.place >= $from AND r.place < $to
     WHERE i.proof = 'computed' GROUP BY i.target`, { parameters: { from, to } }))
  return new Map((rows ?? []).map((row) => [row.target, { counted: Number(row.counted), missing: Number(row.missing), unknown: Number(row.unknown) }]))
}

/** A run does not change: its counts are kept for the places asked last. */
const kept = new Map<string, Promise<ReadonlyMap<string, IndicatorCounts>>>()
const mostKept = 40

/** By target id; empty when there is no run, or its files are gone. */
export function readIndicatorCounts(dataFolder: string, run: RunFacts | undefined, place: string): Promise<ReadonlyMap<string, IndicatorCounts>> {
  if (!run) return Promise.resolve(new Map())
  const key = `${dataFolder} ${run.id} ${place}`
  const known = kept.get(key)
  if (known) return known
  const counts = countSubjects(dataFolder, run, place)
  kept.set(key, counts)
  // A reading that failed, or found no files, may succeed later.
  counts.then((found) => { if (found.size === 0) kept.delete(key) }, () => kept.delete(key))
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return counts
}
