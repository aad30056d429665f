/** A class of bodies spelled out over places: 市、县党委政府 is one party committee and one government for each city and county. */
import { placeLevel, problem, type DivisionCode } from '@bangfu/kernel'
import { idDetails } from './id-kind.ts'
import type { Pack } from './format.ts'

export interface ClassPlace { readonly code: DivisionCode; readonly name: string }
export interface ClassBody { readonly place: DivisionCode; readonly zh: string; readonly en: string }

/** The bodies of the class in those of the places that have its levels and lie in the pack's area. Throws `plan/pack-reference` for an unknown class. */
export function expandClass(pack: Pack, classId: string, places: readonly ClassPlace[]): ClassBody[] {
  const found = pack.organisations.classes.find((c) => c.id === classId)
  if (!found) throw problem('plan/pack-reference', { file: 'organisations.yaml', line: 0, ...idDetails('class', classId) })
  return places
    .filter((place) => place.code.startsWith(pack.pack.place) && (found.levels as readonly string[]).includes(placeLevel(place.code)))
    .flatMap((place) => found.bodies.map((body) => ({ place: place.code, zh: `${place.name}${body.zh}`, en: `${body.en}, ${place.name}` })))
}
