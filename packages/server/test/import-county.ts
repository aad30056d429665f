/** Carries a synthetic county's files through the real import, as an officer with the choices of `import-steps.json` would. */
import { readFileSync } from 'node:fs'
import { placeLevel } from '@bangfu/kernel'
import { readDivisions } from '@bangfu/kernel/divisions'
import { commitTable, mapSheet, placeIndexOf, readSheets, type ImportOutcome, type MappedTable, type PlaceIndex, type Register, type Session } from '@bangfu/register'
import type { ImportStep } from '@bangfu/demo'
import { optionsOf } from '../src/imports/map-choices.ts'
import { choicesOfStep } from '../src/imports/step-choices.ts'

export function countyPlaces(county: string): PlaceIndex {
  return placeIndexOf(readDivisions(county.slice(0, 2)).filter((d) => d.code.startsWith(county) && placeLevel(d.code) !== 'city').map((d) => ({ code: d.code, name: d.name })))
}

export async function mapStep(folder: string, step: ImportStep, places: PlaceIndex): Promise<MappedTable> {
  const [sheet] = await readSheets(readFileSync(`${folder}/${step.fileName}`), step.fileName)
  return mapSheet(sheet!, optionsOf(choicesOfStep(step, sheet!.name), places))
}

export interface ImportedStep { readonly step: ImportStep; readonly table: MappedTable; readonly outcome: ImportOutcome }

export async function importCounty(register: Register, session: Session, folder: string, county: string): Promise<readonly ImportedStep[]> {
  const steps = JSON.parse(readFileSync(`${folder}/import-steps.json`, 'utf8')) as ImportStep[]
  const places = countyPlaces(county)
  const done: ImportedStep[] = []
  for (const step of steps) {
    const table = await mapStep(folder, step, places)
    done.push({ step, table, outcome: await commitTable(register, session, table) })
  }
  return done
}
