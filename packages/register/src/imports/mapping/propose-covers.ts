/** The places for which a list probably speaks: those it names, never the whole county because nothing narrower was said. A proposal for a person to confirm. */
import { isBlankCell, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import { columnPlan } from './column-plan.ts'
import type { PlaceIndex } from './place-index.ts'
import type { Recognition } from './recognise-sheet.ts'
import { placeReader, titlePlace } from './row-place.ts'

/**
 * Townships that rows name, or the county where they name most of its townships; without such rows the place of the title or of the sheet's name.
 * Undefined when neither names a place: then nobody can be said to miss help until a person says for where the list speaks.
 */
export function proposeCovers(sheet: RawSheet, recognition: Recognition, places: PlaceIndex): readonly string[] | undefined {
  if (recognition.layout === undefined) return undefined
  const titled = titlePlace(recognition.title, places)
  const plan = columnPlan(sheet, layouts[recognition.layout], recognition)
  const read = placeReader(plan, recognition.title, places)
  const named = new Set<string>()
  for (const row of sheet.rows.slice(recognition.dataFrom)) {
    if (row.every(isBlankCell)) continue
    const { place } = read(row)
    if (place !== undefined && place.length >= 9) named.add(place.slice(0, 9))
  }
  const own = places.findByNames(recognition.title.county, sheet.name, undefined)
  if (named.size === 0) return titled !== undefined && titled.length > 6 ? [titled] : own?.exact === true && own.code.length === 9 ? [own.code] : titled === undefined ? undefined : [titled]
  const counties = new Set([...named].map((township) => township.slice(0, 6)))
  const all = [...counties].flatMap((county) => places.townshipsOf(county))
  // A list that names nearly every township is the county's: in the others there was nobody to name.
  return named.size * 10 >= all.length * 9 ? [...counties] : [...named].sort()
}
