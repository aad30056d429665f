/** The plan as pages see it: clauses, duties, targets with values, measures, and today's figures by clause. */
import { z } from 'zod'
import { obligationReportsSchema } from './obligation-reports.ts'
import { bilingualSchema, countLinkSchema, listLinkSchema } from './scalars.ts'

export const dutyRoleSchema = z.enum(['responsible', 'lead', 'joint', 'support', 'principal'])
/** `assigned`: the clause that assigns it, this one or one above; `also`: other names of the body. */
export const dutySchema = z.object({ role: dutyRoleSchema, body: bilingualSchema, id: z.string(), assigned: z.string(), also: z.array(z.string()) })

export const targetSchema = z.object({
  id: z.string(),
  clauses: z.array(z.string()),
  subject: bilingualSchema,
  operator: z.string(),
  /** What the plan asks for, exact decimal text; null where the plan gives none. */
  value: z.string().nullable(),
  unit: z.string(),
  unitName: bilingualSchema,
  /** Operator, value and unit in words. */
  asked: bilingualSchema,
  /** What is known today in words, or who owes it. */
  now: bilingualSchema,
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** From and until in words; null where the plan sets no term. */
  term: bilingualSchema.nullable(),
  headline: z.boolean(),
  /** `not-yet`: nobody has said how it is known. */
  proof: z.enum(['computed', 'reported', 'not-yet']),
  /** Counted from the register by the latest run. */
  computed: z.object({
    value: z.string(),
    /** Subjects that the list behind it holds; the value itself where it is no share. */
    counted: z.int().nonnegative(),
    /** Subjects for which it cannot be told. */
    unknown: z.int().nonnegative(),
    /** Subjects looked at. */
    of: z.int().nonnegative().nullable(),
    gap: z.string().nullable(),
    list: listLinkSchema,
  }).nullable(),
  /** Reported by a body: latest value; null with `owedBy` saying who owes it. */
  reported: z.object({ value: z.string(), source: z.string(), period: z.string() }).nullable(),
  owedBy: bilingualSchema.nullable(),
  /** A run has looked; a counted target without `computed` then had nobody to count. */
  ran: z.boolean(),
  /** The plan asks it of a wider place than is counted here, so there is no gap to tell. */
  partOnly: z.boolean(),
})
export type Target = z.infer<typeof targetSchema>

export const measureSchema = z.object({
  id: z.string(),
  name: bilingualSchema,
  publicTitle: bilingualSchema,
  clauses: z.array(z.string()),
  unit: z.enum(['person', 'household', 'village', 'facility']),
  cadence: z.enum(['once', 'month', 'term', 'year']),
  inForce: z.object({ from: z.string(), until: z.string() }),
  deliveredBy: z.object({ id: z.string(), name: bilingualSchema }),
  reading: bilingualSchema,
  /** The rule as written. */
  eligibility: z.string(),
  amount: z.string().nullable(),
  evidence: z.array(bilingualSchema),
  /** Uses a parameter that is unknown or a stand-in. */
  demonstration: z.boolean(),
})
export type Measure = z.infer<typeof measureSchema>

/** Today's figures of the clause and all clauses below it, from the latest run, inside the actor's scope. */
export const clauseFiguresSchema = z.object({ owed: countLinkSchema, lead: countLinkSchema, verify: countLinkSchema })

export const clauseSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  title: bilingualSchema,
  summary: bilingualSchema,
  /** The document's own words, only when the document is attached. */
  text: z.string().nullable(),
  duties: z.array(dutySchema),
  targets: z.array(z.string()),
  measures: z.array(z.string()),
  figures: clauseFiguresSchema.nullable(),
})
export type Clause = z.infer<typeof clauseSchema>

/** A document that the plan relies on. */
export const requiredDocumentSchema = z.object({ number: z.string().nullable(), title: z.string(), held: z.boolean(), clauses: z.array(z.string()) })

export const planSchema = z.object({
  id: z.string(),
  title: bilingualSchema,
  number: z.string().nullable(),
  issued: z.string().nullable(),
  inForce: z.object({ from: z.string(), until: z.string() }),
  subjects: bilingualSchema,
  hash: z.string(),
  demonstration: z.boolean(),
  overlay: z.object({ id: z.string(), title: bilingualSchema }).nullable(),
  document: z.object({ attached: z.boolean(), exact: z.boolean(), characters: z.int(), differences: z.array(bilingualSchema) }),
  /** In the document's order; the tree is in `parent`. */
  clauses: z.array(clauseSchema),
  targets: z.array(targetSchema),
  measures: z.array(measureSchema),
  /** Documents that the plan relies on. */
  requires: z.array(requiredDocumentSchema),
})
export type Plan = z.infer<typeof planSchema>

/** What the clause obliges somebody to, and how one knows that it is met. */
export const obligationSchema = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: bilingualSchema,
  says: bilingualSchema,
  clauses: z.array(z.string()),
  proof: z.enum(['computed', 'reported', 'not-yet']),
  /** The query, the reporting body with day and evidence, or the reason. */
  proved: bilingualSchema,
  /** What stands reported; null where nobody reports. */
  reports: obligationReportsSchema.nullable(),
})
export type Obligation = z.infer<typeof obligationSchema>

export const clauseDetailSchema = clauseSchema.extend({
  obligations: z.array(obligationSchema),
  /** Why a clause that obliges nobody is a principle. */
  principle: bilingualSchema.nullable(),
  children: z.array(z.object({ id: z.string(), title: bilingualSchema })),
  ancestors: z.array(z.object({ id: z.string(), title: bilingualSchema })),
  targetRows: z.array(targetSchema),
  measureRows: z.array(measureSchema.extend({ figures: clauseFiguresSchema.nullable() })),
  /** Documents cited here or below. */
  requires: z.array(requiredDocumentSchema),
})
export type ClauseDetail = z.infer<typeof clauseDetailSchema>

/** `exact`: the very document of the pack; otherwise a copy, joined clause by clause, and what differs. */
export const attachedSchema = z.object({ attached: z.literal(true), exact: z.boolean(), characters: z.int(), sha256: z.string(), differences: z.array(bilingualSchema) })

export const indicatorRowsQuery = z.object({ which: z.enum(['counted', 'gap', 'unknown']).default('counted') })
