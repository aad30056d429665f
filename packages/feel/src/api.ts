/**
 * What the rule language offers to the other rooms (types only; the functions stand in their own files).
 * Names in a rule: fields of the unit itself stand bare (`年龄`); its household is `户.…`, its village `村.…`, the members
 * of a household `成员` (from a person: `户.成员`), parameters `参数.…`, the day of the run `今日`. English: `household.…`,
 * `village.…`, `members`, `parameters.…`, `today`. Chinese and English names may be mixed.
 */
import type { CodeListKey, Decimal, EntityKey, PlainDate, UnitOfMeasure } from '@bangfu/kernel'

export type FeelType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly scale: number; readonly unit?: UnitOfMeasure }
  | { readonly kind: 'text' }
  | { readonly kind: 'code'; readonly list: CodeListKey }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration'; readonly of: 'months' | 'days' }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'entity'; readonly entity: EntityKey }

/** Unknown is `undefined` here: never null, never a default. Codes and texts are strings, durations whole numbers. */
export type FeelValue = boolean | Decimal | string | PlainDate | number | readonly FeelValue[] | FeelRecord | undefined
export interface FeelRecord { readonly [key: string]: FeelValue }

export interface RuleScope {
  /** What a bare name is a field of. */
  readonly unit: EntityKey
  /** Parameters by Chinese id; `en` is accepted too. */
  readonly parameters: Readonly<Record<string, { readonly type: FeelType; readonly en: string }>>
}

/** A fact that an expression reads: `path` says from where, seen from the unit. */
export interface FactRef {
  readonly path: 'self' | 'household' | 'village' | 'members'
  readonly entity: EntityKey
  readonly field: string
}

/** Facts for one subject. Every record maps field keys to values; a missing key is unknown. */
export interface RuleContext {
  readonly self: FeelRecord
  readonly household?: FeelRecord
  readonly village?: FeelRecord
  readonly members?: readonly FeelRecord[]
  readonly parameters: FeelRecord
  readonly today: PlainDate
}

/** `not-recorded`: the fact or parameter is missing; `no-members`: no member of the household is recorded; the others: no such value exists. */
export type UnknownCause = 'not-recorded' | 'no-members' | 'zero-divisor' | 'nothing-to-compare' | 'out-of-range'

/** A fact that is unknown and keeps an answer open; `member` is the index in the context's members. */
export interface UnknownFact {
  readonly fact?: FactRef
  readonly parameter?: string
  readonly member?: number
  readonly reason: UnknownCause
}

/** One line of an explanation: the text of the part, its value, and the parts below it. */
export interface WhyNode {
  /** Source text of this part, and its UTF-16 span in the rule. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly value: FeelValue
  /** Set on leaves that are facts or parameters. */
  readonly fact?: FactRef
  readonly parameter?: string
  /** For quantifiers: index of the member each child is about. */
  readonly member?: number
  /** Why the value is unknown although all parts are known (or, for a fact, that it is not recorded). */
  readonly reason?: UnknownCause
  readonly parts: readonly WhyNode[]
}

/** How SQL addresses the unit and its surroundings; each is a relation alias or table already in scope. */
export interface SqlBinding {
  readonly self: string
  readonly household?: string
  readonly village?: string
  /** Table of members and the two columns that join it to the household alias. */
  readonly members?: { readonly table: string; readonly key: string; readonly householdKey: string }
  /** Alias of the row that holds the parameters valid for the subject's place; one column per parameter id. */
  readonly parameters: string
  /** SQL expression of the run's day, e.g. `$today`. */
  readonly today: string
}

/** DuckDB SQL; NULL means unknown. Literal values are `$name` parameters, never spliced. */
export interface SqlFragment {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** A checked expression. Made only by `compileExpression(source, scope, expected)`. */
export interface CompiledExpression {
  readonly source: string
  readonly type: FeelType
  readonly facts: readonly FactRef[]
  readonly parameters: readonly string[]
  /** True when `known()` is used, so that the never-flip law does not hold. */
  readonly usesKnown: boolean
  /** The conditions joined by `and` at the top (itself alone when there is none). */
  conditions(): readonly CompiledExpression[]
  evaluate(context: RuleContext): FeelValue
  why(context: RuleContext): WhyNode
  /** Facts and parameters whose being unknown keeps the answer open; empty when the answer is known. */
  unknownFacts(context: RuleContext): readonly UnknownFact[]
  /** `prefix` keeps the names of SQL parameters of several fragments apart. */
  toSql(binding: SqlBinding, prefix: string): SqlFragment
  /** `unknownFacts` for many subjects: a VARCHAR[] of `path|member|name`, see sql/unknowns-sql.ts. The members' table needs the column `person_id`. */
  unknownsToSql(binding: SqlBinding, prefix: string): SqlFragment
}
