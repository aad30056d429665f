/** One sheet as the file has it: cells with their types, not yet understood. Row numbers are those that Excel shows. */

/** A date cell is a `Date` at midnight UTC; an error cell is its text (`#REF!`) with the mark `error`. */
export type RawCell = string | number | boolean | Date | null

/** What a cell is besides its value. `formula` has a stored result, which is the value. */
export type CellMark = 'formula' | 'formula-without-value' | 'error'

/** Positions inside `RawSheet.rows`, 0-based, both ends included. */
export interface MergedRange {
  readonly firstRow: number
  readonly firstColumn: number
  readonly lastRow: number
  readonly lastColumn: number
}

export interface RawSheet {
  readonly fileName: string
  readonly sha256: string
  readonly name: string
  readonly hidden: boolean
  /** False for csv, where every cell is text and nothing tells a number from a code. */
  readonly typed: boolean
  /** Day numbers count from 1904 (old Mac workbooks). */
  readonly date1904: boolean
  /** Excel's number of `rows[0]`. */
  readonly firstRow: number
  readonly rows: readonly (readonly RawCell[])[]
  /** Titles above the first of several tables on the sheet, where this is another of them. */
  readonly above?: readonly string[]
  /** Excel row numbers. */
  readonly hiddenRows: ReadonlySet<number>
  /** Excel row numbers of rows most of whose cells are struck through; absent where nothing is or the format does not tell. */
  readonly struckRows?: ReadonlySet<number>
  /** 0-based column indexes. */
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly MergedRange[]
  /** Keyed by `cellKey` of the position inside `rows`. */
  readonly marks: ReadonlyMap<number, CellMark>
}

const columnLimit = 16_384 // Excel's own

/** Excel's own, too: a longer text is no cell of a list, and takes every check of a cell a multiple of its time. */
export const cellTextLimit = 32_767

export function cellKey(row: number, column: number): number {
  return row * columnLimit + column
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** A → 0; undefined when the text is no column letter. */
export function findColumnIndex(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

export function isBlankCell(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** The cell as a person would read it; numbers without exponent, to the 15 digits that Excel keeps. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
}

/** A binary double written as the decimal that was typed: 15 significant digits, no exponent. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? expand(text) : text
}

function expand(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign, whole, fraction = '', power] = match
  const digits = whole! + fraction
  const point = whole!.length + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? sign + digits + '0'.repeat(point - digits.length) : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
