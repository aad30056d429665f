/** The run: a pack's measures over a snapshot, to determinations, questions, work lists and indicators in a folder. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, problem, sha256Hex, type Language, type PlainDate, type SnapshotManifest } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { openDuckDb, runStages, type Database, type StageReport } from '@bangfu/stages'
import { compileMeasures } from './compile-measures.ts'
import { compileTargets } from './compile-targets.ts'
import type { CompiledMeasure } from './compiled-measure.ts'
import { isInForce } from './in-force.ts'
import { openSnapshot } from './open-snapshot.ts'
import { runId, type RunManifest } from './run-manifest.ts'
import { measureStages, placesStage, resultStages } from './run-plan.ts'
import { createParameterTable } from './parameter-table.ts'
import { runTables, runTableSql, type RunTable } from './run-table.ts'
import { tableHash } from './table-hash.ts'

export interface RunOptions {
  readonly pack: Pack
  readonly snapshotDir: string
  /** Made when missing; tables of an earlier run in it are replaced. */
  readonly outDir: string
  /** Day of the run; must be the day the snapshot is true of. */
  readonly asOf: PlainDate
  readonly threads?: number
  /** Memory of the database; the process itself comes on top. */
  readonly memoryLimitMb?: number
  readonly programVersion: string
  /** Language of the reasons in the CSV lists; default zh. The tables hold both. */
  readonly language?: Language
  readonly onStage?: (report: StageReport) => void
}

/** Throws before anything is written when the pack, the snapshot or the day is refused. */
export async function runMeasures(options: RunOptions): Promise<RunManifest> {
  const compiled = compileMeasures(options.pack)
  const targets = compileTargets(options.pack)
  const tempDir = join(options.outDir, 'spill')
  const database = await openDuckDb({ memoryLimitMb: options.memoryLimitMb ?? 200, threads: options.threads ?? 2, tempDir, keepsScanOrder: false })
  try {
    const snapshot = await openSnapshot(database, options.snapshotDir)
    if (snapshot.asOf !== options.asOf) throw problem('measures/as-of-differs', { asOf: options.asOf, snapshot: snapshot.asOf })
    rmSync(join(options.outDir, 'determinations'), { recursive: true, force: true })
    rmSync(join(options.outDir, 'manifest.json'), { force: true })
    mkdirSync(join(options.outDir, 'determinations'), { recursive: true })
    const inForce = compiled.filter((measure) => isInForce(measure.measure, options.asOf))
    await runStages(database, [placesStage])
    await createParameterTable(database, options.pack, options.asOf)
    await runStages(database, measureStages(inForce, options), reporting(options))
    await runStages(database, resultStages(inForce, targets, options), reporting(options))
    const manifest = await manifestOf(database, options, snapshot, compiled, inForce)
    // Written last: a folder without it holds no finished run.
    writeFileSync(join(options.outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    return manifest
  } finally {
    database.close()
    rmSync(tempDir, { recursive: true, force: true })
  }
}

function reporting(options: RunOptions): { onStage?: (report: StageReport) => void } {
  return options.onStage ? { onStage: options.onStage } : {}
}

async function manifestOf(database: Database, options: RunOptions, snapshot: SnapshotManifest, compiled: readonly CompiledMeasure[], inForce: readonly CompiledMeasure[]): Promise<RunManifest> {
  const tables = {} as Record<RunTable, { rows: number; hash: string }>
  for (const [table, columns] of Object.entries(runTables) as [RunTable, readonly string[]][]) tables[table] = await tableHash(database, runTableSql(options.outDir, table), columns)
  const byMeasure = await database.all<{ measure: string; n: bigint; period: string }>('SELECT measure, any_value(period) AS period, count(*) AS n FROM determinations GROUP BY 1')
  const cellCounts = await database.all<{ cell: number; n: bigint }>('SELECT cell, CAST(sum(determinations) AS BIGINT) AS n FROM summary GROUP BY 1 ORDER BY 1')
  const [counts] = await database.all<Record<'owed' | 'lead' | 'verify' | 'answered' | 'unregistered' | 'owed_all' | 'by_parameter', bigint>>(`SELECT
    count(*) FILTER (WHERE kind = 'owed' AND state = 'open') AS owed, count(*) FILTER (WHERE kind = 'lead' AND state = 'open') AS lead, count(*) FILTER (WHERE kind = 'verify' AND state = 'open') AS verify,
    count(*) FILTER (WHERE state = 'answered') AS answered, count(*) FILTER (WHERE kind = 'owed') AS owed_all, (SELECT count(*) FROM unregistered WHERE state = 'open') AS unregistered,
    (SELECT count(*) FROM (SELECT measure, determination_id FROM unknown_facts GROUP BY ALL HAVING bool_and(entity = 'parameter'))) AS by_parameter FROM work_items`)
  const cells = Object.fromEntries(cellCounts.map((c) => [String(c.cell), Number(c.n)]))
  return {
    format: 'bangfu.run/1', id: runId(options.pack.hash, snapshot.hash, options.programVersion), packHash: options.pack.hash, snapshotHash: snapshot.hash, programVersion: options.programVersion,
    asOf: options.asOf, demonstration: options.pack.overlay?.demonstration ?? false,
    measures: inForce.map((m) => {
      const row = byMeasure.find((r) => r.measure === m.id)
      return { id: m.id, period: row?.period ?? '', ruleHash: m.ruleHash, determinations: Number(row?.n ?? 0n) }
    }),
    notInForce: compiled.filter((m) => !inForce.includes(m)).map((m) => m.id),
    counts: {
      determinations: tables.determinations.rows, owed: Number(counts!.owed), lead: Number(counts!.lead), verify: Number(counts!.verify), unregistered: Number(counts!.unregistered), answered: Number(counts!.answered),
      cells, heldByAnother: (cells['2'] ?? 0) - Number(counts!.owed_all), undeterminedByParameter: Number(counts!.by_parameter),
    },
    tables, resultHash: sha256Hex(canonicalJson(tables)),
  }
}
