import { expect, test } from 'vitest'
import { ProblemError } from '@bangfu/kernel'
import { decodePlanText } from './decode-text.ts'
import { readPlan } from './read-plan.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)

function refusal(input: Uint8Array | string): { code: string; details: Readonly<Record<string, unknown>> } {
  try {
    readPlan(input, { fileName: 'x.txt' })
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problems[0]!.code, details: error.problems[0]!.details }
    throw error
  }
  throw new Error('nothing was refused')
}

test.each([
  ['an empty file', bytes(), 'plan/text-empty'],
  ['a file of blanks', utf8(' \n\u3000\n'), 'plan/text-empty'],
  ['a renamed spreadsheet', bytes(0x50, 0x4b, 3, 4, 20, 0), 'plan/text-binary'],
  ['an old spreadsheet', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'plan/text-binary'],
  ['a PDF', utf8('%PDF-1.7 …'), 'plan/text-binary'],
  ['UTF-16', bytes(0xff, 0xfe, 0x00, 0x4e), 'plan/text-binary'],
  ['a web page', utf8('<!DOCTYPE html><html><body>方案</body></html>'), 'plan/text-binary'],
  ['bytes with zeros', bytes(0x41, 0, 0x42), 'plan/text-binary'],
  ['Big5', bytes(0xa4, 0x40, 0xa1, 0x42, 0xc1, 0x60, 0xc5, 0xe9, 0xad, 0x6e, 0xa8, 0x44, 0xa4, 0xe8, 0xae, 0xd7), 'plan/text-encoding'],
  ['broken UTF-8', bytes(0xe4, 0xb8, 0x80, 0xff, 0x41), 'plan/text-encoding'],
  ['another language', utf8('This is a plan in English. It has no Chinese in it at all.'), 'plan/text-not-chinese'],
])('%s is refused with one problem', (_, input, code) => {
  expect(refusal(input).code).toBe(code)
})

test('a file beyond the limit is refused by its size, before it is decoded', () => {
  expect(refusal(new Uint8Array(64 * 1024 * 1024 + 1)).code).toBe('plan/text-too-large')
})

test('a refusal names the file and where the bytes go wrong', () => {
  expect(refusal(bytes(0xe4, 0xb8, 0x80, 0xff, 0x41)).details).toEqual({ file: 'x.txt', offset: 3 })
})

test('UTF-8 with and without a byte order mark gives the same text', () => {
  expect(decodePlanText(utf8('\ufeff一、目标'), 'x')).toEqual({ text: '一、目标', encoding: 'utf-8' })
  expect(decodePlanText(utf8('一、目标'), 'x')).toEqual({ text: '一、目标', encoding: 'utf-8' })
})

test('GB 18030 is read as such', () => {
  expect(decodePlanText(bytes(0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xbf, 0xb1, 0xea), 'x')).toEqual({ text: '一、目标', encoding: 'gb18030' })
})
