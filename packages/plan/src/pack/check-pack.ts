/** Everything that can be proved about a pack by itself. Never stops at the first fault. */
import type { ProblemData } from '@bangfu/kernel'
import { checkClauses } from './check-clauses.ts'
import { checkMeasures } from './check-measures.ts'
import { checkObligations } from './check-obligations.ts'
import { checkParameters } from './check-parameters.ts'
import { checkQuantities } from './check-quantities.ts'
import { checkReferences } from './check-references.ts'
import { checkTargets } from './check-targets.ts'
import type { Pack } from './format.ts'

/** All faults, each with `file` and `line` in its details; empty when the pack is sound. Rules and cases are proved on the pack's own parameters, never on an overlay. */
export function checkPack(pack: Pack): ProblemData[] {
  return [...checkClauses(pack), ...checkReferences(pack), ...checkParameters(pack), ...checkTargets(pack), ...checkObligations(pack), ...checkQuantities(pack), ...checkMeasures(pack)]
}
