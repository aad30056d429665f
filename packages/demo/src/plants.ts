/**
 * The planted disagreements between a department's list and the register, each with what an office must find.
 * `delivered`: the row is the person and must be matched; `possible`: nobody can tell from the list alone (待核实, never 应享未享).
 */
import type { Random } from './random.ts'

export type Plant =
  | 'plain' // listed as it should be
  | 'fifteen-digits' // id number in the form of before 1999
  | 'lower-case-x' // check character x in lower case
  | 'full-width' // id number in full-width digits
  | 'blanks-and-apostrophe' // blanks inside, apostrophe in front
  | 'other-name' // right id number, name with another character
  | 'blank-in-name' // right id number, name set with blanks
  | 'other-township' // right id number, place of another township
  | 'listed-twice' // the same person on two rows
  | 'mistyped-id' // one digit wrong, check character does not fit
  | 'swapped-digits' // two neighbouring digits of the id number changed places
  | 'scientific' // id number as Excel shows a long number
  | 'no-id' // row without id number
  | 'relative-number' // own name with the id number of another member of the household
  | 'foreign-number' // own name with a valid id number that nobody in the register has
  | 'missing' // not on the list at all
  | 'not-entitled' // on the list, conditions not met
  | 'not-in-register' // on the list, no such person in the register
  | 'other-year' // on a list of another period only
  | 'uncovered-township' // the list does not speak for the township

export const deliveredPlants: readonly Plant[] = ['plain', 'fifteen-digits', 'lower-case-x', 'full-width', 'blanks-and-apostrophe', 'other-name', 'blank-in-name', 'other-township', 'listed-twice']
export const possiblePlants: readonly Plant[] = ['mistyped-id', 'swapped-digits', 'scientific', 'no-id', 'relative-number', 'foreign-number']

/** How an entitled person stands on the list. */
export function plantForEntitled(random: Random): Plant {
  return random.weighted<Plant>([
    ['plain', 766], ['fifteen-digits', 12], ['lower-case-x', 12], ['full-width', 12], ['blanks-and-apostrophe', 12], ['other-name', 12], ['blank-in-name', 8], ['other-township', 8], ['listed-twice', 8],
    ['mistyped-id', 14], ['swapped-digits', 8], ['scientific', 8], ['no-id', 8], ['relative-number', 12], ['foreign-number', 10], ['missing', 74], ['other-year', 16],
  ])
}

/** How a person who is not entitled stands: almost always not on the list. */
export function plantForOthers(random: Random, rate: number): Plant {
  return random.chance(rate) ? 'not-entitled' : 'missing'
}
