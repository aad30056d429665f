/** Proves each measure: its rules compile, each of its cases comes out as the author says, and all three answers are shown. */
import { compareDecimal, formatDecimal, parseDecimal, problemData, type Decimal, type ProblemData } from '@bangfu/kernel'
import type { CompiledExpression, FeelType, FeelValue, RuleContext } from '@bangfu/feel'
import { caseContext } from './case-context.ts'
import { compileRule } from './compile-rule.ts'
import type { MeasureCase, Pack, PackMeasure } from './format.ts'
import { measureFileOf, whereIn } from './pack-origin.ts'

const yuan: FeelType = { kind: 'number', scale: 2, unit: 'yuan' }

function answerOf(value: FeelValue): MeasureCase['expect'] {
  return value === undefined ? 'undetermined' : value === true ? 'yes' : 'no'
}

function isDecimal(value: FeelValue): value is Decimal {
  return typeof value === 'object' && value !== null && 'coefficient' in value
}

/** What differs between the amount a case states and the amount computed; undefined when they agree or none is stated. */
function amountFault(stated: string | null | undefined, rule: CompiledExpression | undefined, context: RuleContext): { expected: string; found: string } | undefined {
  if (stated === undefined) return undefined
  const value = rule?.evaluate(context)
  const found = isDecimal(value) ? value : undefined
  const agrees = stated === null ? found === undefined : found !== undefined && compareDecimal(found, parseDecimal(stated)) === 0
  return agrees ? undefined : { expected: `${stated ?? 'no amount'} 元`, found: found ? `${formatDecimal(found)} 元` : 'no amount' }
}

interface MeasureRules { readonly eligibility?: CompiledExpression; readonly amount?: CompiledExpression; readonly amountTo?: CompiledExpression }

function checkCase(pack: Pack, measure: PackMeasure, rules: MeasureRules, given: MeasureCase, where: { file: string; line: number }): ProblemData[] {
  const { context, faults } = caseContext(pack, measure, given, where)
  if (faults.length > 0 || !rules.eligibility) return [...faults]
  const details = { ...where, id: measure.id, title: given.title.zh }
  const found = answerOf(rules.eligibility.evaluate(context))
  if (found !== given.expect) return [problemData('plan/pack-case', { ...details, expected: given.expect, found })]
  return [amountFault(given.amount, rules.amount, context), amountFault(given.amountTo, rules.amountTo, context)]
    .filter((difference) => difference !== undefined)
    .map((difference) => problemData('plan/pack-case', { ...details, ...difference }))
}

function compileMeasure(pack: Pack, measure: PackMeasure, file: string): { rules: MeasureRules; faults: ProblemData[] } {
  const faults: ProblemData[] = []
  const compile = (part: 'eligibility' | 'amount' | 'amountTo', type: FeelType) => {
    const source = measure[part]
    if (source === undefined) return {}
    const result = compileRule(pack, measure.unit, source, type, { ...whereIn(pack, file, [part]), id: measure.id, part })
    faults.push(...result.faults)
    return result.rule ? { [part]: result.rule } : {}
  }
  return { rules: { ...compile('eligibility', { kind: 'boolean' }), ...compile('amount', yuan), ...compile('amountTo', yuan) }, faults }
}

export function checkMeasures(pack: Pack): ProblemData[] {
  return pack.measures.flatMap((measure, index) => {
    const file = measureFileOf(pack, index)
    const { rules, faults } = compileMeasure(pack, measure, file)
    const cases = measure.cases.flatMap((given, i) => checkCase(pack, measure, rules, given, whereIn(pack, file, ['cases', i])))
    const missing = (['yes', 'no', 'undetermined'] as const).filter((answer) => !measure.cases.some((given) => given.expect === answer))
    return [...faults, ...cases, ...missing.map((expected) => problemData('plan/pack-case-missing', { ...whereIn(pack, file, ['cases']), id: measure.id, expected }))]
  })
}
