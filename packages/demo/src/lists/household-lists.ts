/** Help given to whole households: rebuilt houses and water; rows name the head. */
import { plantForEntitled, type Plant } from '../plants.ts'
import type { Three } from '../truth/three.ts'
import type { Household, MeasureId } from '../world.ts'
import type { IdentityMint } from '../identity.ts'
import { neighbourhood, type Office } from './county-lists.ts'
import { fittingPlant, Listed } from './listed.ts'

export function* householdsOfOffice(office: Office): Generator<Household> {
  for (const township of office.county.townships) for (const village of township.villages) yield* village.households
}

/** The list of finished works and the truth of every household of the county. */
export function makeHouseholdList(office: Office, measure: MeasureId, eligible: (household: Household) => Three, mint: IdentityMint): Listed {
  const listed = new Listed(neighbourhood(office, mint))
  const plants = new Map<string, Plant>()
  for (const household of householdsOfOffice(office)) {
    const head = household.members[0]!
    const drawn = eligible(household) === true ? fittingPlant(plantForEntitled(office.random), head, household) : 'missing'
    // Whose number of the household stands there makes no difference to a list of households.
    const plant = drawn === 'other-year' ? 'missing' : drawn === 'relative-number' ? 'plain' : drawn
    plants.set(household.householdNo, plant)
    listed.add(plant, head, household)
  }
  for (const household of householdsOfOffice(office)) {
    const yes = eligible(household)
    const delivered = listed.householdStanding(household)
    if (yes === false && delivered === 'no') continue
    office.truth.push({ measure, unit: 'household', subject: household.householdNo, eligible: yes, delivered, plant: plants.get(household.householdNo)! })
  }
  return listed
}
