/** Small files that would be large once they are read: refused before anything is made of them. */
import { expect, test } from 'vitest'
import { readSheets } from './read-sheets.ts'
import { readWorkbook } from './read-xlsx.ts'
import { zipSync } from './zip-for-tests.ts'
import { guardWorkbook } from './zip-guard.ts'

const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const workbook = (sheets: string, rows: string): Buffer => zipSync({
  '[Content_Types].xml': '<Types/>', '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
}, {})
const sheet = (name: string): string => `<sheet name="${name}" sheetId="1" r:id="r1"/>`
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const rowsTo = (column: string, count: number): string => Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, '张某')}${cell(`${column}${i + 1}`, '李某')}</row>`).join('')

test('a far cell in every row is refused before the blank ones are made', async () => {
  await expect(readWorkbook(workbook(sheet('a'), rowsTo('XFD', 3000)), 'x.xlsx', '')).rejects.toThrow('imports/too-large')
  expect((await readWorkbook(workbook(sheet('a'), rowsTo('AZ', 3000)), 'x.xlsx', ''))[0]!.rows).toHaveLength(3000)
})

test('one part that stands for many sheets is refused', async () => {
  const names = Array.from({ length: 50 }, (_, i) => sheet(`s${i}`)).join('')
  await expect(readWorkbook(workbook(names, rowsTo('B', 3)), 'x.xlsx', '')).rejects.toThrow('imports/zip-bomb')
})

test('parts of an archive that share their bytes are refused', () => {
  const bytes = zipSync({ '[Content_Types].xml': '<Types/>', 'xl/worksheets/sheet1.xml': '<a/>' }, {})
  // The directory's second entry is led to the first one's bytes.
  const second = bytes.indexOf('PK\x01\x02', bytes.indexOf('PK\x01\x02', 0, 'latin1') + 4, 'latin1')
  bytes.writeUInt32LE(0, second + 42)
  expect(() => guardWorkbook(bytes, 'x.xlsx')).toThrow('imports/zip-bomb')
})

test('a text of megabytes is no cell, in a workbook or in separated text', async () => {
  const long = 'x'.repeat(40_000)
  await expect(readSheets(Buffer.from(`姓名,金额\n${long},1\n`), 'x.csv')).rejects.toThrow('imports/too-large')
  await expect(readSheets(Buffer.from(`姓名,金额\n"${long}",1\n`), 'x.csv')).rejects.toThrow('imports/too-large')
  await expect(readSheets(workbook(sheet('a'), `<row r="1">${cell('A1', long)}</row>`), 'x.xlsx')).rejects.toThrow('imports/too-large')
})
