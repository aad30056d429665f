/** Turns what PostgreSQL or the connection reports into problems. Row values that PostgreSQL puts into `detail` never leave. */
import { problem, ProblemError } from '@bangfu/kernel'

const away = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '53300'])

/** Problems pass through; a lost or full server becomes `register/database-away`; the rest keeps only its code and message. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  if ((code && away.has(code)) || /Connection terminated|connection error|not queryable/i.test(message ?? '')) {
    return problem('register/database-away', { why: code ?? 'connection lost' }, { cause: message })
  }
  if (code === '25006') return problem('register/read-only', {})
  if (code === '53100') return problem('register/disk-full', {})
  return error
}
