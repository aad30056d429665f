/** Cuts a sheet that holds several tables below each other into one raw sheet each; row numbers stay those of the file. */
import { findHeader } from '../mapping/find-header.ts'
import type { HeaderDictionary } from '../mapping/header-dictionary.ts'
import { cellKey, cellText, isBlankCell, type RawSheet } from './raw-sheet.ts'

function part(sheet: RawSheet, from: number, to: number, number: number): RawSheet {
  const inside = (row: number) => row >= from && row < to
  return {
    ...sheet, name: number === 1 ? sheet.name : `${sheet.name} (${number})`, firstRow: sheet.firstRow + from, rows: sheet.rows.slice(from, to),
    merges: sheet.merges.filter((m) => inside(m.firstRow)).map((m) => ({ ...m, firstRow: m.firstRow - from, lastRow: Math.min(m.lastRow, to - 1) - from })),
    marks: new Map([...sheet.marks].filter(([key]) => inside(Math.floor(key / cellKey(1, 0)))).map(([key, mark]) => [key - cellKey(from, 0), mark])),
  }
}

/** Rows where another table may begin: after a blank row, then perhaps titles, a row of three texts or more without long digits. */
function starts(sheet: RawSheet, after: number): number[] {
  const found: number[] = []
  for (let row = after; row < sheet.rows.length && found.length < 200; row += 1) {
    if (!sheet.rows[row - 1]!.every(isBlankCell) || sheet.rows[row]!.every(isBlankCell)) continue
    found.push(row)
  }
  return found
}

const reach = 6

/** The tables of the sheet; one when there is but one header or the later ones repeat it. */
export function splitTables(sheet: RawSheet, dictionary: HeaderDictionary): readonly RawSheet[] {
  const cuts: number[] = [0]
  const first = findHeader(sheet, dictionary)
  if (!first) return [sheet]
  let known = header(sheet, first.at + first.count - 1)
  for (const row of starts(sheet, first.at + first.count)) {
    const window = part(sheet, row, Math.min(row + reach, sheet.rows.length), 1)
    const next = findHeader(window, dictionary)
    if (!next || next.score < 3) continue
    const text = header(window, next.at + next.count - 1)
    if (text === known) continue
    known = text
    cuts.push(row)
  }
  return cuts.map((from, i) => part(sheet, from, cuts[i + 1] ?? sheet.rows.length, i + 1))
}

function header(sheet: RawSheet, row: number): string {
  return (sheet.rows[row] ?? []).map((cell) => cellText(cell).replace(/\s/g, '')).filter((text) => text !== '').join('|')
}
