/** What a body has to report: figures of targets that only it can tell, and evidence of obligations. */
import type { Pack } from '@bangfu/plan'
import type { ReportOwed, Target } from '../contract/index.ts'
import { dateWords } from './date-words.ts'
import { coverageOf } from './obligation-words.ts'
import { targetLine } from './duty-lines.ts'

/** `ids`: the body and those it took over. A target that an obligation reports is said once, with the obligation's evidence. */
export function reportsOf(pack: Pack, ids: readonly string[], targets: readonly Target[]): ReportOwed[] {
  const latestOf = (id: string | undefined): ReportOwed['latest'] => {
    const target = targets.find((t) => t.id === id)
    return target?.reported ? target.now : null
  }
  const obligations = coverageOf(pack).obligations.flatMap((o): (ReportOwed & { readonly target: string | undefined })[] => {
    if (o.proof.kind !== 'reported' || !ids.includes(o.proof.by)) return []
    return [{ key: o.id, says: o.says, clauses: [...o.clauses], due: dateWords(o.proof.due), evidence: o.proof.evidence, latest: latestOf(o.target?.id), target: o.target?.id }]
  })
  const said = new Set(obligations.map((o) => o.target))
  const figures = pack.targets.targets.flatMap((t): ReportOwed[] => {
    const target = targets.find((other) => other.id === t.id)
    if (t.proof.kind !== 'reported' || !ids.includes(t.proof.by) || said.has(t.id) || !target) return []
    return [{ key: `target:${t.id}`, says: t.subject, clauses: t.clauses, due: t.until === null ? null : dateWords(t.until), evidence: targetLine(target), latest: latestOf(t.id) }]
  })
  return [...obligations.map(({ target: _target, ...report }) => report), ...figures]
}
