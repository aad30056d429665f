/** Text for spreadsheets: nothing that a program would run, and nothing that does not come back in as it was. */
import { expect, test } from 'vitest'
import { cleanText, safeText } from './text.ts'

test('whatever a spreadsheet may take for a formula is text, full-width signs and blanks before them too', () => {
  for (const text of ['=1+1', '+86', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '　=1', '＝1+1', '＋1', '－1+2', '＠x', '-cmd|x', '=\nx']) expect(safeText(text), JSON.stringify(text)).toBe(`'${text}`)
})

test('plain words, numbers below zero and a sign alone stay', () => {
  for (const text of ['张三', '', '=', '-', '-12.50', '-1,200', '-5%', '>=', '3-5', "'x", '2018-06-30']) expect(safeText(text)).toBe(text)
})

test('what went out comes back in the same', () => {
  for (const text of ['=张三', '＝张三', '-张三', '@李四']) expect(cleanText(safeText(text))).toBe(cleanText(text))
})
