/** Every problem of the import can be provoked, says where it is and shows nothing private: the refusals of files first, then sheets, rows and cells. */
import { problemCatalogue, ProblemError, type Period, type ProblemCode, type ProblemData } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import type { MappedTable } from '../../mapped-table.ts'
import { cellKey, type RawCell } from '../files/raw-sheet.ts'
import { fileByteLimit } from '../files/file-kind.ts'
import { readSheets } from '../files/read-sheets.ts'
import { zipSync } from '../files/zip-for-tests.ts'
import { writeWorkbook } from '../writing/workbook-writer.ts'
import { brokenId, dibaoHeaders, dibaoRow, dibaoTitle, inventedId, mapRows, personHeaders, personRow } from './invented-sheet.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const ole = (stream: string): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])

const zipOf = (parts: Readonly<Record<string, string | Buffer>>, sizes: Readonly<Record<string, number>> = {}): Buffer => zipSync(parts, { sizes })
const relation = (kind: string, target: string): string => `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`
const types = { '[Content_Types].xml': '<Types/>' }
const workbook = Buffer.from(await writeWorkbook([{ name: '表', columns: [{ header: '姓名' }], rows: Array.from({ length: 300 }, (_, i) => [`某${i}`]) }]))

type Read = readonly [why: string, bytes: Uint8Array, file?: string]
const refusedFiles: Readonly<Partial<Record<ProblemCode, readonly Read[]>>> = {
  'imports/empty-file': [['no bytes', Buffer.alloc(0)], ['blank lines only', latin('\n\n , ,\n'), 'x.csv'], ['a workbook of blank cells', await writeWorkbook([{ name: '空', columns: [{ header: '' }], rows: [] }])]],
  'imports/too-large': [['more bytes than a province has', Buffer.alloc(fileByteLimit + 1)], ['two cells in far corners', zipOf({ ...types, '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'), 'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'), 'xl/workbook.xml': '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>', 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>' })], ['more rows than two million', latin('a,b\n'.repeat(2_000_002)), 'x.csv']],
  'imports/zip-bomb': [
    ['a part that unpacks a thousandfold', zipOf({ ...types, 'xl/worksheets/sheet1.xml': Buffer.alloc(20_000_000, 32) })], ['thousands of parts', zipOf({ ...types, ...Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`p${i}`, ''])) })],
    ['a part of gigabytes', zipOf({ ...types, 'xl/a.xml': 'x' }, { 'xl/a.xml': 3_000_000_000 })], ['a size of zero for packed bytes', zipOf({ ...types, 'xl/a.xml': 'xxxxxxxx' }, { 'xl/a.xml': 0 })],
  ],
  'imports/damaged-file': [['the end cut off', workbook.subarray(0, workbook.length - 400)], ['bytes in the middle changed', Buffer.concat([workbook.subarray(0, 200), Buffer.alloc(300, 7), workbook.subarray(500)])], ['noise', Buffer.alloc(600, 3)]],
  'imports/encrypted': [['an OLE2 envelope with EncryptedPackage', ole('EncryptedPackage')]],
  'imports/old-xls': [['an OLE2 file with a Workbook stream', ole('Workbook'), 'x.xls']],
  'imports/renamed-file': [['a web page', latin('<html><table><tr><td>1'), 'x.xls'], ['text named .xlsx', latin('a,b\n1,2\n')], ['a workbook named .csv', workbook, 'x.csv'], ['an XML table', latin('<?xml version="1.0"?><Workbook/>'), 'x.xls']],
  'imports/not-a-table': [['a PDF', latin('%PDF-1.7')], ['a Word file', zipOf({ ...types, 'word/document.xml': '<a/>' })], ['an OpenDocument', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })], ['an old Word file', ole('WordDocument')]],
  'imports/external-entity': [['a DOCTYPE with an external entity', zipOf({ ...types, 'xl/workbook.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><workbook>&x;</workbook>' })]],
  'imports/unknown-encoding': [['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x80, 0x0a]), 'x.csv']],
  'imports/broken-quotes': [['a quote that never closes', latin('a,b\n1,"2\n3,4\n'), 'x.csv']],
}

test.each(Object.entries(refusedFiles).flatMap(([code, reads]) => reads!.map(([why, bytes, file]) => ({ code, why, bytes, file: file ?? 'x.xlsx' }))))('$code: $why is one clear problem', async ({ code, bytes, file }) => {
  const problems = await readSheets(bytes, file).then(() => [], (error: unknown) => (error instanceof ProblemError ? error.problems : Promise.reject(error)))
  expect(problems.map((p) => p.code)).toEqual([code])
  expect(`${problems[0]!.zh}${problems[0]!.en}`).not.toMatch(/[“"]\?|\{\w+\}/)
})

const said = (table: MappedTable): ProblemData[] => [...table.notices, ...table.rejected.flatMap((r) => r.problems)]
const thrown = (make: () => MappedTable): ProblemData[] => {
  try {
    return said(make())
  } catch (error) {
    if (error instanceof ProblemError) return [...error.problems]
    throw error
  }
}
const persons = (...rows: RawCell[][]) => [personHeaders, ...rows]
const person = (changed: Parameters<typeof personRow>[1]) => mapRows(persons(personRow(1, changed), personRow(2)))
const dibao = (...rows: RawCell[][]) => mapRows([dibaoTitle, dibaoHeaders, ...rows])
const certificate = (text: string, more: RawCell[] = []) => mapRows([['残疾人证名单'], ['姓名', '身份证号', '残疾证号', '残疾等级'], ['王某', inventedId(5), text, ...more], ['王某某', inventedId(6), `${inventedId(6)}41`, '一级']])

const twoMeasures = () => mapRows([['姓名', '身份证号', '生活补贴', '护理补贴'], ['王某', inventedId(5), 80, 80], ['王某某', inventedId(6), 80, '待定']], {}, { layout: 'delivery', measures: ['a', 'b'], measureNames: { a: ['生活补贴'], b: ['护理补贴'] }, period: '2018' as Period })
const provoked: Readonly<Partial<Record<ProblemCode, () => MappedTable>>> = {
  'imports/no-header': () => mapRows([['填表说明'], ['一、本表由村里填写。']]),
  'imports/unknown-layout': () => mapRows([['姓名', '性别', '自然村'], ['张某', '男', '']]),
  'imports/no-key-column': () => mapRows([['县', '乡镇', '金额'], ['平安县', '东镇', 3]], {}, { layout: 'delivery' }),
  'imports/unknown-target': () => mapRows(persons(personRow(1)), {}, { columns: { A: 'village.bus' } }),
  'imports/hidden-sheet': () => mapRows(persons(personRow(1)), { hidden: true }),
  'imports/hidden-rows': () => mapRows(persons(personRow(1)), { hiddenRows: new Set([2]) }),
  'imports/hidden-column': () => mapRows(persons(personRow(1)), { hiddenColumns: new Set([8]) }),
  'imports/covered-without-rows': () => mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1)], {}, { complete: ['219901'] }),
  'imports/column-ignored': () => mapRows([[...personHeaders, '网格员'], [...personRow(1), '赵某']]),
  'imports/more-like-this': () => mapRows(persons(...Array.from({ length: 30 }, (_, i) => personRow(i, { 健康状况: '不知道' })))),
  'imports/id-rounded': () => person({ 证件号码: 219901195001010000 }),
  'imports/id-wrong': () => person({ 证件号码: brokenId(1) }),
  'imports/id-kept-out': () => dibao(dibaoRow(1, { 身份证号: brokenId(1) })),
  'imports/id-upgraded': () => person({ 证件号码: `219901${inventedId(1).slice(8, 17)}` }),
  'imports/key-blank': () => person({ 证件号码: null }),
  'imports/no-key': () => person({ 证件号码: '', 人编号: null, 姓名: ' ' }),
  'imports/number-lost': () => person({ 户编号: 2.113220000001234e17 }),
  'imports/duplicate': () => mapRows(persons(personRow(1), personRow(2, { 证件号码: inventedId(1) }))),
  'imports/duplicate-kept': () => dibao(dibaoRow(1), dibaoRow(2, { 身份证号: inventedId(1) })),
  'imports/certificate-wrong': () => certificate(`${inventedId(5)}95`),
  'imports/certificate-differs': () => certificate(`${inventedId(7)}41`),
  'imports/identity-differs': () => mapRows([[...personHeaders, '出生日期'], [...personRow(1), '1901-02-03']]),
  'imports/code-unknown': () => person({ 健康状况: '健康,不知道' }),
  'imports/yes-no-unreadable': () => person({ 是否参加大病保险: '大概' }),
  'imports/number-unreadable': () => person({ 人均纯收入: '三千多' }),
  'imports/number-rounded': () => person({ 人均纯收入: '3200.555' }),
  'imports/date-unreadable': () => person({ 首次识别时间: '2014-13-45' }),
  'imports/date-not-exact': () => person({ 首次识别时间: '2014年' }),
  'imports/date-ambiguous': () => person({ 首次识别时间: 2014.1 }),
  'imports/amount-unreadable': () => dibao(dibaoRow(1, { 月保障金额: '见附件' })),
  'imports/place-unknown': () => person({ 县: '某某县', 乡镇: '某某镇', 村: '某某村' }),
  'imports/place-coarser': () => person({ 村: '九十九村' }),
  'imports/place-differs': () => mapRows([[...personHeaders, '行政村代码'], [...personRow(1), '219901101202']]),
  'imports/row-not-given': () => mapRows([dibaoTitle, [...dibaoHeaders, '是否发放'], [...dibaoRow(1), '否']]),
  'imports/measure-by-column': () => twoMeasures(),
  'imports/measure-doubtful': () => twoMeasures(),
  'imports/row-given-unsaid': () => mapRows([dibaoTitle, [...dibaoHeaders, '是否发放'], [...dibaoRow(1), '是'], [...dibaoRow(2), '']]),
  'imports/cells-crossed': () => mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1, { 姓名: inventedId(1), 身份证号: '李某' })]),
  'imports/row-below-ended': () => mapRows([dibaoTitle, dibaoHeaders, ['停发人员'], dibaoRow(1)]),
  'imports/row-ended': () => mapRows([dibaoTitle, [...dibaoHeaders, '备注'], [...dibaoRow(1), '2018年3月去世']]),
  'imports/row-struck': () => mapRows([dibaoTitle, dibaoHeaders, dibaoRow(1)], { struckRows: new Set([3]) }),
  'imports/rows-nameless': () => dibao(dibaoRow(1, { 姓名: null, 身份证号: brokenId(1) })),
  'imports/life-status-doubtful': () => mapRows([[...personHeaders, '生存状态', '备注'], [...personRow(1), '健在', '已故']]),
  'imports/amount-negative': () => dibao(dibaoRow(1, { 月保障金额: -310 })),
  'imports/formula-without-value': () => mapRows(persons(personRow(1, { 人均纯收入: null })), { marks: new Map([[cellKey(1, 10), 'formula-without-value' as const]]) }),
  'imports/formula-used': () => mapRows(persons(personRow(1)), { marks: new Map([[cellKey(1, 10), 'formula' as const]]) }),
  'imports/error-cell': () => mapRows(persons(personRow(1, { 人均纯收入: '#REF!' })), { marks: new Map([[cellKey(1, 10), 'error' as const]]) }),
}

