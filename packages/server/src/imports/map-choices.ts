/** A sheet under a person's choices: the table that would be committed. Decides nothing that the person could decide. */
import { parsePeriod, parsePlainDate, problem, problemData, type EntityKey, type ProblemData } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { columnLetter, inScope, mapSheets, placeIndexOf, recogniseSheet, type ColumnTarget, type MapOptions, type MappedTable, type PlaceIndex, type RawSheet, type Session } from '@bangfu/register'
import type { ImportChoices } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'
import { narrowCoverage } from './narrow-coverage.ts'
import { namesOf } from './propose-help.ts'

/** Index of every place of the tree; names in lists are looked up in it. */
export async function readPlaceIndex(query: ScopedQuery): Promise<PlaceIndex> {
  return placeIndexOf(await query<{ code: string; name: string }>('select place as code, name from register.place where length(place) >= 6'))
}

/** What a list of deliveries is about is decided by the measures it states; all must be given to the same kind of subject. */
function deliveryEntity(pack: Pack, measures: readonly string[]): EntityKey | undefined {
  const units = new Set(measures.map((id) => {
    const measure = pack.measures.find((m) => m.id === id)
    if (!measure) throw problem('server/not-found', { zhWhat: `措施“${id}”`, enWhat: `measure "${id}"` })
    return measure.unit
  }))
  if (units.size > 1) throw problem('server/bad-request', { field: 'delivery.measures', rule: 'one unit' })
  return [...units][0]
}

export function optionsOf(choices: ImportChoices, places: PlaceIndex, pack?: Pack): MapOptions {
  const columns = choices.columns && Object.fromEntries(choices.columns.map((c) => [columnLetter(c.index), c.target as ColumnTarget | null]))
  return {
    layout: choices.layout, source: choices.source, asOf: parsePlainDate(choices.asOf), places, ...(columns && { columns }),
    ...(choices.complete && { complete: choices.complete }),
    ...(choices.delivery && { measures: choices.delivery.measures, ...(pack && { measureNames: Object.fromEntries(choices.delivery.measures.map((id) => [id, namesOf(pack, id)])) }), period: parsePeriod(choices.delivery.period), covers: choices.delivery.places }),
  }
}

/** Sheets of the same file that look like lists and that nobody takes: an import takes its own, and the others must not be forgotten. */
function otherSheets(sheets: readonly RawSheet[], taken: readonly RawSheet[], spokenFor: ReadonlySet<string>): readonly ProblemData[] {
  const others = sheets.filter((sheet) => !taken.includes(sheet) && !spokenFor.has(sheet.name) && recogniseSheet(sheet).layout !== undefined).map((sheet) => sheet.name)
  return others.length === 0 ? [] : [problemData('imports/other-sheets', { sheet: taken.map((sheet) => sheet.name).join('、'), count: others.length, others: others.slice(0, 12).join('、') + (others.length > 12 ? '……' : '') })]
}

/** Sheets that one list may stand on: a header that differs would put values under another name. */
function requireOneHeader(sheets: readonly RawSheet[]): void {
  const headerOf = (sheet: RawSheet): string => recogniseSheet(sheet).columns.map((column) => column.header.replace(/\s/g, '')).join('|').replace(/\|+$/, '')
  const first = headerOf(sheets[0]!)
  const other = sheets.find((sheet) => headerOf(sheet) !== first)
  if (other) throw problem('imports/sheets-differ', { sheet: sheets[0]!.name, other: other.name })
}

/** `spokenFor`: sheets that other imports of the same file take, or that were said to be stepped over. */
export function mapChoices(sheets: readonly RawSheet[], choices: ImportChoices, places: PlaceIndex, pack: Pack, spokenFor: ReadonlySet<string> = new Set()): MappedTable {
  const chosen = [...new Set(choices.sheets ?? [choices.sheet])].map((name) => sheets.find((sheet) => sheet.name === name) ?? (() => { throw problem('server/not-found', { zhWhat: '工作表', enWhat: 'sheet' }) })())
  if (chosen.length > 1) requireOneHeader(chosen)
  const entity = choices.layout === 'delivery' && choices.delivery ? deliveryEntity(pack, choices.delivery.measures) : undefined
  // Help given to a village or a facility: its rows are read by place or by name, as the lists of such things are.
  const layout = entity === 'village' ? 'villages' : entity === 'facility' ? 'clinic' : choices.layout
  const mapped = mapSheets(chosen, optionsOf({ ...choices, layout }, places, pack))
  const table = { ...mapped, notices: [...otherSheets(sheets, chosen, spokenFor), ...mapped.notices] }
  return entity === undefined ? table : { ...table, header: { ...table.header, entity } }
}

export interface MappedChoices {
  readonly table: MappedTable
  /** Codes that were claimed to be covered and are not borne out by the rows. */
  readonly left: readonly string[]
}

/** The same with the places that the session sees; coverage narrowed to what rows bear out, where the choices say so. */
export async function mapInScope(house: House, session: Session, sheets: readonly RawSheet[], choices: ImportChoices, spokenFor: ReadonlySet<string> = new Set()): Promise<MappedChoices> {
  return inScope(house.register, session, async (tx) => {
    const places = await readPlaceIndex(queryOf(tx))
    const table = mapChoices(sheets, choices, places, house.pack, spokenFor)
    const { delivery } = table.header
    if (!delivery || choices.delivery?.narrow !== true) return { table, left: [] }
    const narrowed = await narrowCoverage(queryOf(tx), table, delivery.places, places)
    const notices = table.notices.filter((notice) => notice.code !== 'imports/covered-without-rows')
    return { table: { ...table, notices, header: { ...table.header, delivery: { ...delivery, places: narrowed.places } } }, left: narrowed.left }
  })
}
