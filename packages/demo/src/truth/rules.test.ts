import { describe, expect, test } from 'vitest'
import type { Household, Person } from '../world.ts'
import type { Known } from './known.ts'
import { dibao, disabilityCare, houseD, pensionPrepay, postSubsidy, schoolKeep, seriousDisease, waterSafe } from './rules.ts'
import { all, any } from './three.ts'

const person = { alive: true, onTekun: false, inPension: true, age: 40, birth: '1978-01-01', health: ['1'], labour: '1', work: undefined } as unknown as Person
const household = { status: '0', type: '1', incomePerHeadFen: 300_000, members: [person], waterSafe: true } as unknown as Household
const known = (more: Partial<Known> = {}, p: Partial<Person> = {}, h: Partial<Household> = {}): Known =>
  ({ person: { ...person, ...p }, household: { ...household, ...h }, onDibao: false, certificate: false, grade: undefined, enrolled: true, disease: undefined, ...more })

describe('three-valued truth', () => {
  test('a no decides an all, a yes decides an any, else the unknown stays', () => {
    expect([all(true, undefined), all(false, undefined), any(true, undefined), any(false, undefined)]).toEqual([undefined, false, true, undefined])
  })
})

describe('who is entitled, by hand', () => {
  test('an unknown income leaves 低保 open, a dead person closes it', () => {
    expect(dibao(known({}, {}, { incomePerHeadFen: undefined }))).toBeUndefined()
    expect(dibao(known({}, { alive: false }, { incomePerHeadFen: undefined }))).toBe(false)
    expect(dibao(known())).toBe(true)
  })
  test('at sixty nobody pays into the pension any more, and who has exited is not meant', () => {
    expect(pensionPrepay(known())).toBe(true)
    expect(pensionPrepay(known({}, { age: 60 }))).toBe(false)
    expect(pensionPrepay(known({}, {}, { status: '1' }))).toBe(false)
  })
  test('a certificate without a known grade leaves the care allowance open', () => {
    expect(disabilityCare(known({ certificate: true }))).toBeUndefined()
    expect(disabilityCare(known({ certificate: true, grade: '2' }))).toBe(true)
    expect(disabilityCare(known({ certificate: true, grade: '3' }))).toBe(false)
  })
  test('only children of school age who are not enrolled are called back', () => {
    expect(schoolKeep(known({ enrolled: false }, { birth: '2008-05-01' as never }))).toBe(true)
    expect(schoolKeep(known({ enrolled: undefined }, { birth: '2008-05-01' as never }))).toBeUndefined()
    expect(schoolKeep(known({ enrolled: false }, { birth: '2012-09-01' as never }))).toBe(false)
  })
  test('who is not seriously ill has none of the fourteen diseases', () => {
    expect(seriousDisease(known())).toBe(false)
    expect(seriousDisease(known({}, { health: ['3'] }))).toBeUndefined()
    expect(seriousDisease(known({ disease: '10' }))).toBe(true)
    expect(seriousDisease(known({ disease: '99' }))).toBe(false)
  })
  test('a post subsidy ends after three years and with the contract', () => {
    const near = { work: { place: '1', months: 8 } }
    expect(postSubsidy(known({}, near), { start: '2015-10-31' as never, months: 60 }, '2018-10-31' as never)).toBe(false)
    expect(postSubsidy(known({}, near), { start: '2018-01-01' as never, months: 12 }, '2018-10-31' as never)).toBe(true)
    expect(postSubsidy(known({}, near), undefined, '2018-10-31' as never)).toBeUndefined()
  })
  test('a house of unknown grade and water of unknown safety stay open', () => {
    expect(houseD(household, undefined)).toBeUndefined()
    expect(houseD(household, 'C')).toBe(false)
    expect(waterSafe({ ...household, waterSafe: undefined })).toBeUndefined()
    expect(waterSafe({ ...household, waterSafe: false })).toBe(true)
  })
})
