/** The matches shown that nobody has decided yet: of clauses, where clauses are listed, and of their targets. */
import type { ClauseAnswerRow } from '../../client/contract.ts'

export interface ProposedPair { readonly upper: string; readonly lower: string }

/** `targetsOnly`: the list is of targets, so that the clauses around them are not meant. */
export function shownProposals(clauses: readonly ClauseAnswerRow[], targetsOnly: boolean): ProposedPair[] {
  return clauses.flatMap((clause) => [
    ...(clause.lower !== null && !clause.decided && !targetsOnly ? [{ upper: `clause:${clause.clause}`, lower: `clause:${clause.lower.id}` }] : []),
    ...clause.targets.flatMap((target) => (target.lower !== null && !target.decided ? [{ upper: target.upper.id, lower: target.lower.id }] : [])),
  ])
}
