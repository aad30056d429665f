import { problem } from '@bangfu/kernel'
import { describe, expect, it } from 'vitest'
import { JobQueue } from './job-queue.ts'

describe('long work', () => {
  it('refuses a second run while one is under way', async () => {
    const queue = new JobQueue(() => undefined)
    queue.start({ kind: 'run', work: async () => 'r1' })
    expect(() => queue.start({ kind: 'run', work: async () => 'r2' })).toThrow('server/job-running')
    await queue.idle()
    expect(queue.start({ kind: 'run', work: async () => 'r3' }).state).toBe('queued')
    await queue.idle()
  })

  it('ends as failed with the problem that was thrown, and our own faults with a reference only', async () => {
    const reported: unknown[] = []
    const queue = new JobQueue((error) => reported.push(error))
    const refused = queue.start({ kind: 'import', work: async () => { throw problem('server/preview-stale') } })
    const broken = queue.start({ kind: 'import', work: async () => { throw new Error('relation "secret" does not exist') } })
    await queue.idle()
    expect(queue.find(refused.id)?.problems[0]?.code).toBe('server/preview-stale')
    expect(JSON.stringify(queue.find(broken.id))).not.toContain('secret')
    expect(queue.find(broken.id)?.problems[0]?.details['reference']).toBe(broken.id)
    expect(reported).toHaveLength(1)
  })

  it('does one piece after the other, in order, with progress', async () => {
    const queue = new JobQueue(() => undefined)
    const seen: string[] = []
    const task = (name: string) => async (): Promise<string> => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      seen.push(`${name} ends`)
      return name
    }
    queue.start({ kind: 'import', subject: 'a', work: task('a') })
    queue.start({ kind: 'run', work: task('b') })
    await queue.idle()
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('takes nothing more once it is stopping', async () => {
    const queue = new JobQueue(() => undefined)
    await queue.stop()
    expect(() => queue.start({ kind: 'run', work: async () => 'x' })).toThrow('server/stopping')
  })
})
