/**
 * The draft pack: the same YAML files as a pack, in which every item says where it stands in the document and what was decided about it.
 * What only a person can write (own words, English, proof) may still be empty here; in a pack it may not.
 */
import { z } from 'zod'
import { bodyLevels } from './body-level.ts'
import { draftStates } from './draft-item.ts'

export const draftFormat = 'bangfu.draft/1'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as 2018, 2018-06 or 2018-06-30')
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'an exact decimal, quoted')
const operator = z.enum(['=', '>=', '<=', '>', '<', 'range', 'multiple', 'increase', 'all'])
const clauseIds = z.array(z.string().min(1)).min(1)
const level = z.enum(bodyLevels).nullable()
/** The passage: SHA-256 of the document's text and UTF-16 offsets into it. */
const from = z.strictObject({ sha256: z.string().length(64), start: z.int().nonnegative(), end: z.int().nonnegative() })
const state = z.enum(draftStates)
const origin = { from, state }

export const draftPackFileSchema = z.strictObject({
  format: z.literal(draftFormat),
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: words,
  document: z.strictObject({ title: z.string(), number: z.string().optional(), issued: date.optional(), sha256: z.string().length(64), characters: z.int().positive() }),
  inForce: z.strictObject({ from: date.nullable(), until: date.nullable() }),
  place: z.string().nullable(),
  subjects: words,
  requires: z.array(z.strictObject({ number: z.string().optional(), title: z.string(), clauses: z.array(z.string()), held: z.boolean(), ...origin })),
  /** What the review has come to: items by state, and minutes between decisions. */
  review: z.strictObject({ proposed: z.int(), accepted: z.int(), corrected: z.int(), added: z.int(), rejected: z.int(), minutes: z.int(), unread: z.int() }),
})
export const draftClausesFileSchema = z.array(z.strictObject({
  id: z.string().min(1), parent: z.string().nullable(), title: words, summary: words, start: z.int().nonnegative(), end: z.int().nonnegative(),
  /** The title is the document's heading, not yet own words. */
  titleIsHeading: z.boolean(),
  /** As printed; empty in drafts of earlier programs. */
  heading: z.string().default(''), ...origin,
}))
export const draftTargetsFileSchema = z.strictObject({
  targets: z.array(z.strictObject({
    id: z.string(), clauses: clauseIds, subject: words, operator, value: decimal.nullable(), to: decimal.optional(), unit: z.string(), from: date.optional(), until: date.nullable(), place: z.string().optional(),
    /** How the value is to be known: an officer's decision, never proposed. */
    proof: z.null(), headline: z.literal(false), origin: from, state,
  })),
  arithmetic: z.array(z.never()),
})
export const draftDutiesFileSchema = z.array(z.strictObject({ clauses: clauseIds, role: z.enum(['responsible', 'lead', 'joint', 'support', 'principal']), body: z.string(), ...origin }))
export const draftOrganisationsFileSchema = z.strictObject({
  organisations: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), names: z.array(z.strictObject({ zh: z.string().min(1), en: z.string() })).min(1), level, ...origin })),
  classes: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), zh: z.string().min(1), en: z.string(), levels: z.array(z.enum(bodyLevels)), bodies: z.array(words), ...origin })),
})
export const draftPlacesFileSchema = z.strictObject({ kinds: z.array(z.never()), designations: z.array(z.never()) })
export const draftParametersFileSchema = z.array(z.strictObject({
  id: z.string(), en: z.string(), type: z.literal('number'),
  /** As printed; the vocabulary's unit is chosen when the draft becomes a pack. */
  unit: z.string(), operator,
  values: z.array(z.strictObject({ value: decimal, to: decimal.optional(), source: z.string(), clause: z.string().optional() })).length(1), ...origin,
}))

export const draftFileSchemas = {
  'pack.yaml': draftPackFileSchema, 'clauses.yaml': draftClausesFileSchema, 'organisations.yaml': draftOrganisationsFileSchema, 'duties.yaml': draftDutiesFileSchema,
  'places.yaml': draftPlacesFileSchema, 'targets.yaml': draftTargetsFileSchema, 'parameters.yaml': draftParametersFileSchema,
} as const
export type DraftFileName = keyof typeof draftFileSchemas
export type DraftFolder = { readonly [N in DraftFileName]: z.infer<(typeof draftFileSchemas)[N]> }
