/** Read row by row a sheet is the same as read whole; where it could not be, it is read whole. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { zipSync } from './zip-for-tests.ts'
import { largeParts, readLargeSheet } from './large-sheets.ts'
import type { RawSheet } from './raw-sheet.ts'
import { readWorkbook } from './read-xlsx.ts'
import { guardWorkbook } from './zip-guard.ts'

const folder = new URL('../../../fixtures/foreign/', import.meta.url)
const books = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
const trimmed = (sheet: RawSheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)) })

test('a workbook of prefixed tags or far rows is not read row by row, or is refused', async () => {
  const parts = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>' }
  const prefixed = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': '<x:worksheet><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>' }, {})
  const [entry] = largeParts(prefixed, guardWorkbook(prefixed, 'x'), 0).values()
  expect(await readLargeSheet(prefixed, 0, entry!)).toBeUndefined()
  await expect(readWorkbook(zipSync({ ...parts, '_rels/.rels': '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>', 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>' }, {}), 'x', '', 0)).rejects.toThrow('imports/')
})

test.each(books)('%s', async (name) => {
  const bytes = readFileSync(new URL(name, folder))
  const whole = await readWorkbook(bytes, name, '')
  const byRow = await readWorkbook(bytes, name, '', 0)
  expect(byRow.map(trimmed)).toEqual(whole.map(trimmed))
})

test('most of these workbooks can be read row by row, those with formulas cannot', async () => {
  const able = new Map<string, boolean>()
  for (const name of books) {
    const bytes = readFileSync(new URL(name, folder))
    const [first] = largeParts(bytes, guardWorkbook(bytes, name), 0)
    able.set(name, first !== undefined && (await readLargeSheet(bytes, ...first)) !== undefined)
  }
  expect([...able].filter(([, yes]) => !yes).map(([name]) => name).sort()).toEqual(['disability-subsidies-poi.xlsx', 'national-persons-formulas.xlsx', 'national-persons-merged.xlsx'])
})
