/** Makes a county on real division codes: its townships, villages, households, clinics. One seed, one county. */
import { placeLevel, type DivisionCode, type PlainDate } from '@bangfu/kernel'
import { readDivisions } from '@bangfu/kernel/divisions'
import { IdentityMint } from './identity.ts'
import { makeHousehold } from './population.ts'
import { makeRandom } from './random.ts'
import type { County, Township, Village } from './world.ts'

export interface CountyOptions {
  readonly seed: number
  /** Six-digit code of a Liaoning county. */
  readonly county: DivisionCode
  /** Registered persons, met to within one household. */
  readonly people: number
  readonly asOf: PlainDate
  /** At most so many townships; all when absent. */
  readonly townships?: number
}

export function makeCounty(options: CountyOptions): County {
  const divisions = readDivisions(options.county.slice(0, 2)).filter((d) => d.code.startsWith(options.county))
  const county = divisions.find((d) => d.code === options.county)
  if (!county) throw new RangeError(`division ${options.county} is not in the table`)
  const townships = divisions.filter((d) => placeLevel(d.code) === 'township').slice(0, options.townships)
  const mint = new IdentityMint()
  let serial = 0
  const nextHouseholdNo = (): string => `${options.county}${String((serial += 1)).padStart(8, '0')}`
  const perTownship = Math.ceil(options.people / Math.max(1, townships.length))
  let made = 0
  const result = townships.map((township): Township => {
    const random = makeRandom(options.seed, Number(township.code))
    const villages = divisions.filter((d) => d.code.length === 12 && d.code.startsWith(township.code)).map((d): Village => ({
      code: d.code, name: d.name, poor: random.chance(0.3), exited: random.chance(0.5), plazaMeets: random.chance(0.02) ? undefined : random.chance(0.7), households: [],
    }))
    const goal = Math.min(options.people, made + perTownship)
    for (let i = 0; made < goal && villages.length > 0; i += 1) {
      const village = villages[i % villages.length]!
      const household = makeHousehold({ random, mint, asOf: options.asOf, nextHouseholdNo }, village.code)
      village.households.push(household)
      made += household.members.length
    }
    const clinic = { name: `${township.name}卫生院`, township: township.code, meets: random.chance(0.1) ? undefined : random.chance(0.6), byGovernment: random.chance(0.95), area: random.between(600, 3200) }
    return { code: township.code, name: township.name, villages, clinic }
  })
  const city = readDivisions(options.county.slice(0, 2)).find((d) => d.code === options.county.slice(0, 4))
  return { code: options.county, name: county.name, city: city?.name ?? '', asOf: options.asOf, townships: result }
}
