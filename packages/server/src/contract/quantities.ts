/** Every figure that the plan sets: targets and parameters with clause, value, unit, term and place, and what is known of each today. */
import { z } from 'zod'
import { bilingualSchema, languageSchema, listLinkSchema, pageOf, pageQuery } from './scalars.ts'

/** `computed` from the register, `reported` by a body, `owed`: a report is missing, `no-run`: comes with a run, `empty`: the run found nobody to count, `not-yet`: nobody has said how it is known; parameters: `given`, `unknown`, `stand-in`; other figures: `noted`, `missing`. */
export const quantityStateSchema = z.enum(['computed', 'reported', 'owed', 'no-run', 'empty', 'not-yet', 'given', 'unknown', 'stand-in', 'noted', 'missing'])
export type QuantityState = z.infer<typeof quantityStateSchema>

/** What holds the figure. `designation`: a list of places; `background`: it commits nobody; `missing`: the pack should hold it and does not. */
export const quantityHeldSchema = z.enum(['target', 'parameter', 'designation', 'background', 'missing'])

export const quantitySchema = z.object({
  key: z.string(),
  held: quantityHeldSchema,
  id: z.string(),
  clauses: z.array(z.string()),
  subject: bilingualSchema,
  operator: z.string(),
  /** Exact decimal, date or codes as text; null where the plan gives none. */
  value: z.string().nullable(),
  unit: z.string(),
  unitName: bilingualSchema,
  /** Operator, value and unit in words. */
  asked: bilingualSchema,
  from: z.string().nullable(),
  until: z.string().nullable(),
  places: z.array(z.object({ code: z.string(), name: z.string() })),
  state: quantityStateSchema,
  /** What is known today in words; for a parameter its source. */
  now: bilingualSchema,
  /** Names behind a computed value. */
  list: listLinkSchema.nullable(),
})
export type Quantity = z.infer<typeof quantitySchema>

const filters = {
  held: quantityHeldSchema.optional(),
  state: quantityStateSchema.optional(),
  /** Clause with all below it. */
  clause: z.string().max(40).optional(),
  q: z.string().max(40).optional(),
  sort: z.enum(['clause', 'subject', 'value', 'until', 'state']).default('clause'),
  direction: z.enum(['up', 'down']).default('up'),
  language: languageSchema.optional(),
}
export const quantitiesExportQuery = z.strictObject(filters)
export const quantitiesQuery = z.strictObject({ ...filters, ...pageQuery })
const facetSchema = z.object({ key: z.string(), count: z.int() })
/** Facets count over all quantities, without any filter. */
export const quantitiesSchema = pageOf(quantitySchema).extend({ held: z.array(facetSchema), states: z.array(facetSchema) })
export type Quantities = z.infer<typeof quantitiesSchema>
