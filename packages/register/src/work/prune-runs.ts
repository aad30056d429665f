/**
 * Which published runs still matter, and taking away the lists of those that do not. The run's own row stays for good, and with it every
 * figure that was published; only its items go, and only when no file of them left the house and no result was given to them.
 */
import type { Register } from '../session/register.ts'
import type { ScopedClient, Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'

/** Why the lists of a run stay; `pruned`: they were taken away before. */
export type RunKept = 'newest' | 'export' | 'answer' | 'pruned'

export interface RunLists {
  readonly runId: string
  readonly recordedAt: Date
  readonly items: number
  readonly manifest: Readonly<Record<string, unknown>>
  /** Null: nothing refers to the lists, they may go. */
  readonly keptFor: RunKept | null
}

/** A result belongs to the run that was the newest of its place when it was given. */
const listsSql = `with ranked as (
  select r.*, row_number() over (partition by place order by recorded_at desc, run_id desc) as nth, lag(recorded_at) over (partition by place order by recorded_at desc, run_id desc) as next_at
  from register.run r where place >= (select register.scope_from()) and place < (select register.scope_to())
)
select r.run_id as "runId", r.recorded_at as "recordedAt", r.manifest, coalesce(p.items, (select count(*)::integer from register.work_item w where w.run_id = r.run_id)) as items,
  case when p.run_id is not null then 'pruned' when r.nth <= $1 then 'newest'
    when exists (select from register.work_export e where e.run_id = r.run_id) then 'export'
    when exists (select from register.work_result x join register.work_item w on w.run_id = r.run_id and w.item_key = x.item_key where x.at >= r.recorded_at and (r.next_at is null or x.at < r.next_at)) then 'answer'
  end as "keptFor"
from ranked r left join register.run_pruned p on p.run_id = r.run_id order by r.recorded_at desc, r.run_id desc`

/** Runs of the session's own area, newest first; the `keep` newest always stay, at least one. */
export async function findRunLists(tx: ScopedClient, keep: number): Promise<readonly RunLists[]> {
  return (await tx.query<RunLists>(listsSql, [Math.max(1, keep)])).rows
}

/** Takes the lists away that nothing refers to, as one action; returns the runs they were of. */
export function pruneRuns(register: Register, session: Session, keep: number, request: { readonly authority: string; readonly requestId: string }): Promise<readonly RunLists[]> {
  return withAction(register, session, { kind: 'prune-runs', ...request, payload: { keep } }, async (tx) => {
    const gone = (await findRunLists(tx, keep)).filter((run) => run.keptFor === null)
    const ids = gone.map((run) => run.runId)
    await tx.query('insert into register.run_pruned (run_id, place, items, action_id) select r.run_id, r.place, x.items, $3 from unnest($1::uuid[], $2::integer[]) x (run_id, items) join register.run r using (run_id)', [ids, gone.map((run) => run.items), tx.actionId])
    await tx.query('delete from register.work_item where run_id = any($1)', [ids])
    return gone
  })
}

export interface ExportedList {
  readonly runId: string
  readonly format: 'xlsx' | 'csv'
  /** The place the file was narrowed to, for the record. */
  readonly place?: string
}

/** Writes down that a list left as a file. */
export async function recordExport(register: Register, session: Session, list: ExportedList, request: { readonly authority: string; readonly requestId: string }): Promise<void> {
  await withAction(register, session, { kind: 'export-list', ...request, payload: { run: list.runId, format: list.format, place: list.place ?? session.place } }, (tx) =>
    tx.query('insert into register.work_export (run_id, place, format, actor_id, action_id) values ($1, $2, $3, $4, $5)', [list.runId, session.place, list.format, session.actorId, tx.actionId]))
}
