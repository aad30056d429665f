/** Carries the rows of a mapped table into a temporary table by COPY. Decides nothing about who a row is. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { birthDateOf, checkIdentityNumber, nameKey, sexOf, type EntityKey } from '@bangfu/kernel'
import type { CanonicalValue, MappedRow, MappedTable } from '../mapped-table.ts'
import type { ScopedClient } from '../session/session.ts'
import { factColumns, quoted, type TableColumn } from '../statements/entity-table.ts'

/** A fact column of the sheet: entity, vocabulary column, and its name in `import_row`. */
export interface StagedColumn extends TableColumn {
  readonly entity: EntityKey
  readonly staged: string
}

export interface StagedTable {
  /** Fact columns that at least one row states or calls unknown. */
  readonly columns: readonly StagedColumn[]
  readonly withoutPersonKey: number
  /** True when a later row is about the person of an earlier one (see `personKey`). */
  readonly repeatedKeys: boolean
  readonly rows: number
}

const prefixes: Readonly<Record<EntityKey, string>> = { person: 'p_', household: 'h_', village: 'v_', facility: 'f_' }

export const stagedName = (entity: EntityKey, column: string): string => quoted(`${prefixes[entity]}${column}`)
export const unknownName = (entity: EntityKey): string => `${prefixes[entity]}unknown`

/** A row with what its numbers imply: a certificate carries the id number, an id number carries birth date and sex (GB 11643). */
export function completeRow(row: MappedRow, table: MappedTable): MappedRow {
  if (statesAll(row, table)) return row
  const fromCertificate = row.idNumber === undefined && row.disabilityCertificate !== undefined ? checkIdentityNumber(row.disabilityCertificate.slice(0, 18)) : undefined
  const idNumber = row.idNumber ?? (fromCertificate && 'number' in fromCertificate ? fromCertificate.number : undefined)
  const isPerson = table.header.entity === 'person'
  const checked = isPerson && idNumber !== undefined ? checkIdentityNumber(idNumber) : undefined
  const implied = checked && 'number' in checked ? { birth_date: birthDateOf(checked.number), sex: sexOf(checked.number) } : {}
  const named = isPerson && row.name !== undefined ? { name: row.name } : {}
  return { ...row, ...(idNumber === undefined ? {} : { idNumber }), person: { ...implied, ...named, ...row.person } }
}

/** The row itself states whatever its numbers could: nearly all rows of an export do, and none of them need be made anew. */
function statesAll(row: MappedRow, { header: { entity } }: MappedTable): boolean {
  if (row.idNumber === undefined) return false
  return entity !== 'person' || (row.person['birth_date'] !== undefined && row.person['sex'] !== undefined && (row.name === undefined || row.person['name'] !== undefined))
}

/** Facts of a row about the entity; villages and facilities are what the header says that `other` is about. */
function factsOf(row: MappedRow, entity: EntityKey, subject: EntityKey): Readonly<Record<string, CanonicalValue>> {
  if (entity === 'person') return row.person
  if (entity === 'household') return row.household
  return entity === subject ? row.other : {}
}

const columnsByEntity = Object.fromEntries((Object.keys(prefixes) as EntityKey[]).map((entity) => [entity, factColumns(entity)])) as Readonly<Record<EntityKey, readonly TableColumn[]>>

/** Fact columns that occur in the rows, in table order. */
function usedColumns(rows: readonly MappedRow[], subject: EntityKey): readonly StagedColumn[] {
  const entities = subject === 'person' || subject === 'household' ? (['person', 'household'] as const) : ([subject] as const)
  const unknown = new Set<string>()
  for (const row of rows) for (const name in row.unknown) unknown.add(name)
  return entities.flatMap((entity) => {
    const stated = new Set<string>()
    for (const row of rows) for (const name in factsOf(row, entity, subject)) stated.add(name)
    return columnsByEntity[entity].filter((c) => stated.has(c.name) || unknown.has(c.name)).map((c) => ({ ...c, entity, staged: stagedName(entity, c.name) }))
  })
}

