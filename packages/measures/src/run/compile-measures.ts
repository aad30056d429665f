/** Turns the rules of a pack into compiled measures. All faults of all measures are collected before any is thrown. */
import { ProblemError, canonicalJson, problemData, sha256Hex, type ProblemData } from '@bangfu/kernel'
import { compileExpression, type CompiledExpression, type FeelType } from '@bangfu/feel'
import { parameterScope, type Pack, type PackMeasure } from '@bangfu/plan'
import type { CompiledMeasure } from './compiled-measure.ts'
import { chineseRule } from './chinese-rule.ts'
import { englishRule } from './english-rule.ts'

const parts = { eligibility: { zh: '资格条件', en: 'eligibility' }, amount: { zh: '金额', en: 'amount' }, amountTo: { zh: '金额上限', en: 'upper amount' } } as const
type Part = keyof typeof parts

/** Digits after the point that an amount may have: money ends at the fen. */
const fenScale = 2

class Compiler {
  readonly faults: ProblemData[] = []
  readonly pack: Pack
  constructor(pack: Pack) { this.pack = pack }

  rule(measure: PackMeasure, part: Part, expected: FeelType): CompiledExpression | undefined {
    const source = measure[part]
    if (source === undefined) return undefined
    try {
      const expression = compileExpression(source, { unit: measure.unit, parameters: parameterScope(this.pack) }, expected)
      if (part !== 'eligibility' && expression.type.kind === 'number' && expression.type.scale > fenScale) {
        this.faults.push(problemData('measures/amount-unrounded', { measure: measure.id, part: parts[part].zh, partEn: parts[part].en, scale: expression.type.scale }))
      }
      return expression
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      for (const p of error.problems) this.faults.push(problemData('measures/rule-refused', { measure: measure.id, part: parts[part].zh, partEn: parts[part].en, zh: p.zh, en: p.en, cause: p.code }))
      return undefined
    }
  }

  excludes(measure: PackMeasure): readonly string[] {
    for (const { measure: id } of measure.conflicts) {
      const other = this.pack.measures.find((m) => m.id === id)
      if (!other) this.faults.push(problemData('measures/conflict-unknown', { measure: measure.id, other: id }))
      else if (!comparable(measure, other)) this.faults.push(problemData('measures/conflict-units', { measure: measure.id, other: id, unit: measure.unit, otherUnit: other.unit }))
    }
    const declaredByOthers = this.pack.measures.filter((m) => m.conflicts.some((c) => c.measure === measure.id)).map((m) => m.id)
    return [...new Set([...measure.conflicts.map((c) => c.measure), ...declaredByOthers])].sort()
  }
}

function comparable(a: PackMeasure, b: PackMeasure): boolean {
  return a.unit === b.unit || [a.unit, b.unit].sort().join() === 'household,person'
}

/** The measures in the pack's order. Throws one `ProblemError` with every fault of every rule. */
export function compileMeasures(pack: Pack): readonly CompiledMeasure[] {
  const compiler = new Compiler(pack)
  const compiled = pack.measures.map((measure) => {
    const eligibility = compiler.rule(measure, 'eligibility', { kind: 'boolean' })
    const amount = compiler.rule(measure, 'amount', { kind: 'number', scale: fenScale, unit: 'yuan' })
    const amountTo = compiler.rule(measure, 'amountTo', { kind: 'number', scale: fenScale, unit: 'yuan' })
    const excludes = compiler.excludes(measure)
    if (!eligibility) return undefined
    const conditions = eligibility.conditions().map((expression) => ({ expression, zh: chineseRule(expression.source), en: englishRule(expression, pack.parameters).trim() }))
    return { id: measure.id, unit: measure.unit, measure, ruleHash: ruleHash(pack, measure, [eligibility, amount, amountTo]), eligibility, conditions, amount, amountTo, excludes }
  })
  if (compiler.faults.length > 0) throw new ProblemError(compiler.faults)
  return compiled.filter((measure) => measure !== undefined)
}

function ruleHash(pack: Pack, measure: PackMeasure, rules: readonly (CompiledExpression | undefined)[]): string {
  const used = new Set(rules.flatMap((rule) => rule?.parameters ?? []))
  const parameters = pack.parameters.filter((p) => used.has(p.id) || used.has(p.en))
  const { unit, cadence, inForce, eligibility, amount, amountTo } = measure
  return sha256Hex(canonicalJson({ unit, cadence, inForce, eligibility, amount, amountTo, parameters }))
}
