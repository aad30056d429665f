/** What a run is: named by pack, snapshot and program, with the hash of every table. `manifest.json` in the run's folder. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, problem, sha256Hex, type PlainDate } from '@bangfu/kernel'
import type { RunTable } from './run-table.ts'

export interface RunManifest {
  readonly format: 'bangfu.run/1'
  /** SHA-256 over pack hash, snapshot hash and program version: the same inputs give the same name. */
  readonly id: string
  readonly packHash: string
  readonly snapshotHash: string
  readonly programVersion: string
  readonly asOf: PlainDate
  /** Some parameters are stand-ins: every page and list says 演示参数. */
  readonly demonstration: boolean
  readonly measures: readonly { readonly id: string; readonly period: string; readonly ruleHash: string; readonly determinations: number }[]
  /** Measures that were not run, because the day lies outside their dates in force. */
  readonly notInForce: readonly string[]
  readonly counts: {
    readonly determinations: number
    /** Open items of each list. */
    readonly owed: number
    readonly lead: number
    readonly verify: number
    readonly unregistered: number
    readonly answered: number
    /** Determinations of each cell, by its number. */
    readonly cells: Readonly<Record<string, number>>
    /** Entitled and not on the list, but holding a measure that excludes it: not owed. */
    readonly heldByAnother: number
    /** Undetermined only because a parameter has no value: a question to the office that keeps the pack. */
    readonly undeterminedByParameter: number
  }
  readonly tables: Readonly<Record<RunTable, { readonly rows: number; readonly hash: string }>>
  /** SHA-256 over the tables' hashes: equal for equal results, whatever the number of threads. */
  readonly resultHash: string
}

export function runId(packHash: string, snapshotHash: string, programVersion: string): string {
  return sha256Hex(canonicalJson({ pack: packHash, snapshot: snapshotHash, program: programVersion }))
}

export function readRunManifest(folder: string): RunManifest {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw problem('measures/no-run', { folder })
  return JSON.parse(readFileSync(file, 'utf8')) as RunManifest
}
