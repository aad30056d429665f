/**
 * The snapshot contract: what `register` freezes and `measures` reads. A folder of Parquet files and `manifest.json`.
 * Columns of the four entity files are their keys, place columns, then every vocabulary field of the entity, then provenance.
 * NULL is unknown. Rows are sorted by the first key column, so the same register gives the same bytes of meaning.
 */
import { entities, type EntityKey } from './vocabulary/entities.ts'
import type { FieldType } from './vocabulary/field.ts'
import type { PlainDate } from './plain-date.ts'

export interface SnapshotColumn {
  readonly name: string
  /** DuckDB type. */
  readonly type: string
}

/** DuckDB type of a vocabulary field. Whole numbers are DECIMAL(18,0) so that arithmetic stays exact. */
export function columnType(type: FieldType): string {
  switch (type.kind) {
    case 'boolean': return 'BOOLEAN'
    case 'text': case 'code': return 'VARCHAR'
    case 'codes': return 'VARCHAR[]'
    case 'date': return 'DATE'
    case 'number': return `DECIMAL(18,${type.scale})`
  }
}

const column = (name: string, type = 'VARCHAR'): SnapshotColumn => ({ name, type })

/**
 * Keys of each entity. `place` is the most exact division code known (a village where known); `household_id` links persons.
 * `source_list` is the list (see `lists`) that stated the row; `source_fields` is JSON {field: list_id} where a field came from
 * another list; `unknown_reasons` is JSON {field: reason} for unknown fields with a stated reason (see `unknownReasons`).
 */
const keys: Readonly<Record<EntityKey, readonly SnapshotColumn[]>> = {
  person: [column('person_id'), column('household_id'), column('place')],
  household: [column('household_id'), column('household_no'), column('head_name'), column('place')],
  village: [column('village_id'), column('place')],
  facility: [column('facility_id'), column('place')],
}
const provenance = [column('source_list'), column('source_fields'), column('unknown_reasons')]

/** Name of the key column of an entity, e.g. `person_id`. */
export function keyColumn(entity: EntityKey): string {
  return `${entity}_id`
}

export function entityColumns(entity: EntityKey): readonly SnapshotColumn[] {
  return [...keys[entity], ...entities[entity].fields.map((f) => column(f.key, columnType(f.type))), ...provenance]
}

/** Why a fact is unknown. `conflict`: two sources of equal authority differ; `unmatched`: a list row may be about this subject. */
export const unknownReasons = ['not-stated', 'blank', 'unreadable', 'refused', 'conflict', 'out-of-date'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** File name (without `.parquet`) → columns. */
export const snapshotTables = {
  places: [column('place'), column('name'), column('level'), column('parent')],
  designations: [column('place'), column('kind'), column('valid_from', 'DATE'), column('valid_to', 'DATE')],
  persons: entityColumns('person'),
  households: entityColumns('household'),
  villages: entityColumns('village'),
  facilities: entityColumns('facility'),
  /** Lists (imported sheets) that facts and deliveries came from. `kind` is the import layout; `sheets` names the sheets of a list that stands on several (see `listRowOf`). */
  lists: [column('list_id'), column('kind'), column('title'), column('source'), column('as_of', 'DATE'), column('sha256'), column('row_count', 'BIGINT'), column('sheets', 'VARCHAR[]')],
  /** Help that a list says was delivered. `subject_id` belongs to the measure's unit. */
  deliveries: [column('delivery_id'), column('measure'), column('subject_id'), column('period'), column('amount_fen', 'BIGINT'), column('list_id'), column('list_row', 'BIGINT')],
  /** Which list speaks for which measure, place and period; without a row nobody is accused of missing help. */
  coverage: [column('measure'), column('place'), column('period'), column('list_id')],
  /**
   * List rows whose person was not found for certain, with the persons they may be (`candidate_id` NULL: none). A row below zero: the list has no such
   * row, but an earlier list that it replaces has one (`earlier_list`, `earlier_row`).
   */
  unmatched: [column('list_id'), column('list_row', 'BIGINT'), column('measure'), column('period'), column('place'), column('candidate_id'), column('reason'), column('earlier_list'), column('earlier_row', 'BIGINT')],
  /** Results that came back for work items; `item_key` names the item (see `workItemKey`). */
  answers: [column('item_key'), column('result'), column('answered_on', 'DATE')],
  series: [column('indicator'), column('place'), column('period'), column('value', 'DECIMAL(18,4)'), column('unit'), column('source')],
} as const satisfies Record<string, readonly SnapshotColumn[]>

export type SnapshotTable = keyof typeof snapshotTables

export interface SnapshotManifest {
  readonly format: 'bangfu.snapshot/1'
  readonly id: string
  /** Day the facts are true of. */
  readonly asOf: PlainDate
  /** Instant up to which recorded statements count, ISO 8601. */
  readonly recordedUntil: string
  /** SHA-256 over canonical JSON of the tables' row counts and content hashes. */
  readonly hash: string
  readonly tables: Readonly<Record<SnapshotTable, { readonly rows: number; readonly hash: string }>>
}
