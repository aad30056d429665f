import { checkIdentityNumber, type DivisionCode } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { makeCounty } from './county.ts'
import { fifteenDigits, IdentityMint, mistyped, neverIssuedPhone } from './identity.ts'

const options = { seed: 7, county: '211322' as DivisionCode, people: 900, asOf: '2018-10-31' as never, townships: 3 }
const people = (seed = 7) => makeCounty({ ...options, seed }).townships.flatMap((t) => t.villages.flatMap((v) => v.households.flatMap((h) => h.members)))

test('a division that the table does not hold is refused', () => {
  expect(() => makeCounty({ ...options, county: '219900' as DivisionCode })).toThrow(/219900/)
})

test('every identity number is valid, unique and of an area that was never issued', () => {
  const numbers = people().map((p) => p.idNumber)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.filter((n) => !n.startsWith('2199') || !('number' in checkIdentityNumber(n)))).toEqual([])
})

test('ages follow from the identity numbers on the day of the county', () => {
  expect(people().filter((p) => p.age < 0 || p.age > 105)).toEqual([])
})

test('the same seed makes the same county, another seed another one', () => {
  expect(people(7)).toEqual(people(7))
  expect(people(8).map((p) => p.name)).not.toEqual(people(7).map((p) => p.name))
})

test('the asked number of people is met to within one household', () => {
  expect(people().length).toBeGreaterThanOrEqual(900)
  expect(people().length).toBeLessThan(907)
})

test('households stand in real villages of their county', () => {
  const county = makeCounty(options)
  const wrong = county.townships.flatMap((t) => t.villages.filter((v) => !v.code.startsWith(t.code) || v.code.length !== 12))
  expect(wrong).toEqual([])
})

test('a mistyped number never passes the check, an old one is upgraded to the same', () => {
  for (const person of people().slice(0, 300)) {
    expect('fault' in checkIdentityNumber(mistyped(person.idNumber))).toBe(true)
    if (person.birth.startsWith('19')) expect(checkIdentityNumber(fifteenDigits(person.idNumber))).toEqual({ number: person.idNumber })
  }
})

test('a mint says when a birthday is used up instead of making a number twice', () => {
  const mint = new IdentityMint()
  expect(() => { for (let i = 0; i < 60_000; i += 1) mint.make('1950-01-01' as never, '1') }).toThrow(RangeError)
})

test('phones begin with a prefix that no operator has', () => {
  expect(neverIssuedPhone(123)).toBe('10000000123')
})
