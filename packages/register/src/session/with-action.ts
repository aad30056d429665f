/** The only way to write: one action row (who, when, on what authority, by which request) and its effects, in one transaction. */
import { problem } from '@bangfu/kernel'
import type { Register } from './register.ts'
import { requireRight, type ActionKind } from './role-rights.ts'
import { scopedTransaction, type ScopedClient, type Session } from './session.ts'

export interface ActionRequest {
  readonly kind: ActionKind
  /** On whose or what authority, in words: a document number, an office, `household's own statement`. */
  readonly authority: string
  /** Made by the caller once per intention; the same request is never carried out twice. */
  readonly requestId: string
  /** Ids and counts only; never a name or number of a citizen. */
  readonly payload?: Readonly<Record<string, unknown>>
}

export interface ActionClient extends ScopedClient {
  readonly actionId: string
}

/** Runs `work` as one action. Refuses a role without the right, and a request id that was already carried out. */
export async function withAction<T>(register: Register, session: Session, request: ActionRequest, work: (tx: ActionClient) => Promise<T>): Promise<T> {
  requireRight(session, request.kind)
  return scopedTransaction(register, session, 'read write', async (tx) => work({ ...tx, actionId: await recordAction(tx, session, request) }))
}

/** Writes the action row in a transaction that has already entered the session's scope; returns its id. */
export async function recordAction(tx: ScopedClient, session: Session, request: ActionRequest): Promise<string> {
  requireRight(session, request.kind)
  const { rows } = await tx.query<{ action_id: string }>(
    `insert into register.action (kind, actor_id, authority, request_id, place, payload) values ($1, $2, $3, $4, $5, $6)
     on conflict (request_id) do nothing returning action_id`,
    [request.kind, session.actorId, request.authority, request.requestId, session.place, JSON.stringify(request.payload ?? {})])
  if (!rows[0]) throw problem('register/request-repeated', { request: request.requestId })
  return rows[0].action_id
}
