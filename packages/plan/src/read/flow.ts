/**
 * The flow: the document as one would read it aloud. Width is made one, blanks between characters, page furniture and line breaks
 * inside a sentence are gone, and every paragraph stands on one line. `origin` leads from each place in the flow back to the text.
 */
import { pageFurniture, webFurniture } from './lexicon/furniture.ts'
import type { SteppedOver } from '../document/opened-document.ts'
import { endsLikeHeading, endsWithAssignment, startsLabelled, startsNumbered } from './line-shape.ts'

export interface Flow {
  readonly text: string
  /** Offset into the source text of each character of the flow; one more at the end. */
  readonly origin: Int32Array
  /** Furniture lines, as spans of the source. */
  readonly furniture: readonly { readonly start: number; readonly end: number }[]
}

interface Line { readonly start: number; readonly end: number; readonly text: string; readonly origin: readonly number[]; readonly furniture: 'page' | 'web' | undefined }

const toWide: Readonly<Record<string, string>> = { ',': ',', ';': ';', ':': ':', '!': '!', '?': '?' }
const toNarrow: Readonly<Record<string, string>> = { '﹝': '〔', '﹞': '〕', '﹙': '(', '﹚': ')', '﹪': '%', '‰': '‰', '·': '·', '~': '~', '∼': '~', '〜': '~', '–': '-', '—': '-', '―': '-', '─': '-', '-': '-', '.': '.' }

/** One character in its one width: brackets, digits, letters, stops and signs narrow; comma, semicolon, colon, ! and ? wide. */
function oneWidth(ch: string): string {
  if (toWide[ch] !== undefined) return toWide[ch]
  if (ch === ',' || ch === ';' || ch === ':' || ch === '!' || ch === '?') return ch
  if (toNarrow[ch] !== undefined) return toNarrow[ch]
  const code = ch.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ch
}

const isBlank = (ch: string) => ch === ' ' || ch === '\t' || ch === '\r' || ch === '\u00a0' || ch === '\u3000' || ch === '\u2002' || ch === '\u2003'
const isInvisible = (ch: string) => (ch >= '\u200b' && ch <= '\u200f') || ch === '\ufeff'
const isAscii = (ch: string | undefined) => ch !== undefined && /[0-9A-Za-z]/.test(ch)
const isDigit = (ch: string | undefined) => ch !== undefined && ch >= '0' && ch <= '9'

/** The next character that is no blank; empty at the end. */
function nextWritten(source: string, at: number): string {
  let i = at + 1
  while (i < source.length && i < at + 100 && isBlank(source[i]!)) i += 1
  return source[i] ?? ''
}

/** Lines such as 责任单位:甲局 乙局, where a blank parts two bodies. */
const labelLine = /^\s*[(\uff08【[〔]?\s*(?:责任|牵头|主要牵头|配合|协办|参与|参加|支持|实施|落实|承办)\s*(?:单位|部门)\s*[:\uff1a]/
const opensWithNumber = (text: string) => text.length <= 3 && /^([一二三四五六七八九十]{1,3}|\d{1,2})$/.test(text)

/** A comma typed narrow between groups of three digits parts thousands: 12,500. */
function partsThousands(source: string, at: number): boolean {
  return source[at] === ',' && isDigit(source[at - 1]) && isDigit(source[at + 1]) && isDigit(source[at + 2]) && isDigit(source[at + 3]) && !isDigit(source[at + 4])
}

function readLine(source: string, start: number, end: number): Line {
  let text = ''
  const origin: number[] = []
  const listsBodies = labelLine.test(source.slice(start, Math.min(end, start + 40)))
  for (let i = start; i < end; i += 1) {
    const ch = source[i]!
    if (isInvisible(ch) || partsThousands(source, i)) continue
    if (isBlank(ch)) {
      // A blank is kept between letters and digits, and after a number that opens a line ("一 总体要求").
      const before = text[text.length - 1]
      const after = source[i + 1]
      if (before === undefined || before === ' ') continue
      const partsBodies = listsBodies && text.includes(':') && !/[:、,;]/.test(before) && after !== undefined && !/[\s:\uff1a、,\uff0c;\uff1b。)\uff09]/.test(after)
      if (!partsBodies && !(isAscii(before) && isAscii(after)) && !(opensWithNumber(text) && !/[年月日个名户万亿%\uff05号、..\uff0e,\uff0c:\uff1a)\uff09]/.test(nextWritten(source, i)))) continue
      text += ' '
    } else text += oneWidth(ch)
    origin.push(i)
  }
  if (text.endsWith(' ')) { text = text.slice(0, -1); origin.pop() }
  const furniture = text.length > 120 ? undefined : pageFurniture.some((p) => p.test(text)) && text !== '' ? 'page' : webFurniture.some((p) => p.test(text)) ? 'web' : undefined
  return { start, end, text, origin, furniture }
}

