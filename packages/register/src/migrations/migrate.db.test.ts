import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, testServer, type TestDatabase } from '../testing.ts'
import { prepareDatabase, withClient } from '../postgres/prepare-database.ts'
import { addedFieldsSql, entityTablesSql } from '../statements/entity-table.ts'
import { bootstrapRoles, migrate, readMigrations } from './migrate.ts'
import { dumpSchema } from './schema-dump.ts'

let db: TestDatabase
beforeEach(async () => { db = await createTestDatabase() })
afterEach(() => db.drop())

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no problem', (e: { problems?: { code: string }[]; message: string }) => e.problems?.[0]?.code ?? e.message)

test('a database that is ahead of the program is refused', async () => {
  const result = await withClient(db.admin, async (client) => {
    await client.query(`insert into register.migration (number, name, hash) values (9999, 'later', 'x')`)
    return codeOf(migrate(client))
  })
  expect(result).toBe('register/database-ahead')
})

test('a migration that reads differently from what was applied is refused', async () => {
  const result = await withClient(db.admin, async (client) => {
    await client.query(`update register.migration set hash = 'other' where number = 1`)
    return codeOf(migrate(client))
  })
  expect(result).toBe('register/migration-changed')
})

test('migrating twice applies nothing the second time', async () => {
  expect(await withClient(db.admin, migrate)).toEqual([])
})

test('twenty that migrate one empty database at once apply each migration once', async () => {
  const server = await testServer()
  const name = `${db.name}_raced`
  const all = await Promise.all(Array.from({ length: 20 }, () => prepareDatabase(server, name)))
  try {
    const applied = all.flatMap((one) => one.applied)
    expect(applied.toSorted((a, b) => a - b)).toEqual((await readMigrations()).map((m) => m.number))
  } finally {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
  }
})

test('giving roles their rights again changes nothing', async () => {
  const before = await withClient(db.admin, dumpSchema)
  await withClient(db.admin, bootstrapRoles)
  expect(await withClient(db.admin, dumpSchema)).toBe(before)
})

test('the generated tables are those of the vocabulary: run migrations/generate.ts', async () => {
  expect(await readFile(join(import.meta.dirname, '0005-statements.sql'), 'utf8')).toBe(entityTablesSql())
  expect(await readFile(join(import.meta.dirname, '0012-facts-of-help.sql'), 'utf8')).toBe(addedFieldsSql(12))
})

test('the committed schema is what the migrations make: run migrations/generate.ts', async () => {
  expect(await withClient(db.admin, dumpSchema)).toBe(await readFile(join(import.meta.dirname, 'schema.sql'), 'utf8'))
})
