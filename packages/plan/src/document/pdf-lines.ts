/** Pieces of one PDF page to lines of text with their places. */
import type { PdfPiece } from './pdf-page.ts'

export interface PdfLine { readonly text: string; readonly x: number; readonly right: number; readonly y: number; readonly size: number; /** Texts parted by wide gaps, as columns are. */ readonly parts: readonly PdfPiece[] }

/** Gap in ems from which two pieces on a line stand in different columns. */
const columnGap = 1.6

const isWord = (ch: string | undefined): boolean => ch !== undefined && /[0-9A-Za-z]/.test(ch)

/** Joins two texts of one sentence: a blank only between Latin words. */
export function joinTexts(left: string, right: string): string {
  return isWord(left[left.length - 1]) && isWord(right[0]) && /[A-Za-z]/.test(left[left.length - 1]! + right[0]!) ? `${left} ${right}` : left + right
}

/** Width of a text in ems: a Chinese character is one, all others about half. */
export const emsOf = (text: string): number => [...text].reduce((sum, ch) => sum + (ch >= '\u2e80' ? 1 : 0.5), 0)

/**
 * Programs draw the characters of each font in a run of their own, and leave gaps for those of another font: 持_中央 with “ drawn in the gap.
 * Such a run is parted where other pieces stand in it.
 */
function partAtGaps(piece: PdfPiece, others: readonly PdfPiece[]): PdfPiece[] {
  const words = piece.text.split(' ').filter((word) => word !== '')
  const inside = words.length < 2 || others.length > 2000 ? [] : others.filter((o) => o !== piece && o.x > piece.x && o.x < piece.x + piece.width - piece.size * 0.3)
  if (inside.length === 0) return [piece]
  const parts: PdfPiece[] = []
  let at = piece.x
  let o = 0
  for (const text of words) {
    const width = emsOf(text) * piece.size
    parts.push({ ...piece, text, x: at, width })
    at += width
    const before = at
    while (o < inside.length && inside[o]!.x < at + piece.size * 0.45) { at = Math.max(at, inside[o]!.x + inside[o]!.width); o += 1 }
    if (at === before) at += piece.size * 0.5
  }
  return parts
}

function makeLine(pieces: readonly PdfPiece[]): PdfLine {
  const inOrder = [...pieces].sort((a, b) => a.x - b.x)
  const sorted = inOrder.flatMap((piece) => partAtGaps(piece, inOrder)).sort((a, b) => a.x - b.x)
  const parts: PdfPiece[] = []
  let last: PdfPiece | undefined
  let text = ''
  for (const piece of sorted) {
    const gap = last ? piece.x - (last.x + last.width) : 0
    const em = Math.max(piece.size, last?.size ?? 0)
    // The same words printed twice, a hair apart, stand for bold.
    if (last && piece.text === last.text && Math.abs(piece.x - last.x) < em * 0.2) continue
    const before = parts[parts.length - 1]
    if (before && gap < em * columnGap) {
      const parted = gap > em * (isWord(before.text[before.text.length - 1]) || isWord(piece.text[0]) ? 0.2 : 0.45)
      const joined = parted ? `${before.text} ${piece.text}` : before.text + piece.text
      parts[parts.length - 1] = { ...before, text: joined, width: piece.x + piece.width - before.x, size: Math.max(before.size, piece.size) }
    } else parts.push(piece)
    last = piece
  }
  text = parts.map((p) => p.text.trim()).join(' ')
  const end = sorted[sorted.length - 1]!
  return { text, x: sorted[0]!.x, right: end.x + end.width, y: sorted[0]!.y, size: Math.max(...sorted.map((p) => p.size)), parts }
}

/** Lines from top to bottom. */
export function findLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: PdfPiece[][] = []
  let base = 0
  let size = 0
  for (const piece of sorted) {
    const group = groups[groups.length - 1]
    if (group && piece.y - base < Math.max(2, Math.min(size, piece.size) * 0.5)) group.push(piece)
    else { groups.push([piece]); base = piece.y; size = piece.size }
  }
  return groups.map(makeLine)
}

/** Whether lines of the page fall into columns: then its ruled lines are worth looking at. */
export function hasColumns(pieces: readonly PdfPiece[]): boolean {
  return findLines(pieces).filter((line) => line.parts.length >= 2).length >= 2
}
