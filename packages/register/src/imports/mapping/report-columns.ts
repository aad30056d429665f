/** Tells which columns of a sheet are not taken, and what is hidden though it was read. */
import { isBlankCell, type RawSheet } from '../files/raw-sheet.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { NoticeLog } from './notice-log.ts'
import type { Recognition } from './recognise-sheet.ts'

const sampleRows = 200

function hasContent(sheet: RawSheet, dataFrom: number, column: number): boolean {
  return sheet.rows.slice(dataFrom, dataFrom + sampleRows).some((row) => !isBlankCell(row[column]))
}

/** `read`: columns without a target that are read all the same. */
export function reportColumns(sheet: RawSheet, recognition: Recognition, plan: ColumnPlan, log: NoticeLog, read: ReadonlySet<number> = new Set()): void {
  if (sheet.hidden) log.addSheet('imports/hidden-sheet', {})
  const hidden = [...sheet.hiddenRows].filter((row) => row >= sheet.firstRow + recognition.dataFrom && row < sheet.firstRow + sheet.rows.length).sort((a, b) => a - b)
  if (hidden.length > 0) log.addSheet('imports/hidden-rows', { count: hidden.length, row: hidden[0]! })
  for (const mapping of plan.mapping) {
    const { column, letter: name, header, target, alternatives } = mapping
    if (target !== undefined && sheet.hiddenColumns.has(column)) log.addSheet('imports/hidden-column', { column: name, header })
    if (target !== undefined || read.has(column) || (header === '' && !hasContent(sheet, recognition.dataFrom, column))) continue
    const why = header === '' ? '没有列名 / no header' : alternatives.length > 0 ? '另有一列含义相同 / another column has its meaning' : '不认识这个列名 / the header is not known'
    log.addSheet('imports/column-ignored', { column: name, header, why })
  }
}
