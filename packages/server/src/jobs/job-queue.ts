/** Long work, one piece at a time in this process: asked for in the register, so that it outlives the process. Its results are stored by the rooms. */
import { problem, problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import { addJob, endInterruptedJobs, endJob, openJobWorker, takeJob, tellProgress, type JobKind, type JobRow, type JobWorker, type Register, type Session } from '@bangfu/register'
import type { Bilingual } from '../contract/index.ts'
import { isDatabaseAway } from '../http/problem-reply.ts'

export type Progress = (step: Bilingual, done?: number, total?: number) => void

/** Does the work of a job; returns the id of what came of it. */
export type JobWork = (job: JobRow, progress: Progress) => Promise<string>

export interface JobAsked {
  readonly kind: JobKind
  /** What the work is about (an import's id); the same is never under way twice. */
  readonly subject?: string
  readonly request?: Readonly<Record<string, unknown>>
}

export class JobQueue {
  readonly #register: Register
  readonly #report: (error: unknown, reference: string) => void
  readonly #works = new Map<JobKind, JobWork>()
  readonly #recoveries: (() => Promise<void>)[] = []
  #worker: JobWorker | undefined
  #tail: Promise<void> = Promise.resolve()
  #stopping = false

  /** `report` is told of faults that are our own, for the log. */
  constructor(register: Register, report: (error: unknown, reference: string) => void) {
    this.#register = register
    this.#report = report
  }

  /** A room says how work of its kind is done, and how it comes back to a clear state after a process that was killed. */
  serve(kind: JobKind, work: JobWork, recover?: () => Promise<void>): void {
    this.#works.set(kind, work)
    if (recover) this.#recoveries.push(recover)
  }

  /** Marks what a killed process left as interrupted, lets the rooms recover, and takes what was still waiting. */
  async begin(): Promise<void> {
    this.#worker = await openJobWorker(this.#register)
    await endInterruptedJobs(this.#register)
    for (const recover of this.#recoveries) await recover()
    this.#wake()
  }

  /** Asks for the work; refused while the same is waiting or under way, here or in another process. */
  async start(session: Session, asked: JobAsked): Promise<JobRow> {
    if (this.#stopping) throw problem('server/stopping')
    const job = await addJob(this.#register, session, asked)
    this.#wake()
    return job
  }

  /** Resolves when everything asked for so far has ended. */
  idle(): Promise<void> {
    return this.#tail
  }

  /** Takes no more work and waits for the piece under way; what waits is taken at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#tail
    this.#worker?.close()
    this.#worker = undefined
  }

  #wake(): void {
    this.#tail = this.#tail.then(() => this.#takeAll()).catch((error: unknown) => this.#report(error, 'jobs'))
  }

  async #takeAll(): Promise<void> {
    while (!this.#stopping && this.#worker) {
      await this.#worker.hold()
      const job = await takeJob(this.#register, this.#worker.number)
      if (!job) return
      await this.#perform(job)
    }
  }

  async #perform(job: JobRow): Promise<void> {
    const work = this.#works.get(job.kind)
    // Steps are told in order and never hold the work up; one that is lost is followed by the next.
    let told: Promise<void> = Promise.resolve()
    const progress: Progress = (step, done, total) => { told = told.then(() => tellProgress(this.#register, job.id, step, done ?? 0, total)).catch(() => undefined) }
    let end: { readonly result: string } | { readonly problems: readonly ProblemData[] }
    try {
      if (!work) throw problem('server/stopping')
      end = { result: await work(job, progress) }
    } catch (error) {
      end = { problems: this.#problemsOf(error, job.id) }
    }
    await told
    await endJob(this.#register, job.id, end)
  }

  #problemsOf(error: unknown, reference: string): readonly ProblemData[] {
    if (error instanceof ProblemError) return error.problems
    this.#report(error, reference)
    return [isDatabaseAway(error) ? problemData('server/database-away') : problemData('kernel/internal', { reference })]
  }
}
