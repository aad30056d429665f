/** Which duties reach a clause: its own, or those of the nearest clause above that assigns any. */
import type { Pack } from '@bangfu/plan'

/** A section's closing line answers for all its items, as long as an item has no assignment of its own. */
export function dutiesOver(pack: Pack, clause: Pack['clauses'][number]): Pack['duties'] {
  const own = pack.duties.filter((d) => d.clauses.includes(clause.id))
  const parent = own.length === 0 ? pack.clauses.find((c) => c.id === clause.parent) : undefined
  return parent ? dutiesOver(pack, parent) : own
}

/** Of the clauses that a duty names, the one that reaches this clause. */
export function assignedFrom(clauses: readonly string[], clause: string): string {
  return clauses.find((c) => c === clause) ?? clauses.filter((c) => clause.startsWith(`${c}.`)).sort((a, b) => b.length - a.length)[0] ?? clause
}
