/** Rows of long work: asked for, taken with `for update skip locked`, told of its progress, ended. Does none of the work itself. */
import { problem, type ProblemData } from '@bangfu/kernel'
import type { Register } from '../session/register.ts'
import { inScope, scopedTransaction, systemSession, type Session } from '../session/session.ts'

export type JobKind = 'import' | 'run'

interface Words { readonly zh: string; readonly en: string }

export interface JobRow {
  readonly id: string
  readonly kind: JobKind
  /** What the work is about (an import's id); empty: the kind itself, of which there is one at a time. */
  readonly subject: string
  /** What the worker needs beyond the subject. */
  readonly request: Readonly<Record<string, unknown>>
  readonly place: string
  readonly actorId: string
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  readonly step: Words
  readonly done: number
  readonly total: number | null
  readonly problems: readonly ProblemData[]
  readonly result: string | null
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

const columns = `job_id as id, kind, subject, request, place, actor_id as "actorId", state, step, done, total, problems, result, asked_at as "startedAt", finished_at as "finishedAt"`
const waiting: Words = { zh: '排队等候', en: 'waiting' }
const busyWords = { import: ['入库', 'committing an import'], run: ['核算', 'running'] } as const

/** Asks for work in the session's place; refused while the same is waiting or under way. */
export async function addJob(register: Register, session: Session, job: { readonly kind: JobKind; readonly subject?: string; readonly request?: Readonly<Record<string, unknown>> }): Promise<JobRow> {
  return scopedTransaction(register, session, 'read write', async (tx) => {
    const { rows } = await tx.query<JobRow>(
      `insert into register.job_current (kind, subject, request, place, actor_id, step) values ($1, $2, $3, $4, $5, $6)
       on conflict (kind, subject) where state in ('queued', 'running') do nothing returning ${columns}`,
      [job.kind, job.subject ?? '', JSON.stringify(job.request ?? {}), session.place, session.actorId, JSON.stringify(waiting)])
    if (!rows[0]) throw problem('server/job-running', { zhWhat: busyWords[job.kind][0], enWhat: busyWords[job.kind][1] })
    return rows[0]
  })
}

/** The job, when it lies in the session's place. */
export async function findJob(register: Register, session: Session, id: string): Promise<JobRow | undefined> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return undefined
  return inScope(register, session, async (tx) => (await tx.query<JobRow>(`select ${columns} from register.job_current where job_id = $1`, [id])).rows[0])
}

/** Jobs of the session's place that wait or are under way, oldest first. */
export async function findActiveJobs(register: Register, session: Session): Promise<readonly JobRow[]> {
  return inScope(register, session, async (tx) => (await tx.query<JobRow>(`select ${columns} from register.job_current where state in ('queued', 'running') order by job_id`)).rows)
}

const system = <T>(register: Register, sql: string, values: readonly unknown[]): Promise<readonly T[]> =>
  scopedTransaction(register, systemSession, 'read write', async (tx) => (await tx.query(sql, values)).rows as unknown as readonly T[])

/** The oldest waiting job, now this worker's; others that look at the same moment get the next one, or none. */
export async function takeJob(register: Register, worker: number): Promise<JobRow | undefined> {
  const [row] = await system<JobRow>(register,
    `update register.job_current set state = 'running', worker = $1, step = $2
     where job_id = (select job_id from register.job_current where state = 'queued' order by job_id for update skip locked limit 1) returning ${columns}`,
    [worker, JSON.stringify({ zh: '开始', en: 'started' })])
  return row
}

export async function tellProgress(register: Register, id: string, step: Words, done: number, total: number | undefined): Promise<void> {
  await system(register, `update register.job_current set step = $2, done = $3, total = $4 where job_id = $1 and state = 'running'`, [id, JSON.stringify(step), done, total ?? null])
}

/** Ends a job that was taken: with what came of it, or with problems. */
export async function endJob(register: Register, id: string, end: { readonly result: string } | { readonly problems: readonly ProblemData[] }): Promise<void> {
  const done = 'result' in end
  const step: Words = done ? { zh: '完成', en: 'finished' } : { zh: '未完成', en: 'not finished' }
  await system(register,
    `update register.job_current set state = $2, worker = null, step = $3, problems = $4, result = $5, finished_at = now() where job_id = $1 and state in ('queued', 'running')`,
    [id, done ? 'done' : 'failed', JSON.stringify(step), JSON.stringify(done ? [] : end.problems), done ? end.result : null])
}
