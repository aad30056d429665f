import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { openRegister } from './register.ts'
import { inScope, listActors, openSession, systemSession } from './session.ts'
import { seedActors } from './seed-actors.ts'
import { withAction } from './with-action.ts'

let db: TestDatabase
const places = { county: '211322', countyName: '建平县', townships: [{ place: '211322100', name: '甲镇' }, { place: '211322101', name: '乙乡' }], village: { place: '211322100201', name: '丙村' } }
beforeAll(async () => {
  db = await createTestDatabase()
  await seedActors(db.register, places)
})
afterAll(() => db.drop())

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no problem', (e: { problems?: { code: string }[]; message: string }) => e.problems?.[0]?.code ?? e.message)
const actor = async (role: string) => (await listActors(db.register)).find((a) => a.role === role)!

test('a superuser is refused as the role that serves', async () => {
  expect(await codeOf(openRegister(db.admin))).toBe('register/role-not-bound')
})

test('the migrator, who may become the owner, is refused as the role that serves', async () => {
  expect(await codeOf(openRegister({ ...db.admin, user: 'bangfu_migrator' }))).toBe('register/role-not-bound')
})

test('an actor cannot open a session for a place of others', async () => {
  const township = await actor('township-office')
  expect(await codeOf(openSession(db.register, township.actorId, '211322'))).toBe('register/outside-scope')
  expect(await codeOf(openSession(db.register, township.actorId, '211322101'))).toBe(township.places[0] === '211322101' ? 'no problem' : 'register/outside-scope')
  expect(await codeOf(openSession(db.register, uuidv7()))).toBe('register/no-such-actor')
})

test('an auditor reads but never writes', async () => {
  const auditor = await openSession(db.register, (await actor('auditor')).actorId)
  expect(await codeOf(withAction(db.register, auditor, { kind: 'import-list', authority: 'x', requestId: uuidv7() }, async () => 1))).toBe('register/not-allowed')
  expect(await codeOf(inScope(db.register, auditor, (tx) => tx.query(`insert into register.action (kind, actor_id, authority, request_id, place) values ('x', $1, 'x', 'x', '211322')`, [auditor.actorId])))).toBe('register/read-only')
})

test('the same request is carried out once, also when sent by twenty at a time', async () => {
  const county = await openSession(db.register, (await actor('county-office')).actorId)
  const requestId = uuidv7()
  const all = await Promise.all(Array.from({ length: 20 }, () => codeOf(withAction(db.register, county, { kind: 'answer', authority: 'x', requestId }, async () => 1))))
  expect(all.filter((c) => c === 'no problem')).toHaveLength(1)
  expect(all.filter((c) => c === 'register/request-repeated')).toHaveLength(19)
})

test('an action whose effects fail leaves no trace', async () => {
  const requestId = uuidv7()
  await codeOf(withAction(db.register, systemSession, { kind: 'answer', authority: 'x', requestId }, async () => { throw new Error('no') }))
  const { rows } = await inScope(db.register, systemSession, (tx) => tx.query('select from register.action where request_id = $1', [requestId]))
  expect(rows).toHaveLength(0)
})

test('seeding again adds nobody', async () => {
  expect(await seedActors(db.register, places)).toBe(0)
  expect((await listActors(db.register)).map((a) => a.role)).toEqual(['county-office', 'township-office', 'township-office', 'village-team', 'department', 'auditor'])
})
