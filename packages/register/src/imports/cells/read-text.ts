/** Reads plain text and external numbers (户编号, 人编号). */
import { blankReading, filledText, type CellReading } from './cell-reading.ts'
import type { RawCell } from '../files/raw-sheet.ts'

export function readText(cell: RawCell): CellReading {
  const text = filledText(cell)
  return text === undefined ? blankReading : { value: text }
}

const plainName = /^[\u4e00-\u9fff]+$/
/** What stands in brackets at either end of a name, and signs around it: 张某(已故), (户主)张某, 张某*. */
const remark = /^(?:\(([^()]*)\))?([^()]+?)(?:[(【[〔{]([^()]*)[)】\]〕}]?)?$/

/** A person's name: inner blanks of two-character names (张 三) go, foreign middle dots become one sign. */
export function readName(cell: RawCell): CellReading {
  const text = filledText(cell)
  if (text === undefined) return blankReading
  if (plainName.test(text)) return { value: text }
  const name = text.replace(/[•・‧∙⋅]/g, '·')
  if (/^[A-Za-z .·'-]+$/.test(name)) return { value: name }
  return { value: withoutRemark(name) ?? name.replace(/\s/g, '') }
}

function withoutRemark(name: string): string | undefined {
  const bare = name.replace(/\s/g, '').replace(/^[*#★☆△▲●○◎※]+|[*#★☆△▲●○◎※、,,.。;;:]+$/g, '')
  const own = remark.exec(bare)?.[2]
  return own !== undefined && /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u.test(own) ? own : undefined
}

/** What a cell of names says besides the name: texts in brackets, with their brackets off. */
export function nameRemarks(cell: RawCell): readonly string[] {
  if (typeof cell !== 'string' || plainName.test(cell)) return []
  const found = remark.exec(filledText(cell)?.replace(/\s/g, '') ?? '')
  return found ? [found[1], found[3]].filter((part) => part !== undefined && part !== '') as string[] : []
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
