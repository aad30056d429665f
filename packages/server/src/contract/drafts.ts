/** Drafts: a plan document goes up, its items are proposed with their passages, an officer decides each, the reviewed draft comes out as files. */
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { bilingualSchema, pageOf, pageQuery, placeCodeSchema } from './scalars.ts'

export const draftKindSchema = z.enum(['unread', 'clause', 'target', 'duty', 'citation', 'amount', 'organisation'])
export const draftStateSchema = z.enum(['proposed', 'accepted', 'corrected', 'added', 'rejected'])
/** By field name; null: the document gives nothing. */
export const draftFieldsSchema = z.record(z.string().max(40), z.union([z.string().max(2000), z.null(), z.array(z.string().max(80)).max(500)]))
export type DraftItemFields = z.infer<typeof draftFieldsSchema>

export const draftItemSchema = z.object({
  id: z.string(),
  kind: draftKindSchema,
  clause: z.string().nullable(),
  /** UTF-16 offsets into `text`. */
  start: z.int(),
  end: z.int(),
  fields: draftFieldsSchema,
  /** As first proposed; null where an officer added the item. */
  proposal: draftFieldsSchema.nullable(),
  state: draftStateSchema,
  actor: z.string().nullable(),
  at: z.string().nullable(),
  /** The decision was made on an earlier version with the same words. */
  kept: z.boolean(),
  /** Against the version before; null on a first version. */
  change: z.enum(['same', 'changed', 'new']).nullable(),
  /** The words of the version before, where they changed. */
  before: z.string().nullable(),
  /** What was decided there; and, where that was a correction, how it would read on the new words. */
  beforeState: draftStateSchema.nullable(),
  suggestion: draftFieldsSchema.nullable(),
})
export type DraftItemRow = z.infer<typeof draftItemSchema>

const countsSchema = z.object({ proposed: z.int(), accepted: z.int(), corrected: z.int(), added: z.int(), rejected: z.int() })
export const draftEffortSchema = z.object({
  items: z.int(),
  byState: countsSchema,
  byKind: z.array(z.object({ kind: draftKindSchema, items: z.int(), proposed: z.int() })),
  /** Passages not understood that somebody has looked at; they are under no other outcome. */
  seen: z.int(),
  kept: z.int(),
  /** Between decisions; gaps over five minutes are pauses. Of the document, not of a person. */
  minutes: z.int(),
})
export type DraftEffortCounts = z.infer<typeof draftEffortSchema>

export const draftRowSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  sha256: z.string(),
  characters: z.int(),
  at: z.string(),
  actor: z.string(),
  /** The version before this one. */
  previous: z.string().nullable(),
  /** A later version of the same document, when there is one. */
  next: z.string().nullable(),
  effort: draftEffortSchema,
})
export type DraftRow = z.infer<typeof draftRowSchema>

export const draftFieldRuleSchema = z.object({
  name: z.string(),
  label: bilingualSchema,
  form: z.enum(['text', 'choice', 'decimal', 'date', 'clauses']),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), label: bilingualSchema })),
})
export type DraftFieldForm = z.infer<typeof draftFieldRuleSchema>

export const draftDetailSchema = draftRowSchema.extend({
  text: z.string(),
  /** Stretches of the text that are none of the document: navigation of a web page, page numbers. */
  steppedOver: z.array(z.object({ start: z.int(), end: z.int() })),
  /** In the document's order. */
  items: z.array(draftItemSchema),
  forms: z.record(draftKindSchema, z.array(draftFieldRuleSchema)),
  /** Faults of the document itself: numbers that skip or come twice. */
  problems: z.array(problemSchema),
  /** What the version before had and this one has no more. */
  gone: z.array(z.object({ kind: draftKindSchema, clause: z.string().nullable(), words: z.string(), state: draftStateSchema })),
  /** Whoever asks has an act of its own here that can be undone. */
  canUndo: z.boolean(),
})
export type DraftDetail = z.infer<typeof draftDetailSchema>

