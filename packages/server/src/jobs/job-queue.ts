/** Long work in our own process, one piece at a time, with progress to poll. Its results are stored by the rooms, not here. */
import { randomUUID } from 'node:crypto'
import { problem, problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import type { Bilingual, Job } from '../contract/index.ts'

export type Progress = (step: Bilingual, done?: number, total?: number) => void

export interface JobTask {
  readonly kind: Job['kind']
  /** What the work is about (an import's id); the same is never queued twice. */
  readonly subject?: string
  /** Does the work; returns the id of what came of it. */
  readonly work: (progress: Progress) => Promise<string>
}

export interface JobRecord extends Job {
  readonly subject: string | null
}

const waiting: Bilingual = { zh: '排队等候', en: 'waiting' }
const working: Bilingual = { zh: '开始', en: 'started' }
const busyWords = { import: ['入库', 'committing an import'], run: ['核算', 'running'] } as const

/** Jobs kept for polling after they ended. */
const keptJobs = 200

export class JobQueue {
  private readonly jobs = new Map<string, JobRecord>()
  private tail: Promise<void> = Promise.resolve()
  private readonly report: (error: unknown, reference: string) => void
  private stopping = false

  /** `report` is told of faults that are our own, for the log. */
  constructor(report: (error: unknown, reference: string) => void) {
    this.report = report
  }

  find(id: string): JobRecord | undefined {
    return this.jobs.get(id)
  }

  findBySubject(subject: string): JobRecord | undefined {
    return [...this.jobs.values()].findLast((job) => job.subject === subject)
  }

  /** The job of that kind that waits or runs. */
  findActive(kind: Job['kind']): JobRecord | undefined {
    return [...this.jobs.values()].find((job) => job.kind === kind && (job.state === 'queued' || job.state === 'running'))
  }

  /** Queues the task; refuses a second run, and a second commit of the same import, while one is under way. */
  start(task: JobTask): JobRecord {
    if (this.stopping) throw problem('server/stopping')
    const active = task.kind === 'run' ? this.findActive('run') : task.subject === undefined ? undefined : this.findBySubject(task.subject)
    if (active && (active.state === 'queued' || active.state === 'running')) throw problem('server/job-running', { zhWhat: busyWords[task.kind][0], enWhat: busyWords[task.kind][1] })
    const id = randomUUID()
    this.put({ id, kind: task.kind, subject: task.subject ?? null, state: 'queued', step: waiting, done: 0, total: null, problems: [], result: null, startedAt: new Date().toISOString(), finishedAt: null })
    this.tail = this.tail.then(() => this.perform(id, task))
    return this.jobs.get(id)!
  }

  /** Resolves when everything queued so far has ended. */
  idle(): Promise<void> {
    return this.tail
  }

  /** Takes no more work and waits for the piece under way. */
  async stop(): Promise<void> {
    this.stopping = true
    await this.tail
  }

  private put(job: JobRecord): void {
    this.jobs.set(job.id, job)
    for (const [id, old] of this.jobs) {
      if (this.jobs.size <= keptJobs) break
      if (old.finishedAt !== null) this.jobs.delete(id)
    }
  }

  private change(id: string, change: Partial<JobRecord>): void {
    this.jobs.set(id, { ...this.jobs.get(id)!, ...change })
  }

  private async perform(id: string, task: JobTask): Promise<void> {
    if (this.stopping) return this.change(id, { state: 'failed', problems: [{ ...problemData('server/stopping') }], finishedAt: new Date().toISOString() })
    this.change(id, { state: 'running', step: working })
    try {
      const result = await task.work((step, done, total) => this.change(id, { step, done: done ?? 0, total: total ?? null }))
      this.change(id, { state: 'done', step: { zh: '完成', en: 'finished' }, result })
    } catch (error) {
      this.change(id, { state: 'failed', step: { zh: '未完成', en: 'not finished' }, problems: [...this.problemsOf(error, id)] })
    }
    this.change(id, { finishedAt: new Date().toISOString() })
  }

  private problemsOf(error: unknown, reference: string): readonly ProblemData[] {
    if (error instanceof ProblemError) return error.problems
    this.report(error, reference)
    return [problemData('kernel/internal', { reference })]
  }
}
