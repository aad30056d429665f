import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7, workItemKey, type Period } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { inScope, listActors, openSession, systemSession, type Session } from '../session/session.ts'
import { seedActors } from '../session/seed-actors.ts'
import { withAction } from '../session/with-action.ts'
import { mappedTable, nationalRow, nationalTable, syntheticId } from '../../test/synthetic-county.ts'
import { recordResults } from './record-results.ts'

let db: TestDatabase
let team: Session
let person: string
let other: string
let household: string
let listId: string
const county = { ...systemSession, place: '211322' }
const read = async (sql: string, values: unknown[] = []) => (await inScope(db.register, county, (tx) => tx.query(sql, values))).rows
const ask = (field: string, subject = person) => workItemKey({ kind: 'verify', measure: '', period: '', subject, field })
const record = (session: Session, results: Parameters<typeof recordResults>[2], requestId = uuidv7()) => recordResults(db.register, session, results, { authority: '入户核实', requestId })

beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, county, nationalTable(9))
  const { idNumber: _, ...nameless } = { row: 2, idNumber: '', name: nationalRow(0).name!, person: {}, household: {}, other: {}, unknown: {}, amountFen: '30000' }
  listId = (await commitTable(db.register, county, mappedTable([nameless], { layout: 'delivery', source: '民政局', sha256: 'aid', delivery: { measures: ['aid'], period: '2018' as Period, places: ['211322'] } }))).listId
  await seedActors(db.register, { county: '211322', townships: [{ place: '211322100', name: '甲镇' }], village: { place: '211322100201', name: '丙村' } })
  team = await openSession(db.register, (await listActors(db.register)).find((a) => a.role === 'village-team')!.actorId)
  const [first] = await read(`select person_id, c.household_id from register.person_current c join register.person_search using (person_id) where id_number = $1`, [syntheticId(0)])
  ;[person, household] = [first!['person_id'], first!['household_id']]
  other = (await read(`select person_id from register.person_search where id_number = $1`, [syntheticId(3)]))[0]!['person_id']
  await withAction(db.register, county, { kind: 'publish-run', authority: 'test', requestId: uuidv7() }, async (tx) => {
    const run = uuidv7()
    await tx.query(`insert into register.run (run_id, place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ($1, '211322', 'p', 's', 'v', '{}', $2)`, [run, tx.actionId])
    const add = (key: string, kind: string, entity: string, subject: string, place: string, field: string | null) => tx.query(
      `insert into register.work_item (run_id, item_key, kind, measure, period, entity, subject_id, place, field, reason_zh, reason_en, basis, position) values ($1, $2, $3, 'aid', '2018', $4, $5, $6, $7, '原因', 'reason', 'test', 1)`,
      [run, key, kind, entity, subject, place, field])
    await add(ask('disability_grade'), 'verify', 'person', person, '211322100201', 'disability_grade')
    await add(ask('income_per_head', household), 'verify', 'household', household, '211322100201', 'income_per_head')
    await add(ask(`match/${listId}/2`), 'verify', 'person', person, '211322100201', `match/${listId}/2`)
    await add(`owed:aid:2018:${person}`, 'owed', 'person', person, '211322100201', null)
    await add(ask('health', other), 'verify', 'person', other, '211322101201', 'health')
  })
})
afterAll(() => db.drop())

test('an unknown key, a key of another place, a wrong result and a blank answer are each explained, and the good row is taken', async () => {
  const outcome = await record(team, [
    { key: 'owed:aid:2018:nobody', result: 'delivered', sheet: '应享未享', row: 4 },
    { key: ask('health', other), result: 'answered', answer: ['1'] },
    { key: `owed:aid:2018:${person}`, result: 'stopped', sheet: '应享未享', row: 6 },
    { key: ask('disability_grade'), result: 'answered', sheet: '待核实', row: 7 },
    { key: ask('income_per_head', household), result: 'answered', answer: '2875.50' },
  ])
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/no-such-item', 'register/no-such-item', 'register/bad-result', 'register/answer-missing'])
  expect(outcome.problems[2]!.details).toMatchObject({ sheet: '应享未享', row: 6, allowed: 'delivered, already, not-entitled, declined, pending' })
  expect(outcome).toMatchObject({ recorded: 1, statements: 1 })
})

