/** Brings a database to the program's schema: numbered files, forward only, one transaction, safe when many start at once. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { problem, sha256Hex } from '@bangfu/kernel'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The migrations that this program carries, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(import.meta.dirname)).filter((file) => /^\d{4}-.*\.sql$/.test(file)).sort()
  return Promise.all(files.map(async (file) => {
    const sql = await readFile(join(import.meta.dirname, file), 'utf8')
    return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, hash: sha256Hex(sql) }
  }))
}

/** Makes the roles of the cluster and gives them their rights on this database; needs an administrator. Idempotent. */
export async function bootstrapRoles(admin: pg.ClientBase): Promise<void> {
  await admin.query(await readFile(join(import.meta.dirname, 'bootstrap.sql'), 'utf8'))
}

/**
 * Applies what is missing as `bangfu_owner` (the connection must be able to become it) and returns the numbers applied.
 * Refuses a database that is ahead of the program, or whose applied migrations read differently.
 */
export async function migrate(client: pg.ClientBase): Promise<readonly number[]> {
  const migrations = await readMigrations()
  await client.query('begin')
  try {
    // The others wait here and then find nothing left to do.
    await client.query(`select pg_advisory_xact_lock(hashtext('bangfu migrate'))`)
    await client.query('set local role bangfu_owner')
    await client.query('create schema if not exists register')
    await client.query('create table if not exists register.migration (number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())')
    await client.query(`comment on table register.migration is 'Migrations applied, with the hash of their text.'`)
    const { rows: applied } = await client.query<{ number: number; name: string; hash: string }>('select number, name, hash from register.migration order by number')
    refuseForeignHistory(applied, migrations)
    const missing = migrations.slice(applied.length)
    for (const migration of missing) {
      await client.query(migration.sql)
      await client.query('insert into register.migration (number, name, hash) values ($1, $2, $3)', [migration.number, migration.name, migration.hash])
    }
    await client.query('grant select on register.migration to bangfu_app')
    await client.query('commit')
    return missing.map((migration) => migration.number)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function refuseForeignHistory(applied: readonly { number: number; name: string; hash: string }[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) throw problem('register/database-ahead', { database: applied.length, program: migrations.length })
  for (const [i, row] of applied.entries()) {
    if (row.hash !== migrations[i]!.hash) throw problem('register/migration-changed', { number: row.number, name: row.name })
  }
}
