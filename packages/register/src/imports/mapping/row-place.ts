/** Finds the place of a row from its code column, its names, and the place that the title names. */
import type { ProblemCode } from '@bangfu/kernel'
import { filledText } from '../cells/cell-reading.ts'
import type { RawCell } from '../files/raw-sheet.ts'
import type { KeyTarget } from '../layouts/layout.ts'
import type { ColumnPlan, KeyColumn } from './column-plan.ts'
import type { FoundPlace, PlaceIndex } from './place-index.ts'
import type { TitleInfo } from './title-info.ts'

export interface PlaceReading {
  readonly place?: string
  readonly unknown?: 'blank' | 'unreadable'
  readonly problem?: { readonly code: ProblemCode; readonly column: KeyColumn; readonly cell: RawCell; readonly place?: string }
}

export type PlaceReader = (row: readonly RawCell[]) => PlaceReading

const distinctPlaces = 100_000
const nameKeys = ['county', 'township', 'village'] as const

/**
 * The place that the title names, when the index knows it: the township of the county's own line or of any other, the village in it. Undefined where the
 * county's line names a finer place that is not known, since the list then speaks for less than the county.
 */
export function titlePlace(title: TitleInfo, places: PlaceIndex): string | undefined {
  const exact = (township: string | undefined, village?: string): string | undefined => {
    const found = places.findByNames(title.county, township, village)
    return found?.exact === true ? found.code : undefined
  }
  if (title.village !== undefined || title.township !== undefined) {
    const own = exact(title.township, title.village)
    if (own === undefined || own.length > 9) return own
  }
  const township = [...(title.township === undefined ? [] : [title.township]), ...(title.townships ?? [])].find((name) => exact(name)?.length === 9)
  const village = (title.villages ?? []).map((name) => exact(township, name)).find((code) => code?.length === 12)
  return village ?? (township === undefined ? title.county === undefined ? undefined : exact(undefined) : exact(township))
}

/** The township or village that the whole name of a sheet is; a county's own short name is none. */
export function placeOfSheetName(title: TitleInfo, sheetName: string, places: PlaceIndex): string | undefined {
  const titled = titlePlace(title, places)
  const county = title.county ?? (titled === undefined ? undefined : places.findByCode(titled.slice(0, 6))?.name)
  const name = sheetName.trim().replace(/ \(\d+\)$| \[\d+\]$/, '')
  if (name.length < 2 || county?.startsWith(name)) return undefined
  // 药王庙 is a township and a village: the sheet speaks at least for the village, and nobody may be said to be missing in the others.
  const own = [places.findByNames(county, title.township ?? title.townships?.[0], name), places.findByNames(county, undefined, name), places.findByNames(county, name, undefined)].find((found) => found?.exact === true && found.code.length > 6)?.code
  return own !== undefined && (titled === undefined || own.startsWith(titled)) ? own : undefined
}

function digits(cell: RawCell): string | undefined {
  const text = filledText(cell)?.replace(/[\s']/g, '')
  return text !== undefined && /^\d+$/.test(text) ? text : text === undefined ? undefined : `?${text}`
}

/** Reader with a cache over the distinct combinations of code and names. A code column that holds names is read as the village's name. */
export function placeReader(plan: ColumnPlan, title: TitleInfo, places: PlaceIndex, sheetName = ''): PlaceReader {
  const columns = nameKeys.map((key) => plan.keys[key as KeyTarget])
  const codeColumn = plan.keys.placeCode
  const fromTitle = placeOfSheetName(title, sheetName, places) ?? titlePlace(title, places)
  const nameOf = (length: 6 | 9): string | undefined => (fromTitle !== undefined && fromTitle.length >= length ? places.findByCode(fromTitle.slice(0, length))?.name : undefined)
  const [county, township] = [title.county ?? nameOf(6), title.township ?? nameOf(9)]
  const known = new Map<string, PlaceReading>()

  function byNames(names: readonly (string | undefined)[], row: readonly RawCell[]): PlaceReading {
    const last = [2, 1, 0].find((i) => names[i] !== undefined)
    if (last === undefined) return fromTitle === undefined ? { unknown: 'blank' } : { place: fromTitle }
    const at = columns[last]!
    const found: FoundPlace | undefined = places.findByNames(names[0] ?? county, names[1] ?? (names[0] === undefined ? township : undefined), names[2])
    const cell = row[at.column] ?? null
    if (!found) return { unknown: 'unreadable', problem: { code: 'imports/place-unknown', column: at, cell } }
    return found.exact ? { place: found.code } : { place: found.code, problem: { code: 'imports/place-coarser', column: at, cell, place: found.code } }
  }

  function read(code: string | undefined, names: readonly (string | undefined)[], row: readonly RawCell[]): PlaceReading {
    const named = byNames(names, row)
    if (code === undefined || codeColumn === undefined) return named
    const cell = row[codeColumn.column] ?? null
    const found = places.findByCode(code)
    if (!found) return named.place !== undefined && names.some((n) => n !== undefined) ? { ...named, problem: { code: 'imports/place-unknown', column: codeColumn, cell } } : { unknown: 'unreadable', problem: { code: 'imports/place-unknown', column: codeColumn, cell } }
    const differs = named.place !== undefined && names.some((n) => n !== undefined) && !found.code.startsWith(named.place) && !named.place.startsWith(found.code)
    return differs ? { place: found.code, problem: { code: 'imports/place-differs', column: codeColumn, cell } } : { place: found.code }
  }

  return (row) => {
    // Keyed by the cells as they are: cleaning them a million times would cost more than the look-up.
    const raw = (at: KeyColumn | undefined): RawCell => (at ? (row[at.column] ?? null) : null)
    const key = `${raw(codeColumn)}|${raw(columns[0])}|${raw(columns[1])}|${raw(columns[2])}`
    let reading = known.get(key)
    if (!reading) {
      reading = read(codeColumn ? digits(raw(codeColumn)) : undefined, columns.map((at) => (at ? filledText(raw(at)) : undefined)), row)
      if (known.size < distinctPlaces) known.set(key, reading)
    }
    return reading
  }
}
