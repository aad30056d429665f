/** What pages need around the work: places of the scope, words of the vocabulary, and whether the server is well. */
import { z } from 'zod'
import { bilingualSchema, entitySchema, placeSchema } from './scalars.ts'

export const placeNodeSchema = placeSchema.extend({ parent: z.string().nullable() })
/** Every place of the scope, flat, parents first. */
export const placesSchema = z.object({ root: z.string(), places: z.array(placeNodeSchema) })
export type PlaceNode = z.infer<typeof placeNodeSchema>

const wordSchema = z.object({ code: z.string(), zh: z.string(), en: z.string() })
export const vocabularySchema = z.object({
  entities: z.array(z.object({ key: entitySchema, zh: z.string(), en: z.string(), fields: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string(), type: z.string(), list: z.string().nullable(), sensitivity: z.string() })) })),
  codeLists: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string(), items: z.array(wordSchema) })),
  workItemResults: z.object({ owed: z.array(wordSchema), lead: z.array(wordSchema), verify: z.array(wordSchema) }),
  layouts: z.array(z.object({ key: z.string(), label: bilingualSchema, states: z.enum(['facts', 'deliveries', 'both']) })),
  /** Key columns that a mapping may name besides `entity.field`. */
  keyColumns: z.array(wordSchema),
  measures: z.array(z.object({ id: z.string(), name: bilingualSchema, unit: entitySchema, cadence: z.string() })),
  departments: z.array(z.object({ id: z.string(), name: bilingualSchema })),
})
export type Vocabulary = z.infer<typeof vocabularySchema>

export const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  database: z.object({ reachable: z.boolean(), version: z.string().nullable(), embedded: z.boolean() }),
  pack: z.object({ id: z.string(), hash: z.string() }).nullable(),
  /** The address listens on this machine only, without sign-in. */
  loopbackOnly: z.boolean(),
})
