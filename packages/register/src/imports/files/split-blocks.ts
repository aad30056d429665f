/** Cuts a table that is printed in two or three blocks side by side (to save paper) into one raw sheet each; rows and column letters stay those of the file. */
import { findHeader, type HeaderPlace } from '../mapping/find-header.ts'
import { headerKey } from '../mapping/header-text.ts'
import type { HeaderDictionary } from '../mapping/header-dictionary.ts'
import { isBlankCell, type RawSheet } from './raw-sheet.ts'

/** Where blocks begin: the header's texts from there repeat those from the first column on, at least three of them. */
function blockStarts(place: HeaderPlace): readonly number[] {
  const texts = place.texts.map((levels) => headerKey(levels[0] ?? ''))
  const filled = texts.flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
  for (const count of [2, 3, 4]) {
    const width = filled.length / count
    if (!Number.isInteger(width) || width < 3) continue
    if (filled.every(({ text }, i) => text === filled[i % width]!.text)) return Array.from({ length: count }, (_, k) => filled[k * width]!.column)
  }
  return []
}

/** The blocks of the sheet, each with the other blocks' cells blank below the title; the sheet itself when it has one. */
export function splitBlocks(sheet: RawSheet, dictionary: HeaderDictionary): readonly RawSheet[] {
  const place = findHeader(sheet, dictionary)
  const starts = place ? blockStarts(place) : []
  if (!place || starts.length === 0) return [sheet]
  return starts.map((from, k) => {
    const to = starts[k + 1] ?? Infinity
    const rows = sheet.rows.map((row, r) => (r < place.at ? row : row.map((cell, column) => (column >= from && column < to ? cell : null))))
    return { ...sheet, name: k === 0 ? sheet.name : `${sheet.name} [${k + 1}]`, rows, merges: sheet.merges.filter((m) => m.firstRow < place.at || (m.firstColumn >= from && m.firstColumn < to)) }
  }).filter((block) => block.rows.slice(place.at + place.count).some((row) => !row.every(isBlankCell)))
}
