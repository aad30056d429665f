/** The workbooks and text files under `fixtures/foreign`, written by other programs, with what they should yield: for tests and the bench. */
import { readFileSync, readdirSync } from 'node:fs'
import type { LayoutKey, MappedRow } from '../../mapped-table.ts'
import { readSheets } from '../files/read-sheets.ts'
import type { RawSheet } from '../files/raw-sheet.ts'
import type { ColumnTarget } from '../layouts/layout.ts'
import { placeIndexOf, type PlaceIndex } from '../mapping/place-index.ts'

export interface ExpectedSheet {
  readonly sheet: string
  readonly layout: LayoutKey
  readonly mapped: number
  readonly rejected: number
  /** Target → rows in which a value could be read. */
  readonly filled: Readonly<Record<ColumnTarget, number>>
  readonly ids: number
  readonly idChecksum: string
  readonly accounted: Readonly<Record<string, number>>
  /** Target → column letter. */
  readonly columns: Readonly<Record<ColumnTarget, string>>
  readonly sums: readonly ColumnTarget[]
}

export interface ForeignFile {
  readonly file: string
  readonly program: string
  readonly sheets: readonly ExpectedSheet[]
  readonly bytes: Buffer
  readonly raw: readonly RawSheet[]
}

const folder = new URL('../../../fixtures/foreign/', import.meta.url)

export async function foreignFiles(): Promise<readonly ForeignFile[]> {
  const names = readdirSync(new URL('expected/', folder)).sort()
  return Promise.all(names.map(async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`expected/${name}`, folder), 'utf8')) as Omit<ForeignFile, 'bytes' | 'raw'>
    const bytes = readFileSync(new URL(expected.file, folder))
    return { ...expected, bytes, raw: await readSheets(bytes, expected.file) }
  }))
}

/** Real divisions of the province, so that names resolve as they would. */
export function liaoningPlaces(): PlaceIndex {
  const lines = readFileSync(new URL('../../../../kernel/data/divisions-21.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1)
  return placeIndexOf(lines.map((line) => line.split('\t')).map(([code, name]) => ({ code: code!, name: name! })))
}

/** The value that a mapped row has for a target. */
export function targetValue(row: MappedRow, target: ColumnTarget): unknown {
  const [entity, key] = target.split('.') as [string, string | undefined]
  if (key !== undefined) return (entity === 'person' ? row.person : entity === 'household' ? row.household : row.other)[key]
  if (['placeCode', 'province', 'city', 'county', 'township', 'village'].includes(target)) return row.place
  return target === 'amount' ? row.amountFen : row[target as 'name']
}
