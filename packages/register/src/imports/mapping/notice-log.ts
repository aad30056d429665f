/** Collects what is to be said about rows that are taken, with the place of each cell; bounded, so that a bad column of a million rows stays short. */
import { problemData, type ProblemCode, type ProblemData, type ProblemDetails } from '@bangfu/kernel'
import type { RawCell, RawSheet } from '../files/raw-sheet.ts'
import { maskCell, type MaskKind } from './mask-cell.ts'

/** What a problem needs to know of a column. */
export interface PlacedColumn {
  readonly letter: string
  readonly header: string
  readonly mask: MaskKind
}

/** A cell's problem: sheet, Excel row, column letter and header, masked value, and what the rule adds. */
export function cellProblem(sheet: RawSheet, code: ProblemCode, row: number, column: PlacedColumn, cell: RawCell | undefined, details: ProblemDetails = {}): ProblemData {
  return problemData(code, { sheet: sheet.name, row, column: column.letter, header: column.header, value: maskCell(cell, column.mask), ...details })
}

/** Problems of one rule in one column that are listed one by one; the rest are counted. */
export const noticesPerColumn = 20

export class NoticeLog {
  readonly #sheet: RawSheet
  readonly #notices: ProblemData[] = []
  readonly #counts = new Map<string, { code: ProblemCode; column: PlacedColumn; count: number }>()

  constructor(sheet: RawSheet) {
    this.#sheet = sheet
  }

  addSheet(code: ProblemCode, details: ProblemDetails): void {
    this.#notices.push(problemData(code, { sheet: this.#sheet.name, ...details }))
  }

  addCell(code: ProblemCode, row: number, column: PlacedColumn, cell: RawCell | undefined, details: ProblemDetails = {}): void {
    const key = `${code} ${column.letter}`
    const known = this.#counts.get(key)
    if (known) known.count += 1
    else this.#counts.set(key, { code, column, count: 1 })
    if ((known?.count ?? 1) <= noticesPerColumn) this.#notices.push(cellProblem(this.#sheet, code, row, column, cell, details))
  }

  finish(): readonly ProblemData[] {
    for (const { code, column, count } of this.#counts.values()) {
      if (count > noticesPerColumn) this.addSheet('imports/more-like-this', { column: column.letter, header: column.header, rule: code, count: count - noticesPerColumn })
    }
    return this.#notices
  }
}
