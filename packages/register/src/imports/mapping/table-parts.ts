/** Follows the titles of a table and of the parts in it: below 停发人员, or on a sheet that is called so, no row is help that goes on. */
import { cleanText } from '@bangfu/kernel'
import { cellText, isBlankCell, type RawCell, type RawSheet } from '../files/raw-sheet.ts'
import { findEndedTitle } from './ended-mark.ts'
import type { Recognition } from './recognise-sheet.ts'
import { partTitle, type RowKind } from './row-kind.ts'

export class TableParts {
  readonly #ofSheet: string | undefined
  /** The words that end the help of the rows from here on; undefined where none do. */
  endedBy: string | undefined

  constructor(sheet: RawSheet, recognition: Recognition) {
    const above = sheet.rows.slice(0, Math.max(0, recognition.dataFrom - recognition.headerRows.length)).flat().map(cellText)
    this.#ofSheet = [...above, sheet.name].map(findEndedTitle).find((words) => words !== undefined)
    this.endedBy = this.#ofSheet
  }

  /** A row that is no data: where its one text is a title, it heads the rows below it. */
  pass(cells: readonly RawCell[], kind: RowKind): void {
    if (kind !== 'note' && kind !== 'title') return
    const texts = cells.filter((cell) => !isBlankCell(cell)).map((cell) => cleanText(cellText(cell)))
    if (texts.length !== 1 || /^(?:注|说明|备注)/.test(texts[0]!)) return
    const words = findEndedTitle(texts[0]!)
    if (words !== undefined || partTitle.test(texts[0]!)) this.endedBy = words ?? this.#ofSheet
  }
}