test.each(Object.entries(provoked))('%s is given, with sheet and cell, and hides numbers and names', (code, make) => {
  const given = thrown(make!).filter((p) => p.code === code)
  expect(given.length).toBeGreaterThan(0)
  for (const one of given) {
    expect(`${one.zh}${one.en}`).not.toMatch(/\{\w+\}|undefined|NaN/)
    expect(one.details['sheet']).toBe('表一')
    expect(JSON.stringify(one)).not.toMatch(/\d{12}/)
    expect(JSON.stringify(one)).not.toContain('张某1')
  }
})

test('every problem of the catalogue is provoked above, and none besides', () => {
  const catalogue = Object.keys(problemCatalogue).filter((code) => code.startsWith('imports/')).sort()
  // Of the other sheets of a file, and of sheets that one import is to join, only who holds the whole file can speak: see server/src/imports/map-choices.test.ts.
  expect([...Object.keys(refusedFiles), ...Object.keys(provoked), 'imports/other-sheets', 'imports/sheets-differ'].sort()).toEqual(catalogue)
})

test('a clean list gives no problem at all', () => {
  expect(said(mapRows(persons(personRow(1), personRow(2))))).toEqual([])
  expect(said(dibao(dibaoRow(1), dibaoRow(2)))).toEqual([])
})
