import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7, type Period } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { recordSeries, type SeriesValue } from '../series/record-series.ts'
import { inScope, systemSession } from '../session/session.ts'
import { loadDesignations, loadPlaces } from './load-places.ts'

let db: TestDatabase
beforeAll(async () => { db = await createTestDatabase() })
afterAll(() => db.drop())

const request = () => ({ authority: 'test', requestId: uuidv7() })
const read = async (sql: string) => (await inScope(db.register, systemSession, (tx) => tx.query(sql))).rows
const road: SeriesValue = { indicator: 'roads-built', place: '211322', period: '2018' as Period, value: '123.4', unit: 'km', source: '交通局' }

test('a county cannot write places or values of another county', async () => {
  await expect(loadPlaces(db.register, { ...systemSession, place: '211322' }, [{ place: '211481', name: '外县', level: 'county' }], request())).rejects.toThrow(/row-level security/)
  await expect(recordSeries(db.register, { ...systemSession, place: '211322' }, [{ ...road, place: '211481' }], request())).rejects.toMatchObject({ problems: [{ code: 'register/outside-scope' }] })
})

test('values that are no exact decimals are all named, and nothing is written', async () => {
  await expect(recordSeries(db.register, systemSession, [road, { ...road, value: '约3' }, { ...road, value: '1.23456' }], request())).rejects.toMatchObject({ problems: [{ details: { row: 2 } }, { details: { row: 3 } }] })
  expect(await read('select from register.series')).toEqual([])
})

test('a place keeps its code when it ends, and names what took over', async () => {
  const places = [{ place: '211322', name: '建平县', level: 'county' as const, parent: '2113' }, { place: '211322100', name: '甲镇', level: 'township' as const, parent: '211322' }]
  expect(await loadPlaces(db.register, systemSession, places, request())).toBe(2)
  expect(await loadPlaces(db.register, systemSession, places, request())).toBe(0)
  expect(await loadPlaces(db.register, systemSession, [{ ...places[1]!, validTo: '2019-01-01', successor: '211322101' }], request())).toBe(1)
  expect(await read(`select name, valid_to::text, successor from register.place where place = '211322100'`)).toEqual([{ name: '甲镇', valid_to: '2019-01-01', successor: '211322101' }])
})

test('a designation is kept once, with its dates and source', async () => {
  const designation = { place: '211322', kind: 'key-county', validFrom: '2018-01-01', source: '省政府文件' }
  expect(await loadDesignations(db.register, systemSession, [designation], request())).toBe(1)
  expect(await loadDesignations(db.register, systemSession, [designation], request())).toBe(0)
})

test('a later report stands beside the earlier one', async () => {
  await recordSeries(db.register, systemSession, [road], request())
  await recordSeries(db.register, systemSession, [{ ...road, value: '130' }], request())
  expect(await read('select value from register.series order by recorded_at')).toEqual([{ value: '123.4000' }, { value: '130.0000' }])
})
