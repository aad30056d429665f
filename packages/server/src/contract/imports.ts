/** Imports: a file goes up, its sheets are recognised, a dry run shows problems and changes, a commit takes the good rows. */
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { bilingualSchema, dateSchema, pageOf, pageQuery, placeCodeSchema, placeSchema } from './scalars.ts'

export const layoutSchema = z.enum(['national-persons', 'national-households', 'dibao', 'disability', 'school', 'house', 'clinic', 'villages', 'delivery'])

export const sheetColumnSchema = z.object({
  index: z.int().nonnegative(),
  /** Excel letter. */
  letter: z.string(),
  header: z.string(),
  /** First non-blank cells, identity masked. */
  samples: z.array(z.string()),
  /** `entity.field` or a key column such as `id-number`; null: left out. */
  target: z.string().nullable(),
  targetLabel: bilingualSchema.nullable(),
  /** Proposed by an exact header, a synonym, a national column code, or chosen by a person. */
  by: z.string().nullable(),
})

export const sheetSchema = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rows: z.int().nonnegative(),
  /** Rows that are about somebody, by a first look: no totals, notes or blanks. */
  data: z.int().nonnegative().optional(),
  /** Recognised layout; null: choose one. */
  layout: layoutSchema.nullable(),
  headerRow: z.int().nullable(),
  /** Proposed from the title: day, period and department. */
  asOf: dateSchema.nullable(),
  /** What the day was taken from: words above the header, the name of file or sheet, the newest date in the data, or today. */
  asOfBasis: z.enum(['title', 'file-name', 'data', 'today']).nullable(),
  period: z.string().nullable(),
  source: z.string().nullable(),
  /** `layout`: nobody is named; the office that usually issues such a list. `measure`: the office that gives the help by the plan. */
  sourceBasis: z.enum(['title', 'layout', 'measure']).nullable(),
  /** `year`: the year of the day, no words say a period. */
  periodBasis: z.enum(['title', 'year']).nullable().optional(),
  /** Measures named by the title or the file: proposed as what a list of help delivered states; none where several might be meant. */
  measures: z.array(z.string()),
  /** The words that name the measure. */
  measuresBasis: z.string().nullable().optional(),
  /** A word of the title that says the list is not everybody who got the help (新增, 第二批, 停发); then no place is proposed as covered. */
  partial: z.string().nullable().optional(),
  /** Places for which the list probably speaks, from its rows, title and name; null: it names none. */
  places: z.array(placeCodeSchema).nullable().optional(),
  placesBasis: z.enum(['rows', 'sheet-name', 'title']).nullable().optional(),
  columns: z.array(sheetColumnSchema),
  /** Other layouts that the columns would fit, best first. */
  alternatives: z.array(z.object({ layout: layoutSchema, label: bilingualSchema })),
})
export type Sheet = z.infer<typeof sheetSchema>

/** What an import is proposed to take: one list, on one sheet or on several of the same header and meaning. */
export const proposalSchema = sheetSchema.pick({ layout: true, asOf: true, asOfBasis: true, period: true, periodBasis: true, source: true, sourceBasis: true, measures: true, measuresBasis: true, partial: true, places: true, placesBasis: true, data: true }).extend({ sheets: z.array(z.string()).min(1) })
export type Proposal = z.infer<typeof proposalSchema>

export const uploadedSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  sheets: z.array(sheetSchema),
  /** This import's list; absent in records of earlier versions. */
  proposal: proposalSchema.optional(),
  /** Every list that was found in the file, each an import of its own; this one among them. */
  lists: z.array(z.object({ id: z.string(), sheets: z.array(z.string()) })).optional(),
  /** Sheets that none of the imports takes, and why. */
  skipped: z.array(z.object({ sheet: z.string(), why: bilingualSchema, data: z.int().nonnegative() })).optional(),
  /** Import that took this same list of the same file before. */
  sameAs: z.string().nullable(),
  problems: z.array(problemSchema),
})
export type Uploaded = z.infer<typeof uploadedSchema>

