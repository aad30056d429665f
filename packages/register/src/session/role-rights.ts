/** Which role may do which kind of action. Reading is governed by the scope alone. */
import { problem } from '@bangfu/kernel'
import type { Role, Session } from './session.ts'

export const actionKinds = ['import-list', 'record-results', 'publish-run', 'load-places', 'load-series', 'seed-actors', 'reveal', 'answer', 'review-plan', 'export-list', 'prune-runs', 'report-obligation'] as const
export type ActionKind = (typeof actionKinds)[number]

const rights: Readonly<Record<Role, readonly ActionKind[]>> = {
  system: actionKinds,
  'county-office': ['import-list', 'record-results', 'publish-run', 'load-places', 'load-series', 'reveal', 'answer', 'review-plan', 'export-list', 'prune-runs', 'report-obligation'],
  'township-office': ['import-list', 'record-results', 'reveal', 'answer', 'export-list', 'report-obligation'],
  'village-team': ['record-results', 'reveal', 'answer', 'export-list', 'report-obligation'],
  department: ['import-list', 'record-results', 'load-series', 'reveal', 'export-list', 'report-obligation'],
  // An auditor sees everything and changes nothing; looking behind a mask or taking a list along is an action, so it is recorded too.
  auditor: ['reveal', 'export-list'],
}

export function mayAct(role: Role, kind: ActionKind): boolean {
  return rights[role].includes(kind)
}

/** Throws `register/not-allowed` when the session's role may not do this. */
export function requireRight(session: Session, kind: ActionKind): void {
  if (!mayAct(session.role, kind)) throw problem('register/not-allowed', { role: session.role, actor: session.nameZh, kind })
}
