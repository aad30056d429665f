/** Who answers for a clause in the one plan and in the other: bodies of the same root at their own levels. */
import { bodyRoot, sameRoot } from './body-root.ts'
import type { ComparedDuty, ComparedPlan } from './compared-plan.ts'
import type { BodyAnswer } from './comparison.ts'

/** Duties of the clause, or of the nearest clause above that has any. */
export function dutiesOver(plan: ComparedPlan, clause: string): readonly ComparedDuty[] {
  for (let at: string | null = clause; at !== null; at = plan.clauses.find((c) => c.id === at)?.parent ?? null) {
    const own = plan.duties.filter((d) => d.clauses.includes(at!))
    if (own.length > 0) return own
  }
  return []
}

export function compareBodies(upper: readonly ComparedDuty[], lower: readonly ComparedDuty[]): { bodies: BodyAnswer[]; lowerBodies: { name: string; role: ComparedDuty['role'] }[] } {
  const left = new Set(lower)
  const said = (duty: ComparedDuty) => ({ name: duty.names[0]!, role: duty.role })
  // 各级政府 and 有关部门 name nobody whose counterpart could be looked for.
  const bodies = upper.filter((duty) => !duty.general).map((duty): BodyAnswer => {
    const roots = duty.names.map(bodyRoot)
    const found = [...left].find((other) => other.names.some((name) => roots.some((root) => sameRoot(root, bodyRoot(name)))))
    if (found) left.delete(found)
    return { ...said(duty), lower: found ? said(found) : null }
  })
  return { bodies, lowerBodies: [...left].map(said) }
}
