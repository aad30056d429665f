/** Turns whatever went wrong in a request into problems and a status. No stack, SQL, path or row value ever leaves the process. */
import { problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import { httpStatusOf } from '../contract/index.ts'

export interface ProblemReply {
  readonly status: number
  readonly problems: readonly ProblemData[]
}

/** Errors of the HTTP framework, by its code. */
const frameworkProblems: Readonly<Record<string, () => ProblemData>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => problemData('server/media-type', { wanted: 'application/json' }),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => problemData('server/media-type', { wanted: 'multipart/form-data' }),
  FST_ERR_CTP_BODY_TOO_LARGE: () => problemData('server/too-large', { limit: '1 MB' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => problemData('server/bad-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => problemData('server/bad-json'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => problemData('server/bad-json'),
  FST_ERR_MAX_PARAM_LENGTH: () => problemData('server/no-such-route'),
  FST_ERR_BAD_URL: () => problemData('server/no-such-route'),
}

/** SQLSTATE classes and socket errors that mean the database is gone, not that a statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code
  const message = error instanceof Error ? error.message : ''
  if (typeof code === 'string' && /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code)) return code !== 'ENOENT' || /connect/.test(message)
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/.test(message)
}

export function problemReply(error: unknown, reference: string): ProblemReply {
  if (error instanceof ProblemError) return { status: httpStatusOf(error.problems[0]!), problems: error.problems }
  const code = (error as { code?: unknown } | undefined)?.code
  const known = typeof code === 'string' ? frameworkProblems[code] : undefined
  const statusCode = (error as { statusCode?: unknown } | undefined)?.statusCode
  const problem = known?.() ?? (error instanceof SyntaxError && statusCode === 400 ? problemData('server/bad-json') : undefined)
    ?? (isDatabaseAway(error) ? problemData('server/database-away') : problemData('kernel/internal', { reference }))
  return { status: httpStatusOf(problem), problems: [problem] }
}

/** What may be logged of an error: its kind and where in our code, never its message, which can hold values. */
export function loggableError(error: unknown): { readonly kind: string; readonly code: string | undefined; readonly frames: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, code: undefined, frames: [] }
  const code = (error as { code?: unknown }).code
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim())
  return { kind: error.name, code: typeof code === 'string' ? code : undefined, frames }
}
