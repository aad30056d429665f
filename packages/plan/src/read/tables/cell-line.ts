/** A line of the flow made from cells: the words of a cell in one width, behind words that its column's head supplies. Every place leads back into the cell. */
import type { TableCell } from '../../document/opened-document.ts'
import { readLine } from '../flow.ts'

export interface CellLine { readonly text: string; readonly origin: readonly number[]; readonly start: number; readonly end: number }

/** Words of the head before the cell's own; they point at the cell's first character, or where they are said to stand. */
export function prefixed(prefix: string, line: CellLine, at: number = line.start): CellLine {
  return { ...line, text: prefix + line.text, origin: [...Array.from({ length: prefix.length }, () => at), ...line.origin] }
}

/** The paragraphs of a cell, blank ones left out. */
export function cellLines(source: string, cell: TableCell): CellLine[] {
  const found: CellLine[] = []
  let start = cell.start
  for (let i = cell.start; i <= cell.end; i += 1) {
    if (i < cell.end && source[i] !== '\u2028' && source[i] !== '\n') continue
    const line = readLine(source, start, i)
    if (line.text !== '') found.push({ text: line.text, origin: line.origin, start, end: i })
    start = i + 1
  }
  return found
}

/** The text with what a pattern matches replaced; places inside a replacement point at where the match begins. */
export function replaceIn(line: CellLine, pattern: RegExp, replacement: (match: RegExpExecArray) => string): CellLine {
  let text = ''
  const origin: number[] = []
  let from = 0
  for (const match of line.text.matchAll(pattern)) {
    text += line.text.slice(from, match.index)
    origin.push(...line.origin.slice(from, match.index))
    const put = replacement(match as RegExpExecArray)
    text += put
    for (let i = 0; i < put.length; i += 1) origin.push(line.origin[Math.min(match.index + i, match.index + match[0].length - 1)]!)
    from = match.index + match[0].length
  }
  return { ...line, text: text + line.text.slice(from), origin: [...origin, ...line.origin.slice(from)] }
}

/** A list of bodies in a cell: one a line or parted by blanks is the same as parted by 、. Lines with labels of their own stay lines. */
export function bodyLines(source: string, cell: TableCell, label: string): CellLine[] {
  const found: CellLine[] = []
  let listed: CellLine | undefined
  const blanks = /[ \t\u00a0\u3000]+/g
  for (const whole of cellLines(source, cell)) {
    if (/^.{2,10}[::]/.test(whole.text)) { found.push(whole); continue }
    const pieces: { start: number; end: number }[] = []
    let from = whole.start
    for (const gap of source.slice(whole.start, whole.end).matchAll(blanks)) { pieces.push({ start: from, end: whole.start + gap.index }); from = whole.start + gap.index + gap[0].length }
    pieces.push({ start: from, end: whole.end })
    for (const piece of pieces) {
      const line = readLine(source, piece.start, piece.end)
      if (line.text === '') continue
      const mark = listed === undefined || /[、,;和及]$/.test(listed.text) || /^[、,;)]/.test(line.text) ? '' : '、'
      listed = listed === undefined ? { ...line } : { text: `${listed.text}${mark}${line.text}`, origin: [...listed.origin, ...(mark === '' ? [] : [line.start]), ...line.origin], start: listed.start, end: line.end }
    }
  }
  return listed === undefined ? found : [prefixed(label, listed), ...found]
}
