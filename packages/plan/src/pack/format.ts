/**
 * The plan pack (方案包): a folder of YAML that says what a plan sets in motion. Content, not code.
 * This file is the format as written by an author; `loader.ts` reads it, `check.ts` proves it. One schema per file of the folder.
 */
import { z } from 'zod'
import type { ObligationsFile } from './obligation.ts'
import type { PackQuantity } from './quantity.ts'
import { bilingual, clauseIds, decimalText, isoDate } from './written.ts'

/** `pack.yaml` */
export const packFileSchema = z.strictObject({
  format: z.literal('bangfu.pack/1'),
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  /** The official document: identified by number and by the hash of its decoded text; the text itself is not in the pack. */
  document: z.strictObject({ title: z.string(), number: z.string().optional(), issued: isoDate.optional(), sha256: z.string().length(64), characters: z.int().positive() }),
  inForce: z.strictObject({ from: isoDate, until: isoDate }),
  /** Division code of the area the plan is for. */
  place: z.string(),
  /** The group that the plan is for, in its own register words; shown on pages. */
  subjects: bilingual,
  /** Documents that the plan relies on; without clauses where it names them before the first. `held: false` is said and counted. */
  requires: z.array(z.strictObject({ number: z.string().optional(), title: z.string(), clauses: z.array(z.string().min(1)), held: z.boolean() })).default([]),
})

/** `clauses.yaml`: every clause, in the document's order. Titles and summaries are the pack's own words. */
export const clausesFileSchema = z.array(z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  title: bilingual.refine((t) => [...t.zh].length <= 24, 'a title has at most 24 characters'),
  /** The title is still the document's heading, cut to length: own words are to be written. */
  titleIsHeading: z.literal(true).optional(),
  summary: bilingual,
  /** UTF-16 offsets into the document's text (the clause's own words, children excluded from `end`'s next sibling rule: end = start of the next clause). */
  start: z.int().nonnegative(),
  end: z.int().positive(),
}))

/** `organisations.yaml` */
export const organisationsFileSchema = z.strictObject({
  organisations: z.array(z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    names: z.array(z.strictObject({ zh: z.string(), en: z.string(), from: isoDate.optional(), until: isoDate.optional(), also: z.array(z.string()).default([]) })).min(1),
    level: z.enum(['national', 'province', 'city', 'county', 'township', 'village']),
    successors: z.array(z.strictObject({ id: z.string(), on: isoDate, source: z.string() })).default([]),
    /** Why nobody is named as successor of a body that was renamed, merged or closed, or may have been. */
    successorUnknown: bilingual.optional(),
  })),
  /** A class stands for one body per place: 市、县党委政府 = every party committee and government of every city and county. */
  classes: z.array(z.strictObject({ id: z.string(), zh: z.string(), en: z.string(), levels: z.array(z.enum(['city', 'county', 'township', 'village'])).min(1), bodies: z.array(bilingual).min(1) })).default([]),
})

/** `duties.yaml`: who answers for which clauses. `body` names an organisation or a class. */
export const dutiesFileSchema = z.array(z.strictObject({
  clauses: clauseIds,
  role: z.enum(['responsible', 'lead', 'joint', 'support', 'principal']),
  body: z.string(),
}))

/** `places.yaml`: dated designations of places (省级贫困县, 重点贫困县, …). */
export const placesFileSchema = z.strictObject({
  designations: z.array(z.strictObject({ place: z.string(), kind: z.string(), from: isoDate.optional(), until: isoDate.optional(), source: z.string() })).default([]),
  kinds: z.array(z.strictObject({ kind: z.string(), zh: z.string(), en: z.string() })).default([]),
})

/** `targets.yaml` */
export const targetsFileSchema = z.strictObject({
  targets: z.array(z.strictObject({
    id: z.string(),
    clauses: clauseIds,
    subject: bilingual,
    operator: z.enum(['=', '>=', '<=', '>', '<', 'range', 'multiple', 'increase', 'all']),
    /** Null where the document gives none (operator `all`, or relative). */
    value: decimalText.nullable(),
    /** Upper end of a `range`. */
    to: decimalText.optional(),
    unit: z.string(),
    from: isoDate.optional(),
    until: isoDate.nullable(),
    place: z.string().optional(),
    /** How the value is known: counted from the register by a named FEEL filter, reported by a body, or not yet, with the reason. */
    proof: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('computed'), entity: z.enum(['person', 'household', 'village', 'facility']), count: z.string(), of: z.string().optional() }),
      z.strictObject({ kind: z.literal('reported'), by: z.string() }),
      z.strictObject({ kind: z.literal('not-yet'), reason: bilingual }),
    ]),
    /** Shown on the front page of the plan. */
    headline: z.boolean().default(false),
  })),
  /** The plan's own arithmetic: the sum of `parts` stands in relation to `whole`. */
  arithmetic: z.array(z.strictObject({ says: bilingual, parts: z.array(z.string()).min(1), relation: z.enum(['=', '<=']), whole: z.string() })).default([]),
})

