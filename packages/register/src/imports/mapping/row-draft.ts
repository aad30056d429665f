/** A row while it is being read: what is taken, what is unknown, and why it may have to be rejected. */
import type { ProblemCode, ProblemData, ProblemDetails } from '@bangfu/kernel'
import type { CanonicalValue, MappedRow } from '../../mapped-table.ts'
import type { RawCell, RawSheet } from '../files/raw-sheet.ts'
import { cellProblem, type NoticeLog, type PlacedColumn } from './notice-log.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export class RowDraft {
  readonly row: number
  readonly cells: readonly RawCell[]
  readonly mapped: Writable<MappedRow> & {
    person: Record<string, CanonicalValue>
    household: Record<string, CanonicalValue>
    other: Record<string, CanonicalValue>
    unknown: Record<string, 'blank' | 'unreadable' | 'refused'>
  }
  /** Undefined when the row is taken. */
  problems: ProblemData[] | undefined = undefined
  readonly #sheet: RawSheet
  readonly #log: NoticeLog

  constructor(sheet: RawSheet, log: NoticeLog, row: number, cells: readonly RawCell[]) {
    this.#sheet = sheet
    this.#log = log
    this.row = row
    this.cells = cells
    // All keys at once, absent ones undefined: half a million rows then share one shape and need no second block of memory each.
    this.mapped = { row, idNumber: undefined, idHint: undefined, householdNo: undefined, personNo: undefined, disabilityCertificate: undefined, name: undefined, place: undefined, person: {}, household: {}, other: {}, unknown: {}, amountFen: undefined, ended: undefined, notGiven: undefined, members: undefined, measures: undefined } as unknown as RowDraft['mapped']
  }

  notice(code: ProblemCode, column: PlacedColumn, cell: RawCell | undefined, details?: ProblemDetails): void {
    this.#log.addCell(code, this.row, column, cell, details)
  }

  reject(code: ProblemCode, column: PlacedColumn, cell: RawCell | undefined, details?: ProblemDetails): void {
    (this.problems ??= []).push(cellProblem(this.#sheet, code, this.row, column, cell, details))
  }
}
