/** What a workbook says of its cells besides their values: rows that were crossed out, readings of characters beside them. */
import { expect, test } from 'vitest'
import { readWorkbook } from './read-xlsx.ts'
import { zipSync } from './zip-for-tests.ts'

const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const cell = (at: string, style: number, text: string): string => `<c r="${at}" s="${style}" t="inlineStr"><is>${text}</is></c>`
const plain = (text: string): string => `<t>${text}</t>`
const workbook = (font: string, rows: string): Buffer => zipSync({
  '[Content_Types].xml': '<Types/>', '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
  'xl/workbook.xml': '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/></font><font>${font}<sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
}, {})
const rows = `<row r="1">${cell('A1', 0, plain('姓名'))}${cell('B1', 0, plain('金额'))}</row><row r="2">${cell('A2', 1, plain('张某'))}${cell('B2', 1, plain('100'))}</row><row r="3">${cell('A3', 1, plain('李某'))}${cell('B3', 0, plain('100'))}</row>`

test('a row all of whose cells are struck through is told, one with a single struck cell is not', async () => {
  const [sheet] = await readWorkbook(workbook('<strike/>', rows), 'x.xlsx', '')
  expect([...sheet!.struckRows!]).toEqual([2])
})

test('a font that only names the strike and turns it off strikes nothing', async () => {
  const [sheet] = await readWorkbook(workbook('<strike val="0"/>', rows), 'x.xlsx', '')
  expect(sheet!.struckRows).toBeUndefined()
})

test('pieces of a rich text are one text, and the reading printed above characters is no part of it', async () => {
  const rich = '<r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve">建国</t></r><rPh sb="0" eb="1"><t>ちょう</t></rPh><phoneticPr fontId="1"/>'
  const [sheet] = await readWorkbook(workbook('<strike/>', `<row r="1">${cell('A1', 0, rich)}</row>`), 'x.xlsx', '')
  expect(sheet!.rows[0]![0]).toBe('张建国')
})
