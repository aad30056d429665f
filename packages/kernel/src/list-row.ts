/**
 * Rows of a list that stands on several sheets. Such a list is one list with one set of rows, so a row's number carries its sheet: position of
 * the sheet × 2²¹ + the row as Excel shows it (at most 2²⁰). A list of one sheet has plain row numbers. Numbers below zero are no row of
 * the list: an earlier list has the row (see `register.unmatched`).
 */
const stride = 2_097_152

/** Sheets that one list may stand on: more would leave the range of an integer column. */
export const listSheetLimit = 1000

/** Number of a row within the list; `sheet` is the position among the list's sheets, from 0. */
export function listRowOf(sheet: number, row: number): number {
  return sheet * stride + row
}

export interface SheetRow {
  /** Position among the list's sheets, from 0. */
  readonly sheet: number
  /** As Excel shows it. */
  readonly row: number
}

export function sheetRowOf(listRow: number): SheetRow {
  return { sheet: Math.floor(listRow / stride), row: listRow % stride }
}

/** Where a row stands, said to a reader; `sheets` names the list's sheets when it has several. Empty for what is no row of the list. */
export function listRowWords(listRow: number, sheets: readonly string[]): { readonly zh: string; readonly en: string } {
  if (listRow <= 0) return { zh: '', en: '' }
  if (sheets.length < 2) return { zh: `第 ${listRow} 行`, en: `row ${listRow}` }
  const { sheet, row } = sheetRowOf(listRow)
  const name = sheets[sheet] ?? String(sheet + 1)
  return { zh: `工作表“${name}”第 ${row} 行`, en: `sheet "${name}", row ${row}` }
}

/**
 * The same as an SQL expression of DuckDB: `row` a whole number, `sheets` a list of names or NULL. NULL where `row` is none of the list.
 */
export function listRowSql(language: 'zh' | 'en', row: string, sheets: string): string {
  const [sheet, within] = [`coalesce(${sheets}[(${row} // ${stride}) + 1], CAST((${row} // ${stride}) + 1 AS VARCHAR))`, `(${row} % ${stride})`]
  const [plain, full] = language === 'zh' ? [`'第 ' || ${row} || ' 行'`, `'工作表“' || ${sheet} || '”第 ' || ${within} || ' 行'`] : [`'row ' || ${row}`, `'sheet "' || ${sheet} || '", row ' || ${within}`]
  return `CASE WHEN ${row} IS NULL OR ${row} <= 0 THEN NULL WHEN coalesce(len(${sheets}), 0) < 2 THEN ${plain} ELSE ${full} END`
}
