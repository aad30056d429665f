/** What stands reported on the obligations of the plan, as pages and files show it: one reading for plan page, duty list, matrix and Word file. */
import type { BoundObligation, Pack } from '@bangfu/plan'
import type { Actor, Bilingual, ObligationReport, ObligationReports } from '../contract/index.ts'
import { placeNamed, type RegisterPlace } from '../plan/body.ts'
import { dateWords } from '../plan/date-words.ts'
import { askedWords, unitWords } from '../plan/quantity-words.ts'
import { bodyWords } from '../reading/pack-words.ts'
import { reportPlaces } from './may-report.ts'
import type { ReportRow } from './report-store.ts'
import { reportCountWords, reportLine } from './report-words.ts'

export interface ReportsRead {
  /** Newest first, undone ones included. */
  readonly rows: readonly ReportRow[]
  readonly places: readonly RegisterPlace[]
  readonly actor: Actor
}

/** The unit in which a report on the obligation gives a figure; undefined where its kind has none. */
export function figureUnit(pack: Pack, { target, written }: BoundObligation): string | undefined {
  if (target) return target.value === null || target.unit === '' ? undefined : target.unit
  if (written.kind === 'money') return '元'
  const parameter = written.kind === 'ban' && written.parameter !== undefined ? pack.parameters.find((p) => p.id === written.parameter) : undefined
  return parameter?.unit === 'yuan' ? '元' : parameter?.unit === 'percent' ? '%' : undefined
}

const nowhere = (code: string): boolean => code === '0'

export function shownReport(row: ReportRow, places: readonly RegisterPlace[]): ObligationReport {
  const place = placeNamed(row.place, places)
  const { obligation: _obligation, body: _body, ...rest } = row
  return { ...rest, place, line: reportLine(row, nowhere(row.place) ? '' : place.name) }
}

/** The latest of each place that was not undone; widest place first. */
export function standingReports(rows: readonly ReportRow[], obligation: string): ReportRow[] {
  const latest = new Map<string, ReportRow>()
  for (const row of rows) if (row.obligation === obligation && row.undone === null && !latest.has(row.place)) latest.set(row.place, row)
  return [...latest.values()].sort((a, b) => a.place.length - b.place.length || (a.place < b.place ? -1 : 1))
}

/** Null for an obligation that nobody reports on. */
export function reportsOn(pack: Pack, bound: BoundObligation, { rows, places, actor }: ReportsRead): ObligationReports | null {
  if (bound.proof.kind !== 'reported') return null
  const unit = figureUnit(pack, bound)
  return {
    by: { id: bound.proof.by, name: bodyWords(pack, bound.proof.by) }, due: dateWords(bound.proof.due), figure: unit === undefined ? null : { unit, unitName: unitWords(unit), asked: bound.target ? askedWords(bound.target) : null },
    standing: standingReports(rows, bound.id).map((row) => shownReport(row, places)),
    mayReport: reportPlaces(pack, bound.proof.by, actor, places).map(({ code, part }) => ({ ...placeNamed(code, places), part })),
  }
}

/** Figures reported for targets, by target: the latest of the widest place. */
export function reportedFigures(pack: Pack, obligations: readonly BoundObligation[], rows: readonly ReportRow[]): Map<string, { value: string; source: string; period: string; at: string }> {
  const found = new Map<string, { value: string; source: string; period: string; at: string }>()
  for (const { id, target } of obligations) {
    const row = standingReports(rows, id).find((r) => r.value !== null)
    if (target && row) found.set(target.id, { value: row.value!, source: `${bodyWords(pack, row.body).zh} ${row.reporter}`, period: row.on, at: row.at })
  }
  return found
}

export interface ReportCounts { readonly owed: number; readonly done: number; readonly underWay: number; readonly notBegun: number; readonly silent: number; readonly words: Bilingual | null }

/** By body: obligations that it reports on, and how many stand in which state: the best known place, the widest, counts. */
export function countReports(obligations: readonly BoundObligation[], body: string, rows: readonly ReportRow[]): ReportCounts {
  const owed = obligations.filter((o) => o.proof.kind === 'reported' && o.proof.by === body)
  const states = owed.map((o) => standingReports(rows, o.id)[0]?.state)
  const count = (state: ReportRow['state'] | undefined) => states.filter((s) => s === state).length
  const counts = { owed: owed.length, done: count('done'), underWay: count('under-way'), notBegun: count('not-begun'), silent: count(undefined) }
  return { ...counts, words: reportCountWords(counts) }
}
