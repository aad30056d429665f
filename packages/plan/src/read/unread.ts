/** Passages of numbered clauses that were not understood, with the reason: for a person to look at first. */
import type { Clause } from './clause-tree.ts'
import type { Flow } from './flow.ts'

interface Found { readonly start: number; readonly end: number; readonly reason: string }

/** Characters that come of a wrong decoding or of private fonts, and openings without a close. */
const damaged = /[\ufffd\ue000-\uf8ff]+|(?:锟斤拷)+|□{3,}/g

export function findUnread(
  flow: Flow,
  pieces: readonly { readonly clause: Clause; readonly text: string; readonly start: number }[],
  given: { readonly duties: readonly { start: number; end: number }[]; readonly numbers: readonly { start: number; end: number }[] },
): Found[] {
  const found: Found[] = [
    ...given.duties.map((d) => ({ ...d, reason: '责任分工没有认出全部单位 / not every body of the assignment was recognised' })),
    ...given.numbers.map((n) => ({ ...n, reason: '数字没有认出用途 / the use of the number was not recognised' })),
  ]
  for (const piece of pieces) {
    for (const match of piece.text.matchAll(damaged)) found.push({ start: piece.start + match.index, end: piece.start + match.index + match[0].length, reason: '文字损坏 / damaged characters' })
    const open = piece.text.lastIndexOf('《')
    if (open > piece.text.lastIndexOf('》')) found.push({ start: piece.start + open, end: piece.start + Math.min(piece.text.length, open + 60), reason: '书名号没有闭合 / a title is not closed' })
    // A row of cells or letters: hardly any Chinese in a piece of some length.
    if (piece.text.length >= 12 && (piece.text.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 < piece.text.length) found.push({ start: piece.start, end: piece.start + piece.text.length, reason: '不是文句 / no sentence' })
  }
  return found.filter((f) => f.end > f.start && f.end <= flow.text.length).sort((a, b) => a.start - b.start)
}
