/** Proves the clause list: unique ids, a parent that stands before its child, and spans in the document's order and inside it. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { Pack } from './format.ts'
import { idDetails } from './id-kind.ts'
import { whereIn } from './pack-origin.ts'

const file = 'clauses.yaml'

export function checkClauses(pack: Pack): ProblemData[] {
  const faults: ProblemData[] = []
  const starts = new Map<string, number>()
  let before = 0
  pack.clauses.forEach((clause, index) => {
    const where = whereIn(pack, file, [index])
    if (starts.has(clause.id)) faults.push(problemData('plan/pack-duplicate', { ...where, ...idDetails('clause', clause.id) }))
    const parentStart = clause.parent === null ? 0 : starts.get(clause.parent)
    if (parentStart === undefined) faults.push(problemData('plan/pack-reference', { ...whereIn(pack, file, [index, 'parent']), ...idDetails('clause', clause.parent) }))
    if (clause.start < before || clause.end < clause.start || (parentStart !== undefined && clause.start < parentStart)) {
      faults.push(problemData('plan/pack-clause-order', { ...where, id: clause.id, start: clause.start, end: clause.end }))
    }
    if (clause.end > pack.pack.document.characters) faults.push(problemData('plan/pack-span-outside', { ...where, id: clause.id, characters: pack.pack.document.characters }))
    before = Math.max(before, clause.end)
    starts.set(clause.id, clause.start)
  })
  return faults
}
