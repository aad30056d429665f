/** Who is working and where: an actor with one scope at a time. Every read and write of the register names a session. */
import type pg from 'pg'
import { problem } from '@bangfu/kernel'
import type { Register } from './register.ts'
import { translateDatabaseError } from './database-error.ts'

export type Role = 'system' | 'county-office' | 'township-office' | 'village-team' | 'department' | 'auditor'

export interface Session {
  readonly actorId: string
  readonly role: Role
  readonly nameZh: string
  readonly nameEn: string
  /** Division code the session is limited to; `0` is everything. */
  readonly place: string
}

/** An actor that may be picked, with the places it may work in. */
export interface Actor {
  readonly actorId: string
  readonly role: Role
  readonly nameZh: string
  readonly nameEn: string
  readonly places: readonly string[]
}

/** The register's own actor: migrations of data, snapshots, runs. */
export const systemSession: Session = { actorId: '00000000-0000-7000-8000-000000000001', role: 'system', nameZh: '系统', nameEn: 'system', place: '0' }

/** Connection of a transaction that has entered its scope. */
export interface ScopedClient {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>
  /** The bare connection, for COPY. */
  readonly connection: pg.PoolClient
}

/** Actors that can be picked (the system's own is not among them), by role and name. */
export async function listActors(register: Register): Promise<readonly Actor[]> {
  const { rows } = await register.pool.query<Actor>(`
    select a.actor_id as "actorId", a.role, a.name_zh as "nameZh", a.name_en as "nameEn", array_agg(s.place order by s.place) as places
    from register.actor a join register.actor_scope s using (actor_id)
    where a.closed_at is null and a.role <> 'system' group by a.actor_id
    order by array_position(array['county-office','township-office','village-team','department','auditor'], a.role), a.name_zh`)
  return rows
}

/** The session of an actor in one of its places (the only one, or the first, when none is named); refuses any other place. */
export async function openSession(register: Register, actorId: string, place?: string): Promise<Session> {
  const actor = (await listActors(register)).find((a) => a.actorId === actorId)
  if (!actor) throw problem('register/no-such-actor', { actor: actorId })
  const wanted = place ?? actor.places[0]!
  const session = { actorId, role: actor.role, nameZh: actor.nameZh, nameEn: actor.nameEn, place: wanted }
  await inScope(register, session, async () => undefined)
  return session
}

/** Runs `work` in a read-only transaction of the session: rows outside its place do not exist. */
export function inScope<T>(register: Register, session: Session, work: (tx: ScopedClient) => Promise<T>): Promise<T> {
  return scopedTransaction(register, session, 'read only', work)
}

/** One transaction with the scope entered; rolled back when `work` throws. For writes use `withAction`. */
export async function scopedTransaction<T>(register: Register, session: Session, mode: 'read only' | 'read write' | 'isolation level repeatable read, read only', work: (tx: ScopedClient) => Promise<T>): Promise<T> {
  const connection = await register.pool.connect().catch((cause: unknown) => { throw translateDatabaseError(cause) })
  const ended = { broken: false }
  // The server may end the connection between two queries; the next query reports it.
  const onError = (): void => { ended.broken = true }
  connection.on('error', onError)
  try {
    await connection.query(`begin ${mode}`)
    await enterScope(connection, session)
    const result = await work({ query: (sql, values) => connection.query(sql, values as unknown[]), connection })
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch(onError)
    throw translateDatabaseError(error)
  } finally {
    connection.off('error', onError)
    connection.release(ended.broken)
  }
}

async function enterScope(connection: pg.PoolClient, session: Session): Promise<void> {
  const { rows } = await connection.query<{ role: string | null }>('select register.enter_scope($1, $2) as role', [session.actorId, session.place])
  if (rows[0]?.role !== session.role) throw problem('register/outside-scope', { actor: session.nameZh, place: session.place })
}
