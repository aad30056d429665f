/** Reports on obligations that no query can prove: what an office says of one, for a place, by a named person on some authority. Append-only. */
import { z } from 'zod'
import { bilingualSchema, dateSchema, placeCodeSchema, placeSchema } from './scalars.ts'

export const reportStateSchema = z.enum(['done', 'under-way', 'not-begun'])
export type ReportState = z.infer<typeof reportStateSchema>

export const obligationReportSchema = z.object({
  no: z.int(),
  state: reportStateSchema,
  /** Exact decimal in the unit of the obligation's figure. */
  value: z.string().nullable(),
  unit: z.string().nullable(),
  on: z.string(),
  evidence: z.string().nullable(),
  reporter: z.string(),
  authority: z.string(),
  place: placeSchema,
  /** The office that recorded it, and when. */
  actor: bilingualSchema,
  at: z.string(),
  /** All of it in one line, place first. */
  line: bilingualSchema,
  /** Taken back by a later act: by whom and when. */
  undone: z.object({ actor: bilingualSchema, at: z.string(), authority: z.string() }).nullable(),
})
export type ObligationReport = z.infer<typeof obligationReportSchema>

/** What stands for an obligation of proof `reported`. */
export const obligationReportsSchema = z.object({
  by: z.object({ id: z.string(), name: bilingualSchema }),
  due: bilingualSchema,
  /** The figure that a report gives; null where the obligation has none. */
  figure: z.object({ unit: z.string(), unitName: bilingualSchema, asked: bilingualSchema.nullable() }).nullable(),
  /** The latest of each place that was not undone, widest place first. */
  standing: z.array(obligationReportSchema),
  /** Places that whoever asks may report for; `part`: the body sits higher, so only the own area's part. */
  mayReport: z.array(placeSchema.extend({ part: z.boolean() })),
})
export type ObligationReports = z.infer<typeof obligationReportsSchema>

const words = (most: number) => z.string().trim().min(1).max(most)
export const reportObligationSchema = z.strictObject({
  request: z.uuid(),
  obligation: z.string().min(1).max(80),
  place: placeCodeSchema,
  state: reportStateSchema,
  value: z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/).nullable().default(null),
  on: dateSchema,
  evidence: words(500).nullable().default(null),
  reporter: words(30),
  authority: words(120),
})
export const undoReportSchema = z.strictObject({ request: z.uuid(), report: z.int().positive(), authority: words(120) })

const byId = z.strictObject({ id: z.string().min(1).max(80) })
const history = z.object({ obligation: z.string(), says: bilingualSchema, reports: obligationReportsSchema, all: z.array(obligationReportSchema) })
export const obligationReportRoutes = {
  getObligationReports: { method: 'GET', path: '/api/plan/obligations/:id/reports', zh: '一项责任事项的报送记录', en: 'Reports on an obligation', params: byId, response: history, needs: 'read' },
  reportObligation: { method: 'POST', path: '/api/plan/reports', zh: '报送责任事项', en: 'Report on an obligation', body: reportObligationSchema, response: history, needs: 'report' },
  undoObligationReport: { method: 'POST', path: '/api/plan/reports/undo', zh: '撤回一次报送', en: 'Take a report back', body: undoReportSchema, response: history, needs: 'report' },
} as const
