/** Work lists: 应享未享 (owed), 不应享而享 (lead), 待核实 (verify); out as .xlsx with a locked key, back with results. */
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { bilingualSchema, dateSchema, entitySchema, factSchema, fenSchema, pageOf, pageQuery, placeCodeSchema, placeSchema } from './scalars.ts'

export const workItemKindSchema = z.enum(['owed', 'lead', 'verify'])
/** The lists: `unregistered` holds rows of departments' lists that name nobody in the register; they are answered like leads and counted apart. */
export const workListKindSchema = z.enum([...workItemKindSchema.options, 'unregistered'])

const filters = {
  kind: workListKindSchema.optional(),
  measure: z.string().max(80).optional(),
  /** Organisation that delivers the measure. */
  department: z.string().max(80).optional(),
  township: placeCodeSchema.optional(),
  village: placeCodeSchema.optional(),
  /** Any place of the scope; `elsewhere=township`: place not known down to a township. */
  place: placeCodeSchema.optional(),
  elsewhere: z.enum(['township']).optional(),
  state: z.enum(['open', 'answered']).optional(),
  /** Clause of the plan, with all below it. */
  clause: z.string().max(40).optional(),
  q: z.string().max(40).optional(),
}
export const workItemFiltersSchema = z.strictObject(filters)
export type WorkItemFilters = z.input<typeof workItemFiltersSchema>

export const workItemsQuery = z.strictObject({ ...filters, ...pageQuery, sort: z.enum(['place', 'name', 'measure', 'settles', 'amount']).default('place') })

export const workItemSchema = z.object({
  key: z.string(),
  kind: workItemKindSchema,
  /** Null for a question that concerns several measures; they are in `measures`. */
  measure: z.object({ id: z.string(), name: bilingualSchema }).nullable(),
  measures: z.array(z.string()),
  clauses: z.array(z.string()),
  department: z.object({ id: z.string(), name: bilingualSchema }).nullable(),
  period: z.string().nullable(),
  /** `list-row`: a row of a list that names nobody in the register; `row` as the sheet shows it. */
  subject: z.object({ id: z.string(), unit: z.enum(['person', 'household', 'village', 'facility', 'list-row']), name: z.string().nullable(), idMasked: z.string().nullable(), householdId: z.string().nullable(), householdNo: z.string().nullable(), row: z.int().nullable() }),
  township: placeSchema.nullable(),
  village: placeSchema.nullable(),
  reason: bilingualSchema,
  facts: z.array(factSchema),
  /** verify only: what to ask, and how many answers it would settle. */
  question: z.object({ entity: entitySchema, field: z.string(), label: bilingualSchema, settles: z.int() }).nullable(),
  amountFen: fenSchema.nullable(),
  amountToFen: fenSchema.nullable(),
  state: z.enum(['open', 'answered']),
  result: z.object({ code: z.string(), label: bilingualSchema, note: z.string().nullable(), answeredOn: z.string().nullable(), by: z.string().nullable() }).nullable(),
})
export type WorkItem = z.infer<typeof workItemSchema>
export const workItemsSchema = pageOf(workItemSchema)

const facetSchema = z.object({ key: z.string(), label: bilingualSchema, count: z.int() })
/** Counts under the same filters; each facet ignores its own filter so that a person can switch. */
export const workItemCountsSchema = z.object({
  total: z.int(),
  kinds: z.array(facetSchema),
  measures: z.array(facetSchema),
  departments: z.array(facetSchema),
  townships: z.array(facetSchema),
  states: z.array(facetSchema),
})
export type WorkItemCounts = z.infer<typeof workItemCountsSchema>

export const resultInputSchema = z.strictObject({
  key: z.string().min(1).max(200),
  /** Result code of the kind, see vocabulary. */
  result: z.string().min(1).max(40),
  /** verify + answered: the fact, as a label, code, date or number. */
  value: z.string().max(200).optional(),
  note: z.string().max(500).optional(),
  answeredOn: dateSchema.optional(),
})
export const resultsInputSchema = z.strictObject({ items: z.array(resultInputSchema).min(1).max(1000) })

/** What became of results, given one by one or in a file. Every row is accounted for. */
export const resultsOutcomeSchema = z.object({
  action: z.string().nullable(),
  taken: z.int(),
  /** Rows without a result yet. */
  blank: z.int(),
  unchanged: z.int(),
  /** Said of rows that were taken, e.g. that an earlier result was replaced. */
  notices: z.array(problemSchema),
  rejected: z.array(z.object({ row: z.int().nullable(), key: z.string().nullable(), problems: z.array(problemSchema) })),
})
export type ResultsOutcome = z.infer<typeof resultsOutcomeSchema>

/** xlsx needs a township or village (a list that one office can work off); csv takes every filter. */
export const workItemExportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']).optional(), ...filters })
