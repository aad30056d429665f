/** What a superuser alters behind the register's back is found by the audit; what the app role may not write at all is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { mappedTable, nationalRow } from '../../test/synthetic-county.ts'
import { scopedTransaction, systemSession } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'
import { verifyRegister, type AuditFault, type AuditHead } from './verify-register.ts'

let db: TestDatabase
let head: AuditHead
const county = { ...systemSession, place: '211322' }
const answer = (n: number) => withAction(db.register, county, { kind: 'answer', authority: '张某', requestId: `answer ${n}` }, (tx) =>
  tx.query(`insert into register.work_result (item_key, kind, result, closes, note, place, actor_id, action_id) values ($1, 'owed', 'delivered', true, '已发放', '211322100201', $2, $3)`, [`owed:x:${n}`, county.actorId, tx.actionId]))

beforeAll(async () => {
  db = await createTestDatabase()
  for (let i = 0; i < 3; i += 1) await commitTable(db.register, county, mappedTable([nationalRow(2 * i), nationalRow(2 * i + 1)], { sha256: `list ${i}` }))
  await Promise.all([1, 2, 3].map(answer))
  head = (await verifyRegister(db.register)).head!
})
afterAll(() => db.drop())

/** A superuser's statements, each followed by what puts things right again, so that every test finds the register whole. */
async function faultsAfter(alter: string, mend: string): Promise<readonly AuditFault[]> {
  const asSuperuser = (sql: string) => withClient(db.admin, (client) => client.query(sql))
  await asSuperuser(`create table if not exists kept (like register.action_seal); set session_replication_role = replica; ${alter}`)
  try {
    return (await verifyRegister(db.register, head)).faults
  } finally {
    await asSuperuser(`set session_replication_role = replica; ${mend}; drop table if exists kept`)
  }
}
const kindsOf = (faults: readonly AuditFault[]) => faults.map((f) => (f.table === null ? f.kind : `${f.kind} ${f.table}`))

test('a register that nobody touched holds, and its head names every action', async () => {
  expect(await verifyRegister(db.register, head)).toEqual({ actions: 6, head: { position: 6, chain: head.chain }, faults: [] })
  expect((await verifyRegister(db.register, { position: 6, chain: '00' })).faults).toMatchObject([{ kind: 'head', position: 6 }])
})

describe('what is altered afterwards is found', () => {
  const statement = '(select min(statement_no) from register.person_statement)'
  const someAction = `(select action_id from register.action_seal where position = 2)`
  const cases: readonly [string, string, string, readonly string[]][] = [
    ['one sign of a note', `update register.work_result set note = '未发放' where result_no = 1`, `update register.work_result set note = '已发放' where result_no = 1`, ['changed work_result']],
    ['a fact that was stated', `update register.person_statement set labour = labour || '9' where statement_no = ${statement}`, `update register.person_statement set labour = left(labour, 1) where statement_no = ${statement}`, ['changed person_statement']],
    ['when something was done', `update register.action set at = at - interval '1 year' where action_id = ${someAction}`, `update register.action set at = at + interval '1 year' where action_id = ${someAction}`, ['changed action']],
    ['a row that is gone', `create table gone as select * from register.external_number where value = (select min(value) from register.external_number); delete from register.external_number where value in (select value from gone)`, 'insert into register.external_number select * from gone; drop table gone', ['changed external_number']],
    ['a row that was put in', `insert into register.delivery (measure, entity, subject_id, period, list_id, list_row, place, action_id) select 'm', 'person', uuidv7(), '2018', list_id, 1, place, action_id from register.list limit 1`, 'delete from register.delivery', ['changed delivery']],
    ['a row of an action that never was', `insert into register.delivery (measure, entity, subject_id, period, list_id, list_row, place, action_id) values ('m', 'person', uuidv7(), '2018', uuidv7(), 1, '211322', uuidv7())`, 'delete from register.delivery', ['stray delivery']],
    ['an action without a seal', `insert into register.action (kind, actor_id, authority, request_id, place) values ('answer', uuidv7(), 'x', 'x', '211322')`, `delete from register.action where request_id = 'x'`, ['unsealed']],
    ['a seal that is gone', `insert into kept select * from register.action_seal where position = 3; delete from register.action_seal where position = 3`, 'insert into register.action_seal select * from kept', ['gap']],
    ['seals in another order', `update register.action_seal set position = -position where position in (4, 5); update register.action_seal set position = 9 + position where position < 0`, `update register.action_seal set position = -position where position in (4, 5); update register.action_seal set position = 9 + position where position < 0`, ['chain', 'chain', 'chain']],
  ]
  test.each(cases)('%s', async (_, alter, mend, expected) => {
    const faults = await faultsAfter(alter, mend)
    expect(kindsOf(faults).filter((kind) => expected.includes(kind)).length).toBeGreaterThanOrEqual(expected.length)
    expect((await verifyRegister(db.register, head)).faults).toEqual([])
  })

  test('a chain that was sealed anew from the change on does not hold the head that was noted', async () => {
    const reseal = `with recursive sealed as (
        select position, sha256(convert_to(effects, 'UTF8')) as chain from register.action_seal where position = 1
        union all select n.position, sha256(s.chain || convert_to(n.effects, 'UTF8')) from sealed s join register.action_seal n on n.position = s.position + 1)
      update register.action_seal a set chain = sealed.chain from sealed where sealed.position = a.position`
    const authority = (from: string, to: string) => `update register.action set authority = '${to}' where authority = '${from}'; update register.action_seal s set effects = register.action_effects(s.action_id); ${reseal}`
    const scope = `select set_config('register.scope_from', '0', false), set_config('register.scope_to', ':', false);`
    expect(kindsOf(await faultsAfter(`${scope} ${authority('张某', '李某')}`, `${scope} ${authority('李某', '张某')}`))).toEqual(['head'])
  })
})

describe('the app role', () => {
  const attempt = (sql: string, values: readonly unknown[] = []) => scopedTransaction(db.register, county, 'read write', (tx) => tx.query(sql, values))
  test.each([
    `insert into register.action (kind, actor_id, authority, request_id, place, at) values ('answer', uuidv7(), 'x', 'y', '211322', '2018-01-01')`,
    `insert into register.work_result (item_key, kind, result, closes, place, actor_id, action_id, at) values ('x', 'owed', 'delivered', true, '211322', uuidv7(), uuidv7(), '2018-01-01')`,
    `insert into register.action_seal values (7, uuidv7(), '211322', '', '')`, `update register.action_seal set chain = ''`, 'delete from register.action_seal', `select register.action_effects(uuidv7())`,
    `alter table register.action disable trigger sealed`, `set local session_replication_role = replica`,
  ])('may not: %s', async (sql) => {
    await expect(attempt(sql)).rejects.toThrow(/permission denied|must be owner/)
  })

  test('an action that fails leaves no seal, and many at once are sealed one after another', async () => {
    await expect(withAction(db.register, county, { kind: 'answer', authority: 'x', requestId: 'fails' }, async () => { throw new Error('no') })).rejects.toThrow('no')
    await Promise.all(Array.from({ length: 8 }, (_, i) => answer(100 + i)))
    expect(await verifyRegister(db.register, head)).toMatchObject({ actions: 14, head: { position: 14 }, faults: [] })
  })
})
