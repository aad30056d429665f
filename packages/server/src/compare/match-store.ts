/** What officers decided about matches of two plans, as rows of the register: the latest of a pair counts. */
import { withAction, type Register, type Session } from '@bangfu/register'
import { instantSql } from '../reading/instant-sql.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

export interface MatchVerdictRow {
  readonly upper: string
  readonly lower: string
  readonly act: 'confirm' | 'part'
  readonly actor: string
  readonly at: string
}

/** Newest first; pairs that were opened again are not among them. */
export async function readMatchVerdicts(query: ScopedQuery, upperKey: string, lowerKey: string): Promise<MatchVerdictRow[]> {
  const rows = await query<{ pair: string; act: 'confirm' | 'part' | 'open'; actor: string; at: string }>(
    `select d.pair, d.act, a.name_zh as actor, ${instantSql('d.at')} as at
     from (select distinct on (pair) * from register.match_decision where upper_key = $1 and lower_key = $2 order by pair, decision_no desc) d join register.actor a using (actor_id)
     where d.act <> 'open' order by d.decision_no desc`, [upperKey, lowerKey])
  return rows.map(({ pair, act, actor, at }) => { const [upper, lower] = pair.split('|') as [string, string]; return { upper, lower, act: act as 'confirm' | 'part', actor, at } })
}

export interface MatchVerdictInput { readonly upper: string; readonly lower: string; readonly act: 'confirm' | 'part' | 'open' }

export function addMatchVerdicts(register: Register, session: Session, request: string, upperKey: string, lowerKey: string, verdicts: readonly MatchVerdictInput[]): Promise<void> {
  return withAction(register, session, { kind: 'review-plan', authority: `comparison ${upperKey.slice(0, 12)} ${lowerKey.slice(0, 12)}`, requestId: `match:${request}`, payload: { decisions: verdicts.length } }, async (tx) => {
    await tx.query(
      `insert into register.match_decision (upper_key, lower_key, pair, act, place, actor_id, action_id)
       select $1, $2, v.upper || '|' || v.lower, v.act, $3, $4, $5 from jsonb_to_recordset($6::jsonb) as v(upper text, lower text, act text)`,
      [upperKey, lowerKey, session.place, session.actorId, tx.actionId, JSON.stringify(verdicts)])
  })
}
