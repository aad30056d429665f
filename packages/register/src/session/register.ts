/** An open register: one pool of connections as the app role, checked before anything is served. */
import pg from 'pg'
import { problem } from '@bangfu/kernel'

export interface Register {
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Where the database is: a URL, or host (socket folder), port, user and database. */
export type ConnectionOptions = { readonly url: string } | { readonly host: string; readonly port: number; readonly user: string; readonly database: string; readonly password?: string }

/** First minor versions with the fix of CVE-2025-8713 (statistics read through row-level security): 18.0 has it. */
const oldestServer = 180000

export function clientConfig(connection: ConnectionOptions): pg.ClientConfig {
  return 'url' in connection ? { connectionString: connection.url } : { ...connection }
}

// Dates stay plain text; bigint and numeric stay exact text. A JavaScript Date would move a birthday by the zone.
const textTypes = new pg.TypeOverrides()
textTypes.setTypeParser(pg.types.builtins.DATE, (value: string) => value)

/** Imports work in temporary tables; the room for them must be asked for before a connection has its first one. It is taken only when used. */
const temporarySpace = '-c temp_buffers=192MB'

/** Opens the register and refuses a role that row-level security does not bind, an old server, or a foreign schema. */
export async function openRegister(connection: ConnectionOptions, options: { readonly poolSize?: number } = {}): Promise<Register> {
  const pool = new pg.Pool({ ...clientConfig(connection), max: options.poolSize ?? 12, types: textTypes, application_name: 'bangfu', options: temporarySpace })
  // An idle connection that breaks (server restart) is replaced at next use; unhandled, the event would end the process.
  pool.on('error', () => undefined)
  const register: Register = { pool, close: () => pool.end() }
  try {
    await checkConnection(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return register
}

async function checkConnection(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ user: string; version: number; unbound: boolean; owns: boolean; migrated: string | null }>(`
    select current_user as user, current_setting('server_version_num')::int as version,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound,
      exists (select from pg_class c where c.relnamespace = to_regnamespace('register') and pg_has_role(c.relowner, 'usage')) as owns,
      to_regclass('register.migration')::text as migrated`).catch((cause: unknown) => {
    throw problem('register/database-away', { why: cause instanceof Error ? cause.message : String(cause) }, { cause })
  })
  const found = rows[0]!
  if (found.version < oldestServer) throw problem('register/server-too-old', { found: found.version })
  if (found.unbound || found.owns) throw problem('register/role-not-bound', { role: found.user })
  if (found.migrated === null) throw problem('register/not-migrated', {})
}
