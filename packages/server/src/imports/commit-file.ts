/** Takes the good rows of a sheet under its choices into the register, as one action. The page, the command and the first start all use this. */
import { commitTable, inScope, type ImportOutcome, type MappedTable, type RawSheet, type Session } from '@bangfu/register'
import type { ImportChoices } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import { mapChoices, readPlaceIndex } from './map-choices.ts'

export async function mapInScope(house: House, session: Session, sheets: readonly RawSheet[], choices: ImportChoices): Promise<MappedTable> {
  const places = await inScope(house.register, session, (tx) => readPlaceIndex(queryOf(tx)))
  return mapChoices(sheets, choices, places, house.pack)
}

export interface Committed {
  readonly outcome: ImportOutcome
  readonly table: MappedTable
}

export async function commitFile(house: House, session: Session, sheets: readonly RawSheet[], choices: ImportChoices, requestId: string): Promise<Committed> {
  const table = await mapInScope(house, session, sheets, choices)
  return { table, outcome: await commitTable(house.register, session, table, { requestId }) }
}
