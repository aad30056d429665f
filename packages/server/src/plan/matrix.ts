/** Who answers for what: every body of the pack against every lowest clause, and the clauses that nobody has taken. */
import type { Pack } from '@bangfu/plan'
import type { Matrix } from '../contract/index.ts'
import { countReports } from '../reports/obligation-reports.ts'
import type { ReportRow } from '../reports/report-store.ts'
import { bodiesOf, type RegisterPlace } from './body.ts'
import { clausesWithoutBody, lowestClauses, marksOf, sectionOf } from './duty-marks.ts'
import { coverageOf } from './obligation-words.ts'

export function matrixOf(pack: Pack, places: readonly RegisterPlace[], reports: readonly ReportRow[]): Matrix {
  const clauses = lowestClauses(pack)
  const lowest = new Set(clauses.map((c) => c.id))
  const sections = [...new Map(clauses.map((c) => sectionOf(pack, c.id)).map((s) => [s.id, { id: s.id, title: s.title }])).values()]
  return {
    title: pack.pack.title,
    clauses: clauses.map((c) => ({ id: c.id, title: c.title, section: sectionOf(pack, c.id).id })), sections,
    bodies: bodiesOf(pack, places).map((body) => ({
      ...body, marks: marksOf(pack, body.id).filter((m) => lowest.has(m.clause)).map((m) => ({ clause: m.clause, role: m.role, own: m.assigned === m.clause })),
      reports: countReports(coverageOf(pack).obligations, body.id, reports),
    })),
    nobody: clausesWithoutBody(pack),
  }
}
