/** Separated text: encodings told by their bytes, separators by their lines, quotes across lines, and nothing lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheets } from './read-sheets.ts'
import { readSeparatedText, separatorOf } from './read-csv.ts'
import { decodeText } from './text-encoding.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rows = (text: string): unknown => readSeparatedText(utf8(text), 'x.csv', '')[0]!.rows

test('a quotation mark that is never closed is one problem, also in front of half a million lines', () => {
  expect(() => rows(`姓名,证件\n"${'张三\n'.repeat(500_000)}`)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'imports/broken-quotes', details: expect.objectContaining({ row: 2 }) })] }))
})

test('a row of more columns than Excel has is refused, quoted or not', () => {
  for (const cell of ['a', '"a"']) expect(() => rows(`姓名,证件\n${`${cell},`.repeat(16_384)}`)).toThrow('columns')
})

test('GB 18030 with characters of four bytes, UTF-16 with and without mark, and UTF-8 are told apart', () => {
  expect(decodeText(Uint8Array.from([0xd5, 0xc5, 0x81, 0x39, 0xee, 0x39, 0x2c, 0x95, 0x32, 0x82, 0x36]), 'x')).toBe('张㐀,𠀀')
  for (const mark of ['\ufeff', '']) {
    const text = `${mark}姓名,x\r\n张三,1\r\n`
    expect(decodeText(Buffer.from(text, 'utf16le'), 'x').replace('\ufeff', '')).toBe('姓名,x\r\n张三,1\r\n')
    expect(decodeText(Buffer.from(text, 'utf16le').swap16(), 'x').replace('\ufeff', '')).toBe('姓名,x\r\n张三,1\r\n')
  }
  expect(decodeText(utf8('张三'), 'x')).toBe('张三')
})

test('the separator is the sign that most lines use, outside quotes', () => {
  expect(separatorOf('a;b;c\n1;"2,3,4,5,6";3\n')).toBe(';')
  expect(separatorOf('a\tb\n1\t2,5\n')).toBe('\t')
  expect(separatorOf('a,b\n')).toBe(',')
})

test('a cell may hold separators, quotes and line breaks; blank lines keep their numbers', () => {
  expect(rows('a,b\n\n"1\n2","x ""y"", z"\n3,4')).toEqual([['a', 'b'], [''], ['1\n2', 'x "y", z'], ['3', '4']])
  expect(rows('a,b\r1,2')).toEqual([['a', 'b'], ['1', '2']])
})

test('the hint line of Excel names the separator and is no row', () => {
  const sheet = readSeparatedText(utf8('sep=|\r\na|b,c\r\n'), 'x.csv', '')[0]!
  expect([sheet.rows, sheet.firstRow]).toEqual([[['a', 'b,c']], 2])
})

test('property: what a writer of RFC 4180 writes is read back, quoted or not', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', ',', '\n', ' ', '1'), maxLength: 5 })
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.boolean(), (table, always) => {
    const quote = (text: string): string => (always || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const text = `x,y,z\n${table.map((row) => row.map(quote).join(',')).join('\n')}\n`
    expect(rows(text)).toEqual([['x', 'y', 'z'], ...table])
  }), { numRuns: 300 })
})

test('two tables below each other become two sheets that keep their row numbers', async () => {
  const text = '低保名单,,\n姓名,身份证号,月保障金额\n甲某,,300\n\n残疾人名单,,\n姓名,残疾证号,残疾等级\n乙某,,1\n'
  const sheets = await readSheets(utf8(text), 'x.csv')
  expect(sheets.map((s) => [s.name, s.firstRow, s.rows.length])).toEqual([['x', 1, 4], ['x (2)', 5, 3]])
})
