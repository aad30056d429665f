import { problem } from '@bangfu/kernel'
import { findJob, openJobWorker, systemSession, takeJob } from '@bangfu/register'
import { createTestDatabase, type TestDatabase } from '@bangfu/register/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { JobQueue, type JobWork } from './job-queue.ts'

let db: TestDatabase
const open: JobQueue[] = []
const reported: unknown[] = []
beforeAll(async () => { db = await createTestDatabase() })
afterEach(async () => { for (const queue of open.splice(0)) await queue.stop() })
afterAll(() => db.drop())

async function queueWith(work: JobWork, kind: 'import' | 'run' = 'import'): Promise<JobQueue> {
  const queue = new JobQueue(db.register, (error) => reported.push(error))
  queue.serve(kind, work)
  await queue.begin()
  open.push(queue)
  return queue
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'taken', (e: { problems?: { code: string }[] }) => e.problems?.[0]?.code)
const find = async (id: string) => (await findJob(db.register, systemSession, id))!

describe('long work', () => {
  it('refuses a second run while one is under way, and takes one after it', async () => {
    const gate = Promise.withResolvers<string>()
    const queue = await queueWith(() => gate.promise, 'run')
    await queue.start(systemSession, { kind: 'run' })
    expect(await codeOf(queue.start(systemSession, { kind: 'run' }))).toBe('server/job-running')
    gate.resolve('run-1')
    await queue.idle()
    expect((await queue.start(systemSession, { kind: 'run' })).state).toBe('queued')
    await queue.idle()
  })

  it('ends as failed with the problem that was thrown, and our own faults with a reference only', async () => {
    const queue = await queueWith(async (job) => {
      if (job.subject === 'refused') throw problem('server/preview-stale')
      throw new Error('relation "secret" does not exist')
    })
    const refused = await queue.start(systemSession, { kind: 'import', subject: 'refused' })
    const broken = await queue.start(systemSession, { kind: 'import', subject: 'broken' })
    await queue.idle()
    expect((await find(refused.id)).problems[0]?.code).toBe('server/preview-stale')
    expect(JSON.stringify(await find(broken.id))).not.toContain('secret')
    expect((await find(broken.id)).problems[0]?.details['reference']).toBe(broken.id)
    expect(reported).toHaveLength(1)
  })

  it('tells its steps, and what came of it', async () => {
    const queue = await queueWith(async (_job, progress) => { progress({ zh: '一半', en: 'half' }, 1, 2); return 'list-1' })
    const job = await queue.start(systemSession, { kind: 'import', subject: 'a' })
    await queue.idle()
    expect(await find(job.id)).toMatchObject({ state: 'done', done: 1, total: 2, result: 'list-1' })
  })

  it('is done once by two processes that look at the same moment', async () => {
    const seen: string[] = []
    const work: JobWork = async (job) => { seen.push(job.subject); return job.subject }
    const [one, two] = [await queueWith(work), await queueWith(work)]
    const subjects = Array.from({ length: 12 }, (_, i) => `s${i}`)
    await Promise.all(subjects.map((subject, i) => (i % 2 ? one : two).start(systemSession, { kind: 'import', subject })))
    await Promise.all([one.idle(), two.idle()])
    expect(seen.toSorted()).toEqual(subjects.toSorted())
  })

  it('of a process that is gone is interrupted at the next start, that of a living one is left alone', async () => {
    const asked = new JobQueue(db.register, () => undefined)
    const gone = await asked.start(systemSession, { kind: 'import', subject: 'gone' })
    const dead = await openJobWorker(db.register)
    expect((await takeJob(db.register, dead.number))?.id).toBe(gone.id)
    const living = await openJobWorker(db.register)
    const alive = await asked.start(systemSession, { kind: 'import', subject: 'alive' })
    expect((await takeJob(db.register, living.number))?.id).toBe(alive.id)
    dead.close()
    await expect.poll(async () => { await queueWith(async () => 'x'); return (await find(gone.id)).state }).toBe('failed')
    expect((await find(gone.id)).problems[0]?.code).toBe('server/interrupted')
    expect((await find(alive.id)).state).toBe('running')
    living.close()
  })

  it('that only waited when its process ended is taken by the next', async () => {
    const before = new JobQueue(db.register, () => undefined)
    const waiting = await before.start(systemSession, { kind: 'import', subject: 'waited' })
    const queue = await queueWith(async () => 'taken later')
    await queue.idle()
    expect(await find(waiting.id)).toMatchObject({ state: 'done', result: 'taken later' })
  })

  it('is refused once the process is stopping', async () => {
    const queue = await queueWith(async () => 'x')
    await queue.stop()
    expect(await codeOf(queue.start(systemSession, { kind: 'run' }))).toBe('server/stopping')
  })
})
