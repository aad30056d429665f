/** Sheets as they are kept: texts that the database takes, names that show nobody's number. */
import { maskIdentity } from '@bangfu/kernel'
import { inventedId } from '../foreign/invented-sheet.ts'
import { expect, test } from 'vitest'
import { readSheets } from './read-sheets.ts'
import { zipSync } from './zip-for-tests.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (target: string, kind: string, count: number) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Array.from({ length: count }, (_, i) => `<Relationship Id="rId${i + 1}" Type="${relation}/${kind}" Target="${target.replace('#', String(i + 1))}"/>`).join('')}</Relationships>`

function workbook(sheets: readonly { readonly name: string; readonly cells: readonly string[] }[]): Buffer {
  return zipSync({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>', '_rels/.rels': relations('xl/workbook.xml', 'officeDocument', 1),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet#.xml', 'worksheet', sheets.length),
    ...Object.fromEntries(sheets.map(({ cells }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${main}"><sheetData><row r="1">${cells.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}1" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row></sheetData></worksheet>`])),
  }, {})
}

test('halves of characters and NUL that a workbook spells out never get as far as the database', async () => {
  const [sheet] = await readSheets(workbook([{ name: '名单', cells: ['张&#xD800;三', '李&#0;四', '_xDC00_', '王五'] }]), '名单.xlsx')
  const cells = sheet!.rows[0]!.map(String)
  expect(cells[3]).toBe('王五')
  for (const cell of cells) expect([cell.isWellFormed(), cell.includes('\0')], JSON.stringify(cell)).toEqual([true, false])
})

test('a number of a person in the name of a sheet is masked, and names stay distinct', async () => {
  const one = inventedId(1)
  const names = (await readSheets(workbook([one, `${one.slice(0, 10)}9${one.slice(11)}`, '2018年'].map((name) => ({ name, cells: ['姓名', '证件'] }))), 'x.xlsx')).map((s) => s.name)
  expect(names).toEqual([maskIdentity(one), `${maskIdentity(one)} #2`, '2018年'])
})
