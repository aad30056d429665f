/** Turns a DuckDB failure into a problem with the stage's logical name and SQL. Values never: messages about values are cut to their kind. */
import { ProblemError, problem } from '@bangfu/kernel'

/** Kinds of error whose message speaks of SQL and names only; every other kind may quote a value of a row. */
const speaksOfSql = new Set(['Catalog Error', 'Binder Error', 'Parser Error', 'Not implemented Error'])

function reasonOf(message: string): string {
  const [kind = 'Error'] = message.split(':', 1)
  return speaksOfSql.has(kind) ? message.split('\n\n')[0]! : kind
}

/** The cause is left out on purpose: its message may hold personal values, and causes are printed in logs. */
export function stageFailure(error: unknown, stage: string, sql: string, memoryLimitMb: number): ProblemError {
  if (error instanceof ProblemError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (message.startsWith('Out of Memory Error')) return problem('stages/out-of-memory', { stage, limit: memoryLimitMb })
  return problem('stages/failed', { stage, reason: reasonOf(message), sql })
}
