/**
 * The flow: the document as one would read it aloud. Width is made one, blanks between characters, page furniture and line breaks
 * inside a sentence are gone, and every paragraph stands on one line. `origin` leads from each place in the flow back to the text.
 */
import { pageFurniture, webFurniture } from './lexicon/furniture.ts'
import type { SteppedOver } from '../document/opened-document.ts'
import { measureLines, runsOn, type WrittenLine } from './wrapping.ts'

export interface Flow {
  readonly text: string
  /** Offset into the source text of each character of the flow; one more at the end. */
  readonly origin: Int32Array
  /** Furniture lines, as spans of the source. */
  readonly furniture: readonly { readonly start: number; readonly end: number }[]
  /** Tables: where the lines made of each stand in the flow, and which of them open a row. */
  readonly tables: readonly FlowTable[]
}

/** A line that opens a row or a section of a table. */
export interface RowMark {
  readonly kind: 'row' | 'section'
  /** The printed number, or the row's place in square brackets where none is printed. */
  readonly label: string
  readonly number: number
  /** Characters that the number takes in the line. */
  readonly skip: number
  /** Where the row ends in the source. */
  readonly sourceEnd: number
  /** No number is printed and nobody is named: a clause only where the table is an annex, else words of the clause that it stands in. */
  readonly annexOnly: boolean
}
export interface TableLine { readonly text: string; readonly origin: readonly number[]; readonly start: number; readonly end: number; readonly mark?: RowMark }
/** Lines that stand in the flow for a stretch of the source. */
export interface TableLines { readonly start: number; readonly end: number; readonly lines: readonly TableLine[] }
/** `index`: which of the layout's tables. */
export interface FlowTable { readonly index: number; readonly start: number; readonly end: number; readonly marks: { readonly at: number; readonly mark: RowMark }[] }

interface Line extends WrittenLine { readonly start: number; readonly end: number; readonly origin: readonly number[]; readonly furniture: 'page' | 'web' | undefined; /** Made of a table: index of it, and no sentence runs on into or out of the line. */ readonly table?: number; readonly mark?: RowMark | undefined }

const toWide: Readonly<Record<string, string>> = { ',': ',', ';': ';', ':': ':', '!': '!', '?': '?' }
const toNarrow: Readonly<Record<string, string>> = { '﹝': '〔', '﹞': '〕', '﹙': '(', '﹚': ')', '﹪': '%', '‰': '‰', '·': '·', '~': '~', '∼': '~', '〜': '~', '「': '“', '」': '”', '『': '“', '』': '”', '–': '-', '—': '-', '―': '-', '─': '-', '-': '-', '.': '.' }

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

/** The next two characters behind the blanks. */
function nextWords(source: string, at: number): string {
  let i = at + 1
  while (i < source.length && i < at + 100 && isBlank(source[i]!)) i += 1
  return `${source[i] ?? ''}${nextWritten(source, i)}`
}

/** Lines such as 责任单位:甲局 乙局, where a blank parts two bodies. */
const labelLine = /^\s*(?:[\d一二三四五六七八九十]{1,2}\s*[、.\uff0e]|[(\uff08][\d一二三四五六七八九十]{1,2}[)\uff09]|[①-⑳])?\s*[(\uff08【[〔]?\s*(?:责任|牵头|主要牵头|配合|协办|参与|参加|支持|实施|落实|承办|主办)\s*(?:单位|部门)?\s*[:\uff1a]/
const adornedLabel = /^[★☆●■◆▲▪◇○※•▶►◎]+(?=[\p{Script=Han}]{2,8}(?:单位|部门|领导|时限|时间|站所|[股科处]室):)/u
/** 2 年度任务, 3 人才队伍: words that begin as a unit does and are none. */
const noUnit = /^(?:年[度均级终]|人[才居民员口大事]|个[人体别性]|户[厕籍]|家[庭园长]|名[录单]|处[置理]|月度|日常|号召|万众)/
const opensWithNumber = (text: string) => text.length <= 3 && /^([一二三四五六七八九十]{1,3}|\d{1,2})$/.test(text)

/** A comma typed narrow between groups of three digits parts thousands: 12,500. */
function partsThousands(source: string, at: number): boolean {
  return source[at] === ',' && isDigit(source[at - 1]) && isDigit(source[at + 1]) && isDigit(source[at + 2]) && isDigit(source[at + 3]) && !isDigit(source[at + 4])
}

/** Columns of a line without the blanks behind it, and of those before it. */
function measure(source: string, start: number, end: number): { columns: number; characters: number; indent: number } {
  let columns = 0
  let written = 0
  let characters = 0
  let indent = -1
  for (let i = start; i < end; i += 1) {
    const ch = source[i]!
    if (!isBlank(ch)) {
      if (indent < 0) indent = columns
      written = columns + (ch > '\u2000' ? 2 : 1)
      characters = i - start + 1
    }
    columns += ch === '\t' ? 4 : ch > '\u2000' ? 2 : 1
  }
  return { columns: written, characters, indent: Math.max(indent, 0) }
}

/** The words of a stretch of the source in one width, with the place of each character. */
export function readLine(source: string, start: number, end: number): Line {
  let text = ''
  // Asking a growing string for its end would copy it each time.
  let before: string | undefined
  let labelled = false
  let quoted = false
  const origin: number[] = []
  const listsBodies = labelLine.test(source.slice(start, Math.min(end, start + 40)).replace(/[\u200b-\u200f\ufeff]/g, ''))
  for (let i = start; i < end; i += 1) {
    const ch = source[i]!
    if (isInvisible(ch) || partsThousands(source, i)) continue
    if (isBlank(ch)) {
      // A blank is kept between letters and digits, and after a number that opens a line ("一 总体要求").
      const after = source[i + 1] === undefined ? undefined : oneWidth(source[i + 1]!)
      if (before === undefined || before === ' ') continue
      const partsBodies = listsBodies && labelled && !isDigit(before) && !isDigit(after) && !/[:、,;]/.test(before) && after !== undefined && !/[\s:\uff1a、,\uff0c;\uff1b。)\uff09]/.test(after)
      // 6. 65岁以上: without the blank the number would read 6.65.
      const partsNumber = text.length <= 4 && /^\d{1,3}[.、]$/.test(text) && isDigit(nextWritten(source, i))
      if (!partsBodies && !partsNumber && !(isAscii(before) && isAscii(after)) && !(opensWithNumber(text) && nextWritten(source, i) !== '是' && (noUnit.test(nextWords(source, i)) || !/[年月日个名户万亿%\uff05号、..\uff0e,\uff0c:\uff1a)\uff09]/.test(nextWritten(source, i))))) continue
      text += ' '
      before = ' '
    } else {
      before = oneWidth(ch)
      // A straight mark opens and closes in turn.
      if (before === '"') { before = quoted ? '”' : '“'; quoted = !quoted }
      labelled ||= before === ':'
      text += before
    }
    origin.push(i)
  }
  if (before === ' ') { text = text.slice(0, -1); origin.pop() }
  // ★牵头单位:甲局: the mark only adorns the label.
  const mark = adornedLabel.exec(text)?.[0].length ?? 0
  if (mark > 0) { text = text.slice(mark); origin.splice(0, mark) }
  const furniture = text.length > 120 ? undefined : pageFurniture.some((p) => p.test(text)) && text !== '' ? 'page' : webFurniture.some((p) => p.test(text)) ? 'web' : undefined
  return { start, end, text, origin, furniture, ...measure(source, start, end) }
}

