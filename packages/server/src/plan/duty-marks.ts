/** Who answers for which lowest clause: the assignments of the pack spelled out. An assignment reaches every clause below that has none of its own. */
import type { Pack } from '@bangfu/plan'
import type { DutyRole } from '../contract/index.ts'
import { assignedFrom, dutiesOver } from './duties-over.ts'

export interface DutyMark {
  readonly clause: string
  readonly body: string
  readonly role: DutyRole
  /** The clause that assigns: this one or one above. */
  readonly assigned: string
}

/** Clauses without clauses below them, in the document's order. */
export function lowestClauses(pack: Pack): Pack['clauses'] {
  const parents = new Set(pack.clauses.map((c) => c.parent))
  return pack.clauses.filter((c) => !parents.has(c.id))
}

const kept = new WeakMap<Pack, readonly DutyMark[]>()

/** Marks of every clause, headings included; a pack does not change, so they are worked out once. */
export function allMarks(pack: Pack): readonly DutyMark[] {
  const known = kept.get(pack)
  if (known) return known
  const marks = pack.clauses.flatMap((clause) => dutiesOver(pack, clause).map((duty) => ({ clause: clause.id, body: duty.body, role: duty.role, assigned: assignedFrom(duty.clauses, clause.id) })))
  kept.set(pack, marks)
  return marks
}

export function marksOf(pack: Pack, body: string): DutyMark[] {
  return allMarks(pack).filter((m) => m.body === body)
}

/** Lowest clauses for which neither they nor any clause above name a body. */
export function clausesWithoutBody(pack: Pack): string[] {
  const taken = new Set(allMarks(pack).map((m) => m.clause))
  return lowestClauses(pack).map((c) => c.id).filter((id) => !taken.has(id))
}

/** The clause under which a list groups this one: the second level above it, or the top. */
export function sectionOf(pack: Pack, clause: string): Pack['clauses'][number] {
  const found = pack.clauses.find((c) => c.id === clause)!
  const above = chainAbove(pack, found)
  return above[1] ?? above[0] ?? found
}

/** Clauses above, outermost first. */
export function chainAbove(pack: Pack, clause: Pack['clauses'][number]): Pack['clauses'][number][] {
  const parent = pack.clauses.find((c) => c.id === clause.parent)
  return parent ? [...chainAbove(pack, parent), parent] : []
}
