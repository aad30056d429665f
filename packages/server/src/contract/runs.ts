/** Runs and other long work: started once, polled by everybody who waits for it. */
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { bilingualSchema, dateSchema } from './scalars.ts'

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['import', 'run']),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  step: bilingualSchema,
  done: z.int().nonnegative(),
  /** Null: not known beforehand. */
  total: z.int().positive().nullable(),
  problems: z.array(problemSchema),
  /** Import or run that came of it. */
  result: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type Job = z.infer<typeof jobSchema>

/** `asOf`: day the facts are true of; today when absent. */
export const startRunSchema = z.strictObject({ asOf: dateSchema.optional() })

export const runSchema = z.object({
  id: z.string(),
  asOf: z.string(),
  state: z.enum(['running', 'published', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  packHash: z.string(),
  snapshotHash: z.string().nullable(),
  resultHash: z.string().nullable(),
  demonstration: z.boolean(),
  counts: z.object({ determinations: z.int(), owed: z.int(), lead: z.int(), verify: z.int() }).nullable(),
  job: jobSchema.nullable(),
})
export type Run = z.infer<typeof runSchema>
/** Which lists of earlier runs would go, or with `apply` go. The run itself and its figures stay in either case. */
export const pruneRunsSchema = z.strictObject({ keep: z.int().min(1).max(1000), apply: z.boolean().default(false) })
export const prunedRunsSchema = z.object({
  rows: z.array(z.object({
    id: z.string(), asOf: z.string(), publishedAt: z.string(), items: z.int(),
    /** Why its lists stay: among the newest, a file of them left, a result was given to them; or they went before. Null: they go. */
    keptFor: z.enum(['newest', 'export', 'answer', 'pruned']).nullable(),
  })),
})
export const runsSchema = z.object({ rows: z.array(runSchema) })
