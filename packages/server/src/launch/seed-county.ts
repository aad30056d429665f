/** First start: the places of the county out of the division table and its offices to pick. Run again it adds nothing. */
import { placeAt, placeLevel, problem, uuidv7, type PlaceLevel } from '@bangfu/kernel'
import { readDivisions, type Division } from '@bangfu/kernel/divisions'
import { listActors, seedActors, systemSession, withAction, type Register } from '@bangfu/register'

const above: Readonly<Record<PlaceLevel, PlaceLevel | undefined>> = { province: undefined, city: 'province', county: 'city', township: 'county', village: 'township' }

/** One statement for all places; a place that is there already keeps what it has. */
function loadPlaces(register: Register, divisions: readonly Division[]): Promise<void> {
  const levels = divisions.map((d) => placeLevel(d.code))
  const parents = divisions.map((d, i) => { const level = above[levels[i]!]; return level ? placeAt(d.code, level) ?? null : null })
  return withAction(register, systemSession, { kind: 'load-places', authority: 'GB/T 2260', requestId: `load-places:${uuidv7()}` }, async (tx) => {
    await tx.query(
      `insert into register.place (place, name, level, parent, action_id) select p.place, p.name, p.level, p.parent, $5::uuid from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as p(place, name, level, parent) on conflict (place) do nothing`,
      [divisions.map((d) => d.code), divisions.map((d) => d.name), levels, parents, tx.actionId])
  })
}

/** Returns true when the register had no offices before. */
export async function seedCounty(register: Register, county: string): Promise<boolean> {
  if ((await listActors(register)).length > 0) return false
  const divisions = readDivisions(county.slice(0, 2)).filter((d) => d.code.startsWith(county) || county.startsWith(d.code))
  const own = divisions.find((d) => d.code === county)
  const villages = divisions.filter((d) => placeLevel(d.code) === 'village')
  const townships = divisions.filter((d) => placeLevel(d.code) === 'township').map((d) => ({ place: d.code, name: d.name }))
  const village = villages[0]
  if (!own || !village) throw problem('server/bad-environment', { name: 'BANGFU_COUNTY', value: county, zhWhy: '区划表中没有这个县', enWhy: 'the division table has no such county' })
  await loadPlaces(register, divisions)
  await seedActors(register, { county, countyName: own.name, townships, village: { place: village.code, name: village.name } })
  return true
}

