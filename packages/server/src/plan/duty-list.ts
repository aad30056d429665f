/** One body's own duties (责任清单): numbered over the whole list, grouped by section, each with clause, role, targets, measures and today's figures. */
import type { Pack } from '@bangfu/plan'
import { problem } from '@bangfu/kernel'
import type { Body, DutyList, DutyRow } from '../contract/index.ts'
import { bodyWords, isDemonstration } from '../reading/pack-words.ts'
import { clauseFigures, measureFigures, measuresOf } from '../reading/plan-rows.ts'
import { bodyOf, predecessorsOf } from './body.ts'
import { allMarks, lowestClauses, sectionOf, type DutyMark } from './duty-marks.ts'
import { coverageOf, obligationOf } from './obligation-words.ts'
import type { PlanValues } from './plan-values.ts'
import { reportsOf } from './reports-owed.ts'
import { roleOrder, roleWords } from './role-words.ts'

/** Marks of the body and of the bodies it took over, that one role of one clause appears once. */
function marksWithPredecessors(pack: Pack, id: string): (DutyMark & { readonly through: string | null })[] {
  const carried = [id, ...predecessorsOf(pack, id).map((p) => p.id)]
  const seen = new Set<string>()
  return carried.flatMap((body) => allMarks(pack).filter((m) => m.body === body).map((m) => ({ ...m, through: body === id ? null : body })))
    .filter((m) => !seen.has(`${m.clause} ${m.role}`) && seen.add(`${m.clause} ${m.role}`))
}

/** Lowest clauses, and headings on which a target, measure or obligation hangs of its own: what is written there would otherwise be nobody's. */
function numbered(pack: Pack): Pack['clauses'] {
  const lowest = new Set(lowestClauses(pack).map((c) => c.id))
  const hangs = new Set([...pack.targets.targets, ...pack.measures, ...coverageOf(pack).obligations].flatMap((t) => t.clauses))
  return pack.clauses.filter((c) => lowest.has(c.id) || hangs.has(c.id))
}

function rowsOf(pack: Pack, id: string, values: PlanValues, place: string | undefined): DutyRow[] {
  const marks = marksWithPredecessors(pack, id)
  return numbered(pack).flatMap((clause): Omit<DutyRow, 'number'>[] => {
    const own = marks.filter((m) => m.clause === clause.id).sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
    if (own.length === 0) return []
    return [{
      clause: clause.id, title: clause.title, summary: clause.summary,
      roles: own.map((m) => ({ role: m.role, name: roleWords[m.role], assigned: m.assigned, through: m.through === null ? null : { id: m.through, name: bodyWords(pack, m.through) } })),
      targets: values.targets.filter((t) => t.clauses.includes(clause.id)),
      obligations: coverageOf(pack).obligations.filter((o) => o.target === undefined && o.clauses.includes(clause.id)).map((o) => obligationOf(pack, o, values.reports)),
      measures: pack.measures.filter((m) => m.clauses.includes(clause.id)).map((m) => ({ id: m.id, name: m.name })),
      figures: clauseFigures(clause.id, values.counts, place),
    }]
  }).map((row, i) => ({ number: i + 1, ...row }))
}

function sectionsOf(pack: Pack, rows: readonly DutyRow[]): DutyList['sections'] {
  const sections: DutyList['sections'] = []
  for (const row of rows) {
    const { id, title } = sectionOf(pack, row.clause)
    const last = sections.at(-1)
    if (last?.id === id) last.duties.push(row)
    else sections.push({ id, title, duties: [row] })
  }
  return sections
}

function memberOf(body: Body, place: string | undefined): DutyList['member'] {
  if (place === undefined) return null
  const member = body.members.find((m) => m.place.code === place)
  if (!member) throw problem('server/not-found', { zhWhat: '地方的机构', enWhat: 'body at this place' })
  return member
}

/** Throws `server/not-found` for an unknown body, or a place in which the class has none. */
export function dutyListOf(pack: Pack, id: string, values: PlanValues, place?: string): DutyList {
  const body = bodyOf(pack, id, values.places)
  const member = memberOf(body, place)
  const rows = rowsOf(pack, id, values, place)
  return {
    plan: { title: pack.pack.title, number: pack.pack.document.number ?? null }, body, member,
    heading: member ? { zh: member.names.map((n) => n.zh).join('、'), en: member.names.map((n) => n.en).join('; ') } : body.name,
    asOf: values.asOf, demonstration: isDemonstration(pack), total: rows.length,
    roles: roleOrder.map((role) => ({ role, name: roleWords[role], count: rows.filter((r) => r.roles.some((x) => x.role === role)).length })).filter((r) => r.count > 0),
    sections: sectionsOf(pack, rows), reports: reportsOf(pack, [id, ...predecessorsOf(pack, id).map((p) => p.id)], values, place),
    measures: measuresOf(pack).filter((m) => m.deliveredBy.id === id).map((m) => ({ ...m, figures: measureFigures(m.id, values.counts, place) })),
  }
}
