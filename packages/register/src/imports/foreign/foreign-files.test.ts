/** Files that other programs wrote yield what their makers say, and what a second reader counts. */
import { createHash } from 'node:crypto'
import { parsePlainDate } from '@bangfu/kernel'
import { describe, expect, test } from 'vitest'
import type { MappedTable } from '../../mapped-table.ts'
import type { ColumnTarget } from '../layouts/layout.ts'
import { mapSheet } from '../mapping/map-sheet.ts'
import { recogniseSheet } from '../mapping/recognise-sheet.ts'
import { foreignFiles, liaoningPlaces, targetValue, type ExpectedSheet, type ForeignFile } from './foreign-files.ts'
import { plainIdentity, plainSheet, plainText, type PlainRow } from './independent-reader.ts'

const files = await foreignFiles()
const places = liaoningPlaces()
const own = files.filter(({ file }) => file !== 'header-spellings.xlsx')
const checksum = (ids: readonly string[]): string => createHash('sha256').update([...ids].sort().join('\n')).digest('hex')
const encodings: Readonly<Record<string, readonly [string, string]>> = {
  'disability-certificates.csv': ['utf-8', ','], 'school-gb18030.csv': ['gb18030', '\t'], 'pension-semicolon.csv': ['utf-8', ';'], 'disease-utf16.txt': ['utf-16le', '\t'], 'national-persons-gb18030.csv': ['gb18030', ','],
}

function mapped(file: ForeignFile, index: number): MappedTable {
  return mapSheet(file.raw[index]!, { source: '测试', asOf: parsePlainDate('2018-12-31'), places })
}

/** Rows that are neither title, header, total nor note, as a dumb eye sees them: two filled cells, a name, no 合计. */
function plainDataRows(rows: readonly PlainRow[], expected: ExpectedSheet): PlainRow[] {
  const nameColumn = expected.columns.name ?? expected.columns['facility.facility_name'] ?? expected.columns.village
  const headers = new Set(['姓名', '家庭成员', '学生姓名', '户主姓名', '卫生院名称', '行政村名称', 'AAB002'])
  return rows.filter((row) => row.size > 1 && row.has(nameColumn) && !headers.has(row.get(nameColumn)!) && !/合\s*计/.test([...row.values()][0] ?? ''))
}

function plainRows(file: ForeignFile, expected: ExpectedSheet): PlainRow[] {
  const text = encodings[file.file]
  return plainDataRows(text ? plainText(file.bytes, text[0], text[1]) : plainSheet(file.bytes, expected.sheet), expected)
}

function plainSum(rows: readonly PlainRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number((row.get(column) ?? '0').replace(/[^\d.]/g, '') || 0), 0)
}

function ourSum(table: MappedTable, target: ColumnTarget, expected: ExpectedSheet, header: string): number {
  const unit = target === 'amount' ? (header.includes('万元') ? 1_000_000 : 100) : 1
  const column = expected.columns[target]!.charCodeAt(0) - 65
  return table.rows.reduce((sum, row) => sum + Number(targetValue(row, target) ?? 0) / unit, 0) + table.rejected.reduce((sum, row) => sum + Number(row.cells[column] ?? 0), 0)
}

test('there are at least twelve files, written by six programs other than ours', () => {
  expect(files.length).toBeGreaterThanOrEqual(12)
  const programs = new Set(files.map(({ program }) => program.split(' ')[0]))
  expect(programs.size).toBeGreaterThanOrEqual(5)
})

describe.each(own.flatMap((file) => file.sheets.map((sheet, index) => ({ name: `${file.file} / ${sheet.sheet}`, file, sheet, index }))))('$name', ({ file, sheet, index }) => {
  const table = mapped(file, index)

  test('is recognised with every column in its place', () => {
    const recognition = recogniseSheet(file.raw[index]!)
    expect(recognition.layout).toBe(sheet.layout)
    expect(Object.fromEntries(recognition.columns.filter((c) => c.target && c.target !== 'aside').map((c) => [c.target, c.letter]))).toEqual(sheet.columns)
  })

  test('yields as many rows and values as its maker wrote', () => {
    expect({ mapped: table.rows.length, rejected: table.rejected.length }).toEqual({ mapped: sheet.mapped, rejected: sheet.rejected })
    expect(table.accounted).toEqual(sheet.accounted)
    const filled = Object.fromEntries(Object.keys(sheet.filled).map((target) => [target, table.rows.filter((row) => targetValue(row, target as ColumnTarget) !== undefined).length]))
    expect(filled).toEqual(sheet.filled)
  })

  test('accounts for every row of the sheet', () => {
    const others = Object.values(table.accounted).reduce((a, b) => a + b, 0)
    expect(table.rows.length + table.rejected.length + others).toBe(file.raw[index]!.rows.length)
  })

  test('agrees with a second reader on rows, identity numbers and column sums', () => {
    const rows = plainRows(file, sheet)
    expect(table.rows.length + table.rejected.length).toBe(rows.length)
    const ids = table.rows.flatMap((row) => (row.idNumber === undefined ? [] : [row.idNumber]))
    const at = (target: 'idNumber' | 'disabilityCertificate') => sheet.columns[target] ?? '-'
    const seen = rows.flatMap((row) => plainIdentity(row.get(at('idNumber')) ?? row.get(at('disabilityCertificate'))?.slice(0, 18)) ?? [])
    expect(checksum(ids)).toBe(checksum(seen))
    for (const target of sheet.sums) {
      const header = table.headers[sheet.columns[target]!.charCodeAt(0) - 65] ?? ''
      expect(ourSum(table, target, sheet, header)).toBeCloseTo(plainSum(rows, sheet.columns[target]!), 4)
    }
  })

  test('has the identity numbers that its maker invented', () => {
    const ids = table.rows.flatMap((row) => (row.idNumber === undefined ? [] : [row.idNumber]))
    expect(ids.length).toBe(sheet.filled.idNumber ?? 0)
    if (ids.length > 0) expect(checksum(ids)).toBe(sheet.idChecksum)
  })

  test('shows no identity number, phone or name in any problem', () => {
    const said = JSON.stringify([table.notices, table.rejected.map((r) => r.problems)])
    expect(said).not.toMatch(/\d{15}/)
    expect(said).not.toMatch(/1990000\d{4}/)
    for (const row of table.rows) if (row.name && [...row.name].length > 1) expect(said.includes(`“${row.name}”`)).toBe(false)
  })
})
