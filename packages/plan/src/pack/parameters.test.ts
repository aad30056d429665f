import { expect, test } from 'vitest'
import { formatDecimal, parseDivisionCode, parsePlainDate, type Decimal } from '@bangfu/kernel'
import { writePack } from '../../test/write-pack.ts'
import { expandClass } from './expand-class.ts'
import { loadPack } from './loader.ts'
import { parameterScope, resolveParameters } from './parameters.ts'

const pack = loadPack(writePack())
const value = (place: string, date: string) => resolveParameters(pack, place, parsePlainDate(date))

test('a parameter without a value is unknown, with the reason of the pack', () => {
  expect(value('35', '2022-01-01')['补助额']).toEqual({ id: '补助额', value: undefined, reason: { zh: '未公布', en: 'not published' }, source: '无' })
})

test('a day before the first value is unknown, with a reason of its own', () => {
  expect(value('35', '2020-12-31')['低保标准']).toMatchObject({ value: undefined, reason: { en: 'parameter "living_line" has no value for 35 on 2020-12-31' } })
})

test('the most exact place wins', () => {
  expect(formatDecimal(value('350101', '2022-01-01')['低保标准']!.value as Decimal)).toBe('4500.00')
  expect(formatDecimal(value('350201', '2022-01-01')['低保标准']!.value as Decimal)).toBe('4000.00')
})

test('the scope gives each parameter its type and English name', () => {
  expect(parameterScope(pack)['低保标准']).toEqual({ type: { kind: 'number', scale: 2, unit: 'yuan' }, en: 'living_line' })
})

test('a class expands to one body for each place of its levels inside the pack', () => {
  const places = ['350101001', '350101', '360101001'].map((code) => ({ code: parseDivisionCode(code), name: `甲${code.length}` }))
  expect(expandClass(pack, 'towns', places)).toEqual([{ place: '350101001', zh: '甲9人民政府', en: 'Government, 甲9' }])
})

test('a class that the pack does not have is refused', () => {
  expect(() => expandClass(pack, 'villages', [])).toThrow('plan/pack-reference')
})
