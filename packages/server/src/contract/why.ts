/** Why a subject does or does not get a measure: conditions one by one, each with facts and sources; readable aloud. */
import { z } from 'zod'
import { bilingualSchema, entitySchema, factSchema, fenSchema } from './scalars.ts'

export const whyQuery = z.strictObject({ measure: z.string().min(1).max(80), subject: z.string().min(1).max(80), period: z.string().max(10).optional() })

const answerSchema = z.enum(['yes', 'no', 'undetermined'])

export const whyParameterSchema = z.object({
  id: z.string(),
  label: bilingualSchema,
  text: bilingualSchema,
  source: z.string().nullable(),
  clause: z.string().nullable(),
  demonstration: z.boolean(),
  unknown: bilingualSchema.nullable(),
})

export const whyConditionSchema = z.object({
  /** The condition as written in the rule. */
  text: z.string(),
  answer: answerSchema,
  facts: z.array(factSchema.extend({ subject: z.string().nullable() })),
  parameters: z.array(whyParameterSchema),
  sentence: bilingualSchema,
})

export const whySchema = z.object({
  measure: z.object({ id: z.string(), name: bilingualSchema, reading: bilingualSchema, clauses: z.array(z.object({ id: z.string(), title: bilingualSchema, text: z.string().nullable() })) }),
  subject: z.object({ id: z.string(), unit: entitySchema, name: z.string().nullable(), idMasked: z.string().nullable(), householdId: z.string().nullable() }),
  period: z.string(),
  asOf: z.string(),
  /** Hash of the rule with its parameters: which version. */
  ruleVersion: z.string(),
  run: z.string().nullable(),
  eligible: answerSchema,
  /** `possible-match`: an unclear list row may be about the subject. */
  delivered: z.enum(['yes', 'no', 'no-list', 'possible-match']),
  meaning: bilingualSchema,
  amountFen: fenSchema.nullable(),
  amountToFen: fenSchema.nullable(),
  conditions: z.array(whyConditionSchema),
  /** What the lists say: given, not given, or no list. */
  deliveryText: bilingualSchema,
  /** Whole explanation to be read aloud; no id number, no health words beyond the public title. */
  readAloud: bilingualSchema,
  demonstration: z.boolean(),
})
export type Why = z.infer<typeof whySchema>
