/** Grammar nodes of lezer as the converter reads them, and what a part of the converter may ask of the whole. */
import type { SyntaxNode as LezerNode } from '@lezer/common'
import type { Span, SyntaxNode } from './syntax-node.ts'

/** Reads grammar nodes into syntax nodes. */
export interface NodeReader {
  /** The node; `broken` at the parent when it is missing. */
  node(node: LezerNode | undefined, parent: LezerNode): SyntaxNode
  broken(node: LezerNode): SyntaxNode
  /** The real words at the node, inner blanks made one. */
  words(node: Span | LezerNode): string
}

export const spanOf = (node: LezerNode): Span => ({ start: node.from, end: node.to })

/** Children that carry meaning: no comments, no empty error marks. */
export function childrenOf(node: LezerNode): LezerNode[] {
  const children: LezerNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment' && !child.type.isError) children.push(child)
  }
  return children
}
