/** Results of work items, given one by one or handed back in the workbook; each batch is one action. */
import { readFile } from 'node:fs/promises'
import { entities, problem, problemData, type EntityKey, type ProblemData } from '@bangfu/kernel'
import { findAnswer, questionField, readWorkResults } from '@bangfu/measures'
import { guardWholeWorkbook, recordResults, type ResultsOutcome as RegisterOutcome, type Session, type WorkResultInput } from '@bangfu/register'
import type { ResultsOutcome } from '../contract/index.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import type { Actor } from '../contract/index.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

/** What each question asks about, by item key. */
async function readEntities(query: ScopedQuery, keys: readonly string[]): Promise<ReadonlyMap<string, EntityKey>> {
  const rows = await query<{ item_key: string; entity: string }>('select distinct item_key, entity from register.work_item where item_key = any($1)', [keys])
  return new Map(rows.flatMap((row): [string, EntityKey][] => (row.entity in entities ? [[row.item_key, row.entity as EntityKey]] : [])))
}

/** The canonical answer in the form the register stores: several codes as a list. */
function storedAnswer(key: string, entity: EntityKey | undefined, canonical: string): string | readonly string[] {
  const field = questionField(entity, key.split(':').slice(2).join(':'))
  return field?.type.kind === 'codes' ? canonical.split(',') : canonical
}

const noticeCodes = new Set(['register/result-changed', 'register/row-settled'])

function rejectedOf(p: ProblemData): ResultsOutcome['rejected'][number] {
  const { row, item } = p.details
  return { row: typeof row === 'number' && row > 0 ? row : null, key: typeof item === 'string' ? item : null, problems: [p] }
}

function outcomeOf(outcomes: readonly RegisterOutcome[], before: readonly ProblemData[], blank: number): ResultsOutcome {
  const problems = outcomes.flatMap((o) => o.problems)
  return {
    action: outcomes[0]?.actionId ?? null, taken: outcomes.reduce((n, o) => n + o.recorded, 0), blank, unchanged: outcomes.reduce((n, o) => n + o.same, 0),
    notices: problems.filter((p) => noticeCodes.has(p.code)), rejected: [...before, ...problems.filter((p) => !noticeCodes.has(p.code))].map(rejectedOf),
  }
}

type Given = WorkResultInput & { readonly answeredOn?: string | undefined }

/** One action per day that answers are true of. */
async function record(house: House, session: Session, given: readonly Given[], requestId: string): Promise<RegisterOutcome[]> {
  const outcomes: RegisterOutcome[] = []
  for (const day of new Set(given.map((g) => g.answeredOn))) {
    const results = given.filter((g) => g.answeredOn === day)
    outcomes.push(await recordResults(house.register, session, results, { authority: session.nameZh, requestId: `results:${requestId}:${day ?? ''}`, ...(day !== undefined && { asOf: day }) }))
  }
  return outcomes
}

async function entitiesOf(house: House, actor: Actor, keys: readonly string[]): Promise<ReadonlyMap<string, EntityKey>> {
  return readInScope(house, actor, (query) => readEntities(query, keys))
}

/** Items that one request answers in two ways: which of them holds is not for the order to decide. */
function contradicted(items: readonly { readonly key: string; readonly result: string; readonly value?: unknown; readonly answeredOn?: unknown }[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const said = (item: (typeof items)[number]) => JSON.stringify([item.result, item.value, item.answeredOn])
  return new Set(items.flatMap((item) => {
    if (!first.has(item.key)) first.set(item.key, said(item))
    return first.get(item.key) === said(item) ? [] : [item.key]
  }))
}

export function workResultHandlers(house: House): Pick<Handlers, 'answerWorkItems' | 'uploadWorkItems'> {
  return {
    answerWorkItems: async ({ body }, { actor, requestId }) => {
      const known = await entitiesOf(house, actor, body.items.map((i) => i.key))
      const twice = contradicted(body.items)
      const faults: ProblemData[] = [...twice].map((item) => problemData('server/answered-twice', { item }))
      const given = body.items.flatMap((item): Given[] => {
        if (twice.has(item.key)) return []
        const base = { key: item.key, result: item.result, ...(item.note !== undefined && { note: item.note }), answeredOn: item.answeredOn }
        if (item.value === undefined) return [base]
        const name = item.key.split(':').slice(2).join(':')
        const field = questionField(known.get(item.key), name)
        const canonical = findAnswer(name.startsWith('match/') ? undefined : field, item.value)
        if (canonical !== undefined) return [{ ...base, answer: storedAnswer(item.key, known.get(item.key), canonical) }]
        faults.push(problemData('server/bad-answer', { item: item.key, zhField: field?.zh ?? '', enField: field?.en ?? '' }))
        return []
      })
      return outcomeOf(given.length === 0 ? [] : await record(house, await sessionOf(house, actor), given, requestId), faults, 0)
    },
    uploadWorkItems: async ({ file }, { actor, requestId }) => {
      if (file.bytes === 0) throw problem('imports/empty-file', { file: file.fileName })
      const bytes = await readFile(file.path)
      // What a few hundred kilobytes unpack to is bounded before anything is unpacked, as for an import.
      if (bytes.subarray(0, 2).toString('latin1') === 'PK') await guardWholeWorkbook(bytes, file.fileName)
      const first = await readWorkResults(bytes)
      const known = await entitiesOf(house, actor, first.results.map((r) => r.key))
      const { results, problems, blank } = await readWorkResults(bytes, { entityOf: (key) => known.get(key) })
      const given = results.map((r): Given => ({
        key: r.key, result: r.result, sheet: r.sheet, row: r.row, ...(r.note !== undefined && { note: r.note }), ...(r.answer !== undefined && { answer: storedAnswer(r.key, known.get(r.key), r.answer) }),
      }))
      return outcomeOf(given.length === 0 ? [] : await record(house, await sessionOf(house, actor), given, requestId), problems, blank)
    },
  }
}