test('an answer is a statement of the actor and the fact from then on, over the national export', async () => {
  const [row] = await read(`select h.income_per_head, l.kind, l.source from register.household_current h join register.list l on l.list_id = (h.source_fields ->> 'income_per_head')::uuid where household_id = $1`, [household])
  expect(row).toEqual({ income_per_head: '2875.50', kind: 'answers', source: team.nameZh })
})

test('the same file handed in again changes nothing', async () => {
  const results = [{ key: ask('disability_grade'), result: 'answered', answer: '2' }]
  expect(await record(team, results)).toMatchObject({ recorded: 1, statements: 1, same: 0 })
  expect(await record(team, results)).toMatchObject({ recorded: 0, statements: 0, same: 1, problems: [] })
})

test('a result that differs from the one before is taken as a correction and said', async () => {
  const outcome = await record(team, [{ key: ask('disability_grade'), result: 'answered', answer: '1' }, { key: `owed:aid:2018:${person}`, result: 'pending' }])
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/result-changed'])
  expect(await read('select disability_grade from register.person_current where person_id = $1', [person])).toEqual([{ disability_grade: '1' }])
  expect(await read('select answer from register.work_result where item_key = $1 order by result_no', [ask('disability_grade')])).toEqual([{ answer: '2' }, { answer: '1' }])
})

test('a row found to be the person counts as help received, and no longer as uncertain', async () => {
  expect(await read('select candidate_id from register.unmatched_open')).toEqual([{ candidate_id: person }])
  expect(await record(team, [{ key: ask(`match/${listId}/2`), result: 'answered', answer: 'true' }])).toMatchObject({ recorded: 1, matches: 1, statements: 0 })
  expect(await read('select candidate_id from register.unmatched_open')).toEqual([])
  expect(await read('select measure, subject_id, period, amount_fen, list_row from register.delivery_in_force')).toEqual([{ measure: 'aid', subject_id: person, period: '2018', amount_fen: '30000', list_row: 2 }])
})

test('a row found to be one of several says how many others it settles, and they are uncertain no more', async () => {
  const { idNumber: _, ...nameless } = { row: 4, idNumber: '', name: nationalRow(0).name!, person: {}, household: {}, other: {}, unknown: {}, members: 0 }
  const list = (await commitTable(db.register, county, mappedTable([nameless], { layout: 'delivery', source: '教育局', sha256: 'aid by household', delivery: { measures: ['school'], period: '2018' as Period, places: ['211322'] } }))).listId
  const candidates = (await read('select candidate_id from register.unmatched_open where list_id = $1', [list])).length
  expect(candidates).toBeGreaterThan(1)
  const key = ask(`match/${list}/4`)
  await withAction(db.register, county, { kind: 'publish-run', authority: 'test', requestId: uuidv7() }, (tx) => tx.query(
    `insert into register.work_item (run_id, item_key, kind, measure, period, entity, subject_id, place, field, reason_zh, reason_en, basis, position) select run_id, $1, 'verify', 'school', '2018', 'person', $2, '211322100201', $3, '原因', 'reason', 'test', 9 from register.run limit 1`, [key, person, `match/${list}/4`]))
  const outcome = await record(team, [{ key, result: 'answered', answer: 'true' }])
  expect(outcome.problems.map((p) => [p.code, p.details['count'], p.details['zhWhere']])).toEqual([['register/row-settled', candidates - 1, '第 4 行']])
  expect(await read('select candidate_id from register.unmatched_open where list_id = $1', [list])).toEqual([])
})

test('one request is never carried out twice', async () => {
  const requestId = uuidv7()
  await record(team, [{ key: `owed:aid:2018:${person}`, result: 'delivered' }], requestId)
  await expect(record(team, [{ key: `owed:aid:2018:${person}`, result: 'declined' }], requestId)).rejects.toMatchObject({ problems: [{ code: 'register/request-repeated' }] })
  expect(await read(`select result, closes from register.work_result_latest where item_key = $1`, [`owed:aid:2018:${person}`])).toEqual([{ result: 'delivered', closes: true }])
})
