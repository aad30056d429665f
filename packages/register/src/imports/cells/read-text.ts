/** Reads plain text and external numbers (户编号, 人编号). */
import { blankReading, filledText, type CellReading } from './cell-reading.ts'
import type { RawCell } from '../files/raw-sheet.ts'

export function readText(cell: RawCell): CellReading {
  const text = filledText(cell)
  return text === undefined ? blankReading : { value: text }
}

const plainName = /^[\u4e00-\u9fff]+$/

/** A person's name: inner blanks of two-character names (张 三) go, foreign middle dots become one sign. */
export function readName(cell: RawCell): CellReading {
  const text = filledText(cell)
  if (text === undefined) return blankReading
  if (plainName.test(text)) return { value: text }
  const name = text.replace(/[•・‧∙⋅]/g, '·')
  return { value: /^[A-Za-z .·'-]+$/.test(name) ? name : name.replace(/\s/g, '') }
}

/** A number in name only: digits kept as text. One that was stored as a number past 15 digits has lost its end. */
export function readExternalNumber(cell: RawCell): CellReading {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return { unknown: 'refused', problem: 'imports/number-lost' }
  if (typeof cell === 'string' && /^[1-9A-Z][0-9A-Z]{5,}$/.test(cell) && !cell.includes('E')) return { value: cell }
  const text = filledText(cell)?.replace(/[\s'‘’`]/g, '')
  if (text === undefined || text === '') return blankReading
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return { unknown: 'refused', problem: 'imports/number-lost' }
  return { value: text }
}
