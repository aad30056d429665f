/** What the latest run and the reports say of the plan inside the actor's scope: targets with values, open items by clause. One reading for every page and file. */
import type { Actor, Target } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import { readIndicatorCounts } from '../reading/indicators.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { readClauseCounts, readReported, targetsOf, type ClauseCount } from '../reading/plan-rows.ts'
import { reportedFigures, type ReportsRead } from '../reports/obligation-reports.ts'
import { readReports } from '../reports/report-store.ts'
import { readBodyPlaces, type RegisterPlace } from './body.ts'
import { coverageOf } from './obligation-words.ts'

/** '0' is the scope without bounds. */
const isWithin = (place: string, scope: string): boolean => scope === '0' || place.startsWith(scope)

export interface PlanValues {
  readonly targets: Target[]
  /** Undefined without a run. */
  readonly counts: readonly ClauseCount[] | undefined
  /** Day of the facts of the run. */
  readonly asOf: string | null
  readonly places: readonly RegisterPlace[]
  /** What offices reported on obligations. */
  readonly reports: ReportsRead
}

/** `place`: only what lies inside that place is counted; it must lie in the actor's scope or contain it. */
export function readPlanValues(house: House, actor: Actor, place?: string): Promise<PlanValues> {
  return readInScope(house, actor, async (query, tx) => {
    const run = await readLatestRun(tx)
    const facts = run && runFactsOf(run)
    const where = place !== undefined && isWithin(place, actor.place.code) ? place : actor.place.code
    const counted = await readIndicatorCounts(house.environment.dataFolder, facts, where)
    const places = await readBodyPlaces(query)
    const rows = await readReports(query, house.pack.pack.id)
    const reported = new Map(await readReported(query))
    for (const [target, figure] of reportedFigures(house.pack, coverageOf(house.pack).obligations, rows)) if ((reported.get(target)?.at ?? '') < figure.at) reported.set(target, figure)
    return {
      targets: targetsOf(house.pack, counted, reported, run !== undefined, where), counts: run && await readClauseCounts(query, run.runId, place), asOf: facts?.asOf ?? null,
      places, reports: { rows, places, actor },
    }
  })
}
