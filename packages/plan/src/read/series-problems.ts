/** Numbers of a document that skip or come twice: read as they stand, and said. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { Clause } from './clause-tree.ts'
import type { Flow } from './flow.ts'

export function findSeriesProblems(clauses: readonly Clause[], flow: Flow): ProblemData[] {
  const seen = new Set<string>()
  const last = new Map<string, number>()
  const running = new Map<string, number>()
  const found: ProblemData[] = []
  for (const clause of clauses) {
    const offset = flow.origin[clause.marker.at]!
    if (seen.has(clause.id)) found.push(problemData('plan/number-twice', { id: clause.id, offset }))
    seen.add(clause.id)
    // 第…条 counts on through the chapters, so its series belongs to the document.
    const series = `${/^[条节]$/.test(clause.marker.style) ? '' : (clause.parent?.id ?? '')}|${clause.marker.style}`
    // Numbers that count on under the next heading (二.(四) behind 一.(三)) do not skip.
    const runsOn = clause.marker.number > 1 && running.get(clause.marker.style) === clause.marker.number - 1
    running.set(clause.marker.style, clause.marker.number)
    const before = last.get(series) ?? (runsOn ? clause.marker.number - 1 : 0)
    if (clause.marker.number > before + 1 && clause.marker.style !== '节') found.push(problemData('plan/number-skips', { id: clause.id, offset, before }))
    last.set(series, clause.marker.number)
  }
  return found
}
