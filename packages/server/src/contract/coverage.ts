/** How far the pack binds its plan: counts, each opening the list that it counts. */
import { z } from 'zod'
import { bilingualSchema, countLinkSchema, listLinkSchema, pageOf, pageQuery } from './scalars.ts'

export const coverageListSchema = z.enum([
  'clauses-bound', 'clauses-principle', 'clauses-unbound', 'clauses-naming-nobody',
  'obligations', 'obligations-computed', 'obligations-reported', 'obligations-not-yet',
  'figures', 'figures-target', 'figures-parameter', 'figures-designation', 'figures-background', 'figures-missing',
  'bodies', 'bodies-assigned', 'bodies-taken-over', 'bodies-delivers', 'bodies-named', 'bodies-successor-unknown',
  'documents-held', 'documents-not-held',
  'unwritten-title', 'unwritten-summary', 'unwritten-english', 'unwritten-proof', 'unwritten-text', 'unwritten-head',
])
export type CoverageList = z.infer<typeof coverageListSchema>

export const coverageSchema = z.object({
  pack: z.string(),
  hash: z.string(),
  groups: z.array(z.object({ title: bilingualSchema, lines: z.array(countLinkSchema.extend({ key: coverageListSchema, label: bilingualSchema })) })),
  /** The closed list of kinds, also those without an obligation. */
  kinds: z.array(z.object({ kind: z.string(), name: bilingualSchema, computed: countLinkSchema, reported: countLinkSchema, notYet: countLinkSchema })),
  /** Share of the lowest clauses that are principles, in percent to one digit; null without clauses. */
  principleShare: z.string().nullable(),
  /** Sums of the plan that the check proves. */
  sums: z.int().nonnegative(),
})
export type Coverage = z.infer<typeof coverageSchema>

export const coverageRowSchema = z.object({
  key: z.string(),
  title: bilingualSchema,
  /** What kind of thing it is within its list: kind of obligation, part of a body. */
  kind: bilingualSchema.nullable(),
  /** Reason, proof, successor: what else there is to say. */
  detail: bilingualSchema.nullable(),
  clauses: z.array(z.string()),
  link: listLinkSchema.nullable(),
})
export type CoverageRow = z.infer<typeof coverageRowSchema>

export const coverageRowsQuery = z.strictObject({ list: coverageListSchema, kind: z.string().max(20).optional(), ...pageQuery })
export const coverageRowsSchema = pageOf(coverageRowSchema).extend({ label: bilingualSchema })
