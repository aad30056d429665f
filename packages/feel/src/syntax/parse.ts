/** Text to syntax tree, by the FEEL grammar of `@bpmn-io/lezer-feel`. Broken places are noted and the rest is still read. */
import { parser } from '@bpmn-io/lezer-feel'
import type { SyntaxNode as LezerNode } from '@lezer/common'
import type { Findings } from '../findings.ts'
import { convert } from './convert.ts'
import { findForeignSigns, findFullWidth } from './full-width.ts'
import { maskNames } from './mask-names.ts'
import type { SyntaxNode } from './syntax-node.ts'

const longestRule = 20_000
const deepestNesting = 60
function noteErrors(top: LezerNode, findings: Findings): void {
  top.cursor().iterate((node) => {
    if (!node.type.isError) return
    // An empty error node means that something is missing there: point at what follows it.
    findings.add('feel/syntax', { start: node.from, end: node.to > node.from ? node.to : Math.min(node.from + 1, findings.source.length) })
  })
}

function depthOf(top: LezerNode): number {
  let [depth, deepest] = [0, 0]
  top.cursor().iterate(() => { depth += 1; deepest = Math.max(deepest, depth) }, () => { depth -= 1 })
  return deepest
}

/** The tree of the rule; undefined when nothing can be made of it. `names` are those that the vocabulary and the pack give. */
export function parse(findings: Findings, names: readonly string[]): SyntaxNode | undefined {
  const { source } = findings
  if (source.trim() === '') return findings.add('feel/empty', { start: 0, end: 0 })
  if (source.length > longestRule) return findings.add('feel/too-long', { start: 0, end: 0 }, { limit: longestRule })
  const masked = maskNames(source, names)
  const fullWidth = findFullWidth(masked)
  for (const { at, sign, wanted } of fullWidth) findings.add('feel/full-width-sign', { start: at, end: at + 1 }, { sign, wanted })
  const foreign = findForeignSigns(masked)
  for (const { at, sign, wanted } of foreign) findings.add('feel/other-sign', { start: at, end: at + sign.length }, { sign, wanted })
  if (fullWidth.length || foreign.length) return undefined
  const tree = parser.parse(masked)
  // Each level of brackets or operators is a few grammar nodes; the limit keeps recursion far from the stack's end.
  if (depthOf(tree.topNode) > deepestNesting * 4) return findings.add('feel/too-deep', { start: 0, end: source.length }, { limit: deepestNesting })
  noteErrors(tree.topNode, findings)
  return convert(tree.topNode, findings)
}