const parameterType = z.enum(['number', 'date', 'codes', 'texts'])
/** `parameters.yaml`: dated, place-specific numbers. No source, no value: then `unknown` says why. */
export const parametersFileSchema = z.array(z.strictObject({
  id: z.string(),
  en: z.string(),
  type: parameterType,
  unit: z.string().optional(),
  /** Code list of a `codes` parameter. */
  list: z.string().optional(),
  /** Digits after the point. */
  scale: z.int().min(0).max(6).default(2),
  values: z.array(z.strictObject({
    value: z.union([decimalText, isoDate, z.array(z.string())]).optional(),
    unknown: bilingual.optional(),
    from: isoDate.optional(),
    until: isoDate.optional(),
    /** Division codes; absent = the pack's whole area. The most exact place wins. */
    places: z.array(z.string()).optional(),
    source: z.string(),
    clause: z.string().optional(),
  })).min(1),
}))

/** A case of a measure: given facts, what must come out. Unnamed facts are unknown. */
const caseSchema = z.strictObject({
  title: bilingual,
  asOf: isoDate,
  place: z.string().optional(),
  /** Facts of the unit itself, by Chinese or English field name; labels are accepted for codes. */
  facts: z.record(z.string(), z.unknown()).default({}),
  household: z.record(z.string(), z.unknown()).optional(),
  village: z.record(z.string(), z.unknown()).optional(),
  members: z.array(z.record(z.string(), z.unknown())).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  expect: z.enum(['yes', 'no', 'undetermined']),
  /** Yuan as exact decimal; null: no amount known. */
  amount: decimalText.nullable().optional(),
  /** Upper end of the band where the measure has `amountTo`. */
  amountTo: decimalText.nullable().optional(),
})

/** `measures/*.yaml`: one support measure a file. */
export const measureFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingual,
  /** A title that reveals neither health nor disability: the only one shown in public lists. */
  publicTitle: bilingual,
  /** Other words by which lists of this help are called (低保金发放花名册): by them an import proposes the measure. Each belongs to one measure alone. */
  listNames: z.array(z.string().min(3)).optional(),
  clauses: clauseIds,
  inForce: z.strictObject({ from: isoDate, until: isoDate }),
  unit: z.enum(['person', 'household', 'village', 'facility']),
  cadence: z.enum(['once', 'month', 'term', 'year']),
  /** Organisation or class that delivers it. */
  deliveredBy: z.string(),
  /** FEEL, boolean. Conditions joined by `and` at the top are shown one by one. */
  eligibility: z.string(),
  /** FEEL, number in yuan for one period; absent = help in kind. `amountTo` makes a band amount..amountTo. */
  amount: z.string().optional(),
  amountTo: z.string().optional(),
  evidence: z.array(bilingual).default([]),
  /** Measures that the same subject may not receive in the same period. */
  conflicts: z.array(z.strictObject({ measure: z.string(), reason: bilingual, source: z.string() })).default([]),
  /** Read aloud at a villagers' meeting. */
  reading: bilingual,
  cases: z.array(caseSchema).min(3),
})

/** `overlays/*.yaml`: stand-ins for unsourced parameters, for demonstrations only; every page then says 演示参数. */
export const overlayFileSchema = z.strictObject({
  id: z.string(),
  title: bilingual,
  demonstration: z.boolean(),
  parameters: parametersFileSchema,
})

export type PackFile = z.infer<typeof packFileSchema>
export type PackClause = z.infer<typeof clausesFileSchema>[number]
export type OrganisationsFile = z.infer<typeof organisationsFileSchema>
export type PackDuty = z.infer<typeof dutiesFileSchema>[number]
export type PlacesFile = z.infer<typeof placesFileSchema>
export type TargetsFile = z.infer<typeof targetsFileSchema>
export type PackTarget = TargetsFile['targets'][number]
export type PackParameter = z.infer<typeof parametersFileSchema>[number]
export type PackMeasure = z.infer<typeof measureFileSchema>
export type MeasureCase = z.infer<typeof caseSchema>
export type PackOverlay = z.infer<typeof overlayFileSchema>

/** A pack as loaded, overlay applied. `hash` is SHA-256 over canonical JSON of all files (and the overlay). */
export interface Pack {
  readonly folder: string
  readonly hash: string
  readonly pack: PackFile
  readonly clauses: readonly PackClause[]
  readonly organisations: OrganisationsFile
  readonly duties: readonly PackDuty[]
  readonly places: PlacesFile
  readonly targets: TargetsFile
  readonly obligations: ObligationsFile
  /** Every figure of the document and what holds it; empty where the pack keeps no ledger. */
  readonly quantities: readonly PackQuantity[]
  readonly parameters: readonly PackParameter[]
  readonly measures: readonly PackMeasure[]
  readonly overlay: { readonly id: string; readonly title: { zh: string; en: string }; readonly demonstration: boolean } | null
}