const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value in COPY's text format; NULL is \N. Several codes become an array in one order, so that order never makes a difference. */
export function copyValue(value: CanonicalValue | undefined): string {
  if (value === undefined) return '\\N'
  if (typeof value === 'string') return special.test(value) ? value.replace(specials, (c) => escapes[c]!) : value
  return copyValue(`{${[...value].sort().map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
}

/** What tells a person who is not registered yet apart within the sheet: the best number of the row, else the name within the household. */
function personKey(row: MappedRow, name: string | undefined): string | undefined {
  if (row.idNumber !== undefined) return `i${row.idNumber}`
  if (row.personNo !== undefined) return `p${row.personNo}`
  return row.householdNo === undefined || name === undefined ? undefined : `h${row.householdNo}|${name}`
}

/** Text of all rows for COPY, in pieces of some hundred kilobytes. One text is built per row: an array of forty cells for each would cost as much again. */
function* copyText(rows: readonly MappedRow[], columns: readonly StagedColumn[], subject: EntityKey, repeated: () => void): Generator<Buffer> {
  const entities = [...new Set(columns.map((c) => c.entity))].map((entity) => ({ entity, columns: columns.filter((c) => c.entity === entity).map((c) => c.name) }))
  const firstOfKey = new Map<string, number>()
  let [text, lines] = ['', 0]
  for (const row of rows) {
    const name = row.name === undefined ? undefined : nameKey(row.name)
    const key = subject === 'person' ? personKey(row, name) : undefined
    const first = key === undefined ? undefined : firstOfKey.get(key)
    if (first !== undefined) repeated()
    else if (key !== undefined) firstOfKey.set(key, row.row)
    text += `${row.row}\t${copyValue(row.idNumber)}\t${copyValue(row.idHint)}\t${copyValue(row.householdNo)}\t${copyValue(row.personNo)}\t${copyValue(row.disabilityCertificate)}\t${copyValue(name)}\t${copyValue(row.place)}\t${copyValue(row.amountFen)}\t${
      key === undefined ? '\\N' : first ?? row.row}\t${row.ended ? 't' : 'f'}\t${row.notGiven ? 't' : 'f'}\t${row.members ?? '\\N'}\t${row.measures ? copyValue(JSON.stringify(row.measures)) : '\\N'}`
    let unknown = ''
    for (const { entity, columns: names } of entities) {
      const facts = factsOf(row, entity, subject)
      let reasons = ''
      for (const column of names) {
        const value = facts[column]
        text += `\t${copyValue(value)}`
        const reason = value === undefined ? row.unknown[column] : undefined
        if (reason !== undefined) reasons += `${reasons === '' ? '' : ','}"${column}":"${reason}"`
      }
      unknown += `\t{${reasons}}`
    }
    text += `${unknown}\n`
    lines += 1
    if (lines === 1000) {
      yield Buffer.from(text)
      ;[text, lines] = ['', 0]
    }
  }
  if (lines > 0) yield Buffer.from(text)
}

/** Makes `import_row` and fills it; it falls with the transaction. `key_row`: number of the sheet's first row about the same person (see `personKey`). */
export async function stageRows(tx: ScopedClient, rows: readonly MappedRow[], subject: EntityKey): Promise<StagedTable> {
  const columns = usedColumns(rows, subject)
  const entities = [...new Set(columns.map((c) => c.entity))]
  await tx.query(`create temp table import_row (row_no integer, id_number text, id_hint text, household_no text, person_no text, certificate text, name_key text, place text, amount_fen bigint, key_row integer, ended boolean, not_given boolean, members integer, measures jsonb
    ${columns.map((c) => `, ${c.staged} ${c.type}`).join('')}${entities.map((e) => `, ${unknownName(e)} jsonb`).join('')}) on commit drop`)
  let repeatedKeys = false
  await pipeline(Readable.from(copyText(rows, columns, subject, () => { repeatedKeys = true })), tx.connection.query(copyFrom('copy import_row from stdin')))
  await tx.query('analyze import_row (row_no, id_number, household_no, person_no, certificate, name_key, place)')
  return { columns, rows: rows.length, repeatedKeys, withoutPersonKey: rows.filter((r) => r.idNumber === undefined && r.personNo === undefined).length }
}
