import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Period, PlainDate } from '@bangfu/kernel'
import { openDuckDb, readParquetSql } from '@bangfu/stages'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { systemSession } from '../session/session.ts'
import { mappedTable, nationalTable, syntheticId } from '../../test/synthetic-county.ts'
import { freezeRegister } from './freeze-register.ts'

let db: TestDatabase
let folder: string
let between: string
const county = { ...systemSession, place: '211322' }
const grade = (value: string, asOf: string) => mappedTable([{ row: 2, idNumber: syntheticId(0), person: { disability_grade: value }, household: {}, other: {}, unknown: {} }],
  { layout: 'disability', source: '残联', sha256: asOf, asOf: asOf as PlainDate, delivery: { measures: ['aid'], period: asOf.slice(0, 4) as Period, places: ['211322'] } })

beforeAll(async () => {
  db = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'bangfu-freeze-'))
  await commitTable(db.register, county, nationalTable(9, { asOf: '2017-12-31' as PlainDate }))
  await commitTable(db.register, county, grade('2', '2018-03-31'))
  between = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await commitTable(db.register, county, grade('1', '2018-09-30'))
})
afterAll(async () => {
  await db.drop()
  await rm(folder, { recursive: true, force: true })
})

async function gradeIn(name: string): Promise<unknown> {
  const database = await openDuckDb({ memoryLimitMb: 100, threads: 1, tempDir: join(folder, 'duck') })
  try {
    return await database.all(`select disability_grade, age from ${readParquetSql(join(folder, name, 'persons.parquet'))} where birth_date = '1940-01-01'`)
  } finally {
    database.close()
  }
}
const freeze = (name: string, asOf: string, recordedUntil?: string, place = '211322') =>
  freezeRegister(db.register, { ...county, place }, { asOf: asOf as PlainDate, dir: join(folder, name), ...(recordedUntil ? { recordedUntil } : {}) })

test('the facts of a day leave out what became true later', async () => {
  await freeze('june', '2018-06-30')
  expect(await gradeIn('june')).toEqual([{ disability_grade: '2', age: '78' }])
})

test('what was known at an instant leaves out what was recorded later, also of the same day', async () => {
  const manifest = await freeze('known', '2018-12-31', between)
  expect(await gradeIn('known')).toEqual([{ disability_grade: '2', age: '78' }])
  expect(manifest.tables).toMatchObject({ lists: { rows: 2 }, deliveries: { rows: 1 }, coverage: { rows: 1 } })
})

test('today everything counts, and the fold and the current tables give the same snapshot', async () => {
  const now = await freeze('now', '2018-12-31')
  expect(await gradeIn('now')).toEqual([{ disability_grade: '1', age: '78' }])
  const folded = await freeze('folded', '2018-12-31', new Date().toISOString())
  expect(folded.hash).toBe(now.hash)
  expect(now.tables).toMatchObject({ persons: { rows: 9 }, households: { rows: 3 }, deliveries: { rows: 1 }, coverage: { rows: 2 } })
})

test('the same register gives the same hash, another day another one', async () => {
  const [a, b, c] = [await freeze('a', '2018-12-31'), await freeze('b', '2018-12-31'), await freeze('c', '2019-12-31')]
  expect(b.hash).toBe(a.hash)
  expect(c.hash).not.toBe(a.hash)
})

test('a snapshot holds no row outside the scope', async () => {
  expect((await freeze('village', '2018-12-31', undefined, '211322100201')).tables).toMatchObject({ persons: { rows: 3 }, households: { rows: 1 } })
})
