/** Which unknown facts keep an answer open: those reached from the answer through parts that are themselves unknown. */
import type { UnknownCause, UnknownFact } from '../api.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { boundAt, type Environment } from '../evaluate/environment.ts'
import type { Node } from '../tree/node.ts'
import { causeOf } from './why.ts'
import { partsOf, written } from './parts.ts'

function leaf(node: Node, environment: Environment, reason: UnknownCause): UnknownFact {
  if (node.kind === 'fact') return node.binder === undefined ? { fact: node.fact, reason } : { fact: node.fact, member: boundAt(environment, node.binder).index, reason }
  return node.kind === 'parameter' ? { parameter: node.id, reason } : { reason }
}

function collect(given: Node, environment: Environment, found: Map<string, UnknownFact>): void {
  const node = written(given)
  if (evaluate(node, environment) !== undefined) return
  const parts = partsOf(node, environment)
  const open = parts.filter((part) => evaluate(part.node, part.environment) === undefined)
  const reason = causeOf(node, environment, open.length === 0)
  if (reason) {
    const unknown = leaf(node, environment, reason)
    found.set(JSON.stringify([unknown.fact, unknown.parameter, unknown.member, reason]), unknown)
  }
  for (const part of open) collect(part.node, part.environment, found)
}

/** Each once, in the order of the rule; empty when the value is known. */
export function unknownFacts(node: Node, environment: Environment): readonly UnknownFact[] {
  const found = new Map<string, UnknownFact>()
  collect(node, environment, found)
  return [...found.values()]
}
