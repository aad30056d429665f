/** Imports and the lists that came of them. */
import { problem } from '@bangfu/kernel'
import { rejectedRowsWorkbook } from '@bangfu/register'
import type { ImportRow } from '../contract/index.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { cellProblemOf, problemsOfTable } from '../imports/cell-problems.ts'
import { ImportRoom, sheetsOf } from '../imports/import-room.ts'
import type { ImportRecord } from '../imports/import-store.ts'
import { jobOf } from '../jobs/job-words.ts'
import { readListPage, readListProblems, readRejectedRows } from '../reading/read-lists.ts'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function rowOf(record: ImportRecord): ImportRow {
  const { choices, upload } = record
  return {
    id: record.id, fileName: upload.fileName, sheet: sheetsOf(record).join('、') || null, layout: choices?.layout ?? null, source: choices?.source ?? null, asOf: choices?.asOf ?? null,
    period: choices?.delivery?.period ?? null, state: record.state, taken: record.taken, rejected: record.rejected, problems: record.problems, at: record.at, actor: record.actorName, sha256: upload.sha256,
  }
}

function pageOfRows<Row>(rows: readonly Row[], { page, size }: { page: number; size: number }) {
  return { total: rows.length, page, size, rows: rows.slice((page - 1) * size, page * size) }
}

type ImportRoutes = 'uploadImport' | 'takeSheet' | 'getImports' | 'getImport' | 'previewImport' | 'getImportProblems' | 'getRejected' | 'commitImport' | 'getLists'

export function importHandlers(house: House): Pick<Handlers, ImportRoutes> {
  const room = new ImportRoom(house)
  house.jobs.serve('import', (job, progress) => room.perform(job, progress), () => room.recover())
  return {
    uploadImport: async ({ file }, { actor }) => (await room.upload(file, actor)).upload,
    takeSheet: async ({ params, body }, { actor }) => (await room.takeSheet(await room.get(params.id, actor), actor, body.sheet)).upload,
    getImports: async ({ query }, { actor }) => pageOfRows((await room.store.list(actor.place.code)).map(rowOf), query),
    getImport: async ({ params }, { actor }) => {
      const record = await room.get(params.id, actor)
      return { ...rowOf(record), upload: record.upload, choices: record.choices, preview: record.preview, job: record.job }
    },
    previewImport: async ({ params, body }, { actor }) => room.preview(await room.get(params.id, actor), await sessionOf(house, actor), body),
    commitImport: async ({ params, body }, { actor }) => jobOf(await room.commit(await room.get(params.id, actor), await sessionOf(house, actor), body.preview)),
    getImportProblems: async ({ params, query }, { actor }) => {
      const record = await room.get(params.id, actor)
      if (!record.choices) return pageOfRows([], query)
      const { list } = record
      const problems = list === null
        ? problemsOfTable((await room.map(record, await sessionOf(house, actor), record.choices)).table)
        : await room.store.problems(record.id) ?? (await readInScope(house, actor, (read) => readListProblems(read, list))).map(cellProblemOf)
      return pageOfRows(query.code === undefined ? problems : problems.filter((p) => p.code === query.code), query)
    },
    getRejected: async ({ params }, { actor }) => {
      const record = await room.get(params.id, actor)
      const { choices, list } = record
      if (!choices) throw problem('server/not-found', { zhWhat: '试运行结果', enWhat: 'dry run' })
      const content = list === null
        ? await rejectedRowsWorkbook((await room.map(record, await sessionOf(house, actor), choices)).table)
        : await readInScope(house, actor, (read) => readRejectedRows(read, list, record))
      return { fileName: `待改正-${record.upload.fileName.replace(/\.\w+$/, '')}.xlsx`, mediaType: sheetType, content: Buffer.from(content) }
    },
    getLists: ({ query }, { actor }) => readInScope(house, actor, (read) => readListPage(read, query)),
  }
}
