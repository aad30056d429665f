/** Proves the targets: a value where the operator needs one, filters that compile, and the plan's own arithmetic, exactly. */
import { addDecimal, compareDecimal, decimal, formatDecimal, parseDecimal, problemData, type ProblemData } from '@bangfu/kernel'
import type { Pack, PackTarget } from './format.ts'
import { compileRule } from './compile-rule.ts'
import { whereIn } from './pack-origin.ts'

const file = 'targets.yaml'
/** Operators that may stand without a value: full coverage, and comparisons with another figure (higher than the provincial average). */
const valueless: readonly PackTarget['operator'][] = ['all', '>', '<', '>=', '<=', 'increase']

function checkFilters(pack: Pack, target: PackTarget, index: number): ProblemData[] {
  const { proof } = target
  if (proof.kind !== 'computed') return []
  return (['count', 'of'] as const).flatMap((part) => {
    const source = proof[part]
    if (source === undefined) return []
    return compileRule(pack, proof.entity, source, { kind: 'boolean' }, { ...whereIn(pack, file, ['targets', index, 'proof', part]), id: target.id, part }).faults
  })
}

function checkArithmetic(pack: Pack): ProblemData[] {
  const values = new Map(pack.targets.targets.map((t) => [t.id, t.value]))
  return pack.targets.arithmetic.flatMap((sum, index) => {
    const parts = sum.parts.map((id) => values.get(id))
    const whole = values.get(sum.whole)
    const where = whereIn(pack, file, ['arithmetic', index])
    const missing = [...sum.parts, sum.whole].filter((id) => values.get(id) === null)
    if (missing.length > 0) return missing.map((id) => problemData('plan/pack-target-value', { ...where, id, operator: sum.relation, what: 'no value to add' }))
    if (whole === undefined || whole === null || parts.includes(undefined)) return [] // a wrong reference is reported by checkReferences
    const total = parts.map((value) => parseDecimal(value!)).reduce(addDecimal, decimal(0))
    const order = compareDecimal(total, parseDecimal(whole))
    if (order === 0 || (sum.relation === '<=' && order < 0)) return []
    return [problemData('plan/pack-arithmetic', { ...where, parts: sum.parts.join(' + '), sum: formatDecimal(total), relation: sum.relation, whole: sum.whole, value: whole })]
  })
}

export function checkTargets(pack: Pack): ProblemData[] {
  const faults = pack.targets.targets.flatMap((target, index) => {
    const filters = checkFilters(pack, target, index)
    if (target.value !== null || valueless.includes(target.operator)) return filters
    return [...filters, problemData('plan/pack-target-value', { ...whereIn(pack, file, ['targets', index]), id: target.id, operator: target.operator, what: 'value is null' })]
  })
  return [...faults, ...checkArithmetic(pack)]
}
