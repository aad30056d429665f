/** Pages of a PDF to blocks: lines joined to paragraphs, also across pages; running heads and page numbers stepped over; ruled tables with their cells. */
import { placeCells, type Block, type BlockCell } from './blocks.ts'
import { findGrids, type PdfGrid } from './pdf-grid.ts'
import { emsOf, findLines, joinTexts, type PdfLine } from './pdf-lines.ts'
import type { PdfPage, PdfPiece } from './pdf-page.ts'

type PageItem = { readonly kind: 'line'; readonly line: PdfLine } | { readonly kind: 'table'; readonly rows: readonly (readonly BlockCell[])[]; readonly xs: readonly number[] }
interface PageItems { readonly page: PdfPage; readonly items: readonly PageItem[]; readonly margins: readonly PdfLine[] }

const pageNumber = /^[-—–―─·.•|\s]*(第\s*)?(\d{1,4}|[ivxIVX]{1,6})(\s*[/\uff0f]\s*\d{1,4})?(\s*页)?([,\uff0c]?\s*共\s*\d{1,4}\s*页)?[-—–―─·.•|\s]*$/
/** A running head without its page number. */
const headKey = (text: string): string => text.replace(/[\d\s]+/g, '')

const startsItem = /^([一二三四五六七八九十]{1,3}[、.\uff0e]|[(\uff08][一二三四五六七八九十\d]{1,3}[)\uff09]|\d{1,3}[、.)\uff0e\uff09](?!\d)|\d{1,2}((\.\d{1,2}){1,3} ?| )(?=\p{Script=Han})(?![年月日时个名户人万亿千百元公亩米里吨所座处条家项种次岁倍台套辆只头株周天级位件门间栋成])|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十百\d]{1,4}[编部章节条]|[-·•●])/u
/** 责任单位: and the like open a paragraph. */
const startsLabel = /^[(\uff08【]?(责任|牵头|配合|参与|主管|协办|实施|完成)\p{Script=Han}{0,4}[:\uff1a]/u
/** What a program would not part from the beginning of a line: a word or number with the marks around it. */
const firstWord = /^["“‘(\uff08《【[]*(?:[0-9A-Za-z.,%‰+\-/[\]]+|.)["”’,、。;:!?)\uff0c\uff1b\uff1a\uff01\uff1f\uff09》】%\]]*/u

/** Lines of a cell that were only broken by its width become one: a line with room for more was ended by the writer. */
function cellLines(pieces: readonly PdfPiece[], cell: { readonly x1: number; readonly x2: number }): string[] {
  const found: string[] = []
  let before: PdfLine | undefined
  for (const line of findLines(pieces)) {
    const ended = before !== undefined && cell.x2 - cell.x1 - (before.right - before.x) > before.size * 3
    if (before && !ended && !startsItem.test(line.text)) found[found.length - 1] = joinTexts(found[found.length - 1]!, line.text)
    else found.push(line.text)
    before = line
  }
  return found
}

function tableOf(grid: PdfGrid, pieces: readonly PdfPiece[]): BlockCell[][] {
  const inCell = new Map(grid.cells.map((cell) => [cell, [] as PdfPiece[]]))
  for (const piece of pieces) {
    const [x, y] = [piece.x + Math.min(piece.width / 2, piece.size), piece.y - piece.size * 0.3]
    const cell = grid.cells.find((c) => x >= c.x1 && x <= c.x2 && y >= c.y1 && y <= c.y2)
    if (cell) inCell.get(cell)!.push(piece)
  }
  const rows: { lines: string[]; columns: number; rows: number }[][] = Array.from({ length: grid.ys.length - 1 }, () => [])
  for (const [cell, own] of inCell) rows[cell.row]!.push({ lines: cellLines(own, cell), columns: cell.columns, rows: cell.rows })
  return placeCells(rows)
}

/** Running heads: lines in the margins that come again on other pages. */
function findMargins(pages: readonly PdfPage[], lines: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const isMargin = (line: PdfLine, page: PdfPage): boolean => line.y < page.height * 0.1 || line.y > page.height * 0.9
  const seen = new Map<string, number>()
  pages.forEach((page, i) => { for (const key of new Set(lines[i]!.filter((l) => isMargin(l, page)).map((l) => headKey(l.text)))) seen.set(key, (seen.get(key) ?? 0) + 1) })
  const margins = new Set<PdfLine>()
  pages.forEach((page, i) => {
    const all = lines[i]!
    all.forEach((line, index) => {
      const edge = index === 0 || index === all.length - 1 || isMargin(line, page)
      const repeats = isMargin(line, page) && (seen.get(headKey(line.text)) ?? 0) >= Math.max(3, pages.length * 0.3) && headKey(line.text) !== ''
      if ((edge && pageNumber.test(line.text) && (line.y < page.height * 0.12 || line.y > page.height * 0.85)) || repeats) margins.add(line)
    })
  })
  return margins
}

function itemsOf(page: PdfPage, margins: ReadonlySet<PdfLine>, all: readonly PdfLine[]): PageItems {
  const grids = findGrids(page.rulings)
  const inGrid = (x: number, y: number): PdfGrid | undefined => grids.find((g) => x >= g.x1 - 2 && x <= g.x2 + 2 && y >= g.y1 && y <= g.y2 + 2)
  const held = new Map<PdfGrid, PdfPiece[]>(grids.map((g) => [g, []]))
  const outside: PdfPiece[] = []
  const marginTops = new Set([...margins].map((m) => m.y))
  for (const piece of page.pieces) {
    const grid = inGrid(piece.x + Math.min(piece.width / 2, piece.size), piece.y - piece.size * 0.3)
    if (grid) held.get(grid)!.push(piece)
    else outside.push(piece)
  }
  const own = all.filter((l) => margins.has(l))
  const lines = grids.length === 0 ? all.filter((l) => !margins.has(l)) : findLines(outside).filter((l) => !(marginTops.has(l.y) && own.some((m) => m.y === l.y)))
  const items: (PageItem & { y: number })[] = [...lines.map((line) => ({ kind: 'line' as const, line, y: line.y })), ...grids.filter((g) => held.get(g)!.length > 0).map((g) => ({ kind: 'table' as const, rows: tableOf(g, held.get(g)!), xs: g.xs, y: g.y1 }))]
  return { page, items: items.sort((a, b) => a.y - b.y), margins: own }
}

