/** First start: the places of the county out of the division table and its offices to pick. Run again it adds nothing. */
import { placeAt, placeLevel, problem, uuidv7, type PlaceLevel } from '@bangfu/kernel'
import { readDivisions } from '@bangfu/kernel/divisions'
import type { Pack } from '@bangfu/plan'
import { listActors, loadDesignations, loadPlaces, seedActors, systemSession, type Register } from '@bangfu/register'

const above: Readonly<Record<PlaceLevel, PlaceLevel | undefined>> = { province: undefined, city: 'province', county: 'city', township: 'county', village: 'township' }

/** Returns true when the register had no offices before. */
export async function seedCounty(register: Register, county: string): Promise<boolean> {
  if ((await listActors(register)).length > 0) return false
  const divisions = readDivisions(county.slice(0, 2)).filter((d) => d.code.startsWith(county) || county.startsWith(d.code))
  const own = divisions.find((d) => d.code === county)
  const villages = divisions.filter((d) => placeLevel(d.code) === 'village')
  const townships = divisions.filter((d) => placeLevel(d.code) === 'township').map((d) => ({ place: d.code, name: d.name }))
  const village = villages[0]
  if (!own || !village) throw problem('server/bad-environment', { name: 'BANGFU_COUNTY', value: county, zhWhy: '区划表中没有这个县', enWhy: 'the division table has no such county' })
  const places = divisions.map((d) => {
    const level = placeLevel(d.code)
    const parent = above[level] && placeAt(d.code, above[level])
    return { place: d.code, name: d.name, level, ...(parent && { parent }) }
  })
  await loadPlaces(register, systemSession, places, { authority: 'GB/T 2260', requestId: `load-places:${uuidv7()}` })
  await seedActors(register, { county, countyName: own.name, townships, village: { place: village.code, name: village.name } })
  return true
}

/** A date printed as a year or a month begins on its first day. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** What the plan says places were declared to be (重点贫困县, …), with its dates and documents. */
export function designatePlaces(register: Register, pack: Pack): Promise<number> {
  const rows = pack.places.designations.map(({ place, kind, from, until, source }) => ({ place, kind, source, ...(from !== undefined && { validFrom: firstDay(from) }), ...(until !== undefined && { validTo: firstDay(until) }) }))
  return loadDesignations(register, systemSession, rows, { authority: pack.pack.document.title, requestId: `designations:${uuidv7()}` })
}
