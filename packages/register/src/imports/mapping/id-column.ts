/** Knows a column of identity numbers or certificates by what stands in it, where its header says nothing and no other column is one. */
import { readIdentity } from '../cells/read-identity.ts'
import { isBlankCell, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import type { LayoutKey } from '../../mapped-table.ts'
import type { ColumnMapping } from './recognise-sheet.ts'

const sampled = 60

/** Columns whose header names somebody else, or another number. */
const othersNumber = /户主|户长|监护|家长|父|母|配偶|帮扶|责任|联系|经办|代领|开户|学籍|账号|卡号|成员\d/

/**
 * The columns with the first one that no header explains and of which nine in ten filled cells among the first rows are valid numbers read as
 * identity numbers. Nothing changes in a layout without such a key, where one is mapped, or for the register's own exports.
 */
export function withIdColumn(sheet: RawSheet, layout: LayoutKey, dataFrom: number, columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  if (layout.startsWith('national-') || !layouts[layout].columns.some(({ target }) => target === 'idNumber')) return columns
  if (columns.some(({ target }) => target === 'idNumber' || target === 'disabilityCertificate')) return columns
  const rows = sheet.rows.slice(dataFrom, dataFrom + sampled)
  const found = columns.find(({ column, target, header }) => {
    if (target !== undefined || othersNumber.test(header)) return false
    const filled = rows.map((row) => row[column]).filter((cell) => !isBlankCell(cell))
    return filled.length >= 3 && filled.filter((cell) => readIdentity(cell ?? null).kind === 'number').length * 10 >= filled.length * 9
  })
  return found ? columns.map((mapping) => (mapping === found ? { ...mapping, target: 'idNumber' as const, confidence: 0.4 } : mapping)) : columns
}
