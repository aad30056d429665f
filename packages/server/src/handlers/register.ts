/** Lists of the register: people, households, villages, facilities, places of the scope. */
import type { ScopedClient } from '@bangfu/register'
import { readInScope, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { readHouseholdPage, readPersonPage } from '../reading/read-register-lists.ts'
import { readThingPage } from '../reading/read-things.ts'
import { readDay } from '../reading/read-today.ts'
import { searchHouseholds, searchPage } from '../reading/search-page.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

async function dayOf(house: House, query: ScopedQuery, tx: ScopedClient): Promise<string> {
  const run = await readLatestRun(tx)
  return readDay(query, run && runFactsOf(run).asOf, house.pack.pack.inForce.until)
}

export function registerHandlers(house: House): Pick<Handlers, 'getPersons' | 'getHouseholds' | 'getVillages' | 'getFacilities' | 'getPlaces'> {
  return {
    getPersons: ({ query: filters }, { actor }) => readInScope(house, actor, async (query, tx) => {
      const text = filters.q?.trim()
      if (text) return searchPage(query, tx, text, filters)
      return { ...await readPersonPage(query, await dayOf(house, query, tx), filters), kind: 'all' as const }
    }),
    getHouseholds: ({ query: filters }, { actor }) => readInScope(house, actor, async (query, tx) => {
      const ids = filters.q?.trim() ? await searchHouseholds(tx, filters.q.trim()) : undefined
      return readHouseholdPage(query, await dayOf(house, query, tx), { ...filters, ...(ids && { ids }) })
    }),
    getVillages: ({ query: filters }, { actor }) => readInScope(house, actor, (query) => readThingPage(query, 'village', filters)),
    getFacilities: ({ query: filters }, { actor }) => readInScope(house, actor, (query) => readThingPage(query, 'facility', filters)),
    getPlaces: (_input, { actor }) => readInScope(house, actor, async (query) => {
      const places = await query<{ code: string; name: string; level: 'province' | 'city' | 'county' | 'township' | 'village'; parent: string | null }>(
        `select place as code, name, level, parent from register.place where place >= $1 and place < $2 order by length(place), place`, [actor.place.code, `${actor.place.code}:`])
      return { root: actor.place.code, places }
    }),
  }
}
