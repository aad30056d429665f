/** A support measure whose rule is checked and ready to run. Made only by `compileMeasures`. */
import type { EntityKey } from '@bangfu/kernel'
import type { CompiledExpression } from '@bangfu/feel'
import type { PackMeasure, PackTarget } from '@bangfu/plan'

export interface CompiledCondition {
  readonly expression: CompiledExpression
  /** The condition in words that stand in a reason: Chinese as written, English with the vocabulary's English names. */
  readonly zh: string
  readonly en: string
}

export interface CompiledMeasure {
  readonly id: string
  readonly unit: EntityKey
  readonly measure: PackMeasure
  /** SHA-256 over the rule, its amounts and the parameters they read: the version of the rule. */
  readonly ruleHash: string
  readonly eligibility: CompiledExpression
  /** Joined by `and`; their order is the order of letters in a determination's `conditions`. */
  readonly conditions: readonly CompiledCondition[]
  /** Yuan for one period, at most two digits after the point. */
  readonly amount: CompiledExpression | undefined
  readonly amountTo: CompiledExpression | undefined
  /** Measures that exclude this one, whichever of the two says so. */
  readonly excludes: readonly string[]
}

export interface CompiledTarget {
  readonly id: string
  readonly target: PackTarget
  readonly entity: EntityKey
  readonly count: CompiledExpression
  /** Whom the target speaks of; absent: the target is a number, not a share of somebody. */
  readonly of: CompiledExpression | undefined
}
