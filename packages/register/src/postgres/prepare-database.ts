/** Makes a Bangfu database on a server where we are administrator (the embedded one), up to date and ready for the app role. */
import pg from 'pg'
import { bootstrapRoles, migrate } from '../migrations/migrate.ts'
import { clientConfig, type ConnectionOptions } from '../session/register.ts'

export interface PreparedDatabase {
  /** How the app connects: as `bangfu_app`, which row-level security binds. */
  readonly app: ConnectionOptions
  readonly applied: readonly number[]
}

type Place = { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** Creates the database when missing, makes roles, migrates as the migrator. Safe when several do it at once. */
export async function prepareDatabase(admin: Place, database: string): Promise<PreparedDatabase> {
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} template template0 encoding 'UTF8' locale 'C'`).catch(ignoreExisting)
  })
  await withClient({ ...admin, database }, bootstrapRoles)
  const applied = await withClient({ ...admin, database, user: 'bangfu_migrator' }, migrate)
  return { app: { ...admin, database, user: 'bangfu_app' }, applied }
}

export async function withClient<T>(connection: ConnectionOptions, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function ignoreExisting(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}
