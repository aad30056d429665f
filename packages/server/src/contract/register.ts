/** The register: search, filtered lists of people, households, villages and facilities, and one household's page (一户一档). */
import { z } from 'zod'
import { bilingualSchema, entitySchema, factSchema, fenSchema, pageOf, pageQuery, placeCodeSchema, placeSchema } from './scalars.ts'

/** Filters that a figure of 本县今天 opens with. */
export const registerFilters = {
  /** Any place inside the scope: county, township or village. */
  place: placeCodeSchema.optional(),
  /** `elsewhere=township`: only rows whose place is not known down to a township. */
  elsewhere: z.enum(['township']).optional(),
  status: z.enum(['poor', 'exited', 'unknown']).optional(),
  plannedExitYear: z.string().regex(/^(\d{4}|unknown)$/).optional(),
  /** 三保障+饮水 item that is known to be unsolved. */
  unsolved: z.enum(['schooling', 'medical', 'housing', 'water']).optional(),
  /** 三保障+饮水 item for which it cannot be told. */
  untold: z.enum(['schooling', 'medical', 'housing', 'water']).optional(),
}

export const personRowSchema = z.object({
  id: z.string(),
  householdId: z.string().nullable(),
  householdNo: z.string().nullable(),
  name: z.string().nullable(),
  idMasked: z.string().nullable(),
  sex: bilingualSchema.nullable(),
  birthDate: z.string().nullable(),
  relation: bilingualSchema.nullable(),
  place: placeSchema.nullable(),
  povertyStatus: bilingualSchema.nullable(),
})
export type PersonRow = z.infer<typeof personRowSchema>

/** `q`: name, pinyin (full or initials), part of an id number or household number. What was matched is in `kind`. */
export const personsQuery = z.strictObject({ q: z.string().max(40).optional(), ...registerFilters, ...pageQuery })
export const personsSchema = pageOf(personRowSchema).extend({ kind: z.enum(['all', 'exact', 'prefix', 'pinyin', 'id-part', 'household']) })

export const householdRowSchema = z.object({
  id: z.string(),
  householdNo: z.string().nullable(),
  headName: z.string().nullable(),
  members: z.int().nonnegative(),
  place: placeSchema.nullable(),
  povertyStatus: bilingualSchema.nullable(),
  plannedExitYear: z.string().nullable(),
  incomePerHead: z.string().nullable(),
})
export type HouseholdRow = z.infer<typeof householdRowSchema>
export const householdsQuery = z.strictObject({ q: z.string().max(40).optional(), ...registerFilters, ...pageQuery })
export const householdsSchema = pageOf(householdRowSchema)

/** A determination of the latest run: should × does, nine cells. */
export const entitlementSchema = z.object({
  measure: z.object({ id: z.string(), name: bilingualSchema }),
  unit: entitySchema,
  subjectId: z.string(),
  subjectName: z.string().nullable(),
  period: z.string(),
  eligible: z.enum(['yes', 'no', 'undetermined']),
  /** `possible-match`: an unclear list row may be about the subject. */
  delivered: z.enum(['yes', 'no', 'no-list', 'possible-match']),
  /** What the cell means, in words. */
  meaning: bilingualSchema,
  reason: bilingualSchema.nullable(),
  amountFen: fenSchema.nullable(),
  amountToFen: fenSchema.nullable(),
})
export type Entitlement = z.infer<typeof entitlementSchema>

export const deliverySchema = z.object({
  measure: z.object({ id: z.string(), name: bilingualSchema }),
  subjectName: z.string().nullable(),
  period: z.string(),
  amountFen: fenSchema.nullable(),
  list: z.object({ id: z.string(), title: z.string(), source: z.string(), asOf: z.string(), where: bilingualSchema }),
})

export const memberSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  idMasked: z.string().nullable(),
  relation: bilingualSchema.nullable(),
  facts: z.array(factSchema),
})

export const timelineEntrySchema = z.object({
  at: z.string(),
  /** import, answer, reveal, correction, … */
  kind: z.string(),
  text: bilingualSchema,
  actor: z.string(),
  source: z.string().nullable(),
})

export const householdSchema = z.object({
  id: z.string(),
  householdNo: z.string().nullable(),
  headName: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Names of the containing places, highest first. */
  path: z.array(placeSchema),
  facts: z.array(factSchema),
  members: z.array(memberSchema),
  deliveries: z.array(deliverySchema),
  entitlements: z.array(entitlementSchema),
  run: z.object({ id: z.string(), asOf: z.string(), finishedAt: z.string() }).nullable(),
  timeline: z.array(timelineEntrySchema),
})
export type Household = z.infer<typeof householdSchema>

export const revealSchema = z.strictObject({ reason: z.string().trim().min(2).max(200) })
/** Unmasked identity and contact of the household; asking for it is an action with its reason and stays in the history. */
export const revealedSchema = z.object({
  action: z.string(),
  persons: z.array(z.object({ id: z.string(), idNumber: z.string().nullable(), phone: z.string().nullable(), disabilityCertificate: z.string().nullable() })),
  phone: z.string().nullable(),
})

export const thingRowSchema = z.object({ id: z.string(), name: z.string().nullable(), place: placeSchema.nullable(), facts: z.array(factSchema) })
export type ThingRow = z.infer<typeof thingRowSchema>
export const thingsQuery = z.strictObject({ place: placeCodeSchema.optional(), q: z.string().max(40).optional(), kind: z.string().max(40).optional(), ...pageQuery })
export const thingsSchema = pageOf(thingRowSchema)
