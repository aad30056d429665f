/** Where a household stands, in the words and codes that lists use. */
import type { County, Household, Person, Township, Village } from '../world.ts'

export interface Placed {
  readonly county: County
  readonly township: Township
  readonly village: Village
  readonly household: Household
}

export function* householdsOf(county: County): Generator<Placed> {
  for (const township of county.townships) for (const village of township.villages) for (const household of village.households) yield { county, township, village, household }
}

export function* personsOf(county: County): Generator<Placed & { readonly person: Person }> {
  for (const placed of householdsOf(county)) for (const person of placed.household.members) yield { ...placed, person }
}

/** 省 市 县 乡 村 as the national export prints them. */
export function placeCells({ county, township, village }: Placed): readonly string[] {
  return ['辽宁省', county.city, county.name, township.name, village.name]
}

export const placeHeaders = ['省(自治区、直辖市)', '市(盟、州)', '县(市、区、旗)', '乡(镇)', '行政村']
