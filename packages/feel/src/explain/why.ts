/** The explanation of a value: the rule's own words, part by part, each with what it came to. */
import type { FeelValue, UnknownCause, WhyNode } from '../api.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Environment } from '../evaluate/environment.ts'
import type { Node } from '../tree/node.ts'
import { partsOf, written } from './parts.ts'
import { writtenText } from '../written-text.ts'

/** Why the node itself is unknown; undefined when its parts explain it. */
export function causeOf(node: Node, environment: Environment, partsKnown: boolean): UnknownCause | undefined {
  switch (node.kind) {
    case 'fact': case 'parameter': return 'not-recorded'
    case 'quantified': case 'count': case 'sum': return environment.context.members?.length ? undefined : 'no-members'
    case 'extremeOfMembers': return environment.context.members?.length ? (partsKnown ? 'nothing-to-compare' : undefined) : 'no-members'
    case 'round': return partsKnown ? 'zero-divisor' : undefined
    case 'shiftDate': case 'dateOfParts': case 'addDurations': case 'timesDuration': return partsKnown ? 'out-of-range' : undefined
    default: return undefined
  }
}

export function why(source: string, given: Node, environment: Environment, member?: number): WhyNode {
  const node = written(given)
  const value: FeelValue = evaluate(node, environment)
  const parts = partsOf(node, environment).map((part) => why(source, part.node, part.environment, part.member))
  const reason = value === undefined ? causeOf(node, environment, parts.every((part) => part.value !== undefined)) : undefined
  return {
    text: writtenText(source, node.start, node.end),
    start: node.start,
    end: node.end,
    value,
    ...(node.kind === 'fact' ? { fact: node.fact } : {}),
    ...(node.kind === 'parameter' ? { parameter: node.id } : {}),
    ...(member === undefined ? {} : { member }),
    ...(reason ? { reason } : {}),
    parts,
  }
}
