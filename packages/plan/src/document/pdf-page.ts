/** One page of a PDF as pieces of text and ruled lines, in points from the top left. Reads no meaning into them. */
import type { PDFPageProxy } from 'pdfjs-dist'

export interface PdfPiece { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }
export interface Ruling { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
export interface PdfPage { readonly number: number; readonly width: number; readonly height: number; readonly pieces: readonly PdfPiece[]; readonly rulings: readonly Ruling[]; readonly hasImage: boolean }
export interface PaintOperators { readonly save: number; readonly restore: number; readonly transform: number; readonly constructPath: number; readonly paintImageXObject: number; readonly paintInlineImageXObject: number; readonly paintFormXObjectBegin: number; readonly paintFormXObjectEnd: number }

type Matrix = readonly [number, number, number, number, number, number]

function multiply(a: Matrix, b: readonly number[]): Matrix {
  return [a[0] * b[0]! + a[2] * b[1]!, a[1] * b[0]! + a[3] * b[1]!, a[0] * b[2]! + a[2] * b[3]!, a[1] * b[2]! + a[3] * b[3]!, a[0] * b[4]! + a[2] * b[5]! + a[4], a[1] * b[4]! + a[3] * b[5]! + a[5]]
}
const move = (m: Matrix, x: number, y: number): readonly [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]

/** Fonts map some characters to radicals and compatibility forms that look the same: back to the characters meant. */
const meant = (text: string): string => text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (ch) => ch.normalize('NFKC'))

/** Lines drawn, and the edges of boxes drawn: whatever is thinner than this is a line. */
const thin = 3

function edgesOf(box: Ruling): Ruling[] {
  const { x1, y1, x2, y2 } = box
  if (x2 - x1 < thin && y2 - y1 < thin) return []
  if (y2 - y1 < thin) return [{ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }]
  if (x2 - x1 < thin) return [{ y1, y2, x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 }]
  return [{ x1, x2, y1, y2: y1 }, { x1, x2, y1: y2, y2 }, { y1, y2, x1, x2: x1 }, { y1, y2, x1: x2, x2 }]
}

/** Straight segments of a path: numbers are 0 move, 1 line, 2 curve, 3 quadratic, 4 close, each with its points. */
function segmentsOf(path: ArrayLike<number>, at: Matrix): Ruling[] {
  const found: Ruling[] = []
  let from: readonly [number, number] = [0, 0]
  let first = from
  const line = (to: readonly [number, number]): void => {
    const flat = Math.abs(to[0] - from[0]) < 1 || Math.abs(to[1] - from[1]) < 1
    if (flat) found.push({ x1: Math.min(from[0], to[0]), y1: Math.min(from[1], to[1]), x2: Math.max(from[0], to[0]), y2: Math.max(from[1], to[1]) })
    from = to
  }
  for (let i = 0; i < path.length && i < 4000;) {
    const op = path[i]
    if (op === 0) { from = first = move(at, path[i + 1]!, path[i + 2]!); i += 3 }
    else if (op === 1) { line(move(at, path[i + 1]!, path[i + 2]!)); i += 3 }
    else if (op === 2) { from = move(at, path[i + 5]!, path[i + 6]!); i += 7 }
    else if (op === 3) { from = move(at, path[i + 3]!, path[i + 4]!); i += 5 }
    else { line(first); i += 1 }
  }
  return found.filter((r) => r.x2 - r.x1 >= 4 || r.y2 - r.y1 >= 4)
}

interface OperatorList { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

/** All straight lines of the page and whether it shows a picture. */
function readDrawing(list: OperatorList, base: Matrix, ops: PaintOperators): { rulings: Ruling[]; hasImage: boolean } {
  const rulings: Ruling[] = []
  const stack: Matrix[] = []
  let at = base
  let hasImage = false
  list.fnArray.forEach((fn, i) => {
    const args = list.argsArray[i] as readonly unknown[] | null
    if (fn === ops.save || fn === ops.paintFormXObjectBegin) {
      stack.push(at)
      if (fn === ops.paintFormXObjectBegin && Array.isArray(args?.[0])) at = multiply(at, args[0] as number[])
    } else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) at = stack.pop() ?? base
    else if (fn === ops.transform && args) at = multiply(at, args as readonly number[])
    else if (fn === ops.paintImageXObject || fn === ops.paintInlineImageXObject) hasImage = true
    else if (fn === ops.constructPath && args && rulings.length < 20_000) {
      const path = (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0]
      if (path && path.length <= 200) for (const ruling of segmentsOf(path, at)) rulings.push(...edgesOf(ruling))
    }
  })
  return { rulings: rulings, hasImage }
}

/** The page's text with positions, and its ruled lines where `wantsRulings` says that the text may stand in columns. */
export async function readPdfPage(page: PDFPageProxy, ops: PaintOperators, wantsRulings: (pieces: readonly PdfPiece[]) => boolean): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const base = viewport.transform as unknown as Matrix
  const content = await page.getTextContent()
  const pieces: PdfPiece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const m = multiply(base, item.transform as number[])
    // Slanting text is a watermark.
    if (Math.abs(m[1]) > Math.abs(m[0]) * 0.05) continue
    pieces.push({ text: meant(item.str), x: m[4], y: m[5], width: item.width, size: Math.hypot(m[2], m[3]) || item.height })
  }
  const needsDrawing = pieces.length === 0 || wantsRulings(pieces)
  const drawing = needsDrawing ? readDrawing(await page.getOperatorList(), base, ops) : { rulings: [], hasImage: false }
  page.cleanup()
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, pieces, ...drawing }
}
