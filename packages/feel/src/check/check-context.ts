/** What a check needs to know at one place of a rule: the outer names, the variables in force, and where to put problems. */
import type { EntityKey } from '@bangfu/kernel'
import type { RuleScope } from '../api.ts'
import type { Findings } from '../findings.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Node } from '../tree/node.ts'
import type { Meaning } from './meaning.ts'

/** A variable: a member (`some m in …`), the unnamed member inside `成员[…]`, or one value of a written list. */
export type Local =
  | { readonly kind: 'member'; readonly name: string; readonly binder: number }
  | { readonly kind: 'item'; readonly binder: number }
  | { readonly kind: 'value'; readonly name: string; readonly node: Node }

export type Call = Extract<SyntaxNode, { kind: 'call' }>

/** What a piece of syntax stands for; undefined when a problem was noted. */
export type Resolve = (context: CheckContext, syntax: SyntaxNode) => Meaning | undefined

export interface CheckContext {
  readonly rule: RuleScope
  readonly findings: Findings
  /** Innermost last. */
  readonly locals: readonly Local[]
  readonly newBinder: () => number
  readonly resolve: Resolve
}

export function newContext(rule: RuleScope, findings: Findings, resolve: Resolve): CheckContext {
  let binders = 0
  return { rule, findings, locals: [], newBinder: () => (binders += 1), resolve }
}

export function withLocal(context: CheckContext, local: Local): CheckContext {
  return { ...context, locals: [...context.locals, local] }
}

/** The household that the unit is or belongs to can be spoken of. */
export function hasHousehold(unit: EntityKey): boolean {
  return unit === 'person' || unit === 'household'
}
