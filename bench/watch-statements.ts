/** Times every statement of a register's connections, to name the slowest: a magnifying glass, not a measurement. */
import type { Register } from '@bangfu/register'
import type pg from 'pg'
import { backendSeconds } from './processor-time.ts'

export interface StatementWatch {
  /** Prints the slowest statements since the last report. */
  report(): void
}

export function watchStatements(register: Register): StatementWatch {
  let seen: { readonly text: string; readonly ms: number; readonly cpu: number }[] = []
  const watched = new WeakSet<pg.PoolClient>()
  register.pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [start, used] = [performance.now(), backendSeconds(client)]
      const answer = query(...args)
      const text = typeof args[0] === 'string' ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? 'copy')
      if (answer instanceof Promise) void answer.finally(() => seen.push({ text: text.replace(/\s+/g, ' ').trim(), ms: performance.now() - start, cpu: (backendSeconds(client) - used) * 1000 })).catch(() => undefined)
      return answer
    }) as typeof client.query
  })
  return {
    report: () => {
      for (const { text, ms, cpu } of seen.sort((a, b) => b.cpu - a.cpu).slice(0, Number(process.env['STEPS'] ?? 8))) console.log(`      ${String(Math.round(cpu)).padStart(6)} ms of the server's processor time, ${String(Math.round(ms)).padStart(6)} ms by the clock: ${text.slice(0, 130)}`)
      seen = []
    },
  }
}
