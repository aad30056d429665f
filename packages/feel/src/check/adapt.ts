/** A written text beside a code means one of the code list's labels: it is turned into the code, or refused with the labels near it. */
import { cleanText, codeLists, type CodeItem, type CodeList, type CodeListKey } from '@bangfu/kernel'
import { node, type Node } from '../tree/node.ts'
import type { ScalarType } from '../types/value-type.ts'
import type { CheckContext } from './check-context.ts'
import { nearNames } from './near-names.ts'

/** The code for a label in zh or en, another known spelling, or the code itself. An exact label wins over a spelling of another item. */
export function findCode(list: CodeListKey, label: string): string | undefined {
  const wanted = cleanText(label)
  const { items }: CodeList = codeLists[list]
  const ways: ((item: CodeItem) => boolean)[] = [
    (item) => cleanText(item.zh) === wanted,
    (item) => item.code === wanted,
    (item) => item.en === wanted,
    (item) => item.also?.some((spelling) => cleanText(spelling) === wanted) ?? false,
  ]
  for (const way of ways) {
    const found = items.find(way)
    if (found) return found.code
  }
  return undefined
}

function codeLiteral(context: CheckContext, text: Node & { kind: 'literal' }, list: CodeListKey): Node | undefined {
  const label = String(text.value)
  const code = findCode(list, label)
  if (code !== undefined) return node('literal', text, { kind: 'code', list }, { value: code })
  const { zh, en, items }: CodeList = codeLists[list]
  const labels = items.flatMap((item) => [item.zh, ...(item.also ?? [])])
  const near = nearNames(label, labels)
  return context.findings.add('feel/unknown-label', text, { label, list: `${zh} ${en}`, near: (near.length ? near : items.slice(0, 8).map((item) => item.zh)).join('、') })
}

/** The node with its written texts read as codes of the wanted type; any other node as it is. Undefined when a label is wrong (noted). */
export function adaptTo(context: CheckContext, given: Node, wanted: ScalarType): Node | undefined {
  if (wanted.kind !== 'code') return given
  if (given.kind === 'literal' && given.type.kind === 'text') return codeLiteral(context, given, wanted.list)
  if (given.kind === 'if' && given.type.kind === 'text') {
    const [then, otherwise] = [adaptTo(context, given.then, wanted), adaptTo(context, given.otherwise, wanted)]
    if (!then || !otherwise) return undefined
    return then.type.kind === 'code' && otherwise.type.kind === 'code' ? node('if', given, wanted, { condition: given.condition, then, otherwise }) : given
  }
  if (given.kind === 'list' && given.type.kind === 'list' && given.type.of.kind === 'text') {
    const items = given.items.map((item) => adaptTo(context, item, wanted))
    if (items.some((item) => item === undefined)) return undefined
    const read = items as Node[]
    return read.every((item) => item.type.kind === 'code') ? node('list', given, { kind: 'list', of: wanted }, { items: read }) : given
  }
  return given
}
