/** Everybody's numbered duty and the plan's figures, as tables on pages and as files. */
import type { Actor } from '../contract/index.ts'
import type { House } from '../house/house.ts'
import { readInScope } from '../house/house.ts'
import type { Handlers, SentFile } from '../http/handler.ts'
import { readBodyPlaces } from '../plan/body.ts'
import { coverageCounts } from '../plan/coverage.ts'
import { coverageLists, coverageRows } from '../plan/coverage-lists.ts'
import { dutyListOf } from '../plan/duty-list.ts'
import { countBy, findQuantities } from '../plan/find-quantities.ts'
import { matrixOf } from '../plan/matrix.ts'
import { matrixTable } from '../plan/matrix-workbook.ts'
import { readPlanValues } from '../plan/plan-values.ts'
import { writePlanWorkbook } from '../plan/plan-workbook.ts'
import { quantitiesOf } from '../plan/quantities.ts'
import { readReports } from '../reports/report-store.ts'
import { quantitiesTable } from '../plan/quantities-workbook.ts'

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Names = 'getMatrix' | 'exportMatrix' | 'getDutyList' | 'exportDutyList' | 'getQuantities' | 'exportQuantities' | 'getCoverage' | 'getCoverageRows'

export function planTableHandlers(house: House): Pick<Handlers, Names> {
  const { pack } = house
  const readMatrix = (actor: Actor) => readInScope(house, actor, async (query) => matrixOf(pack, await readBodyPlaces(query), await readReports(query, pack.pack.id)))
  const workbook = async (name: string, content: Promise<Buffer>): Promise<SentFile> => ({ fileName: `${name}.xlsx`, mediaType: sheet, content: await content })
  return {
    getCoverage: async () => coverageCounts(pack),
    getCoverageRows: async ({ query: { list, kind, page, size } }) => {
      const rows = coverageRows(pack, list, kind)
      return { total: rows.length, page, size, rows: rows.slice((page - 1) * size, page * size), label: coverageLists[list].label }
    },
    getMatrix: (_input, { actor }) => readMatrix(actor),
    exportMatrix: async ({ query }, context) => {
      const language = query.language ?? context.language
      const matrix = await readMatrix(context.actor)
      return workbook(language === 'zh' ? '责任矩阵' : 'who-answers-for-what', writePlanWorkbook(matrixTable(matrix, language), language))
    },
    getDutyList: async ({ params, query: { place } }, { actor }) => dutyListOf(pack, params.id, await readPlanValues(house, actor, place), place),
    exportDutyList: async ({ params, query }, context) => {
      const language = query.language ?? context.language
      const list = dutyListOf(pack, params.id, await readPlanValues(house, context.actor, query.place), query.place)
      // Loaded with the first such file: the start has no need of it.
      const { writeDutyDocument } = await import('../plan/duty-document.ts')
      return { fileName: `${list.heading[language]}${language === 'zh' ? '责任清单' : ' duties'}.docx`, mediaType: document, content: await writeDutyDocument(list, language) }
    },
    getQuantities: async ({ query: { page, size, ...filter } }, context) => {
      const { targets, places } = await readPlanValues(house, context.actor)
      const all = quantitiesOf(pack, targets, places)
      const found = findQuantities(all, filter, filter.language ?? context.language)
      return { total: found.length, page, size, rows: found.slice((page - 1) * size, page * size), held: countBy(all, 'held'), states: countBy(all, 'state') }
    },
    exportQuantities: async ({ query }, context) => {
      const language = query.language ?? context.language
      const { targets, places, asOf } = await readPlanValues(house, context.actor)
      const found = findQuantities(quantitiesOf(pack, targets, places), query, language)
      return workbook(language === 'zh' ? '数量表' : 'quantities', writePlanWorkbook(quantitiesTable(found, pack.pack.title[language], asOf, language), language))
    },
  }
}
