/** The parts of a node as an explanation shows them: each with the surroundings it is read in, and the member it is about. */
import type { FeelValue } from '../api.ts'
import { childrenOf } from '../tree/children.ts'
import type { Members, Node } from '../tree/node.ts'
import { membersOf } from '../evaluate/members.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { bindValue, type Environment } from '../evaluate/environment.ts'

export interface Part {
  readonly node: Node
  readonly environment: Environment
  readonly member?: number
  /** Value of the filter for this member, on the part that the filter lets in. */
  readonly included?: boolean | undefined
}

function overMembers(members: Members, body: Node | undefined, environment: Environment): readonly Part[] {
  const at = membersOf(members, environment, evaluate) ?? []
  return at.flatMap(({ index, environment: inner, included }) => {
    const filter = members.filter ? [{ node: members.filter, environment: inner, member: index }] : []
    // A member whom the filter shuts out is explained by the filter alone.
    return body && included !== false ? [...filter, { node: body, environment: inner, member: index, included }] : filter
  })
}

/** The node that the author wrote: a widened number is the number. */
export function written(node: Node): Node {
  return node.kind === 'widen' ? written(node.operand) : node
}

/** Parts of a node as written (see above). */
export function partsOf(node: Node, environment: Environment): readonly Part[] {
  switch (node.kind) {
    case 'quantified': return overMembers(node.members, node.body, environment)
    case 'count': return overMembers(node.members, undefined, environment)
    case 'sum': case 'extremeOfMembers': return overMembers(node.members, node.element, environment)
    case 'quantifiedList': {
      const list = (evaluate(node.list, environment) ?? []) as readonly FeelValue[]
      const bodies = list.map((value, index) => ({ node: node.body, environment: bindValue(environment, node.binder, index, value) }))
      return [{ node: node.list, environment }, ...bodies]
    }
    case 'if': {
      const condition = evaluate(node.condition, environment)
      const branches = condition === undefined ? [node.then, node.otherwise] : [condition ? node.then : node.otherwise]
      return [node.condition, ...branches].map((part) => ({ node: part, environment }))
    }
    default: return childrenOf(node).map((part) => ({ node: part, environment }))
  }
}
