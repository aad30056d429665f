/** What the office can know of a person once every list is loaded: the register's facts, made better or put in doubt by the lists. */
import type { Grade, Household, Person } from '../world.ts'
import type { Three } from './three.ts'

export interface Known {
  readonly person: Person
  readonly household: Household
  onDibao: Three
  certificate: Three
  grade: Grade | undefined
  enrolled: Three
  disease: string | undefined
  /** The list of posts states the contract. */
  contractListed?: boolean
}

/** Before any list is loaded. */
export function knownFromRegister(person: Person, household: Household): Known {
  return { person, household, onDibao: person.onDibao, certificate: undefined, grade: undefined, enrolled: undefined, disease: undefined }
}
