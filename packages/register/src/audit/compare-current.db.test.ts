/** What stands now and does not follow from the statements is found, whoever wrote it: the app role may write these tables. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlainDate } from '@bangfu/kernel'
import { mappedTable, nationalRow, syntheticId } from '../../test/synthetic-county.ts'
import { commitTable } from '../commit/commit-table.ts'
import { inScope, scopedTransaction, systemSession } from '../session/session.ts'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { compareCurrent, type CurrentFault } from './compare-current.ts'
import { verifyRegister } from './verify-register.ts'

let db: TestDatabase
const county = { ...systemSession, place: '211322' }
beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, county, mappedTable(Array.from({ length: 9 }, (_, i) => nationalRow(i)), { sha256: 'export' }))
  await commitTable(db.register, county, mappedTable([{ row: 2, idNumber: syntheticId(0), person: { on_dibao: 'true' }, household: {}, other: {}, unknown: {} }], { layout: 'dibao', source: '民政局', asOf: '2018-06-30' as PlainDate, sha256: 'dibao' }))
  await scopedTransaction(db.register, county, 'read write', async (tx) => {
    await tx.query(`insert into register.village_statement (village_id, place, effective_from, action_id, list_id, list_row, source, poor_village) values (uuidv7(), '211322100201', '2018-01-01', uuidv7(), uuidv7(), 1, 'villages', true)`)
    await tx.query(`insert into register.village_current (village_id, place, source_list, poor_village, action_id) select village_id, place, list_id, poor_village, action_id from register.village_statement`)
  })
})
afterAll(() => db.drop())

class Undone extends Error {}

/** What is found after the app role wrote these statements, in parts and at once alike; nothing of it stays. */
async function faultsAfter(alter: string): Promise<readonly CurrentFault[]> {
  let found: readonly CurrentFault[] = []
  await expect(scopedTransaction(db.register, county, 'read write', async (tx) => {
    await tx.query(alter)
    found = await compareCurrent(tx)
    expect(await compareCurrent(tx, 3)).toEqual(found)
    throw new Undone()
  })).rejects.toThrow(Undone)
  return found
}
const subjects = async (sql: string): Promise<string[]> => (await inScope(db.register, county, (tx) => tx.query<{ id: string }>(sql))).rows.map((row) => row.id)
const first = '(select person_id from register.person_current order by person_id limit 1)'
const last = '(select person_id from register.person_current order by person_id desc limit 1)'

test.each([1, 2, 4, 10_000])('a register that nobody touched is what its statements say, %i subjects at once', async (atOnce) => {
  expect(await inScope(db.register, systemSession, (tx) => compareCurrent(tx, atOnce))).toEqual([])
  expect((await verifyRegister(db.register)).faults.filter((fault) => fault.table?.endsWith('_current') || fault.table === 'person_search')).toEqual([])
})

describe('what the app role writes behind the statements is found', () => {
  test.each([
    ['a fact is turned', `update register.person_current set on_dibao = not coalesce(on_dibao, false) where person_id = ${first}`, 'person_current', ['on_dibao']],
    ['a fact is made unknown', `update register.person_current set labour = null where person_id = ${last}`, 'person_current', ['labour']],
    ['a fact that nobody stated is put in', `update register.person_current set employer = '某厂' where person_id = ${last}`, 'person_current', ['employer']],
    ['a fact is said to be of another list', `update register.person_current set source_list = uuidv7() where person_id = ${first}`, 'person_current', ['source_list']],
    ['a reason is put in', `update register.person_current set unknown_reasons = '{"employer": "blank"}' where person_id = ${first}`, 'person_current', ['unknown_reasons']],
    ['a household is altered', `update register.household_current set head_name = '某人' where household_id = (select household_id from register.household_current order by 1 limit 1)`, 'household_current', ['head_name']],
    ['a village is altered', `update register.village_current set poor_village = false`, 'village_current', ['poor_village']],
    ['a number is searched under another', `update register.person_search set id_number = '${syntheticId(80)}' where person_id = ${first}`, 'person_search', ['id_number']],
    ['a number is no longer found', `update register.person_search set id_number = null where person_id = ${first}`, 'person_search', ['id_number']],
    ['a name is searched under another', `update register.person_search set name_key = '某某' where person_id = ${first}`, 'person_search', ['name_key']],
  ])('%s', async (_, alter, table, columns) => {
    expect(await faultsAfter(alter)).toEqual([{ kind: 'altered', table, rows: 1, columns, subjects: [expect.stringMatching(/^[0-9a-f-]{36}$/)] }])
  })

  test('a row that is gone, with the search row that is left over', async () => {
    const [id] = await subjects(`select ${last} as id`)
    expect(await faultsAfter(`delete from register.person_current where person_id = '${id}'`)).toEqual([
      { kind: 'missing', table: 'person_current', rows: 1, columns: [], subjects: [id] }, { kind: 'added', table: 'person_search', rows: 1, columns: [], subjects: [id] }])
    expect(await faultsAfter(`delete from register.person_search where person_id = '${id}'`)).toEqual([{ kind: 'missing', table: 'person_search', rows: 1, columns: [], subjects: [id] }])
  })

  test('a row that nothing states, wherever its id lies', async () => {
    for (const id of ['00000000-0000-7000-8000-00000000000a', 'ffffffff-0000-7000-8000-00000000000a']) {
      const added = { kind: 'added', rows: 1, columns: [], subjects: [id] }
      expect(await faultsAfter(`insert into register.facility_current (facility_id, place, source_list, action_id) values ('${id}', '211322100201', uuidv7(), uuidv7())`)).toEqual([{ ...added, table: 'facility_current' }])
      expect(await faultsAfter(`insert into register.person_current (person_id, place, source_list, action_id) values ('${id}', '211322100201', uuidv7(), uuidv7())`)).toEqual([
        { ...added, table: 'person_current' }, { ...added, kind: 'missing', table: 'person_search' }])
    }
  })

  test('many rows are counted, and only the first and the most frequent columns are named', async () => {
    const ids = await subjects('select person_id as id from register.person_current order by person_id')
    const found = await faultsAfter(`update register.person_current set employer = 'a', school_name = 'b', education = '9', left_behind = true, labour = '9', health = '{9}'; update register.person_current set on_dibao = null where person_id = ${first}`)
    expect(found).toMatchObject([{ kind: 'altered', table: 'person_current', rows: ids.length, subjects: ids.slice(0, 5) }])
    expect(found[0]!.columns).toHaveLength(5)
    expect(found[0]!.columns).not.toContain('on_dibao')
  })
})

test('the audit names what it found beside what was sealed', async () => {
  const alter = (value: string) => scopedTransaction(db.register, county, 'read write', (tx) => tx.query(`update register.person_current set on_dibao = ${value} where person_id = (select person_id from register.person_search where id_number = '${syntheticId(0)}')`))
  await alter('false')
  expect((await verifyRegister(db.register)).faults).toContainEqual({ kind: 'altered', position: null, action: null, table: 'person_current', sealed: null, found: 1, columns: ['on_dibao'], subjects: [expect.any(String)] })
  await alter('true')
  expect((await verifyRegister(db.register)).faults.filter((fault) => fault.kind === 'altered')).toEqual([])
})