export const importChoicesSchema = z.strictObject({
  sheet: z.string().max(100),
  /** Sheets of a list that stands on several, `sheet` the first of them; all have its header. */
  sheets: z.array(z.string().max(100)).min(1).max(1000).optional(),
  layout: layoutSchema,
  /** Department that vouches for the list. */
  source: z.string().trim().min(1).max(100),
  asOf: dateSchema,
  /** For lists of help delivered: measures and period it speaks for, and the places that it claims to cover completely. */
  delivery: z.strictObject({ measures: z.array(z.string().max(80)).max(50), period: z.string().max(10), places: z.array(placeCodeSchema).max(500), /** Cover only those of the places that rows bear out; see `narrowCoverage`. */ narrow: z.boolean().optional() }).optional(),
  /** Places for which a list of facts is complete: whoever is absent there has it not. */
  complete: z.array(placeCodeSchema).max(500).optional(),
  /** Corrections to the proposed mapping: column index → target, null = leave out. */
  columns: z.array(z.strictObject({ index: z.int().nonnegative(), target: z.string().max(80).nullable() })).max(500).optional(),
})
export type ImportChoices = z.infer<typeof importChoicesSchema>

export const changeSchema = z.object({
  row: z.int(),
  /** Of a list that stands on several sheets. */
  sheet: z.string().nullable().optional(),
  subject: z.string(),
  label: bilingualSchema,
  before: bilingualSchema,
  after: bilingualSchema,
  /** List that the present value comes from. */
  source: z.string().nullable(),
})

export const cellProblemSchema = problemSchema.extend({ sheet: z.string().nullable(), row: z.int().nullable(), column: z.string().nullable(), value: z.string().nullable() })
export type CellProblem = z.infer<typeof cellProblemSchema>

export const previewSchema = z.object({
  /** Give it back with the commit: what is taken is what was shown. */
  preview: z.string(),
  taken: z.int(),
  rejected: z.int(),
  accounted: z.object({ title: z.int(), header: z.int(), blank: z.int(), total: z.int(), note: z.int() }),
  problemCount: z.int(),
  noticeCount: z.int(),
  /** Every row is taken, and each notice is about one row that is: none says anything of the list as a whole. */
  rowNoticesOnly: z.boolean().optional(),
  problems: z.array(cellProblemSchema),
  /** Of a list of help: what it will cover, and what was claimed and is not borne out by its rows. */
  covers: z.object({ places: z.array(placeSchema), left: z.array(placeSchema) }).nullable().optional(),
  /** Against what the register says now. */
  changes: z.object({ new: z.int(), changed: z.int(), same: z.int(), unmatched: z.int(), sample: z.array(changeSchema) }),
})
export type Preview = z.infer<typeof previewSchema>

/** A sheet that was stepped over, to be taken as an import of its own. */
export const takeSheetSchema = z.strictObject({ sheet: z.string().min(1).max(100) })

export const commitSchema = z.strictObject({ preview: z.string().min(1).max(128) })

export const importRowSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  sheet: z.string().nullable(),
  layout: layoutSchema.nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  period: z.string().nullable(),
  state: z.enum(['uploaded', 'previewed', 'committing', 'committed', 'failed']),
  taken: z.int(),
  rejected: z.int(),
  problems: z.int(),
  at: z.string(),
  actor: z.string(),
  sha256: z.string(),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const importsQuery = z.strictObject({ ...pageQuery })
export const importsSchema = pageOf(importRowSchema)
export const importDetailSchema = importRowSchema.extend({ upload: uploadedSchema.nullable(), choices: importChoicesSchema.nullable(), preview: previewSchema.nullable(), job: z.string().nullable() })
export type ImportDetail = z.infer<typeof importDetailSchema>

export const importProblemsQuery = z.strictObject({ ...pageQuery, code: z.string().max(60).optional() })
export const importProblemsSchema = pageOf(cellProblemSchema)

/** Lists committed so far: what the facts and deliveries of the register rest on. */
export const listRowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  source: z.string(),
  asOf: z.string(),
  /** Of the whole list; null, as its hash is, for a list of a wider place than one's own. */
  rows: z.int().nullable(),
  sha256: z.string().nullable(),
  coverage: z.array(z.object({ measure: z.string(), period: z.string(), places: z.int() })),
})
export const listsSchema = pageOf(listRowSchema)
