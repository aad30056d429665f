/** Numbers of persons never stand in the address; everything else stands there as it was typed. */
import { expect, test } from 'vitest'
import { termFromAddress, termToAddress } from './search-term.ts'

// Built from parts at run time: area 2199, never issued.
const number = `219982${'19600101'}${'1234'}`

test('a full number becomes a sign that says nothing and reads back in this tab', () => {
  for (const text of [number, `${number.slice(0, 17)}X`, ` ${number}`, [...number].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(''), `${number.slice(0, 6)} ${number.slice(6)}`, `138${'00000000'}`]) {
    const sign = termToAddress(text)
    expect(sign).toMatch(/^~[0-9a-f]{8}$/)
    expect([termFromAddress(sign), termToAddress(text)]).toEqual([text, sign])
  }
})

test('names, pinyin, parts of a number and household numbers stay', () => {
  for (const text of ['张三', 'zhangsan', '219982', '21998219600101', '21132200000001', '~', '~abc']) expect([termToAddress(text), termFromAddress(text)]).toEqual([text, text])
})

test('a sign of another tab is no search', () => {
  expect(termFromAddress('~01234567')).toBeUndefined()
})
