/** What a body has to report: figures of targets that only it can tell, and evidence of obligations; and what stands reported. */
import type { Pack } from '@bangfu/plan'
import type { ObligationReports, ReportOwed } from '../contract/index.ts'
import { reportsOn } from '../reports/obligation-reports.ts'
import { dateWords } from './date-words.ts'
import { targetLine } from './duty-lines.ts'
import { coverageOf } from './obligation-words.ts'
import type { PlanValues } from './plan-values.ts'

/** Of a class at one place, only that place's reports and rights. */
function atPlace(reports: ObligationReports | null, place: string | undefined): ObligationReports | null {
  if (reports === null || place === undefined) return reports
  return { ...reports, standing: reports.standing.filter((r) => r.place.code === place), mayReport: reports.mayReport.filter((p) => p.code === place) }
}

/** `ids`: the body and those it took over. A target that an obligation reports is said once, with the obligation's evidence. */
export function reportsOf(pack: Pack, ids: readonly string[], { targets, reports }: Pick<PlanValues, 'targets' | 'reports'>, place?: string): ReportOwed[] {
  const figureOf = (id: string | undefined): ReportOwed['latest'] => {
    const target = targets.find((t) => t.id === id)
    return target?.reported ? [target.now] : []
  }
  const obligations = coverageOf(pack).obligations.flatMap((o): (ReportOwed & { readonly target: string | undefined })[] => {
    if (o.proof.kind !== 'reported' || !ids.includes(o.proof.by)) return []
    const said = atPlace(reportsOn(pack, o, reports), place)
    const lines = said?.standing.map((r) => r.line) ?? []
    return [{ key: o.id, says: o.says, clauses: [...o.clauses], due: dateWords(o.proof.due), evidence: o.proof.evidence, latest: lines.length > 0 ? lines : figureOf(o.target?.id), obligation: o.id, reports: said, target: o.target?.id }]
  })
  const said = new Set(obligations.map((o) => o.target))
  const figures = pack.targets.targets.flatMap((t): ReportOwed[] => {
    const target = targets.find((other) => other.id === t.id)
    if (t.proof.kind !== 'reported' || !ids.includes(t.proof.by) || said.has(t.id) || !target) return []
    return [{ key: `target:${t.id}`, says: t.subject, clauses: t.clauses, due: t.until === null ? null : dateWords(t.until), evidence: targetLine(target), latest: figureOf(t.id), obligation: null, reports: null }]
  })
  return [...obligations.map(({ target: _target, ...report }) => report), ...figures]
}
