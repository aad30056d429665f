/** Times every statement of a register's connections, to name the slowest: a magnifying glass, not a measurement. */
import type { Register } from '@bangfu/register'
import type pg from 'pg'

export interface StatementWatch {
  /** Prints the slowest statements since the last report. */
  report(): void
}

export function watchStatements(register: Register): StatementWatch {
  let seen: { readonly text: string; readonly ms: number }[] = []
  const watched = new WeakSet<pg.PoolClient>()
  register.pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const start = performance.now()
      const answer = query(...args)
      const text = typeof args[0] === 'string' ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? 'copy')
      if (answer instanceof Promise) void answer.finally(() => seen.push({ text: text.replace(/\s+/g, ' ').trim(), ms: performance.now() - start })).catch(() => undefined)
      return answer
    }) as typeof client.query
  })
  return {
    report: () => {
      for (const { text, ms } of seen.sort((a, b) => b.ms - a.ms).slice(0, 8)) console.log(`      ${String(Math.round(ms)).padStart(6)} ms ${text.slice(0, 150)}`)
      seen = []
    },
  }
}
