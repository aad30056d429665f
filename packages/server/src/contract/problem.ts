/** How a refusal travels: every answer that is not 2xx has this body, with the status that belongs to the first problem. */
import { z } from 'zod'

export const problemSchema = z.object({
  /** Stable code, e.g. `imports/rounded-id`; docs/problems.md explains each. */
  code: z.string(),
  status: z.enum(['invalid', 'missing', 'refused', 'conflict', 'unavailable', 'fault']),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  zh: z.string(),
  en: z.string(),
})
export type Problem = z.infer<typeof problemSchema>

export const problemsSchema = z.object({ problems: z.array(problemSchema).min(1) })

const httpStatuses = { invalid: 422, missing: 404, refused: 403, conflict: 409, unavailable: 503, fault: 500 } as const

/** HTTP status by the status of a problem; a method that the address does not take has its own. */
export function httpStatusOf({ code, status }: Pick<Problem, 'code' | 'status'>): number {
  return code === 'server/wrong-method' ? 405 : httpStatuses[status]
}
