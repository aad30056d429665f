/** 本县今天: figures of the register and of the latest run's work lists, each with the list behind it. */
import { countWorkItemsBy, type RunRow, type ScopedClient, type WorkItemFilter, type WorkListKind } from '@bangfu/register'
import type { Bilingual, TodayFigure } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { bodyWords, isDemonstration } from '../reading/pack-words.ts'
import { placeOf, readPlaceNames } from '../reading/places.ts'
import { figureOf, readDay, readNewestListDay, readRegisterFigures, type FigureShape } from '../reading/read-today.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

interface WorkFigure {
  readonly key: string
  readonly label: Bilingual
  readonly filters: Readonly<Record<string, string>>
}

const kindLabels: Readonly<Record<WorkListKind, Bilingual>> = {
  owed: { zh: '应享未享', en: 'entitled, not receiving' }, lead: { zh: '不应享而享线索', en: 'leads: receiving, not entitled' }, verify: { zh: '待核实', en: 'to verify' },
  unregistered: { zh: '名单有、库内无', en: 'on a list, not in the register' },
}

async function workFigure(query: ScopedQuery, tx: ScopedClient, run: RunRow | undefined, figure: WorkFigure): Promise<TodayFigure> {
  const shape: FigureShape = { ...figure, unit: figure.filters['kind'] === 'verify' ? 'question' : 'item', path: '/work-items' }
  if (!run) return figureOf(shape, [], new Map())
  const counts = [...await countWorkItemsBy(tx, run.runId, figure.filters as WorkItemFilter, 'township')].map(([township, count]) => ({ township: township === '' ? null : township, count }))
  return figureOf(shape, counts, await readPlaceNames(query, counts.map((c) => c.township)))
}

async function owedByDepartment(query: ScopedQuery, tx: ScopedClient, run: RunRow | undefined, house: House): Promise<TodayFigure[]> {
  if (!run) return []
  const departments = [...(await countWorkItemsBy(tx, run.runId, { kind: 'owed', state: 'open' }, 'department')).keys()].filter((id) => id !== '')
  const figures: TodayFigure[] = []
  for (const department of departments) {
    figures.push(await workFigure(query, tx, run, { key: `owed-${department}`, label: bodyWords(house.pack, department), filters: { kind: 'owed', state: 'open', department } }))
  }
  return figures.sort((a, b) => b.count - a.count)
}

/** Lists committed, or results taken, after the run's snapshot. */
async function isBehind(query: ScopedQuery, run: RunRow | undefined): Promise<boolean> {
  if (!run) return false
  const [row] = await query<{ behind: boolean }>('select exists (select from register.list where recorded_at > $1) or exists (select from register.work_result where at > $1) as behind', [run.recordedAt])
  return row?.behind ?? false
}

export function todayHandlers(house: House): Pick<Handlers, 'getToday'> {
  return {
    getToday: (_input, { actor }) => readInScope(house, actor, async (query, tx) => {
      const run = await readLatestRun(tx)
      const facts = run && runFactsOf(run)
      const last = house.pack.pack.inForce.until
      const day = await readDay(query, facts?.asOf, last)
      const { register, unsolved } = await readRegisterFigures(query, day)
      const kind = (k: WorkListKind) => workFigure(query, tx, run, { key: k, label: kindLabels[k], filters: { kind: k, state: 'open' } })
      const names = await readPlaceNames(query, [actor.place.code])
      return {
        place: placeOf(actor.place.code, names),
        run: facts ? { id: facts.id, asOf: facts.asOf, finishedAt: facts.finishedAt, period: null } : null,
        nextRunDay: (await readNewestListDay(query, last)) ?? null, behind: await isBehind(query, run), demonstration: isDemonstration(house.pack), register, unsolved,
        owed: await kind('owed'), owedByDepartment: await owedByDepartment(query, tx, run, house), verify: await kind('verify'), lead: await kind('lead'), unregistered: await kind('unregistered'),
        answered: await workFigure(query, tx, run, { key: 'answered', label: { zh: '已交回结果', en: 'results come back' }, filters: { state: 'answered' } }),
      }
    }),
  }
}
