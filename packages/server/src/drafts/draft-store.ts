/** Drafts and decisions as rows of the register. Every write is one action; reads lie inside the actor's scope. Knows no rule of reviewing. */
import { problem, type ProblemData } from '@bangfu/kernel'
import type { DraftDecision, DraftProposal, DraftVerdict, Reread } from '@bangfu/plan'
import { withAction, type Register, type ScopedClient, type Session } from '@bangfu/register'
import { queryOf } from '../house/house.ts'
import { instantSql } from '../reading/instant-sql.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

export interface DraftRecord {
  readonly id: string
  readonly fileName: string
  readonly title: string
  readonly sha256: string
  readonly text: string
  readonly proposal: DraftProposal
  readonly problems: readonly ProblemData[]
  readonly previous: string | null
  readonly next: string | null
  readonly changes: Reread | null
  readonly place: string
  readonly actor: string
  readonly at: string
}

/** A decision row, undone ones and undoing ones included. */
export interface DraftDecisionRow extends Omit<DraftDecision, 'act'> {
  readonly act: DraftVerdict['act'] | 'undo'
  readonly undoes: string | null
  readonly actorId: string
  readonly actorEn: string
}

const draftColumns = `d.draft_id::text as id, d.file_name as "fileName", d.title, d.sha256, d.document as text, d.proposal, d.problems, d.previous_id::text as previous, d.changes, d.place, a.name_zh as actor,
  ${instantSql('d.recorded_at')} as at, (select n.draft_id::text from register.plan_draft n where n.previous_id = d.draft_id order by n.recorded_at desc limit 1) as next`

export async function readDraft(query: ScopedQuery, id: string): Promise<DraftRecord> {
  const rows = /^[0-9a-f-]{36}$/.test(id) ? await query<DraftRecord>(`select ${draftColumns} from register.plan_draft d join register.actor a using (actor_id) where d.draft_id = $1`, [id]) : []
  if (!rows[0]) throw problem('server/not-found', { zhWhat: '草稿', enWhat: 'draft' })
  return rows[0]
}

/** Newest first. */
export async function readDraftPage(query: ScopedQuery, page: number, size: number): Promise<{ total: number; drafts: DraftRecord[] }> {
  const [count] = await query<{ total: number }>('select count(*)::int as total from register.plan_draft')
  return { total: count?.total ?? 0, drafts: await query<DraftRecord>(`select ${draftColumns} from register.plan_draft d join register.actor a using (actor_id) order by d.recorded_at desc, d.draft_id limit $1 offset $2`, [size, (page - 1) * size]) }
}

/** In the order in which they were made. */
export async function readDecisions(query: ScopedQuery, draft: string): Promise<DraftDecisionRow[]> {
  return query<DraftDecisionRow>(
    `select d.decision_no::int as no, d.batch::text as batch, d.act, d.item_id as item, d.fields, d.added, d.undoes::text as undoes, d.kept, a.name_zh as actor, a.actor_id::text as "actorId", a.name_en as "actorEn",
       ${instantSql('d.at')} as at
     from register.draft_decision d join register.actor a using (actor_id) where d.draft_id = $1 order by d.decision_no`, [draft])
}

export interface NewDraft extends Pick<DraftRecord, 'fileName' | 'title' | 'sha256' | 'text' | 'proposal' | 'problems' | 'previous' | 'changes'> {
  /** Decisions taken over from the version before: item of the new draft, row of the old decision, span where it moved. */
  readonly kept: readonly { readonly no: number; readonly item: string; readonly fields: unknown; readonly added: unknown }[]
}

/** Stores a draft, and the decisions that hold for it too, each with its own first actor and time. */
export function addDraft(register: Register, session: Session, draft: NewDraft, requestId: string): Promise<string> {
  const request = { kind: 'review-plan', authority: `plan document ${draft.sha256.slice(0, 12)}`, requestId, payload: { sha256: draft.sha256, items: draft.proposal.items.length, kept: draft.kept.length } } as const
  return withAction(register, session, request, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into register.plan_draft (file_name, title, sha256, document, proposal, problems, previous_id, changes, place, actor_id, action_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning draft_id::text as id`,
      [draft.fileName, draft.title, draft.sha256, draft.text, JSON.stringify(draft.proposal), JSON.stringify(draft.problems), draft.previous, draft.changes && JSON.stringify(draft.changes), session.place, session.actorId, tx.actionId])
    const id = rows[0]!.id
    await tx.query(
      `insert into register.draft_decision (draft_id, batch, act, item_id, fields, added, kept, place, actor_id, at, action_id)
       select $1, o.batch, o.act, k.item, k.fields, k.added, true, $2, o.actor_id, o.at, $3
       from jsonb_to_recordset($4::jsonb) as k(no bigint, item text, fields jsonb, added jsonb) join register.draft_decision o on o.decision_no = k.no order by o.decision_no`,
      [id, session.place, tx.actionId, JSON.stringify(draft.kept)])
    return id
  })
}

/** Decisions of one draft come one after the other, so that an undo finds everything that was decided before it. */
async function oneAtATime(tx: ScopedClient, draft: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`bangfu draft ${draft}`])
}

/** `request` names the act: the decisions of one act are undone together. */
export function addDecisions(register: Register, session: Session, draft: string, request: string, verdicts: readonly DraftVerdict[]): Promise<void> {
  return withAction(register, session, { kind: 'review-plan', authority: `draft ${draft}`, requestId: `review:${request}`, payload: { draft, decisions: verdicts.length } }, async (tx) => {
    await oneAtATime(tx, draft)
    await tx.query(
      `insert into register.draft_decision (draft_id, batch, act, item_id, fields, added, place, actor_id, action_id)
       select $1, $2, v.act, v.item, v.fields, v.added, $3, $4, $5
       from rows from (jsonb_to_recordset($6::jsonb) as (act text, item text, fields jsonb, added jsonb)) with ordinality as v(act, item, fields, added, n) order by v.n`,
      [draft, request, session.place, session.actorId, tx.actionId, JSON.stringify(verdicts)])
  })
}

/** `choose` names the act to take back out of the decisions as they stand while nobody else can decide in this draft. */
export function addUndo(register: Register, session: Session, draft: string, request: string, choose: (rows: readonly DraftDecisionRow[]) => string): Promise<void> {
  return withAction(register, session, { kind: 'review-plan', authority: `draft ${draft}`, requestId: `review:${request}`, payload: { draft } }, async (tx) => {
    await oneAtATime(tx, draft)
    const undoes = choose(await readDecisions(queryOf(tx), draft))
    await tx.query('insert into register.draft_decision (draft_id, batch, act, undoes, place, actor_id, action_id) values ($1, $2, \'undo\', $3, $4, $5, $6)', [draft, request, undoes, session.place, session.actorId, tx.actionId])
  })
}
