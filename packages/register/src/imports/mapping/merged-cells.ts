/** Spreads the value of a cell merged down over several rows (户编号 across a household's members) to each of them. */
import { isBlankCell, type RawCell, type RawSheet } from '../files/raw-sheet.ts'

/**
 * The rows with merged values filled down, from `dataFrom` on. Columns in `once` are left: an amount merged over a
 * household is paid once, and repeating it would multiply the money. Signs of repetition (〃, 同上) become what stands above, save in the columns
 * `notCopied`: two people have no number, name or money in common.
 */
export function filledRows(sheet: RawSheet, dataFrom: number, once: ReadonlySet<number>, notCopied: ReadonlySet<number> = once): readonly (readonly RawCell[])[] {
  const changed = new Map<number, RawCell[]>()
  // Ranges of an honest sheet do not overlap, so they fill no more cells than there are; overlapping millions would never end.
  let budget = sheet.rows.reduce((cells, row) => cells + row.length, 0)
  for (const merge of sheet.merges) {
    const column = merge.firstColumn
    if (merge.lastRow <= merge.firstRow || merge.firstRow < dataFrom || once.has(column)) continue
    const value = sheet.rows[merge.firstRow]?.[column]
    if (value === undefined || value === null) continue
    for (let row = merge.firstRow + 1; row <= merge.lastRow && row < sheet.rows.length && budget > 0; row += 1) {
      budget -= 1
      const cells = changed.get(row) ?? [...sheet.rows[row]!]
      if (isBlankCell(cells[column])) cells[column] = value
      changed.set(row, cells)
    }
  }
  fillDittos(sheet, dataFrom, changed, notCopied)
  return changed.size === 0 ? sheet.rows : sheet.rows.map((row, i) => changed.get(i) ?? row)
}

const ditto = /^(?:〃|″|"|”|''|同上|〃〃)$/

function fillDittos(sheet: RawSheet, dataFrom: number, changed: Map<number, RawCell[]>, notCopied: ReadonlySet<number>): void {
  const above: RawCell[] = []
  for (let row = dataFrom; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row]!
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]
      if (typeof cell !== 'string' || cell.length > 3 || !ditto.test(cell.trim())) { if (!isBlankCell(cell)) above[column] = cell!; continue }
      const value = above[column]
      if (value === undefined || notCopied.has(column)) continue
      const own = changed.get(row) ?? [...cells]
      own[column] = value
      changed.set(row, own)
    }
  }
}
