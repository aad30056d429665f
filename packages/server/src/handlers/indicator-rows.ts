/** Who is behind a target: the subjects that the latest run counted, found missing or could not tell, inside the actor's scope. */
import { entities, placeRange, problem, type DivisionCode, type EntityKey } from '@bangfu/kernel'
import { runTableSql } from '@bangfu/measures'
import type { House } from '../house/house.ts'
import { readInScope } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { factColumnsSql, factsOfRow, readOrigins, type FactRow } from '../reading/fact-rows.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { placeOf, readPlaceNames } from '../reading/places.ts'
import { withRunFiles } from '../reading/run-files.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

interface IndicatorSubject {
  readonly [column: string]: string | null
  readonly entity: string
  readonly subject_id: string
}

const states = { counted: 'counted', gap: 'missing', unknown: 'unknown' } as const

const nameSql: Readonly<Record<EntityKey, string>> = { person: 't.name', household: 't.head_name', village: 'n.name', facility: 't.facility_name' }
const householdSql: Readonly<Record<EntityKey, string>> = { person: 't.household_id::text', household: 't.household_id::text', village: 'null::text', facility: 'null::text' }

async function readSubjects(query: ScopedQuery, entity: EntityKey, ids: readonly string[]) {
  const rows = await query<FactRow & { shown_name: string | null; household: string | null }>(
    `select ${factColumnsSql(entity, 't')}, ${nameSql[entity]} as shown_name, ${householdSql[entity]} as household from unnest($1::uuid[]) with ordinality as wanted(id, position)
     join register.${entity}_current t on t.${entity}_id = wanted.id left join register.place n on n.place = t.place order by wanted.position`, [ids])
  const [origins, names] = [await readOrigins(query, rows), await readPlaceNames(query, rows.map((row) => row.place))]
  return rows.map((row) => ({ id: row.id, name: row.shown_name, place: placeOf(row.place, names), householdId: row.household, facts: factsOfRow(entity, row, origins) }))
}

export function indicatorRowHandlers(house: House): Pick<Handlers, 'getIndicatorRows'> {
  return {
    getIndicatorRows: async ({ params, query: { which, page, size } }, { actor }) => {
      if (!house.pack.targets.targets.some((t) => t.id === params.target)) throw problem('server/not-found', { zhWhat: '目标', enWhat: 'target' })
      const run = await readInScope(house, actor, async (_query, tx) => readLatestRun(tx))
      const { from, to } = placeRange(actor.place.code as DivisionCode)
      const found = await withRunFiles(house.environment.dataFolder, run && runFactsOf(run), async (database, folder) => {
        const parameters = { target: params.target, state: states[which], from, to }
        const where = `FROM ${runTableSql(folder, 'indicator_rows')} WHERE target = $target AND state = $state AND place >= $from AND place < $to`
        const [count] = await database.all<{ n: bigint }>(`SELECT count(*) AS n ${where}`, { parameters })
        const rows = await database.all<IndicatorSubject>(`SELECT entity, subject_id ${where} ORDER BY place, subject_id LIMIT ${size} OFFSET ${(page - 1) * size}`, { parameters })
        return { total: Number(count?.n ?? 0n), rows }
      })
      const entity = found?.rows[0]?.entity
      if (!found || entity === undefined || !(entity in entities)) return { total: found?.total ?? 0, page, size, rows: [] }
      const rows = await readInScope(house, actor, (query) => readSubjects(query, entity as EntityKey, found.rows.map((r) => r.subject_id)))
      return { total: found.total, page, size, rows }
    },
  }
}
