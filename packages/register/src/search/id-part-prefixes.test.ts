import { expect, test } from 'vitest'
import { idPartPrefixes } from './id-part-prefixes.ts'

const number = '219901198303124056'
/** Whether one of the ranges holds the number. */
function reaches(part: string): boolean {
  const { whole, birth, day, order } = idPartPrefixes(part)
  const begins = (from: number, prefixes: readonly string[]): boolean => prefixes.some((prefix) => number.slice(from - 1).startsWith(prefix))
  return number.startsWith(whole) || begins(7, birth) || begins(11, day) || begins(15, order)
}

test('what no number can hold reaches nothing but itself', () => {
  for (const part of ['1X34', `${number}1`]) expect(idPartPrefixes(part)).toEqual({ whole: part, birth: [], day: [], order: [] })
  expect(reaches('831999')).toBe(false)
})

test('every part of six signs or more after the area code is reached, wherever it begins', () => {
  for (let length = 6; length <= 12; length += 1) {
    for (let from = 7; from + length - 1 <= 18; from += 1) expect(reaches(number.slice(from - 1, from - 1 + length)), `${length} from ${from}`).toBe(true)
  }
})

test('a short part is looked for at the year, at the month and day, and at the end', () => {
  for (const part of ['1983', '0312', '4056', '19830']) expect(reaches(part), part).toBe(true)
  expect(idPartPrefixes('4056').birth.length + idPartPrefixes('4056').day.length).toBe(2)
})
