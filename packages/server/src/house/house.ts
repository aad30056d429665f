/** The house: every room opened once and handed to the handlers. Holds no state of its own beyond what the rooms keep. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScope, openSession, type Register, type ScopedClient, type Session } from '@bangfu/register'
import type { Pack } from '@bangfu/plan'
import type { Actor } from '../contract/index.ts'
import type { Environment } from '../environment/environment.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { PlanDocument } from './plan-document.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

export interface House {
  readonly environment: Environment
  readonly register: Register
  readonly embedded: boolean
  readonly pack: Pack
  readonly document: PlanDocument
  readonly jobs: JobQueue
  readonly version: string
}

export function readVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

export function sessionOf(house: House, actor: Actor): Promise<Session> {
  return openSession(house.register, actor.id, actor.place.code)
}

/** Reads inside the actor's scope, in one read-only transaction. */
export async function readInScope<T>(house: House, actor: Actor, read: (query: ScopedQuery, tx: ScopedClient) => Promise<T>): Promise<T> {
  const session = await sessionOf(house, actor)
  return inScope(house.register, session, (tx) => read(queryOf(tx), tx))
}

export function queryOf(tx: ScopedClient): ScopedQuery {
  return async <Row extends object>(sql: string, values?: readonly unknown[]) => (await tx.query(sql, values)).rows as unknown as Row[]
}