/** What the document's format says of its lines: stretches to step over, and whether each line is a paragraph of its own. */
export interface FlowLayout { readonly steppedOver: readonly SteppedOver[]; readonly linesAreParagraphs: boolean }

function splitLines(source: string, layout: FlowLayout): Line[] {
  const lines: Line[] = []
  let start = 0
  let s = 0
  for (let i = 0; i <= source.length; i += 1) {
    if (i < source.length && source[i] !== '\n' && source[i] !== '\f' && source[i] !== '\v' && source[i] !== '\u2028') continue
    while (s < layout.steppedOver.length && layout.steppedOver[s]!.end < i) s += 1
    const over = layout.steppedOver[s]
    const line = readLine(source, start, i)
    lines.push(over && over.start <= start && i <= over.end ? { ...line, furniture: over.kind === 'page' ? 'page' : 'web' } : line)
    start = i + 1
  }
  return lines
}

/** The width at which the document's lines were broken by hand or program; 0 when each paragraph stands on one line. */
function wrapWidth(lines: readonly Line[]): number {
  const written = lines.filter((line) => line.text !== '' && !line.furniture)
  const widest = written.reduce((most, line) => Math.max(most, line.text.length), 0)
  if (widest > 90 || written.length < 12) return 0
  return written.filter((line) => line.text.length >= widest - 6).length * 5 >= written.length * 2 ? widest : 0
}

/** Whether the sentence of a line runs on in the next one. */
function runsOn(line: string, next: string, width: number, overPage: boolean, overBlank: boolean): boolean {
  if (line === '' || /[。!?;:》]["”’』」)]*$/.test(line) || startsNumbered(next) || startsLabelled(next) || endsWithAssignment(line)) return false
  const short = width > 0 && line.length < width - 8
  if (short && !overPage) return false
  if (endsLikeHeading(line) && (width === 0 || short)) return false
  if (overBlank && !overPage) return /[,、]$/.test(line)
  return /[,、]$/.test(line) || line.length >= 25 || width > 0
}

/** The flow of a text. Linear in its length. */
export function makeFlow(source: string, layout: FlowLayout = { steppedOver: [], linesAreParagraphs: false }): Flow {
  const lines = splitLines(source, layout)
  const width = wrapWidth(lines)
  const pieces: string[] = []
  const origin: number[] = []
  let previous: Line | undefined
  let overPage = false
  let overBlank = false
  for (const line of lines) {
    if (line.furniture) { overPage ||= line.furniture === 'page'; continue }
    if (line.text === '') { overBlank = true; continue }
    if (previous && !runsOn(previous.text, line.text, width, overPage, overBlank || (layout.linesAreParagraphs && width === 0))) {
      pieces.push('\n')
      origin.push(previous.end)
    }
    pieces.push(line.text)
    for (const offset of line.origin) origin.push(offset)
    previous = line
    overPage = false
    overBlank = false
  }
  origin.push(previous ? previous.end : source.length)
  const furniture = lines.filter((line) => line.furniture).map((line) => ({ start: line.start, end: line.end }))
  return { text: pieces.join(''), origin: Int32Array.from(origin), furniture }
}

/** Span in the source of a span in the flow. The end is just behind the last character. */
export function sourceSpan(flow: Flow, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: flow.origin[start]!, end: flow.origin[start]! }
  return { start: flow.origin[start]!, end: flow.origin[end - 1]! + 1 }
}
