/** The nine ordinary ways in which row-level security leaks, each tried, and a lint of the catalogue that keeps them closed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { mappedTable, nationalRow, syntheticId } from '../../test/synthetic-county.ts'
import { inScope, scopedTransaction, systemSession } from './session.ts'

let db: TestDatabase
const north = { ...systemSession, place: '211322' }
const south = { ...systemSession, place: '211481' }
beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, north, mappedTable([nationalRow(0), nationalRow(1)], { sha256: 'north' }))
  await commitTable(db.register, south, mappedTable([{ ...nationalRow(30), place: '211481100201' }], { sha256: 'south' }))
})
afterAll(() => db.drop())

const lint = `
  select format('%s: row-level security is not forced', c.relname) from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' and not (c.relrowsecurity and c.relforcerowsecurity)
  union all select format('%s: a view that does not run as its caller', c.relname) from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)
  union all select format('%s: a materialized view', c.relname) from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'm'
  union all select format('%s: security definer outside the list, or its search_path is open', p.proname) from pg_proc p where p.pronamespace = 'register'::regnamespace and p.prosecdef and (p.proname not in ('enter_scope', 'refresh_statistics', 'action_effects', 'seal_action') or not coalesce(p.proconfig::text like '%search_path=pg_catalog, pg_temp%', false))
  union all select format('%s: the app may %s', c.relname, x.privilege_type) from pg_class c cross join lateral aclexplode(c.relacl) x where c.relnamespace = 'register'::regnamespace and x.grantee = 'bangfu_app'::regrole and x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
  union all select format('%s: everybody has rights', c.relname) from pg_class c cross join lateral aclexplode(c.relacl) x where c.relnamespace = 'register'::regnamespace and x.grantee = 0
  union all select format('%s: owned by %s', c.relname, pg_get_userbyid(c.relowner)) from pg_class c where c.relnamespace = 'register'::regnamespace and pg_get_userbyid(c.relowner) <> 'bangfu_owner'
  union all select format('%s: a table with place whose policy does not compare it', c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'place'
    where c.relnamespace = 'register'::regnamespace and c.relkind = 'r' and c.relname not in ('place', 'designation', 'series', 'actor', 'actor_scope')
      and not exists (select from pg_policies p where p.tablename = c.relname and p.cmd in ('ALL', 'SELECT') and p.qual like '%place%scope_from%')
  union all select format('%s: a table without place', c.relname) from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'
      and c.relname not in ('migration', 'name', 'name_bigram') and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'place' and a.attnum > 0)
  union all select format('%s: history can be changed (%s)', c.relname, x.privilege_type) from pg_class c cross join lateral aclexplode(c.relacl) x where c.relnamespace = 'register'::regnamespace and x.grantee = 'bangfu_app'::regrole
      and x.privilege_type in ('UPDATE', 'DELETE') and not (c.relname like '%\\_current' or c.relname = 'person_search' or (c.relname = 'place' and x.privilege_type = 'UPDATE') or (c.relname = 'work_item' and x.privilege_type = 'DELETE'))
  union all select format('%s: the role %s', rolname, 'is a superuser, bypasses policies or may make roles') from pg_roles where rolname like 'bangfu\\_%' and rolname <> 'bangfu_superuser' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
  union all select format('%s: no comment', c.relname) from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind in ('r', 'v') and obj_description(c.oid) is null`

test('the catalogue has none of the nine leaks', async () => {
  const { rows } = await withClient(db.admin, (client) => client.query<string[]>({ text: lint, rowMode: 'array' }))
  expect(rows.map((row) => row[0])).toEqual([])
})

test('the lint finds a leak when there is one', async () => {
  const { rows } = await withClient(db.admin, async (client) => {
    await client.query('begin; create view register.leak as select * from register.person; create table register.bare (x text); grant truncate on register.person to bangfu_app')
    const found = await client.query<string[]>({ text: lint, rowMode: 'array' })
    await client.query('rollback')
    return found
  })
  expect(rows.map((row) => row[0]!).sort()).toEqual([
    'bare: a table without place', 'bare: no comment', 'bare: owned by bangfu_superuser', 'bare: row-level security is not forced',
    'leak: a view that does not run as its caller', 'leak: no comment', 'leak: owned by bangfu_superuser', 'person: the app may TRUNCATE',
  ])
})

test('without a scope nothing is visible and nothing can be written', async () => {
  const client = await db.register.pool.connect()
  try {
    for (const table of ['person', 'person_current', 'person_statement', 'list', 'delivery', 'action', 'work_item', 'delivery_in_force', 'unmatched_open']) {
      expect((await client.query(`select from register.${table}`)).rowCount, table).toBe(0)
    }
    await expect(client.query(`insert into register.person values (uuidv7(), '211322100201', uuidv7())`)).rejects.toThrow(/row-level security/)
  } finally {
    client.release()
  }
})

test('a scope ends with its transaction, also on the same connection', async () => {
  await inScope(db.register, north, (tx) => tx.query('select'))
  const { rows } = await db.register.pool.query('select register.scope_from() as scope, (select count(*) from register.person) as n')
  expect(rows[0]).toEqual({ scope: null, n: '0' })
})

test('each scope sees its own rows and nobody else', async () => {
  const count = (session: typeof north) => inScope(db.register, session, async (tx) => Number((await tx.query('select count(*) as n from register.person_current')).rows[0]!['n']))
  expect([await count(north), await count(south), await count(systemSession)]).toEqual([2, 1, 3])
})

test('a row of another scope cannot be written, moved there or taken over', async () => {
  await expect(scopedTransaction(db.register, north, 'read write', (tx) => tx.query(`insert into register.person values (uuidv7(), '211481100201', uuidv7())`))).rejects.toThrow(/row-level security/)
  await expect(scopedTransaction(db.register, north, 'read write', (tx) => tx.query(`update register.person_current set place = '211481100201'`))).rejects.toThrow(/row-level security/)
  const { rowCount } = await scopedTransaction(db.register, north, 'read write', (tx) => tx.query(`update register.person_current set name = name where place >= '2114'`))
  expect(rowCount).toBe(0)
})

test('the app cannot truncate, change history or turn policies off', async () => {
  const attempt = (sql: string) => scopedTransaction(db.register, north, 'read write', (tx) => tx.query(sql))
  for (const sql of ['truncate register.person', 'delete from register.person_statement', 'update register.action set kind = kind', 'update register.list set title = title', 'alter table register.person disable row level security', 'drop table register.person', 'set local role bangfu_owner']) {
    await expect(attempt(sql), sql).rejects.toThrow(/permission denied|must be owner/)
  }
})

test('a number that another scope holds is refused as a row problem, not as a database error that shows it', async () => {
  const outcome = await commitTable(db.register, south, mappedTable([{ ...nationalRow(0), place: '211481100201', personNo: 'P-new', householdNo: 'H-new' }, { ...nationalRow(33), place: '211481100201' }], { sha256: 'elsewhere' }))
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/number-elsewhere'])
  expect(outcome).toMatchObject({ personsNew: 1, taken: 1, rejected: 1 })
  expect(JSON.stringify(outcome)).not.toContain(syntheticId(0))
})
