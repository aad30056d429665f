/** The places for which a list probably speaks: those it names, never the whole county because nothing narrower was said. A proposal for a person to confirm. */
import { isBlankCell, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import { columnPlan } from './column-plan.ts'
import type { PlaceIndex } from './place-index.ts'
import type { Recognition } from './recognise-sheet.ts'
import { placeOfSheetName, placeReader, titlePlace } from './row-place.ts'

/** What names the places: the rows, the sheet's own name, or the words above the header. */
export type CoversBasis = 'rows' | 'sheet-name' | 'title'

export interface ProposedCovers {
  readonly places: readonly string[]
  readonly basis: CoversBasis
}

/**
 * Townships that rows name, or the county where they name all of its townships; a sheet that bears a place's name speaks for that place alone. Without such
 * rows the place of the title. Undefined when nothing names a place: then nobody can be said to miss help until a person says for where the list speaks.
 */
export function proposeCovers(sheet: RawSheet, recognition: Recognition, places: PlaceIndex): ProposedCovers | undefined {
  if (recognition.layout === undefined) return undefined
  const titled = titlePlace(recognition.title, places)
  const own = placeOfSheetName(recognition.title, sheet.name, places)
  const named = townshipsOfRows(sheet, recognition, places)
  // A sheet for one village names its township in every row, and speaks for the village all the same.
  if (own !== undefined && [...named].every((township) => own.startsWith(township) || township.startsWith(own))) return { places: [own], basis: 'sheet-name' }
  if (named.size === 0) return titled === undefined ? undefined : { places: [titled], basis: 'title' }
  return { places: wholeCounties([...named], places), basis: 'rows' }
}

function townshipsOfRows(sheet: RawSheet, recognition: Recognition, places: PlaceIndex): ReadonlySet<string> {
  const plan = columnPlan(sheet, layouts[recognition.layout!], recognition)
  const read = placeReader(plan, recognition.title, places, sheet.name)
  const columns = [plan.keys.placeCode, plan.keys.township, plan.keys.village, plan.keys.county].filter((at) => at !== undefined).map((at) => at.column)
  const named = new Set<string>()
  for (const row of columns.length === 0 ? [] : sheet.rows.slice(recognition.dataFrom)) {
    if (columns.every((column) => isBlankCell(row[column]))) continue
    const { place } = read(row)
    if (place !== undefined && place.length >= 9) named.add(place.slice(0, 9))
  }
  return named
}

/** A county whose every township is among them, as the county; a township that is not named may not have handed in its part. */
export function wholeCounties(named: readonly string[], places: PlaceIndex): readonly string[] {
  const codes = new Set(named)
  for (const county of new Set(named.map((code) => code.slice(0, 6)))) {
    if (!places.townshipsOf(county).every((township) => codes.has(township.code))) continue
    for (const code of codes) if (code.startsWith(county)) codes.delete(code)
    codes.add(county)
  }
  return [...codes].filter((code) => ![...codes].some((other) => other !== code && code.startsWith(other))).sort()
}
