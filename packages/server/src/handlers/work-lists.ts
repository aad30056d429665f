/** Work lists on pages and out as files. Answers come back through work-results. */
import { problem, uuidv7 } from '@bangfu/kernel'
import { writeWorkList } from '@bangfu/measures'
import { countWorkItems, countWorkItemFacets, findWorkItems, recordExport, type RunRow, type ScopedClient, type WorkItemFacet, type WorkItemFilter, type WorkItemRow } from '@bangfu/register'
import type { Bilingual } from '../contract/index.ts'
import { queryOf, readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers, SentFile } from '../http/handler.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { readItemFacts } from '../reading/item-facts.ts'
import { bodyWords, measureWords } from '../reading/pack-words.ts'
import { readPlaceNames } from '../reading/places.ts'
import { csvHead, csvLines } from '../reading/work-items-csv.ts'
import { workItemFilterOf, workItemOf, workListItemOf, workListNameOf } from '../reading/work-item-rows.ts'

async function requireRun(tx: ScopedClient): Promise<RunRow> {
  const run = await readLatestRun(tx)
  if (!run) throw problem('server/no-run')
  return run
}

const kindWords: Readonly<Record<string, Bilingual>> = {
  owed: { zh: '应享未享', en: 'entitled, not receiving' }, lead: { zh: '不应享而享线索', en: 'leads' }, verify: { zh: '待核实', en: 'to verify' }, unregistered: { zh: '名单有、库内无', en: 'on a list, not in the register' },
  open: { zh: '未办', en: 'open' }, answered: { zh: '已交回', en: 'answered' },
}
const noKey: Bilingual = { zh: '（未明）', en: '(not known)' }

async function facet(house: House, tx: ScopedClient, counted: ReadonlyMap<string, number>, name: WorkItemFacet) {
  const counts = [...counted]
  const names = name === 'township' ? await readPlaceNames(queryOf(tx), counts.map(([key]) => key)) : undefined
  const label = (key: string): Bilingual => {
    if (key === '') return noKey
    if (name === 'measure') return measureWords(house.pack, key).name
    if (name === 'department') return bodyWords(house.pack, key)
    const place = names?.get(key)
    return place === undefined ? kindWords[key] ?? { zh: key, en: key } : { zh: place, en: place }
  }
  return counts.map(([key, count]) => ({ key, label: label(key), count }))
}

/** Rows asked for at a time while a file is put together. */
const exportPage = 5000
/** A workbook goes to one office; beyond this a CSV is the right form. */
const workbookLimit = 50_000

async function allItems(tx: ScopedClient, runId: string, filter: WorkItemFilter, take: (rows: readonly WorkItemRow[]) => void, limit = Infinity): Promise<void> {
  for (let offset = 0; offset < limit; offset += exportPage) {
    const rows = await findWorkItems(tx, runId, filter, { offset, limit: exportPage, sort: 'place' })
    take(rows)
    if (rows.length < exportPage) return
  }
}

async function workbook(house: House, tx: ScopedClient, run: RunRow, filter: WorkItemFilter, language: 'zh' | 'en'): Promise<SentFile> {
  if (filter.place === undefined || filter.place.length < 9) throw problem('server/export-needs-place')
  const rows: WorkItemRow[] = []
  await allItems(tx, run.runId, { ...filter, state: 'open' }, (page) => rows.push(...page), workbookLimit)
  const names = await readPlaceNames(queryOf(tx), [filter.place])
  const name = names.get(filter.place) ?? filter.place
  const bytes = await writeWorkList({
    items: rows.map(workListItemOf), names: new Map(rows.map((row) => [row.subjectId, workListNameOf(row)])), pack: house.pack,
    township: { code: filter.place, name }, run: { id: run.runId, asOf: runFactsOf(run).asOf }, language,
  })
  const fileName = language === 'zh' ? `${name}工作清单-${runFactsOf(run).asOf}.xlsx` : `work-list-${filter.place}-${runFactsOf(run).asOf}.xlsx`
  return { fileName, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: Buffer.from(bytes) }
}

async function csv(house: House, tx: ScopedClient, run: RunRow, filter: WorkItemFilter, language: 'zh' | 'en'): Promise<SentFile> {
  const parts = [csvHead(language)]
  await allItems(tx, run.runId, filter, (rows) => parts.push(csvLines(rows, house.pack, language)))
  return { fileName: `work-items-${runFactsOf(run).asOf}.csv`, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(parts.join('')) }
}

export function workListHandlers(house: House): Pick<Handlers, 'getWorkItems' | 'getWorkItemCounts' | 'exportWorkItems'> {
  return {
    getWorkItems: ({ query }, { actor }) => readInScope(house, actor, async (read, tx) => {
      const run = await readLatestRun(tx)
      const { page, size, sort } = query
      if (!run) return { total: 0, page, size, rows: [] }
      const filter = workItemFilterOf(query)
      const rows = await findWorkItems(tx, run.runId, filter, { offset: (page - 1) * size, limit: size, sort })
      const facts = await readItemFacts(read, house.pack, rows)
      return { total: await countWorkItems(tx, run.runId, filter), page, size, rows: rows.map((row) => workItemOf(row, house.pack, facts.get(row.itemKey) ?? [])) }
    }),
    getWorkItemCounts: ({ query }, { actor }) => readInScope(house, actor, async (_query, tx) => {
      const run = await readLatestRun(tx)
      if (!run) return { total: 0, kinds: [], measures: [], departments: [], townships: [], states: [] }
      const { total, facets } = await countWorkItemFacets(tx, run.runId, workItemFilterOf(query))
      const of = (name: WorkItemFacet) => facet(house, tx, facets[name], name)
      return {
        total, kinds: await of('kind'), measures: await of('measure'),
        departments: await of('department'), townships: await of('township'), states: await of('state'),
      }
    }),
    exportWorkItems: async ({ query }, { actor, language }) => {
      const filter = workItemFilterOf(query)
      const [run, file] = await readInScope(house, actor, async (_query, tx) => {
        const latest = await requireRun(tx)
        const write = query.format === 'xlsx' ? workbook : csv
        return [latest, await write(house, tx, latest, filter, query.language ?? language)] as const
      })
      // What left as a file may come back: its run's lists must stay.
      await recordExport(house.register, await sessionOf(house, actor), { runId: run.runId, format: query.format, ...(filter.place && { place: filter.place }) }, { authority: file.fileName, requestId: uuidv7() })
      return file
    },
  }
}
