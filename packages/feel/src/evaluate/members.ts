/** Going over members. A household of which no member is recorded has an unknown list: nobody lives in a household of nobody. */
import type { FeelRecord, FeelValue } from '../api.ts'
import type { Members, Node } from '../tree/node.ts'
import { bind, type Environment } from './environment.ts'

export type Evaluate = (node: Node, environment: Environment) => FeelValue

export interface MemberAt {
  readonly index: number
  readonly environment: Environment
  /** Whether the filter lets the member in; unknown when the filter is. */
  readonly included: boolean | undefined
}

/** Every recorded member with its filter's answer; undefined when no member is recorded. */
export function membersOf(members: Members, environment: Environment, evaluate: Evaluate): readonly MemberAt[] | undefined {
  const records: readonly FeelRecord[] | undefined = environment.context.members
  if (!records?.length) return undefined
  return records.map((record, index) => {
    const inner = bind(environment, members.binder, index, record)
    return { index, environment: inner, included: members.filter ? (evaluate(members.filter, inner) as boolean | undefined) : true }
  })
}
