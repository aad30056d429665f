/** Turns recognised columns into readers: which column is which key, and how each fact column is read. Built once a sheet. */
import { decimal, entities, problem, type Decimal, type EntityKey, type Field } from '@bangfu/kernel'
import { booleanReader } from '../cells/read-boolean.ts'
import type { CellReader } from '../cells/cell-reading.ts'
import { codeReader, codesReader } from '../cells/read-code.ts'
import { dateReader } from '../cells/read-date.ts'
import { amountReader, numberReader } from '../cells/read-number.ts'
import { readText } from '../cells/read-text.ts'
import { findColumnIndex, type RawCell, type RawSheet } from '../files/raw-sheet.ts'
import type { ColumnTarget, KeyTarget, Layout } from '../layouts/layout.ts'
import type { HeaderUnit } from './header-text.ts'
import type { MaskKind } from './mask-cell.ts'
import type { PlacedColumn } from './notice-log.ts'
import type { ColumnMapping, Recognition } from './recognise-sheet.ts'
import { isTargetOf } from './target-labels.ts'

export type FactBucket = 'person' | 'household' | 'other'

export interface KeyColumn extends PlacedColumn {
  readonly column: number
}

export interface FactColumn extends KeyColumn {
  readonly bucket: FactBucket
  readonly field: Field
  readonly read: CellReader
}

export interface ColumnPlan {
  readonly keys: Readonly<Partial<Record<KeyTarget, KeyColumn>>>
  readonly amount: (KeyColumn & { readonly read: CellReader }) | undefined
  readonly facts: readonly FactColumn[]
  /** Column mapping after the user's choices. */
  readonly mapping: readonly ColumnMapping[]
}

/** Fields for which a month is documented to mean its first day: the national register keeps these by month. */
const monthIsFirstDay = new Set(['identified_on', 'exited_on', 'built_on'])

const distinctLimit = 20_000

/** Reads each distinct cell once: codes, dates and places repeat by the thousand. */
export function cachedReader(read: CellReader): CellReader {
  const known = new Map<RawCell, ReturnType<CellReader>>()
  let last: { readonly cell: RawCell; readonly reading: ReturnType<CellReader> } = { cell: null, reading: read(null) }
  return (cell) => {
    // Members of a household follow each other and repeat its cells.
    if (cell === last.cell) return last.reading
    const key = cell instanceof Date ? cell.getTime() + 0.5 : cell // never equal to a whole number cell
    let reading = known.get(key)
    if (!reading) {
      reading = read(cell)
      if (known.size < distinctLimit) known.set(key, reading)
    }
    last = { cell, reading }
    return reading
  }
}

/** From the header's unit to the field's: 万元 → 元, 米 → 公里. */
function unitFactor(field: Field['type'], unit: HeaderUnit | undefined): Decimal {
  if (field.kind !== 'number') return decimal(1)
  if (field.unit === 'yuan' && unit === '万元') return decimal(10_000)
  if (field.unit === 'kilometre' && unit === '米') return decimal(1, 3)
  return decimal(1)
}

function factReader(field: Field, unit: HeaderUnit | undefined, sheet: RawSheet): CellReader {
  const { type } = field
  switch (type.kind) {
    case 'boolean': return booleanReader(field.key)
    case 'text': return readText
    case 'number': return numberReader(type.scale, unitFactor(type, unit))
    case 'code': return codeReader(type.list)
    case 'codes': return codesReader(type.list)
    case 'date': return dateReader({ typed: sheet.typed, date1904: sheet.date1904, monthIsFirstDay: monthIsFirstDay.has(field.key) })
  }
}

const numberKeys = new Set<KeyTarget>(['idNumber', 'householdNo', 'personNo', 'disabilityCertificate'])

function maskOf(target: ColumnTarget, field?: Field): MaskKind {
  if (target === 'name' || field?.sensitivity === 'identity') return 'name'
  if (numberKeys.has(target as KeyTarget) || field?.sensitivity === 'contact' || field?.sensitivity === 'account') return 'number'
  return 'plain'
}

function chosen(sheet: RawSheet, layout: Layout, recognition: Recognition, overrides: Readonly<Record<string, ColumnTarget | null>>): readonly ColumnMapping[] {
  const byColumn = new Map<number, ColumnTarget | null>()
  for (const [letters, target] of Object.entries(overrides)) {
    const column = findColumnIndex(letters)
    if (column === undefined || column >= recognition.columns.length || (target !== null && !isTargetOf(layout, target))) throw problem('imports/unknown-target', { sheet: sheet.name, column: letters, target: String(target), layout: layout.zh })
    byColumn.set(column, target)
  }
  const wanted = new Set<ColumnTarget | null>([...byColumn.values()].filter((target) => target !== 'aside'))
  return recognition.columns.map((mapping) => {
    const { target: found, ...rest } = mapping
    const choice = byColumn.get(mapping.column)
    if (choice === null) return { ...rest, target: 'aside' as const, confidence: 1 }
    if (choice !== undefined) return { ...rest, target: choice, confidence: 1 }
    return found !== undefined && wanted.has(found) ? { ...rest, confidence: 0 } : mapping
  })
}

/** `overrides`: column letter → target, or null to leave the column out. */
export function columnPlan(sheet: RawSheet, layout: Layout, recognition: Recognition, overrides: Readonly<Record<string, ColumnTarget | null>> = {}): ColumnPlan {
  const mapping = chosen(sheet, layout, recognition, overrides)
  const keys: Partial<Record<KeyTarget, KeyColumn>> = {}
  const facts: FactColumn[] = []
  let amount: ColumnPlan['amount']
  for (const { column, letter, header, target, unit: ownUnit } of mapping) {
    if (target === undefined || target === 'aside') continue
    const unit = ownUnit ?? recognition.title.unit
    if (!target.includes('.')) {
      const key = { column, letter, header, mask: maskOf(target) }
      keys[target as KeyTarget] = key
      if (target === 'amount') amount = { ...key, read: cachedReader(amountReader(decimal(unit === '万元' ? 10_000 : 1))) }
      continue
    }
    const [entity, fieldKey] = target.split('.') as [EntityKey, string]
    const field = entities[entity].fields.find((f) => f.key === fieldKey)!
    const bucket: FactBucket = entity === 'person' || entity === 'household' ? entity : 'other'
    facts.push({ column, letter, header, mask: maskOf(target, field), bucket, field, read: cachedReader(factReader(field, unit, sheet)) })
  }
  return { keys, amount, facts, mapping }
}