/** The left edge that lines go back to, the right edge that full lines reach, and the usual distance between lines. */
interface Setting { readonly left: number; readonly right: number; readonly leading: number }

function usual(values: readonly number[], step: number): number {
  const counts = new Map<number, number>()
  for (const value of values) { const key = Math.round(value / step); counts.set(key, (counts.get(key) ?? 0) + 1) }
  let [best, most] = [0, 0]
  for (const [key, n] of counts) if (n > most) { best = key; most = n }
  return best * step
}

function settingOf(lines: readonly PdfLine[]): Setting {
  const gaps = lines.slice(1).map((l, i) => l.y - lines[i]!.y).filter((d) => d > 2)
  // Lines that open paragraphs stand further in and may be more than those that go on; a stray one may stand further out.
  const lefts = lines.map((l) => l.x).sort((a, b) => a - b)
  return { left: lefts[Math.floor(lefts.length * 0.04)] ?? 0, right: lines.reduce((most, l) => Math.max(most, l.right), 0), leading: usual(gaps, 1) || 20 }
}

/** Whether the line goes on with the sentence of the one before. */
function continues(before: PdfLine, line: PdfLine, setting: Setting, overPage: boolean): boolean {
  const em = Math.max(before.size, 6)
  if (Math.abs(before.size - line.size) > em * 0.15) return false
  if (!overPage && line.y - before.y > setting.leading * 1.7) return false
  if (startsItem.test(line.text) || startsLabel.test(line.text)) return false
  // A line with room for what the next one opens with was ended by the writer.
  if (before.right + emsOf(firstWord.exec(line.text)?.[0] ?? '') * line.size < setting.right - em * 0.9) return false
  // The rest of a centred title stands in the middle; a paragraph opens two characters in.
  const middled = Math.abs(line.x - setting.left - (setting.right - line.right)) < em * 2 && line.x > setting.left + em * 4
  return line.x <= setting.left + em * 1.2 || middled
}

const sameColumns = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) < 6)
const wordsOf = (row: readonly BlockCell[]): string => row.map((cell) => cell.lines.join('')).join('|')

/** Rows of a table that goes on over the page: a repeated header is left out, a row that the page broke is put together. */
function continueTable(rows: BlockCell[][], more: readonly (readonly BlockCell[])[]): void {
  let next = [...more]
  if (next[0] && rows[0] && wordsOf(next[0]) === wordsOf(rows[0])) next = next.slice(1)
  const broken = next[0]
  const last = rows[rows.length - 1]
  const numbered = rows.slice(1).filter((row) => /^\d{1,3}$/.test(row[0]?.lines.join('') ?? '')).length * 2 > rows.length - 1
  if (broken && last && numbered && broken[0] && broken[0].lines.length === 0 && broken.length === last.length && broken.every((cell, i) => cell.column === last[i]!.column)) {
    rows[rows.length - 1] = last.map((cell, i) => {
      const rest = broken[i]!.lines
      return rest.length === 0 ? cell : { ...cell, lines: cell.lines.length === 0 ? rest : [...cell.lines.slice(0, -1), joinTexts(cell.lines[cell.lines.length - 1]!, rest[0]!), ...rest.slice(1)] }
    })
    next = next.slice(1)
  }
  for (const row of next) rows.push([...row])
}

/** Blocks of all pages in order. */
export function readPdfBlocks(pages: readonly PdfPage[]): Block[] {
  const lines = pages.map((page) => findLines(page.pieces))
  const margins = findMargins(pages, lines)
  const setting = settingOf(lines.flatMap((own) => own.filter((l) => !margins.has(l))))
  const blocks: Block[] = []
  let text = ''
  let before: PdfLine | undefined
  let table: { rows: BlockCell[][]; xs: readonly number[] } | undefined
  let waiting: Block[] = []
  const endParagraph = (): void => { if (text !== '') blocks.push({ kind: 'paragraph', text }); text = ''; before = undefined }
  const endTable = (): void => { if (table) blocks.push({ kind: 'table', rows: table.rows }); table = undefined }
  const setDown = (): void => { blocks.push(...waiting); waiting = [] }
  for (const { items, margins: own } of pages.map((page, i) => itemsOf(page, margins, lines[i]!))) {
    items.forEach((item, index) => {
      const overPage = index === 0
      if (item.kind === 'table') {
        endParagraph()
        if (table && overPage && sameColumns(table.xs, item.xs)) continueTable(table.rows, item.rows)
        else { endTable(); setDown(); table = { rows: item.rows.map((row) => [...row]), xs: item.xs } }
        return
      }
      endTable()
      if (before && continues(before, item.line, setting, overPage)) text = joinTexts(text, item.line.text)
      else { endParagraph(); setDown(); text = item.line.text }
      before = item.line
    })
    for (const line of own) waiting.push({ kind: 'paragraph', text: line.text, steppedOver: 'page' })
  }
  endParagraph()
  endTable()
  setDown()
  return blocks
}
