/** Reports on obligations as rows of the register. Every write is one action; reads lie inside the actor's scope. Knows no rule of who may report what. */
import { problem } from '@bangfu/kernel'
import { withAction, type Register, type Session } from '@bangfu/register'
import type { Bilingual, ReportState } from '../contract/index.ts'
import { queryOf } from '../house/house.ts'
import { instantSql } from '../reading/instant-sql.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

export interface ReportRow {
  readonly no: number
  readonly obligation: string
  readonly body: string
  readonly state: ReportState
  readonly value: string | null
  readonly unit: string | null
  /** ISO day that the report speaks of. */
  readonly on: string
  readonly evidence: string | null
  readonly reporter: string
  readonly authority: string
  readonly place: string
  readonly actor: Bilingual
  readonly at: string
  readonly undone: { readonly actor: Bilingual; readonly at: string; readonly authority: string } | null
}

/** Newest first, undone ones included; of one obligation when it is named. */
export async function readReports(query: ScopedQuery, packId: string, obligation?: string): Promise<ReportRow[]> {
  return query<ReportRow>(
    `select r.report_no::int as no, r.obligation_id as obligation, r.body_id as body, r.state, trim_scale(r.value)::text as value, r.unit, r.on_date::text as "on", r.evidence, r.reporter, r.authority, r.place,
       jsonb_build_object('zh', a.name_zh, 'en', a.name_en) as actor, ${instantSql('r.at')} as at,
       case when u.report_no is null then null else jsonb_build_object('actor', jsonb_build_object('zh', b.name_zh, 'en', b.name_en), 'at', ${instantSql('u.at')}, 'authority', u.authority) end as undone
     from register.obligation_report r join register.actor a on a.actor_id = r.actor_id
     left join register.obligation_report u on u.undoes = r.report_no left join register.actor b on b.actor_id = u.actor_id
     where r.pack_id = $1 and r.undoes is null and ($2::text is null or r.obligation_id = $2) order by r.report_no desc`, [packId, obligation ?? null])
}

export interface NewReport extends Pick<ReportRow, 'obligation' | 'body' | 'state' | 'value' | 'unit' | 'on' | 'evidence' | 'reporter' | 'authority' | 'place'> {
  readonly packId: string
}

export function addReport(register: Register, session: Session, report: NewReport, request: string): Promise<void> {
  const { packId, obligation, body, state, value, unit, on, evidence, reporter, authority, place } = report
  return withAction(register, session, { kind: 'report-obligation', authority, requestId: `report:${request}`, payload: { pack: packId, obligation, body, state, place } }, async (tx) => {
    await tx.query(
      `insert into register.obligation_report (pack_id, obligation_id, body_id, state, value, unit, on_date, evidence, reporter, authority, place, actor_id, action_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [packId, obligation, body, state, value, value === null ? null : unit, on, evidence, reporter, authority, place, session.actorId, tx.actionId])
  })
}

/** Takes a report back by a further row. `check` sees the report as it stands and refuses by throwing. */
export function addReportUndo(register: Register, session: Session, packId: string, no: number, authority: string, request: string, check: (row: ReportRow) => void): Promise<string> {
  return withAction(register, session, { kind: 'report-obligation', authority, requestId: `report:${request}`, payload: { pack: packId, undoes: no } }, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`bangfu report ${no}`])
    const row = (await readReports(queryOf(tx), packId)).find((r) => r.no === no)
    if (!row) throw problem('server/not-found', { zhWhat: '报送', enWhat: 'report' })
    check(row)
    await tx.query(
      `insert into register.obligation_report (pack_id, obligation_id, body_id, undoes, authority, place, actor_id, action_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [packId, row.obligation, row.body, no, authority, row.place, session.actorId, tx.actionId])
    return row.obligation
  })
}
