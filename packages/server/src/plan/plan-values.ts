/** What the latest run and the reports say of the plan inside the actor's scope: targets with values, open items by clause. One reading for every page and file. */
import type { Actor, Target } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import { readIndicatorValues } from '../reading/indicators.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { readClauseCounts, readReported, targetsOf, type ClauseCount } from '../reading/plan-rows.ts'
import { readBodyPlaces, type RegisterPlace } from './body.ts'

export interface PlanValues {
  readonly targets: Target[]
  /** Undefined without a run. */
  readonly counts: readonly ClauseCount[] | undefined
  /** Day of the facts of the run. */
  readonly asOf: string | null
  readonly places: readonly RegisterPlace[]
}

/** `place`: only items inside that place are counted. */
export function readPlanValues(house: House, actor: Actor, place?: string): Promise<PlanValues> {
  return readInScope(house, actor, async (query, tx) => {
    const run = await readLatestRun(tx)
    const facts = run && runFactsOf(run)
    const computed = await readIndicatorValues(house.environment.dataFolder, facts)
    return {
      targets: targetsOf(house.pack, computed, await readReported(query), run !== undefined), counts: run && await readClauseCounts(query, run.runId, place), asOf: facts?.asOf ?? null,
      places: await readBodyPlaces(query),
    }
  })
}
