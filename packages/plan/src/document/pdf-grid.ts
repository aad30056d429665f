/** Ruled tables of a PDF page: the grid that its lines make, and which cells are merged. Knows no text. */
import type { Ruling } from './pdf-page.ts'

export interface GridCell { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
export interface PdfGrid { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly xs: readonly number[]; readonly ys: readonly number[]; readonly cells: readonly GridCell[] }

/** Points by which drawn lines may miss each other. */
const slack = 3

/** Values that lie within the slack of one another become one. */
function cluster(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (found.length === 0 || value - found[found.length - 1]! > slack) found.push(value)
  return found
}

const crosses = (h: Ruling, v: Ruling): boolean => v.x1 >= h.x1 - slack && v.x1 <= h.x2 + slack && h.y1 >= v.y1 - slack && h.y1 <= v.y2 + slack

/** Lines that hang together, each group one table. */
function group(horizontal: readonly Ruling[], vertical: readonly Ruling[]): { horizontal: Ruling[]; vertical: Ruling[] }[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i)
  const root = (i: number): number => { let at = i; while (parent[at] !== at) { parent[at] = parent[parent[at]!]!; at = parent[at]! } return at }
  horizontal.forEach((h, i) => vertical.forEach((v, j) => { if (crosses(h, v)) parent[root(i)] = root(horizontal.length + j) }))
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>()
  const of = (i: number) => { const key = root(i); if (!groups.has(key)) groups.set(key, { horizontal: [], vertical: [] }); return groups.get(key)! }
  horizontal.forEach((h, i) => of(i).horizontal.push(h))
  vertical.forEach((v, j) => of(horizontal.length + j).vertical.push(v))
  return [...groups.values()]
}

function makeGrid(horizontal: readonly Ruling[], vertical: readonly Ruling[]): PdfGrid | undefined {
  const xs = cluster(vertical.map((v) => v.x1))
  const ys = cluster(horizontal.map((h) => h.y1))
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 2 || rows * columns > 20_000) return undefined
  const wallRight = (r: number, c: number): boolean => { const [x, y] = [xs[c + 1]!, (ys[r]! + ys[r + 1]!) / 2]; return vertical.some((v) => Math.abs(v.x1 - x) <= slack && v.y1 <= y && v.y2 >= y) }
  const wallBelow = (r: number, c: number): boolean => { const [x, y] = [(xs[c]! + xs[c + 1]!) / 2, ys[r + 1]!]; return horizontal.some((h) => Math.abs(h.y1 - y) <= slack && h.x1 <= x && h.x2 >= x) }
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      if (taken.has(r * columns + c)) continue
      let [right, below] = [c, r]
      while (right + 1 < columns && !taken.has(r * columns + right + 1) && !wallRight(r, right)) right += 1
      while (below + 1 < rows && !wallBelow(below, c)) below += 1
      for (let i = r; i <= below; i += 1) for (let j = c; j <= right; j += 1) taken.add(i * columns + j)
      cells.push({ row: r, column: c, rows: below - r + 1, columns: right - c + 1, x1: xs[c]!, x2: xs[right + 1]!, y1: ys[r]!, y2: ys[below + 1]! })
    }
  }
  return { x1: xs[0]!, x2: xs[columns]!, y1: ys[0]!, y2: ys[rows]!, xs, ys, cells }
}

/** Segments that continue each other in one line become one line. */
function join(rulings: readonly Ruling[], upright: boolean): Ruling[] {
  const along = (r: Ruling): readonly [number, number, number] => (upright ? [r.x1, r.y1, r.y2] : [r.y1, r.x1, r.x2])
  // Places are rounded first: a hair's difference must not put a lower line before an upper one.
  const sorted = [...rulings].sort((a, b) => Math.round(along(a)[0]) - Math.round(along(b)[0]) || along(a)[1] - along(b)[1])
  const found: Ruling[] = []
  for (const ruling of sorted) {
    const last = found[found.length - 1]
    const [at, from, to] = along(ruling)
    if (last && Math.abs(along(last)[0] - at) < 0.8 && from >= along(last)[1] && from <= along(last)[2] + slack) found[found.length - 1] = upright ? { ...last, y2: Math.max(last.y2, to) } : { ...last, x2: Math.max(last.x2, to) }
    else found.push(ruling)
  }
  return found
}

/** Tables of the page from top to bottom; at least two columns each. */
export function findGrids(rulings: readonly Ruling[]): PdfGrid[] {
  const horizontal = join(rulings.filter((r) => r.y1 === r.y2 || r.y2 - r.y1 < 1), false)
  const vertical = join(rulings.filter((r) => r.x1 === r.x2 || r.x2 - r.x1 < 1), true)
  if (horizontal.length * vertical.length > 4_000_000) return []
  return group(horizontal, vertical).map((g) => makeGrid(g.horizontal, g.vertical)).filter((g) => g !== undefined).sort((a, b) => a.y1 - b.y1)
}
