/** Cells of name and number that were typed into each other's column, and cells that hold several people at once. */
import { cleanText } from '@bangfu/kernel'
import { readIdentity } from '../cells/read-identity.ts'
import { cellText, type RawCell } from '../files/raw-sheet.ts'
import type { ColumnPlan } from './column-plan.ts'

const long = /\d{15}/

/** The row with both cells in their columns, when the column of names holds a valid number and that of numbers a name; else undefined. */
export function uncrossed(cells: readonly RawCell[], { keys }: ColumnPlan): RawCell[] | undefined {
  if (!keys.idNumber || !keys.name) return undefined
  const [number, name] = [cells[keys.name.column] ?? null, cells[keys.idNumber.column] ?? null]
  if (typeof number !== 'string' || typeof name !== 'string' || !long.test(number) || !/^[\u3400-\u9fff·\s]{2,}$/.test(name) || readIdentity(number).kind !== 'number') return undefined
  const own = [...cells]
  own[keys.name.column] = name
  own[keys.idNumber.column] = number
  return own
}

/** Whether the cell of numbers holds two of them, or that of names two names without a number: nobody knows then how many the row is about, or who. */
export function holdsSeveral(cells: readonly RawCell[], { keys }: ColumnPlan): boolean {
  const id = keys.idNumber === undefined ? '' : cleanText(cellText(cells[keys.idNumber.column]))
  if ((id.match(/(?<!\d)\d{17}[\dXx](?!\d)/g)?.length ?? 0) > 1) return true
  if (long.test(id) || keys.name === undefined) return false
  return /^[\u3400-\u9fff]{2,4}\s*[、/,,;;和及]\s*[\u3400-\u9fff]{2,4}/.test(cleanText(cellText(cells[keys.name.column])))
}
