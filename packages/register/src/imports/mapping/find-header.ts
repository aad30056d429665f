/** Finds the header rows of a sheet: one row, or two or three that belong together (a group name above its columns). */
import type { LayoutKey } from '../../mapped-table.ts'
import { cellKey, cellText, isBlankCell, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import type { HeaderDictionary } from './header-dictionary.ts'

export interface HeaderPlace {
  /** Position in `rows` of the first header row, and how many there are. */
  readonly at: number
  readonly count: 1 | 2 | 3
  /** Per column, the texts by which it may be known: all levels joined, then the lowest, then the group. */
  readonly texts: readonly (readonly string[])[]
  /** Known columns, those left aside counted less. */
  readonly score: number
}

/** Rows from the top in which a header is looked for. */
export const headerSearchRows = 30

function looksLikeData(sheet: RawSheet, row: number): boolean {
  return (sheet.rows[row] ?? []).some((cell) => (typeof cell === 'number' && cell > 1e9) || cell instanceof Date || (typeof cell === 'string' && /\d{8,}/.test(cell) && !/^A[A-Z]{2}\d{3}$/.test(cell)))
}

/** Columns and merged ranges that a header search looks at: far more than any list has, few enough for a hostile one. */
const searchLimits = { columns: 1000, merges: 2000, mergedCells: 200_000 }

/** Position → the cell that a merged range shows there, for the rows in which a header may stand. */
function mergedHeads(sheet: RawSheet): ReadonlyMap<number, string> {
  const heads = new Map<number, string>()
  const near = sheet.merges.filter((m) => m.firstRow < headerSearchRows + 3).slice(0, searchLimits.merges)
  let budget = searchLimits.mergedCells
  for (const merge of near) {
    const text = cellText(sheet.rows[merge.firstRow]?.[merge.firstColumn]).trim()
    for (let row = merge.firstRow; row <= Math.min(merge.lastRow, headerSearchRows + 3); row += 1) {
      for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, searchLimits.columns) && budget > 0; column += 1, budget -= 1) heads.set(cellKey(row, column), text)
    }
  }
  return heads
}

/** Levels of one column's header, top down, blanks and repeats (vertical merges) removed. */
function levels(sheet: RawSheet, heads: ReadonlyMap<number, string>, at: number, count: number, column: number): string[] {
  const texts: string[] = []
  for (let row = at; row < at + count; row += 1) {
    const own = sheet.rows[row]?.[column]
    const text = isBlankCell(own) ? heads.get(cellKey(row, column)) ?? '' : cellText(own).trim()
    if (text !== '' && texts.at(-1) !== text) texts.push(text)
  }
  return texts
}

function textsOf(sheet: RawSheet, heads: ReadonlyMap<number, string>, at: number, count: number, columns: number): string[][] {
  return Array.from({ length: columns }, (_, column) => {
    const own = levels(sheet, heads, at, count, column)
    return own.length < 2 ? own : [...new Set([own.join(''), own.slice(-2).join(''), own.at(-1)!, own[0]!])]
  })
}

function matched(texts: readonly (readonly string[])[], layout: LayoutKey, dictionary: HeaderDictionary): number {
  const targets = new Set<string>()
  let joined = 0
  for (const candidates of texts) {
    const first = dictionary.firstMeaning(layout, candidates)
    if (!first) continue
    const { target } = first.meanings[0]!
    targets.add(target === 'aside' ? `aside ${first.header}` : target)
    if (candidates.length > 1 && first.header === candidates[0]) joined += 1
  }
  let score = 0
  for (const target of targets) score += target.startsWith('aside') ? 0.4 : 1
  return score + joined * 0.2
}

/** The header, or undefined when no row of the first thirty has two known headers of one layout. */
export function findHeader(sheet: RawSheet, dictionary: HeaderDictionary, only?: LayoutKey): HeaderPlace | undefined {
  const keys = only ? [only] : (Object.keys(layouts) as LayoutKey[])
  const filled = sheet.rows.slice(0, headerSearchRows + 3).map((row) => row.findLastIndex((cell) => !isBlankCell(cell)) + 1)
  const columns = Math.min(Math.max(0, ...filled), searchLimits.columns)
  const heads = mergedHeads(sheet)
  let best: HeaderPlace | undefined
  for (let at = 0; at < Math.min(headerSearchRows, sheet.rows.length); at += 1) {
    if (sheet.rows[at]!.every(isBlankCell) || looksLikeData(sheet, at)) continue
    for (const count of [1, 2, 3] as const) {
      if (at + count > sheet.rows.length || (count > 1 && looksLikeData(sheet, at + count - 1))) break
      const texts = textsOf(sheet, heads, at, count, columns)
      const score = Math.max(...keys.map((key) => matched(texts, key, dictionary)))
      // A further row above must add columns, or it is a title; a later row must be better, since data may repeat a label by chance.
      const better = best === undefined || score > best.score + 0.5 || (score >= best.score && count < best.count)
      if (score >= 2 && better) best = { at, count, texts, score }
    }
  }
  return best && withNamesBelow(sheet, heads, best, columns)
}

/** A row right below that holds nothing but words under group names of the header (慢性病: 高血压, 糖尿病) is its lowest line, though none of them is known. */
function withNamesBelow(sheet: RawSheet, heads: ReadonlyMap<number, string>, place: HeaderPlace, columns: number): HeaderPlace {
  const last = place.at + place.count - 1
  const row = sheet.rows[last + 1]
  if (!row || place.count === 3) return place
  const groups = sheet.merges.slice(0, searchLimits.merges).filter((m) => m.lastRow === last && m.firstRow >= place.at && m.lastColumn > m.firstColumn)
  const filled = row.flatMap((cell, column) => (isBlankCell(cell) ? [] : [column]))
  const isName = (column: number): boolean => !/\d/.test(cellText(row[column])) && groups.some((m) => column >= m.firstColumn && column <= m.lastColumn)
  if (filled.length < 2 || !filled.every(isName)) return place
  const count = (place.count + 1) as 2 | 3
  return { ...place, count, texts: textsOf(sheet, heads, place.at, count, columns) }
}
