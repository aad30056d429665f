/** What one cell turned out to be: a value, or unknown with its reason and the rule it broke. Says nothing about where the cell is. */
import { cleanText, type ProblemCode } from '@bangfu/kernel'
import type { CanonicalValue } from '../../mapped-table.ts'
import { cellText, type RawCell } from '../files/raw-sheet.ts'

export type UnknownCause = 'blank' | 'unreadable' | 'refused'

export interface CellReading {
  readonly value?: CanonicalValue
  readonly unknown?: UnknownCause
  /** The rule broken, or a notice beside a value. */
  readonly problem?: ProblemCode
  readonly details?: Readonly<Record<string, string | number>>
}

export type CellReader = (cell: RawCell) => CellReading

export const blankReading: CellReading = Object.freeze({ unknown: 'blank' })

export function unreadable(problem: ProblemCode, details?: Readonly<Record<string, string | number>>): CellReading {
  return details ? { unknown: 'unreadable', problem, details } : { unknown: 'unreadable', problem }
}

/** What people put in a cell that they leave blank. `无` is not among them: for a yes-or-no field it is an answer. */
const placeholders = new Set(['', '-', '--', '---', '—', '——', '/', '\\', '.', '。', '空', 'null', 'NULL', 'n/a', 'N/A', 'None', 'nan', 'NaN'])
const nothing = new Set(['无', '没有', '暂无', '未知', '不详', '未填', '未填写', '无数据'])

/** Text that cleaning leaves as it is: most cells, and the only ones that a fast path may skip. */
const alreadyClean = /^[0-9A-Za-z\u4e00-\u9fff]+$/

/** Cleaned text of a cell, or undefined when it is blank or a placeholder for it. `meaningful` keeps 无 as an answer. */
export function filledText(cell: RawCell, meaningful = false): string | undefined {
  if (cell === null || cell === '') return undefined
  const text = typeof cell === 'string' && alreadyClean.test(cell) ? cell : cleanText(cellText(cell))
  if (text.length < 5 && (placeholders.has(text) || (!meaningful && nothing.has(text)))) return undefined
  return text
}
