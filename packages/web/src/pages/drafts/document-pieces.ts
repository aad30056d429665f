/** Cuts a document into lines, and lines into pieces at the edges of its items, so that every piece knows what was found in it. */
import type { DraftItemRow } from '../../client/contract.ts'

export interface Piece {
  readonly start: number
  readonly text: string
  /** Items over this piece, the shortest first; clauses are not among them. */
  readonly items: readonly DraftItemRow[]
}

export interface Line {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
  /** Clauses that begin in this line, at their place. */
  readonly clauses: readonly DraftItemRow[]
}

const order = ['unread', 'target', 'amount', 'duty', 'citation', 'organisation', 'clause']
const length = (item: DraftItemRow): number => item.end - item.start

function piecesOf(text: string, start: number, end: number, items: readonly DraftItemRow[], clauses: readonly DraftItemRow[]): Piece[] {
  const edges = new Set([start, end, ...clauses.map((c) => c.start)])
  for (const item of items) for (const edge of [item.start, item.end]) if (edge > start && edge < end) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => ({
    start: from, text: text.slice(from, cuts[i + 1]),
    items: items.filter((item) => item.start < cuts[i + 1]! && item.end > from).sort((a, b) => length(a) - length(b) || order.indexOf(a.kind) - order.indexOf(b.kind)),
  }))
}

/** Items must be in the document's order. */
export function documentLines(text: string, items: readonly DraftItemRow[]): Line[] {
  const marked = items.filter((i) => i.kind !== 'clause' && i.end > i.start)
  const clauses = items.filter((i) => i.kind === 'clause')
  const lines: Line[] = []
  let reach: DraftItemRow[] = []
  let nextItem = 0
  let nextClause = 0
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    while (nextItem < marked.length && marked[nextItem]!.start < end) reach.push(marked[nextItem++]!)
    reach = reach.filter((item) => item.end > start)
    const here: DraftItemRow[] = []
    while (nextClause < clauses.length && clauses[nextClause]!.start <= end) here.push(clauses[nextClause++]!)
    lines.push({ start, end, clauses: here, pieces: end > start ? piecesOf(text, start, end, reach.filter((i) => i.start < end), here) : [] })
    start = end + 1
  }
  return lines
}
