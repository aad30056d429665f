/**
 * All lists of a county and what must be found in them: for every measure and subject, entitled or not or unknown, on the list or perhaps or not.
 * The order follows the facts: 低保 and certificates first, since later measures rest on them.
 */
import { codeLength, type DivisionCode } from '@bangfu/kernel'
import { makeName, makeSurname } from '../names.ts'
import { IdentityMint } from '../identity.ts'
import { plantForEntitled, plantForOthers, type Plant } from '../plants.ts'
import { makeRandom, type Random } from '../random.ts'
import type { County, Household, MeasureId, Person } from '../world.ts'
import { knownFromRegister, type Known } from '../truth/known.ts'
import type { Three } from '../truth/three.ts'
import { fittingPlant, Listed, type Neighbourhood } from './listed.ts'

export interface TruthRow {
  readonly measure: MeasureId | 'tekun'
  readonly unit: 'person' | 'household' | 'village' | 'facility'
  /** Identity number, household number, village code or facility name. */
  readonly subject: string
  readonly eligible: Three
  readonly delivered: 'yes' | 'possible' | 'no' | 'no-list'
  readonly plant: Plant
}

export interface Office {
  readonly county: County
  readonly random: Random
  readonly known: ReadonlyMap<string, Known>
  readonly truth: TruthRow[]
  /** Township whose lists never came, for measures that say so. */
  readonly uncovered: DivisionCode | undefined
}

/** Identity numbers of strangers come from the end of the never-issued range, so that no registered person has one. */
const strangerBirth = '1959-06-15'

export function makeOffice(county: County, seed: number): Office {
  const known = new Map<string, Known>()
  for (const township of county.townships) for (const village of township.villages) for (const household of village.households) {
    for (const person of household.members) known.set(person.personNo, knownFromRegister(person, household))
  }
  return { county, random: makeRandom(seed, 77), known, truth: [], uncovered: county.townships.length > 1 ? county.townships.at(-1)!.code : undefined }
}

export function membersKnown(office: Office, household: Household): readonly Known[] {
  return household.members.map((m) => office.known.get(m.personNo)!)
}

/** Rows with the place of another township take the first village there; foreign numbers come from the strangers' mint. */
export function neighbourhood(office: Office, mint: IdentityMint): Neighbourhood {
  const first = office.county.townships.map((t) => t.villages.find((v) => v.households.length > 0)?.households[0]).filter((h) => h !== undefined)
  return {
    elsewhere: (household) => first.find((h) => h.village.slice(0, 9) !== household.village.slice(0, 9)),
    foreignNumber: () => mint.make(strangerBirth as never, '1'),
  }
}

/** Some people on the list are nobody in the register. */
function addStrangers(office: Office, listed: Listed, mint: IdentityMint): void {
  const pick = [...office.known.values()]
  const count = Math.max(1, Math.floor(listed.entries.length / 400))
  for (let i = 0; i < count; i += 1) {
    const near = office.random.pick(pick)
    const person: Person = { ...near.person, personNo: `stranger-${i}`, idNumber: mint.make(strangerBirth as never, '1'), name: makeName(office.random, '1', makeSurname(office.random)) }
    listed.addStranger(person, near.household)
  }
}

/** A mint whose numbers lie behind those of the county: a birthday's first 900 serials are skipped. */
export function strangersMint(): IdentityMint {
  const mint = new IdentityMint()
  for (let i = 0; i < 20_000; i += 1) mint.make(strangerBirth as never, '1')
  return mint
}

export interface PersonListOptions {
  readonly measure: MeasureId | 'tekun'
  readonly eligible: (known: Known) => Three
  /** Chance that somebody not entitled is on the list. */
  readonly wrongRate: number
  /** Unknown entitlement: chance to be on the list. */
  readonly unknownRate: number
  readonly uncoveredTownship: boolean
  /** An earlier period's list is made from the plant `other-year`. */
  readonly earlier?: Listed
}

/** Puts every person on the list or leaves him off, and returns the list; truth rows wait for `settle`. */
export function makePersonList(office: Office, options: PersonListOptions, mint: IdentityMint): { listed: Listed; plants: ReadonlyMap<string, Plant> } {
  const listed = new Listed(neighbourhood(office, mint))
  const plants = new Map<string, Plant>()
  for (const known of office.known.values()) {
    const { person, household } = known
    if (options.uncoveredTownship && office.uncovered && household.village.startsWith(office.uncovered)) {
      plants.set(person.personNo, 'uncovered-township')
      continue
    }
    const eligible = options.eligible(known)
    let plant: Plant = eligible === true ? fittingPlant(plantForEntitled(office.random), person, household)
      : eligible === false ? plantForOthers(office.random, options.wrongRate)
        : office.random.chance(options.unknownRate) ? 'plain' : 'missing'
    if (plant === 'other-year') {
      if (options.earlier) options.earlier.add('plain', person, household)
      else plant = 'missing'
    }
    plants.set(person.personNo, plant)
    listed.add(plant, person, household)
  }
  addStrangers(office, listed, mint)
  return { listed, plants }
}

/** Writes the truth of a person measure, once all facts are known. */
export function settlePersons(office: Office, measure: MeasureId | 'tekun', listed: Listed, plants: ReadonlyMap<string, Plant>, eligible: (known: Known) => Three, uncovered: boolean): void {
  for (const known of office.known.values()) {
    const { person, household } = known
    const yes = eligible(known)
    const noList = uncovered && office.uncovered !== undefined && household.village.startsWith(office.uncovered)
    const delivered = noList ? 'no-list' : listed.standing(person, household)
    if (yes === false && (delivered === 'no' || delivered === 'no-list')) continue
    office.truth.push({ measure, unit: 'person', subject: person.idNumber, eligible: yes, delivered, plant: plants.get(person.personNo) ?? 'missing' })
  }
}

/** Codes of the townships that a list speaks for. */
export function coveredPlaces(office: Office, uncovered: boolean): readonly string[] {
  if (!uncovered || !office.uncovered) return [office.county.code]
  return office.county.townships.map((t) => t.code as string).filter((code) => code !== office.uncovered && code.length === codeLength.township)
}
