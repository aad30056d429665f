/** The result of a whole rule against what it is wanted for: kind, unit and digits after the point. */
import type { FeelType } from '../api.ts'
import type { Node } from '../tree/node.ts'
import { commonUnit } from '../types/unit.ts'
import { numberType, typeName, typeOfContract, type ValueType } from '../types/value-type.ts'
import { adaptTo } from './adapt.ts'
import type { CheckContext } from './check-context.ts'
import { fits, widenTo } from './match.ts'

function wrongResult(context: CheckContext, tree: Node, wanted: ValueType): undefined {
  return context.findings.add('feel/wrong-result', tree, { want: typeName(wanted), have: typeName(tree.type) })
}

function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'list' && b.kind === 'list') return sameType(a.of, b.of)
  if (a.kind === 'code' && b.kind === 'code') return a.list === b.list
  if (a.kind === 'duration' && b.kind === 'duration') return a.of === b.of
  return a.kind === b.kind
}

/** The tree with the wanted type; undefined when it cannot have it (noted). A number keeps its unit where none is wanted. */
export function checkResult(context: CheckContext, tree: Node, expected: FeelType): Node | undefined {
  const wanted = typeOfContract(expected)
  if (!wanted) return context.findings.add('feel/not-a-value', tree, { what: '成员名单 the list of members', example: 'count(成员)' })
  if (wanted.kind === 'number' && tree.type.kind === 'number') {
    const unit = expected.kind === 'number' && expected.unit === undefined ? tree.type.unit : commonUnit(tree.type.unit, wanted.unit)
    if (unit === undefined || unit.startsWith('percent-of:')) return wrongResult(context, tree, wanted)
    if (tree.type.scale > wanted.scale) return context.findings.add('feel/result-too-fine', tree, { have: tree.type.scale, want: wanted.scale })
    const type = numberType(tree.type.digits - tree.type.scale + wanted.scale, wanted.scale, unit)
    return fits(context, tree, type.digits) ? { ...widenTo(tree, type), type } as Node : undefined
  }
  const read = wanted.kind === 'list' ? tree : adaptTo(context, tree, wanted)
  if (!read) return undefined
  return sameType(read.type, wanted) ? read : wrongResult(context, tree, wanted)
}
