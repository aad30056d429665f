/** The passage that is selected in the shown document, as offsets into its text; undefined when nothing in it is selected. */

function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const at = element?.closest<HTMLElement>('[data-at]')?.dataset['at']
  return at === undefined ? undefined : Number(at) + (node instanceof Element ? 0 : offset)
}

export function selectedPassage(): { readonly start: number; readonly end: number } | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!(range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest('.draft-document')) return undefined
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)]
  return start !== undefined && end !== undefined && end > start ? { start, end } : undefined
}
