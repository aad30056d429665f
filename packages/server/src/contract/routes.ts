/**
 * Every HTTP call: method, path, what goes in, what comes out, and what the actor must be able to do.
 * The server registers exactly these, OpenAPI is made from them, and the web's client is typed by them.
 */
import { z } from 'zod'
import { auditRoutes } from './audit.ts'
import { compareRoutes } from './compare.ts'
import { draftRoutes } from './drafts.ts'
import { coverageRowsQuery, coverageRowsSchema, coverageSchema } from './coverage.ts'
import { dutyListExportQuery, dutyListQuery, dutyListSchema, matrixExportQuery, matrixSchema } from './duties.ts'
import { commitSchema, importChoicesSchema, importDetailSchema, importProblemsQuery, importProblemsSchema, importsQuery, importsSchema, listsSchema, previewSchema, takeSheetSchema, uploadedSchema } from './imports.ts'
import { obligationReportRoutes } from './obligation-reports.ts'
import { attachedSchema, clauseDetailSchema, indicatorRowsQuery, planSchema, targetSchema } from './plan.ts'
import { quantitiesExportQuery, quantitiesQuery, quantitiesSchema } from './quantities.ts'
import { householdSchema, householdsQuery, householdsSchema, personsQuery, personsSchema, revealSchema, revealedSchema, thingRowSchema, thingsQuery, thingsSchema } from './register.ts'
import { jobSchema, prunedRunsSchema, pruneRunsSchema, runSchema, runsSchema, startRunSchema } from './runs.ts'
import { pageOf, pageQuery } from './scalars.ts'
import { chooseActorSchema, sessionSchema, type Capability } from './session.ts'
import { healthSchema, placesSchema, vocabularySchema } from './surroundings.ts'
import { todaySchema } from './today.ts'
import { whyQuery, whySchema } from './why.ts'
import { resultsInputSchema, resultsOutcomeSchema, workItemCountsSchema, workItemExportQuery, workItemFiltersSchema, workItemsQuery, workItemsSchema } from './work-items.ts'

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly zh: string
  readonly en: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  /** Multipart with one part named `file` instead of a JSON body. */
  readonly upload?: true
  /** JSON answer, or the media type of the file that is sent. */
  readonly response: z.ZodType | 'xlsx' | 'xlsx-or-csv' | 'docx' | 'zip'
  /** `none`: works before an actor is picked. `read`: any actor, inside the own scope. */
  readonly needs: 'none' | 'read' | Capability
}

const byId = z.strictObject({ id: z.string().min(1).max(80) })
const byTarget = z.strictObject({ target: z.string().min(1).max(80) })
const paged = z.strictObject(pageQuery)

