/** Clauses, duties, measures and targets of the pack as the contract shows them; figures of the latest run by clause. */
import { placeRange, type DivisionCode, type WorkItemKind } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import type { Clause, ClauseDetail, Measure, Target } from '../contract/index.ts'
import { assignedFrom, dutiesOver } from '../plan/duties-over.ts'
import { termWords } from '../plan/date-words.ts'
import { askedWords, nowWords, unitWords } from '../plan/quantity-words.ts'
import { findTargetValue } from '../plan/target-value.ts'
import type { IndicatorCounts } from './indicators.ts'
import { instantSql } from './instant-sql.ts'
import { bodyWords, otherNames } from './pack-words.ts'
import type { ScopedQuery } from './scoped-query.ts'

/** Open items of a run counted by kind and the clauses they serve. */
export interface ClauseCount {
  readonly kind: WorkItemKind
  readonly clauses: readonly string[]
  readonly measures: readonly string[]
  readonly count: number
}

/** `place`: only items inside it. Rows that name nobody in the register are no leads and are not counted. */
export async function readClauseCounts(query: ScopedQuery, runId: string, place?: string): Promise<ClauseCount[]> {
  const range = place === undefined ? undefined : placeRange(place as DivisionCode)
  return query<ClauseCount>(
    `select w.kind, w.clauses, w.measures, count(*)::int as count from register.work_item w left join register.work_result_latest r on r.item_key = w.item_key
     where w.run_id = $1 and w.basis <> 'not-in-register' and not coalesce(r.closes, false) and ($2::text is null or (w.place >= $2 and w.place < $3)) group by 1, 2, 3`, [runId, range?.from ?? null, range?.to ?? null])
}

/** The clause itself or one below it, as the work lists' filter understands it. */
const isWithin = (clause: string, top: string): boolean => clause === top || clause.startsWith(`${top}.`)

function figuresOf(counts: readonly ClauseCount[] | undefined, counted: (count: ClauseCount) => boolean, filters: Readonly<Record<string, string>>): Clause['figures'] {
  if (!counts) return null
  const figure = (kind: WorkItemKind) => ({
    count: counts.filter((c) => c.kind === kind && counted(c)).reduce((sum, c) => sum + c.count, 0),
    list: { path: '/work-items', filters: { kind, ...filters, state: 'open' } },
  })
  return { owed: figure('owed'), lead: figure('lead'), verify: figure('verify') }
}

/** `place`: the one that `counts` were read for. */
export function clauseFigures(clause: string, counts: readonly ClauseCount[] | undefined, place?: string): Clause['figures'] {
  return figuresOf(counts, (c) => c.clauses.some((id) => isWithin(id, clause)), { clause, ...(place !== undefined && { place }) })
}

export function measureFigures(measure: string, counts: readonly ClauseCount[] | undefined, place?: string): Clause['figures'] {
  return figuresOf(counts, (c) => c.measures.includes(measure), { measure, ...(place !== undefined && { place }) })
}

export function clausesOf(pack: Pack, textOf: (clause: string) => string | null, counts: readonly ClauseCount[] | undefined): Clause[] {
  return pack.clauses.map((clause) => ({
    id: clause.id, parent: clause.parent, title: clause.title, summary: clause.summary, text: textOf(clause.id),
    duties: dutiesOver(pack, clause).map((d) => ({ role: d.role, body: bodyWords(pack, d.body), id: d.body, assigned: assignedFrom(d.clauses, clause.id), also: otherNames(pack, d.body) })),
    targets: pack.targets.targets.filter((t) => t.clauses.includes(clause.id)).map((t) => t.id),
    measures: pack.measures.filter((m) => m.clauses.includes(clause.id)).map((m) => m.id),
    figures: clauseFigures(clause.id, counts),
  }))
}

export function measuresOf(pack: Pack): Measure[] {
  return pack.measures.map((m) => ({
    id: m.id, name: m.name, publicTitle: m.publicTitle, clauses: m.clauses, unit: m.unit, cadence: m.cadence, inForce: m.inForce,
    deliveredBy: { id: m.deliveredBy, name: bodyWords(pack, m.deliveredBy) }, reading: m.reading, eligibility: m.eligibility, amount: m.amount ?? null, evidence: m.evidence,
    demonstration: (pack.overlay?.demonstration ?? false) && pack.parameters.some((p) => p.values.some((v) => v.source.startsWith('演示')) && `${m.eligibility} ${m.amount ?? ''} ${m.amountTo ?? ''}`.includes(p.id)),
  }))
}

export interface ReportedValue {
  readonly value: string
  readonly source: string
  readonly period: string
  /** When it was recorded, ISO. */
  readonly at: string
}

/** What is known of the targets at `place`; a target asked of a wider place is not compared with it. */
export function targetsOf(pack: Pack, counts: ReadonlyMap<string, IndicatorCounts>, reported: ReadonlyMap<string, ReportedValue>, ran: boolean, place: string): Target[] {
  return pack.targets.targets.map((t) => {
    const partOnly = t.place !== undefined && place.length > t.place.length && place.startsWith(t.place)
    const found = findTargetValue(t, counts.get(t.id), !partOnly)
    const report = reported.get(t.id) ?? null
    const row = {
      id: t.id, clauses: t.clauses, subject: t.subject, operator: t.operator, value: t.value, unit: t.unit, unitName: unitWords(t.unit), asked: askedWords(t), from: t.from ?? null, until: t.until, term: termWords(t.from, t.until), headline: t.headline, proof: t.proof.kind,
      computed: found ? { ...found, list: { path: `/indicators/${t.id}`, filters: { which: 'counted' } } } : null,
      reported: report && { value: report.value, source: report.source, period: report.period }, owedBy: t.proof.kind === 'reported' && !report ? bodyWords(pack, t.proof.by) : null, ran, partOnly,
    }
    return { ...row, now: nowWords(row) }
  })
}

export async function readReported(query: ScopedQuery): Promise<Map<string, ReportedValue>> {
  const rows = await query<ReportedValue & { indicator: string }>(
    `select distinct on (indicator) indicator, trim_scale(value)::text as value, source, period, ${instantSql('recorded_at')} as at from register.series order by indicator, period desc, recorded_at desc`)
  return new Map(rows.map(({ indicator, ...value }) => [indicator, value]))
}

/** Documents that the plan relies on, and whether they are held. */
export function requiresOf(pack: Pack): ClauseDetail['requires'] {
  return pack.pack.requires.map((r) => ({ number: r.number ?? null, title: r.title, held: r.held, clauses: r.clauses }))
}
