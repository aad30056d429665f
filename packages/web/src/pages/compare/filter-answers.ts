/** Which clauses of a comparison are shown: by the answer to the clause, or by the answer to its targets (then only those), and by words. */
import type { ClauseAnswerRow } from '../../client/contract.ts'

export interface AnswerFilter {
  /** Answer to the clause. */
  readonly state: string | undefined
  /** Answer to a target. */
  readonly target: string | undefined
  readonly find: string | undefined
}

export function filterAnswers(clauses: readonly ClauseAnswerRow[], { state, target, find }: AnswerFilter): ClauseAnswerRow[] {
  const words = find?.trim().toLowerCase() ?? ''
  const says = (clause: ClauseAnswerRow) => [clause.clause, clause.title, clause.lower?.id, clause.lower?.title, ...clause.targets.flatMap((t) => [t.upper.words, t.lower?.words]), ...clause.bodies.flatMap((b) => [b.name, b.lower?.name])].join(' ').toLowerCase()
  return clauses
    .map((clause) => (target === undefined ? clause : { ...clause, targets: clause.targets.filter((t) => t.state === target) }))
    .filter((clause) => (state === undefined || clause.state === state) && (target === undefined || clause.targets.length > 0) && (words === '' || says(clause).includes(words)))
}
