/** Everybody's numbered duty: the matrix of bodies and clauses, and one body's own list (责任清单). Words are ready for page, print and file alike. */
import { z } from 'zod'
import { clauseFiguresSchema, dutyRoleSchema, measureSchema, obligationSchema, targetSchema } from './plan.ts'
import { obligationReportsSchema } from './obligation-reports.ts'
import { bilingualSchema, languageSchema, placeCodeSchema, placeSchema } from './scalars.ts'

export type DutyRole = z.infer<typeof dutyRoleSchema>

const namedBodySchema = z.object({ id: z.string(), name: bilingualSchema })

export const bodySchema = z.object({
  id: z.string(),
  /** `class`: stands for one body or more in each place of its levels. */
  kind: z.enum(['organisation', 'class']),
  levels: z.array(z.string()),
  /** The name in force when the plan was issued. */
  name: bilingualSchema,
  names: z.array(z.object({ name: bilingualSchema, from: z.string().nullable(), until: z.string().nullable(), also: z.array(z.string()) })),
  successors: z.array(namedBodySchema.extend({ on: z.string(), source: z.string() })),
  predecessors: z.array(namedBodySchema.extend({ on: z.string(), source: z.string() })),
  /** A class spelled out over the places of the register. */
  members: z.array(z.object({ place: placeSchema, names: z.array(bilingualSchema) })),
  /** Lowest clauses it answers for, by its own name. */
  duties: z.int().nonnegative(),
  /** The same through the bodies it took over. */
  takenOver: z.int().nonnegative(),
  /** Measures it delivers. */
  measures: z.int().nonnegative(),
})
export type Body = z.infer<typeof bodySchema>

/** Obligations that a body reports on, and how many stand in which state; `silent`: nothing was reported. */
export const reportCountsSchema = z.object({ owed: z.int(), done: z.int(), underWay: z.int(), notBegun: z.int(), silent: z.int(), words: bilingualSchema.nullable() })

export const matrixSchema = z.object({
  title: bilingualSchema,
  /** Lowest clauses in the document's order: the columns. */
  clauses: z.array(z.object({ id: z.string(), title: bilingualSchema, section: z.string() })),
  sections: z.array(z.object({ id: z.string(), title: bilingualSchema })),
  /** Every body of the pack; `own`: assigned to this very clause, otherwise by a clause above. */
  bodies: z.array(bodySchema.extend({ marks: z.array(z.object({ clause: z.string(), role: dutyRoleSchema, own: z.boolean() })), reports: reportCountsSchema })),
  /** Lowest clauses that nobody has taken. */
  nobody: z.array(z.string()),
})
export type Matrix = z.infer<typeof matrixSchema>

export const dutyRowSchema = z.object({
  /** Running number in this body's list, from 1. */
  number: z.int().positive(),
  clause: z.string(),
  title: bilingualSchema,
  summary: bilingualSchema,
  /** `assigned`: the clause that assigns; `through`: the body it was taken over from. */
  roles: z.array(z.object({ role: dutyRoleSchema, name: bilingualSchema, assigned: z.string(), through: namedBodySchema.nullable() })),
  targets: z.array(targetSchema),
  /** Obligations of the clause that no target states: documents, mechanisms, bans and the like. */
  obligations: z.array(obligationSchema),
  measures: z.array(z.object({ id: z.string(), name: bilingualSchema })),
  figures: clauseFiguresSchema.nullable(),
})
export type DutyRow = z.infer<typeof dutyRowSchema>

/** What the body itself has to report: of a target its figure, of an obligation its evidence. */
export const reportOwedSchema = z.object({
  key: z.string(),
  says: bilingualSchema,
  clauses: z.array(z.string()),
  /** Day, month or year; null where the plan sets none. */
  due: bilingualSchema.nullable(),
  /** What shows that it is met: the evidence, or the figure that is asked. */
  evidence: bilingualSchema,
  /** What stands reported, a line a place; empty when nothing was. */
  latest: z.array(bilingualSchema),
  /** The obligation that is reported on; null for a figure that no obligation asks. */
  obligation: z.string().nullable(),
  reports: obligationReportsSchema.nullable(),
})
export type ReportOwed = z.infer<typeof reportOwedSchema>

export const dutyListSchema = z.object({
  plan: z.object({ title: bilingualSchema, number: z.string().nullable() }),
  body: bodySchema,
  /** Set when a class was asked for one place: the bodies there. */
  member: z.object({ place: placeSchema, names: z.array(bilingualSchema) }).nullable(),
  /** What heads the list: the body's name, or the names at the place. */
  heading: bilingualSchema,
  /** Day of the facts behind today's figures; null without a run. */
  asOf: z.string().nullable(),
  demonstration: z.boolean(),
  total: z.int().nonnegative(),
  roles: z.array(z.object({ role: dutyRoleSchema, name: bilingualSchema, count: z.int() })),
  sections: z.array(z.object({ id: z.string(), title: bilingualSchema, duties: z.array(dutyRowSchema) })),
  reports: z.array(reportOwedSchema),
  /** Measures it delivers, with the open lists of each. */
  measures: z.array(measureSchema.extend({ figures: clauseFiguresSchema.nullable() })),
})
export type DutyList = z.infer<typeof dutyListSchema>

export const dutyListQuery = z.strictObject({ place: placeCodeSchema.optional() })
export const dutyListExportQuery = dutyListQuery.extend({ language: languageSchema.optional() })
export const matrixExportQuery = z.strictObject({ language: languageSchema.optional() })
