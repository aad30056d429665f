/** Values out of syntax: of any type, or of a wanted one. Goes through `context.resolve`, so that the checks of single kinds need not know each other. */
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Node } from '../tree/node.ts'
import { booleanType, numberType, textType, typeName, type ScalarType } from '../types/value-type.ts'
import type { CheckContext } from './check-context.ts'

/** The value that the syntax stands for; a household or a list of members alone is none. */
export function checkNode(context: CheckContext, syntax: SyntaxNode): Node | undefined {
  const meaning = context.resolve(context, syntax)
  if (!meaning || meaning.kind === 'node') return meaning?.node
  const text = context.findings.source.slice(syntax.start, syntax.end)
  switch (meaning.kind) {
    case 'entity': return context.findings.add('feel/not-a-value', syntax, { what: '一个对象 a thing with items', example: `${text}.…` })
    case 'parameters': return context.findings.add('feel/not-a-value', syntax, { what: '全部参数 all parameters', example: `${text}.…` })
    case 'members': return context.findings.add('feel/not-a-value', syntax, { what: '成员名单 the list of members', example: `count(${text})` })
    case 'mapped': return context.findings.add('feel/not-a-value', syntax, { what: '每个成员一个值 one value per member', example: `sum(${text})` })
  }
}

/** A value of the wanted kind; another kind is noted as wrong. */
export function checkKind<K extends ScalarType['kind']>(context: CheckContext, syntax: SyntaxNode, kind: K): Node | undefined {
  const found = checkNode(context, syntax)
  if (!found || found.type.kind === kind) return found
  const labels: Partial<Record<ScalarType['kind'], ScalarType>> = { boolean: booleanType, text: textType, date: { kind: 'date' }, number: numberType(1, 0, 'none'), duration: { kind: 'duration', of: 'months' } }
  return context.findings.add('feel/wrong-type', syntax, { want: typeName(labels[kind] ?? textType), have: typeName(found.type) })
}

export function checkBoolean(context: CheckContext, syntax: SyntaxNode): Node | undefined {
  return checkKind(context, syntax, 'boolean')
}

