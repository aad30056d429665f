/** Cuts a sheet that holds several tables below each other into one raw sheet each; row numbers stay those of the file. */
import { findHeader } from '../mapping/find-header.ts'
import type { HeaderDictionary } from '../mapping/header-dictionary.ts'
import { cellKey, cellText, isBlankCell, type CellMark, type RawSheet } from './raw-sheet.ts'

/** The sheet cut at the rows `from`, each part with its merged ranges and marks. */
function parts(sheet: RawSheet, from: readonly number[], above: readonly string[]): readonly RawSheet[] {
  if (from.length === 1) return [sheet]
  const marks = from.map(() => new Map<number, CellMark>())
  let at = 0
  for (const [key, mark] of [...sheet.marks].sort((a, b) => a[0] - b[0])) {
    const row = Math.floor(key / cellKey(1, 0))
    while (at + 1 < from.length && row >= from[at + 1]!) at += 1
    if (row >= from[at]!) marks[at]!.set(key - cellKey(from[at]!, 0), mark)
  }
  return from.map((first, i) => ({ ...part(sheet, first, from[i + 1] ?? sheet.rows.length, i + 1), marks: marks[i]!, ...(i > 0 && above.length > 0 ? { above } : {}) }))
}

function part(sheet: RawSheet, from: number, to: number, number: number): RawSheet {
  const inside = (row: number) => row >= from && row < to
  return {
    ...sheet, name: number === 1 ? sheet.name : `${sheet.name} (${number})`, firstRow: sheet.firstRow + from, rows: sheet.rows.slice(from, to),
    merges: sheet.merges.filter((m) => inside(m.firstRow)).map((m) => ({ ...m, firstRow: m.firstRow - from, lastRow: Math.min(m.lastRow, to - 1) - from })), marks: new Map(),
  }
}

const reach = 6
/** More parts than any printed sheet has; a hostile one may have any number. */
const mostParts = 500
/** Rows after blank ones that are looked at for another header. */
const mostLooked = 200

/** Lone texts right above the row: the titles of what follows; without numbers, pages and what says that it goes on. */
function titleAbove(sheet: RawSheet, row: number): { readonly from: number; readonly text: string } | undefined {
  let from = row
  const texts: string[] = []
  for (let at = row - 1; at >= 0 && row - at <= reach; at -= 1) {
    const filled = sheet.rows[at]!.filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).trim())
    if (filled.length === 0) { if (texts.length > 0) break; continue }
    // A title, or a title with the line of who reports in which unit; a row of data or a sum has more, or figures.
    const words = filled.filter((text) => !/^[\d.,]+$/.test(text))
    if (words.length !== filled.length || filled.length > 3 || !(words[0]!.length >= 4) || /合计|小计|总计|共计|\d{15}|\d{17}[\dXx]/.test(words.join())) break
    from = at
    if (!/^第?\s*\d+\s*页|^共\s*\d+\s*页|续表/.test(words[0]!)) texts.unshift(...words)
  }
  return texts.length === 0 ? undefined : { from, text: texts.join('|').replace(/[\s\d]|第.{1,3}页|[(（]?续[表一二三四五六七八九十]*[)）]?/g, '') }
}

interface KnownHeader { readonly text: string; readonly count: number; readonly column: number; readonly first: string; readonly title: string | undefined }

function knownHeader(sheet: RawSheet, last: number, count: number): KnownHeader {
  const row = sheet.rows[last]!
  const column = row.findIndex((cell) => !isBlankCell(cell))
  return { text: header(sheet, last), count, column, first: cellText(row[column]), title: titleAbove(sheet, last - count + 1)?.text }
}

/** Where the table's own header comes again under another title: the next village, another kind of help, the second bank. */
function titledAgain(sheet: RawSheet, row: number, known: KnownHeader): number | undefined {
  // The first cell tells for nearly every row that it is no header.
  if (cellText(sheet.rows[row]![known.column]) !== known.first || header(sheet, row) !== known.text || known.title === undefined) return undefined
  const title = titleAbove(sheet, row - known.count + 1)
  return title === undefined || title.text === known.title ? undefined : title.from
}

/** Another table after a blank row: perhaps titles, then a header that is not the one known. */
function headedAnew(sheet: RawSheet, row: number, known: KnownHeader, dictionary: HeaderDictionary): KnownHeader | undefined {
  if (!sheet.rows[row - 1]!.every(isBlankCell) || sheet.rows[row]!.every(isBlankCell)) return undefined
  const next = findHeader(part(sheet, row, Math.min(row + reach, sheet.rows.length), 1), dictionary)
  if (!next || next.score < 3) return undefined
  const other = knownHeader(sheet, row + next.at + next.count - 1, next.count)
  return other.text === known.text ? undefined : other
}

/** The tables of the sheet; one when there is but one header, or the later ones repeat it under the same title. */
export function splitTables(sheet: RawSheet, dictionary: HeaderDictionary): readonly RawSheet[] {
  const first = findHeader(sheet, dictionary)
  if (!first) return [sheet]
  const cuts = [0]
  let known = knownHeader(sheet, first.at + first.count - 1, first.count)
  let looked = 0
  for (let row = first.at + first.count; row < sheet.rows.length && cuts.length < mostParts; row += 1) {
    const from = titledAgain(sheet, row, known)
    if (from !== undefined && from > cuts.at(-1)!) {
      cuts.push(from)
      known = knownHeader(sheet, row, known.count)
      continue
    }
    if (looked >= mostLooked || !sheet.rows[row - 1]!.every(isBlankCell)) continue
    looked += 1
    const other = headedAnew(sheet, row, known, dictionary)
    if (!other) continue
    cuts.push(row)
    known = other
  }
  return parts(sheet, cuts, sheet.rows.slice(0, first.at).flat().filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).trim()))
}

function header(sheet: RawSheet, row: number): string {
  return (sheet.rows[row] ?? []).map((cell) => cellText(cell).replace(/\s/g, '')).filter((text) => text !== '').join('|')
}
