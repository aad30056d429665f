/** Turns the computed targets of a pack into compiled counts. All faults are collected. */
import { ProblemError, problemData, type ProblemData } from '@bangfu/kernel'
import { compileExpression, type CompiledExpression } from '@bangfu/feel'
import { parameterScope, type Pack } from '@bangfu/plan'
import type { CompiledTarget } from './compiled-measure.ts'

export function compileTargets(pack: Pack): readonly CompiledTarget[] {
  const faults: ProblemData[] = []
  const compiled: CompiledTarget[] = []
  for (const target of pack.targets.targets) {
    const { proof } = target
    if (proof.kind !== 'computed') continue
    const rule = (source: string): CompiledExpression | undefined => {
      try {
        return compileExpression(source, { unit: proof.entity, parameters: parameterScope(pack) }, { kind: 'boolean' })
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        for (const p of error.problems) faults.push(problemData('measures/target-refused', { target: target.id, zh: p.zh, en: p.en, cause: p.code }))
        return undefined
      }
    }
    const count = rule(proof.count)
    const of = proof.of === undefined ? undefined : rule(proof.of)
    if (count) compiled.push({ id: target.id, target, entity: proof.entity, count, of })
  }
  if (faults.length > 0) throw new ProblemError(faults)
  return compiled
}