export const draftVerdictSchema = z.strictObject({
  item: z.string().min(1).max(120),
  act: z.enum(['accept', 'reject', 'correct', 'add']),
  fields: draftFieldsSchema.optional(),
  added: z.strictObject({ kind: draftKindSchema, clause: z.string().max(120).nullable(), start: z.int(), end: z.int() }).optional(),
})
export const decideDraftSchema = z.strictObject({
  /** Made once for each act, so that a repeated request decides nothing twice. */
  request: z.uuid(),
  verdicts: z.array(draftVerdictSchema).min(1).max(2000),
})
export const undoDraftSchema = z.strictObject({ request: z.uuid() })

/** What changed by the act: items as they stand now; ids of additions that are no more. */
export const decidedSchema = z.object({ items: z.array(draftItemSchema), removed: z.array(z.string()), effort: draftEffortSchema, canUndo: z.boolean() })
export type Decided = z.infer<typeof decidedSchema>

export const draftPackSchema = z.object({
  /** Name for the folder. */
  name: z.string(),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  faults: z.array(problemSchema),
  open: z.object({
    undecided: z.array(z.object({ file: z.string(), count: z.int(), line: z.int() })),
    unread: z.int(),
    toWrite: z.object({ titles: z.int(), summaries: z.int(), english: z.int(), proofs: z.int(), names: z.int(), head: z.array(z.string()) }),
  }),
})
export type DraftPack = z.infer<typeof draftPackSchema>

const planDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
/** What the document does not say and a person gives: place, term, and whether whoever answers for a clause reports on it. */
export const buildChoicesQuery = z.strictObject({ place: placeCodeSchema.optional(), from: planDate.optional(), until: planDate.optional(), reported: z.enum(['yes', 'no']).default('no') })
/** The pack that the reviewed draft makes: what stands in it, and what is left for a person to write. */
export const builtPackSchema = z.object({
  name: z.string(),
  place: z.string(),
  inForce: z.object({ from: z.string(), until: z.string() }),
  counts: z.object({ clauses: z.int(), targets: z.int(), obligations: z.int(), duties: z.int(), bodies: z.int(), parameters: z.int(), documents: z.int() }),
  faults: z.array(problemSchema),
  open: z.array(bilingualSchema),
})
export type DraftBuild = z.infer<typeof builtPackSchema>

const byId = z.strictObject({ id: z.string().min(1).max(80) })
export const draftRoutes = {
  uploadDraft: { method: 'POST', path: '/api/drafts', zh: '由方案原文生成草稿', en: 'Draft a pack from a plan document', upload: true, response: draftRowSchema, needs: 'review' },
  getDrafts: { method: 'GET', path: '/api/drafts', zh: '方案草稿', en: 'Drafts', query: z.strictObject(pageQuery), response: pageOf(draftRowSchema), needs: 'read' },
  getDraft: { method: 'GET', path: '/api/drafts/:id', zh: '一份草稿', en: 'One draft', params: byId, response: draftDetailSchema, needs: 'read' },
  decideDraft: { method: 'POST', path: '/api/drafts/:id/decisions', zh: '审定', en: 'Decide items', params: byId, body: decideDraftSchema, response: decidedSchema, needs: 'review' },
  undoDraft: { method: 'POST', path: '/api/drafts/:id/undo', zh: '撤销自己的上一步', en: 'Undo the own latest act', params: byId, body: undoDraftSchema, response: decidedSchema, needs: 'review' },
  rereadDraft: { method: 'POST', path: '/api/drafts/:id/versions', zh: '读入新版原文', en: 'Read a new version', params: byId, upload: true, response: draftRowSchema, needs: 'review' },
  getDraftPack: { method: 'GET', path: '/api/drafts/:id/pack', zh: '草稿方案包与检查结果', en: 'The draft pack and its check', params: byId, response: draftPackSchema, needs: 'read' },
  exportDraftPack: { method: 'GET', path: '/api/drafts/:id/pack.zip', zh: '下载草稿方案包', en: 'Download the draft pack', params: byId, response: 'zip', needs: 'read' },
  getDraftBuild: { method: 'GET', path: '/api/drafts/:id/built', zh: '由草稿生成的方案包', en: 'The pack that a draft makes', params: byId, query: buildChoicesQuery, response: builtPackSchema, needs: 'read' },
  exportDraftBuild: { method: 'GET', path: '/api/drafts/:id/built.zip', zh: '导出方案包', en: 'Export as a pack', params: byId, query: buildChoicesQuery, response: 'zip', needs: 'read' },
} as const
