/** Two plans side by side: what the lower plan says to each clause and target of the upper, why, and what an officer decided about each match. */
import { z } from 'zod'
import { dutyRoleSchema } from './plan.ts'
import { bilingualSchema, languageSchema } from './scalars.ts'

export const planChoiceSchema = z.object({ id: z.string(), kind: z.enum(['pack', 'draft']), title: z.string(), number: z.string().nullable(), at: z.string().nullable() })
export type PlanChoice = z.infer<typeof planChoiceSchema>

export const answerStateSchema = z.enum(['answered', 'other-figure', 'partly', 'not-answered'])
export type Answer = z.infer<typeof answerStateSchema>

const sideSchema = z.object({ id: z.string(), clause: z.string(), words: z.string(), figure: bilingualSchema, until: z.string().nullable() })
/** `decided`: an officer confirmed it; otherwise it is a proposal. */
const match = { basis: z.array(bilingualSchema), decided: z.boolean() }

export const targetAnswerSchema = z.object({
  upper: sideSchema,
  lower: sideSchema.nullable(),
  state: answerStateSchema.exclude(['partly']),
  /** A smaller count may be the lower plan's share of a total: said, not judged. */
  mayBeShare: z.boolean(),
  deadline: z.enum(['same', 'earlier', 'later', 'missing']).nullable(),
  ...match,
})
export type TargetAnswerRow = z.infer<typeof targetAnswerSchema>

const bodySchema = z.object({ name: z.string(), role: dutyRoleSchema })
export const clauseAnswerSchema = z.object({
  clause: z.string(),
  title: z.string(),
  state: answerStateSchema,
  lower: z.object({ id: z.string(), title: z.string() }).nullable(),
  targets: z.array(targetAnswerSchema),
  bodies: z.array(bodySchema.extend({ lower: bodySchema.nullable() })),
  lowerBodies: z.array(bodySchema),
  ...match,
})
export type ClauseAnswerRow = z.infer<typeof clauseAnswerSchema>

const headSchema = z.object({ key: z.string(), title: z.string(), number: z.string().nullable(), issued: z.string().nullable() })
export const comparisonSchema = z.object({
  upper: headSchema,
  lower: headSchema,
  clauses: z.array(clauseAnswerSchema),
  own: z.array(z.object({ kind: z.enum(['clause', 'target']), id: z.string(), clause: z.string(), words: z.string() })),
  counts: z.object({
    clauses: z.object({ answered: z.int(), 'other-figure': z.int(), partly: z.int(), 'not-answered': z.int() }),
    targets: z.object({ answered: z.int(), 'other-figure': z.int(), 'not-answered': z.int() }),
    bodies: z.object({ same: z.int(), missing: z.int() }),
    deadlines: z.object({ same: z.int(), earlier: z.int(), later: z.int(), missing: z.int() }),
  }),
  /** What can be joined by hand. */
  lowerClauses: z.array(z.object({ id: z.string(), title: z.string() })),
  lowerTargets: z.array(sideSchema),
  /** Decisions that stand, newest first. */
  verdicts: z.array(z.object({ upper: z.string(), lower: z.string(), act: z.enum(['confirm', 'part']), actor: z.string(), at: z.string() })),
})
export type PlanComparison = z.infer<typeof comparisonSchema>

const pair = { upper: z.string().min(1).max(80), lower: z.string().min(1).max(80) }
/** Items are named `clause:` and number, or by the id of a target. `open`: neither confirmed nor parted any more. */
export const matchVerdictSchema = z.strictObject({ upper: z.string().min(1).max(200), lower: z.string().min(1).max(1000), act: z.enum(['confirm', 'part', 'open']) })
export const decideMatchesSchema = z.strictObject({ request: z.uuid(), ...pair, verdicts: z.array(matchVerdictSchema).min(1).max(500) })
const exportQuery = z.strictObject({ ...pair, format: z.enum(['xlsx', 'csv']), language: languageSchema.optional() })

export const compareRoutes = {
  getPlanChoices: { method: 'GET', path: '/api/compare/plans', zh: '可对照的方案', en: 'Plans that can be compared', response: z.object({ plans: z.array(planChoiceSchema) }), needs: 'read' },
  getComparison: { method: 'GET', path: '/api/compare', zh: '两份方案对照', en: 'Two plans side by side', query: z.strictObject(pair), response: comparisonSchema, needs: 'read' },
  decideMatches: { method: 'POST', path: '/api/compare/verdicts', zh: '确认或分开匹配', en: 'Confirm or part matches', body: decideMatchesSchema, response: comparisonSchema, needs: 'review' },
  exportComparison: { method: 'GET', path: '/api/compare/export', zh: '下载对照表', en: 'Download the comparison', query: exportQuery, response: 'xlsx-or-csv', needs: 'read' },
} as const
