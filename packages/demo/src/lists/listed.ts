/** One list in the making: its rows, and what it does to each person's standing (matched, perhaps meant, absent). */
import { nameKey, type IdentityNumber } from '@bangfu/kernel'
import { fifteenDigits, mistyped, scientific, swappedDigits } from '../identity.ts'
import { deliveredPlants, possiblePlants, type Plant } from '../plants.ts'
import type { Household, Person } from '../world.ts'

export type Standing = 'yes' | 'possible' | 'no'

/** A row before its columns are laid out. */
export interface Entry {
  readonly idText: string
  readonly name: string
  readonly person: Person
  readonly household: Household
  /** A household of the township that the row names, where it names a wrong one. */
  readonly placedWith?: Household
}

/** What a list may need of the county to be wrong about it. */
export interface Neighbourhood {
  /** Some household of another township. */
  readonly elsewhere: (household: Household) => Household | undefined
  /** A valid number that nobody has. */
  readonly foreignNumber: () => IdentityNumber
}

/** Another member of the household, of another name. */
function relativeOf(person: Person, household: Household): Person | undefined {
  return household.members.find((m) => m !== person && nameKey(m.name) !== nameKey(person.name))
}

/** Full-width digits and letters. */
function fullWidth(text: string): string {
  return [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
}

/** The plant that can really be made of this person: some forms need a birth of 19xx, a check character X or a relative. */
export function fittingPlant(plant: Plant, person: Person, household: Household): Plant {
  if (plant === 'relative-number' && !relativeOf(person, household)) return 'plain'
  if (plant === 'fifteen-digits' && !person.birth.startsWith('19')) return 'plain'
  if (plant === 'lower-case-x' && !person.idNumber.endsWith('X')) return 'plain'
  return plant
}

/** A row without a usable number may mean anybody of that name in its township. */
function namedIn(household: Household, person: Person): string {
  return `${household.village.slice(0, 9)}|${nameKey(person.name)}`
}

export class Listed {
  readonly entries: Entry[] = []
  readonly #matched = new Set<string>()
  readonly #named = new Set<string>()
  readonly #namedInVillage = new Set<string>()
  readonly #possible = new Set<string>()
  readonly #near: Neighbourhood | undefined

  constructor(near?: Neighbourhood) {
    this.#near = near
  }

  /** Puts the person on the list the way the plant says; plants that mean absence add nothing. */
  add(plant: Plant, person: Person, household: Household): void {
    const row = (idText: string, name = person.name, placedWith?: Household): void => void this.entries.push({ idText, name, person, household, ...(placedWith ? { placedWith } : {}) })
    if (deliveredPlants.includes(plant) || plant === 'not-entitled') this.#matched.add(person.personNo)
    if (plant === 'foreign-number') this.#namedInVillage.add(`${household.village}|${nameKey(person.name)}`)
    else if (possiblePlants.includes(plant)) this.#named.add(namedIn(household, person))
    switch (plant) {
      case 'plain': case 'not-entitled': return row(person.idNumber)
      case 'fifteen-digits': return row(fifteenDigits(person.idNumber))
      case 'lower-case-x': return row(person.idNumber.toLowerCase())
      case 'full-width': return row(fullWidth(person.idNumber))
      case 'blanks-and-apostrophe': return row(`'${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6, 14)} ${person.idNumber.slice(14)}`)
      case 'other-name': return row(person.idNumber, `${[...person.name][0]}某`)
      case 'listed-twice': row(person.idNumber); return row(person.idNumber)
      case 'blank-in-name': return row(person.idNumber, [...person.name].join('  '))
      case 'other-township': return row(person.idNumber, person.name, this.#near!.elsewhere(household))
      case 'mistyped-id': return row(mistyped(person.idNumber))
      case 'swapped-digits': return row(swappedDigits(person.idNumber))
      case 'scientific': return row(scientific(person.idNumber))
      case 'foreign-number': return row(this.#near!.foreignNumber())
      case 'relative-number': {
        const relative = relativeOf(person, household)!
        this.#possible.add(relative.personNo)
        return row(relative.idNumber)
      }
      case 'no-id': return row('')
      case 'missing': case 'other-year': case 'uncovered-township': case 'not-in-register': return undefined
    }
  }

  /** A row about somebody whom the register does not know; his number is valid and like nobody's. */
  addStranger(stranger: Person, household: Household): void {
    this.entries.push({ idText: stranger.idNumber, name: stranger.name, person: stranger, household })
    this.#namedInVillage.add(`${household.village}|${nameKey(stranger.name)}`)
  }

  /** How the person stands: by id number, else by a name that may mean him. */
  standing(person: Person, household: Household): Standing {
    if (this.#matched.has(person.personNo)) return 'yes'
    const named = this.#named.has(namedIn(household, person)) || this.#namedInVillage.has(`${household.village}|${nameKey(person.name)}`)
    return named || this.#possible.has(person.personNo) ? 'possible' : 'no'
  }

  /** A household stands as its best member does; the number of any member names it. */
  householdStanding(household: Household): Standing {
    const all = household.members.map((m) => this.standing(m, household))
    return all.includes('yes') ? 'yes' : all.includes('possible') ? 'possible' : 'no'
  }
}
