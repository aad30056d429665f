/** A rule of a pack compiled against its unit and the pack's parameters; what is wrong comes back as pack faults, never as an exception. */
import { ProblemError, problemData, type EntityKey, type ProblemData } from '@bangfu/kernel'
import { compileExpression, type CompiledExpression, type FeelType } from '@bangfu/feel'
import type { Pack } from './format.ts'
import { parameterScope } from './parameters.ts'

export interface RulePlace { readonly file: string; readonly line: number; readonly id: string; readonly part: string }

export function compileRule(pack: Pick<Pack, 'parameters'>, unit: EntityKey, source: string, expected: FeelType, place: RulePlace): { readonly rule?: CompiledExpression; readonly faults: readonly ProblemData[] } {
  try {
    return { rule: compileExpression(source, { unit, parameters: parameterScope(pack) }, expected), faults: [] }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { faults: error.problems.map((p) => problemData('plan/pack-rule', { ...place, what: `${p.zh} ${p.en}`, cause: p.code })) }
  }
}