export const routes = {
  getHealth: { method: 'GET', path: '/api/health', zh: '运行状况', en: 'Is the server well', response: healthSchema, needs: 'none' },
  getSession: { method: 'GET', path: '/api/session', zh: '可选角色与当前角色', en: 'Actors to pick and the current one', response: sessionSchema, needs: 'none' },
  chooseActor: { method: 'POST', path: '/api/session', zh: '选择角色', en: 'Pick an actor', body: chooseActorSchema, response: sessionSchema, needs: 'none' },
  getVocabulary: { method: 'GET', path: '/api/vocabulary', zh: '字段、代码与结果用语', en: 'Words: fields, codes, results', response: vocabularySchema, needs: 'read' },
  getPlaces: { method: 'GET', path: '/api/places', zh: '辖区', en: 'Places of the scope', response: placesSchema, needs: 'read' },
  getToday: { method: 'GET', path: '/api/today', zh: '本县今天', en: 'Today', response: todaySchema, needs: 'read' },

  getPlan: { method: 'GET', path: '/api/plan', zh: '方案', en: 'The plan', response: planSchema, needs: 'read' },
  getClause: { method: 'GET', path: '/api/plan/clauses/:id', zh: '条款', en: 'One clause', params: byId, response: clauseDetailSchema, needs: 'read' },
  attachDocument: { method: 'POST', path: '/api/plan/document', zh: '附上方案原文', en: 'Attach the plan document', upload: true, response: attachedSchema, needs: 'attach' },
  getMatrix: { method: 'GET', path: '/api/plan/matrix', zh: '责任矩阵', en: 'Who answers for what', response: matrixSchema, needs: 'read' },
  exportMatrix: { method: 'GET', path: '/api/plan/matrix.xlsx', zh: '下载责任矩阵', en: 'Download the matrix', query: matrixExportQuery, response: 'xlsx', needs: 'read' },
  getDutyList: { method: 'GET', path: '/api/plan/duties/:id', zh: '责任清单', en: 'Duties of a body', params: byId, query: dutyListQuery, response: dutyListSchema, needs: 'read' },
  exportDutyList: { method: 'GET', path: '/api/plan/duties/:id/list.docx', zh: '下载责任清单', en: 'Download the duties of a body', params: byId, query: dutyListExportQuery, response: 'docx', needs: 'read' },
  getQuantities: { method: 'GET', path: '/api/plan/quantities', zh: '数量表', en: 'Quantities of the plan', query: quantitiesQuery, response: quantitiesSchema, needs: 'read' },
  exportQuantities: { method: 'GET', path: '/api/plan/quantities.xlsx', zh: '下载数量表', en: 'Download the quantities', query: quantitiesExportQuery, response: 'xlsx', needs: 'read' },
  getCoverage: { method: 'GET', path: '/api/plan/coverage', zh: '覆盖情况', en: 'How far the pack binds the plan', response: coverageSchema, needs: 'read' },
  getCoverageRows: { method: 'GET', path: '/api/plan/coverage/rows', zh: '覆盖情况背后的清单', en: 'What a count of the coverage counts', query: coverageRowsQuery, response: coverageRowsSchema, needs: 'read' },
  getIndicators: { method: 'GET', path: '/api/indicators', zh: '目标完成情况', en: 'Targets with values', response: z.object({ rows: z.array(targetSchema) }), needs: 'read' },
  getIndicatorRows: { method: 'GET', path: '/api/indicators/:target/rows', zh: '目标背后的名单', en: 'Who is behind a target', params: byTarget, query: indicatorRowsQuery.extend(pageQuery).strict(), response: pageOf(thingRowSchema.extend({ householdId: z.string().nullable() })), needs: 'read' },

  getPersons: { method: 'GET', path: '/api/persons', zh: '查人', en: 'Find people', query: personsQuery, response: personsSchema, needs: 'read' },
  getHouseholds: { method: 'GET', path: '/api/households', zh: '查户', en: 'Find households', query: householdsQuery, response: householdsSchema, needs: 'read' },
  getHousehold: { method: 'GET', path: '/api/households/:id', zh: '一户一档', en: 'One household', params: byId, response: householdSchema, needs: 'read' },
  revealHousehold: { method: 'POST', path: '/api/households/:id/reveal', zh: '显示完整证件号（留痕）', en: 'Unmask identity (logged)', params: byId, body: revealSchema, response: revealedSchema, needs: 'reveal' },
  getVillages: { method: 'GET', path: '/api/villages', zh: '行政村', en: 'Villages', query: thingsQuery, response: thingsSchema, needs: 'read' },
  getFacilities: { method: 'GET', path: '/api/facilities', zh: '设施', en: 'Facilities', query: thingsQuery, response: thingsSchema, needs: 'read' },
  getWhy: { method: 'GET', path: '/api/why', zh: '为什么', en: 'Why', query: whyQuery, response: whySchema, needs: 'read' },

  getWorkItems: { method: 'GET', path: '/api/work-items', zh: '工作清单', en: 'Work list', query: workItemsQuery, response: workItemsSchema, needs: 'read' },
  getWorkItemCounts: { method: 'GET', path: '/api/work-items/counts', zh: '工作清单计数', en: 'Counts of the work list', query: workItemFiltersSchema, response: workItemCountsSchema, needs: 'read' },
  answerWorkItems: { method: 'POST', path: '/api/work-items/results', zh: '填写结果', en: 'Give results', body: resultsInputSchema, response: resultsOutcomeSchema, needs: 'answer' },
  exportWorkItems: { method: 'GET', path: '/api/work-items/export', zh: '下载清单', en: 'Download the list', query: workItemExportQuery, response: 'xlsx-or-csv', needs: 'read' },
  uploadWorkItems: { method: 'POST', path: '/api/work-items/upload', zh: '交回清单', en: 'Hand the list back', upload: true, response: resultsOutcomeSchema, needs: 'answer' },

  uploadImport: { method: 'POST', path: '/api/imports', zh: '上传文件', en: 'Upload a file', upload: true, response: uploadedSchema, needs: 'import' },
  getImports: { method: 'GET', path: '/api/imports', zh: '导入记录', en: 'Imports so far', query: importsQuery, response: importsSchema, needs: 'read' },
  getImport: { method: 'GET', path: '/api/imports/:id', zh: '一次导入', en: 'One import', params: byId, response: importDetailSchema, needs: 'read' },
  takeSheet: { method: 'POST', path: '/api/imports/:id/sheets', zh: '再读一张工作表', en: 'Take a further sheet of the file', params: byId, body: takeSheetSchema, response: uploadedSchema, needs: 'import' },
  previewImport: { method: 'POST', path: '/api/imports/:id/preview', zh: '试运行', en: 'Dry run', params: byId, body: importChoicesSchema, response: previewSchema, needs: 'import' },
  getImportProblems: { method: 'GET', path: '/api/imports/:id/problems', zh: '导入问题', en: 'Problems of an import', params: byId, query: importProblemsQuery, response: importProblemsSchema, needs: 'read' },
  getRejected: { method: 'GET', path: '/api/imports/:id/rejected.xlsx', zh: '待改行文件', en: 'Rows to correct, as a file', params: byId, response: 'xlsx', needs: 'import' },
  commitImport: { method: 'POST', path: '/api/imports/:id/commit', zh: '入库', en: 'Commit', params: byId, body: commitSchema, response: jobSchema, needs: 'import' },
  getLists: { method: 'GET', path: '/api/lists', zh: '已入库清单', en: 'Lists committed', query: paged, response: listsSchema, needs: 'read' },

  startRun: { method: 'POST', path: '/api/runs', zh: '开始核算', en: 'Start a run', body: startRunSchema, response: jobSchema, needs: 'run' },
  pruneRuns: { method: 'POST', path: '/api/runs/prune', zh: '清理旧的清单', en: 'Take away old lists', body: pruneRunsSchema, response: prunedRunsSchema, needs: 'run' },
  getRuns: { method: 'GET', path: '/api/runs', zh: '核算记录', en: 'Runs so far', response: runsSchema, needs: 'read' },
  getRun: { method: 'GET', path: '/api/runs/:id', zh: '一次核算', en: 'One run', params: byId, response: runSchema, needs: 'read' },
  getJob: { method: 'GET', path: '/api/jobs/:id', zh: '进度', en: 'Progress of long work', params: byId, response: jobSchema, needs: 'read' },

  ...draftRoutes,
  ...compareRoutes,
  ...auditRoutes,
  ...obligationReportRoutes,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
type Input<T> = T extends z.ZodType ? z.input<T> : never
type Output<T> = T extends z.ZodType ? z.output<T> : Blob

/** What a caller gives: only the parts that the route has. */
export type RouteInput<N extends RouteName> = {
  readonly [P in 'params' | 'query' | 'body' as P extends keyof (typeof routes)[N] ? P : never]: P extends keyof (typeof routes)[N] ? Input<(typeof routes)[N][P]> : never
} & ((typeof routes)[N] extends { upload: true } ? { readonly file: File } : unknown)

/** What a caller gets: JSON by its schema, or a file. */
export type RouteOutput<N extends RouteName> = Output<(typeof routes)[N]['response']>