/** What the document's format says of its lines: stretches to step over, tables, and whether each line is a paragraph of its own. */
export interface FlowLayout { readonly steppedOver: readonly SteppedOver[]; readonly tables: readonly TableLines[]; readonly linesAreParagraphs: boolean }

function splitLines(source: string, layout: FlowLayout): Line[] {
  const lines: Line[] = []
  let start = 0
  let s = 0
  let t = 0
  for (let i = 0; i <= source.length; i += 1) {
    const table = layout.tables[t]
    if (table && table.start === i && start === i) {
      for (const line of table.lines) lines.push({ ...line, furniture: undefined, columns: 0, characters: 0, indent: 0, table: t })
      t += 1
      i = table.end
      start = i + 1
      continue
    }
    if (i < source.length && source[i] !== '\n' && source[i] !== '\f' && source[i] !== '\v' && source[i] !== '\u2028') continue
    while (s < layout.steppedOver.length && layout.steppedOver[s]!.end < i) s += 1
    const over = layout.steppedOver[s]
    const line = readLine(source, start, i)
    lines.push(over && over.start <= start && i <= over.end ? { ...line, furniture: over.kind === 'page' ? 'page' : 'web' } : line)
    start = i + 1
  }
  return lines
}

/** How many brackets are open behind a line. */
function depthBehind(text: string, before: number): number {
  let depth = before
  for (const ch of text) {
    if (ch === '(' || ch === '〔' || ch === '【' || ch === '《') depth += 1
    else if ((ch === ')' || ch === '〕' || ch === '】' || ch === '》') && depth > 0) depth -= 1
  }
  return depth
}

/** Widens the table's stretch of the flow by a line that is about to stand at the place. */
function noteTable(tables: FlowTable[], line: Line, at: number): void {
  const last = tables[tables.length - 1]
  const open = last?.index === line.table ? tables.pop()! : { index: line.table!, start: at, end: at, marks: [] }
  if (line.mark) open.marks.push({ at, mark: line.mark })
  tables.push({ ...open, end: at + line.text.length })
}

/** The flow of a text. Linear in its length. */
export function makeFlow(source: string, layout: FlowLayout = { steppedOver: [], tables: [], linesAreParagraphs: false }): Flow {
  const { lines, wrapping } = measureLines(splitLines(source, layout), (line) => line.text !== '' && !line.furniture && line.table === undefined)
  const pieces: string[] = []
  const origin: number[] = []
  let previous: Line | undefined
  let overPage = false
  let overBlank = false
  let depth = 0
  const tables: FlowTable[] = []
  for (const line of lines) {
    if (line.furniture) { overPage ||= line.furniture === 'page'; continue }
    if (line.text === '') { overBlank = true; continue }
    // A typist's bracket that never closes must not swallow the document.
    const between = { overPage, overBlank: overBlank || (layout.linesAreParagraphs && wrapping.columns === 0), openBracket: depth > 0 && depth < 4 }
    if (previous && (previous.table !== undefined || line.table !== undefined || !runsOn(previous, line, wrapping, between))) {
      depth = 0
      pieces.push('\n')
      origin.push(previous.end)
    }
    if (line.table !== undefined) noteTable(tables, line, origin.length)
    pieces.push(line.text)
    depth = depthBehind(line.text, depth)
    for (const offset of line.origin) origin.push(offset)
    previous = line
    overPage = false
    overBlank = false
  }
  origin.push(previous ? previous.end : source.length)
  const furniture = lines.filter((line) => line.furniture).map((line) => ({ start: line.start, end: line.end }))
  return { text: pieces.join(''), origin: Int32Array.from(origin), furniture, tables }
}

/** Span in the source of a span in the flow. The end is just behind the last character. */
export function sourceSpan(flow: Flow, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: flow.origin[start]!, end: flow.origin[start]! }
  return { start: flow.origin[start]!, end: flow.origin[end - 1]! + 1 }
}
