import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ProblemError } from '@bangfu/kernel'
import { abstractList, makeDocx, paragraph } from '../../test/office-file.ts'
import { openDocument } from './open-document.ts'
import { partLimits } from './open-parts.ts'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
const plain = makeDocx({ body: paragraph('一、目标'), numbering: abstractList(1, []) })

async function refusal(bytes: Uint8Array, fileName = 'plan.bin'): Promise<{ code: string; details: Readonly<Record<string, unknown>> }> {
  const error = await openDocument(bytes, { fileName }).then(() => undefined, (e: unknown) => e)
  if (!(error instanceof ProblemError)) throw new Error(`not refused by a problem: ${String(error)}`)
  expect(error.problems.length).toBe(1)
  return { code: error.problems[0]!.code, details: error.problems[0]!.details }
}

/** A compound file of old Office with one stream's name in its directory. */
function oldOffice(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(stream, 'utf16le'), 1024)
  return bytes
}

/** The same archive, its directory stating another unpacked size for the part. */
function statingSize(archive: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  let at = bytes.indexOf('PK\x01\x02')
  while (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) !== part) at = bytes.indexOf('PK\x01\x02', at + 4)
  bytes.writeUInt32LE(size, at + 24)
  return new Uint8Array(bytes)
}

test.each([
  ['a PDF that is cut off', fixture('water-county.pdf').subarray(0, 9000), 'plan/document-damaged'],
  ['a PDF of pictures', fixture('township.scan.pdf'), 'plan/scan-without-text'],
  ['a PDF with a password', fixture('township.locked.pdf'), 'plan/document-encrypted'],
  ['a Word file that is cut off', fixture('water-county.docx').subarray(0, 20_000), 'plan/document-damaged'],
  ['a Word file with a password', oldOffice('EncryptedPackage'), 'plan/document-encrypted'],
  ['an old Word file', fixture('water-county.doc'), 'plan/document-kind'],
  ['an old spreadsheet', oldOffice('Workbook'), 'plan/document-kind'],
  ['a renamed spreadsheet', zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('<workbook/>') }), 'plan/document-kind'],
  ['an archive of files', zipSync({ 'a.txt': strToU8('一、目标') }), 'plan/document-kind'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'plan/document-kind'],
  ['an RTF file', strToU8('{\\rtf1 x}'), 'plan/document-kind'],
  ['a web archive', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'), 'plan/document-kind'],
  ['an empty file', new Uint8Array(), 'plan/text-empty'],
  ['a page without words', strToU8('<html><body><script>x()</script></body></html>'), 'plan/text-empty'],
  ['a page in another language', strToU8('<html><body><p>A plan about nothing in particular, in English.</p></body></html>'), 'plan/text-not-chinese'],
  ['a Word file whose text part is cut off', zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>一、目') }), 'plan/document-damaged'],
  ['a Word file without its text', zipSync({ '[Content_Types].xml': strToU8('x'), 'word/styles.xml': strToU8('<w:styles/>') }), 'plan/document-damaged'],
])('%s is refused with one problem', async (_, bytes, code) => {
  expect((await refusal(bytes)).code).toBe(code)
})

test('a bomb is refused by what its directory states, before it is unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(partLimits.ratioFrom * 4) })
  expect(bomb.length).toBeLessThan(100_000)
  expect((await refusal(bomb)).code).toBe('plan/document-bomb')
})

test('a bomb whose directory states a small size unpacks to no more than stated', async () => {
  const bomb = statingSize(zipSync({ 'word/document.xml': new Uint8Array(partLimits.ratioFrom * 4) }), 'word/document.xml', 1000)
  expect(['plan/document-damaged', 'plan/document-bomb']).toContain((await refusal(bomb)).code)
})

test('too many parts are refused', async () => {
  const names = Object.fromEntries(Array.from({ length: partLimits.entries + 1 }, (_, i) => [`word/${i}.bin`, new Uint8Array()]))
  expect((await refusal(zipSync(names, { level: 0 }))).code).toBe('plan/document-bomb')
})

test('elements that nest without end are refused, in a page and in a Word file', async () => {
  expect((await refusal(strToU8(`<html>${'<div>'.repeat(100_000)}一、目标`))).code).toBe('plan/document-bomb')
  expect((await refusal(makeDocx({ body: `${'<w:sdt>'.repeat(5000)}${paragraph('一、目标')}${'</w:sdt>'.repeat(5000)}` }))).code).toBe('plan/document-bomb')
})

test('a PDF without its end is read as far as it goes, and said', async () => {
  const whole = fixture('township.pdf')
  const document = await openDocument(whole.subarray(0, whole.length - 8))
  expect(document.problems.map((p) => [p.code, p.details['pages']])).toEqual([['plan/document-cut-short', 3]])
  expect(document.text).toBe((await openDocument(whole)).text)
})

test('the name of a file does not matter, its bytes do', async () => {
  expect((await openDocument(plain, { fileName: 'plan.txt' })).format).toBe('docx')
  expect((await openDocument(fixture('township.pdf'), { fileName: 'plan.docx' })).format).toBe('pdf')
})

test('a refusal says what the file is and what to do, in both languages', async () => {
  const { details } = await refusal(fixture('water-county.doc'), 'x.docx')
  expect(details).toMatchObject({ file: 'x.docx', zhKind: expect.stringContaining('.doc'), zhRemedy: expect.stringContaining('.docx'), enRemedy: expect.stringContaining('.docx') })
})
