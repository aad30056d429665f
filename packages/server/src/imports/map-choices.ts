/** A sheet under a person's choices: the table that would be committed. Decides nothing that the person could decide. */
import { parsePeriod, parsePlainDate, problem, problemData, type EntityKey, type ProblemData } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { columnLetter, inScope, mapSheet, placeIndexOf, recogniseSheet, type ColumnTarget, type MapOptions, type MappedTable, type PlaceIndex, type RawSheet, type Session } from '@bangfu/register'
import type { ImportChoices } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'

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

export function optionsOf(choices: ImportChoices, places: PlaceIndex): MapOptions {
  const columns = choices.columns && Object.fromEntries(choices.columns.map((c) => [columnLetter(c.index), c.target as ColumnTarget | null]))
  return {
    layout: choices.layout, source: choices.source, asOf: parsePlainDate(choices.asOf), places, ...(columns && { columns }),
    ...(choices.complete && { complete: choices.complete }),
    ...(choices.delivery && { measures: choices.delivery.measures, period: parsePeriod(choices.delivery.period), covers: choices.delivery.places }),
  }
}

/** Sheets of the same file that look like lists: an import takes one, and the others must not be forgotten. */
function otherSheets(sheets: readonly RawSheet[], taken: RawSheet): readonly ProblemData[] {
  const others = sheets.filter((sheet) => sheet !== taken && recogniseSheet(sheet).layout !== undefined).map((sheet) => sheet.name)
  return others.length === 0 ? [] : [problemData('imports/other-sheets', { sheet: taken.name, count: others.length, others: others.slice(0, 12).join('、') + (others.length > 12 ? '……' : '') })]
}

export function mapChoices(sheets: readonly RawSheet[], choices: ImportChoices, places: PlaceIndex, pack: Pack): MappedTable {
  const sheet = sheets.find((s) => s.name === choices.sheet)
  if (!sheet) throw problem('server/not-found', { zhWhat: '工作表', enWhat: 'sheet' })
  const entity = choices.layout === 'delivery' && choices.delivery ? deliveryEntity(pack, choices.delivery.measures) : undefined
  // Help given to a village or a facility: its rows are read by place or by name, as the lists of such things are.
  const layout = entity === 'village' ? 'villages' : entity === 'facility' ? 'clinic' : choices.layout
  const mapped = mapSheet(sheet, optionsOf({ ...choices, layout }, places))
  const table = { ...mapped, notices: [...otherSheets(sheets, sheet), ...mapped.notices] }
  return entity === undefined ? table : { ...table, header: { ...table.header, entity } }
}

/** The same with the places that the session sees. */
export async function mapInScope(house: House, session: Session, sheets: readonly RawSheet[], choices: ImportChoices): Promise<MappedTable> {
  const places = await inScope(house.register, session, (tx) => readPlaceIndex(queryOf(tx)))
  return mapChoices(sheets, choices, places, house.pack)
}
