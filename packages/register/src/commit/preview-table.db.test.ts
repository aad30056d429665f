import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { inScope, systemSession } from '../session/session.ts'
import { mappedTable, nationalRow, nationalTable } from '../../test/synthetic-county.ts'
import { commitTable } from './commit-table.ts'
import { previewTable } from './preview-table.ts'

let db: TestDatabase
const county = { ...systemSession, place: '211322' }
beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, county, nationalTable(6))
})
afterAll(() => db.drop())

test('an auditor gets no preview of an import', async () => {
  await expect(previewTable(db.register, { ...county, role: 'auditor' }, nationalTable(3))).rejects.toMatchObject({ problems: [{ code: 'register/not-allowed' }] })
})

test('a preview writes nothing', async () => {
  const counts = async () => (await inScope(db.register, county, (tx) => tx.query('select (select count(*) from register.action) as a, (select count(*) from register.person_statement) as s, (select count(*) from register.list) as l'))).rows
  const before = await counts()
  await previewTable(db.register, county, nationalTable(9, { sha256: 'later' }))
  expect(await counts()).toEqual(before)
})

test('new, changed and unchanged rows are told apart, with the first differing cells old and new and where the old came from', async () => {
  const changed = { ...nationalRow(1), person: { ...nationalRow(1).person, education: '5', on_dibao: 'true' }, household: { ...nationalRow(1).household, house_area: '61.5' } }
  const preview = await previewTable(db.register, county, mappedTable([nationalRow(0), changed, nationalRow(6)], { sha256: 'later' }))
  expect(preview).toMatchObject({ unknown: 1, changed: 1, unchanged: 1 })
  expect(preview.changes.map(({ row, entity, field, before, after, source }) => [row, entity, field, before, after, source])).toEqual([
    [3, 'person', 'education', '2', '5', 'national.csv Sheet1'],
    [3, 'person', 'on_dibao', 'false', 'true', 'national.csv Sheet1'],
    [3, 'household', 'house_area', '60.00', '61.50', 'national.csv Sheet1'],
  ])
})
