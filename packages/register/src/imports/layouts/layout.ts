/** What a known list looks like: the columns it may have, the headers they come under, and what being on the list states. */
import type { EntityKey } from '@bangfu/kernel'
import type { LayoutKey } from '../../mapped-table.ts'

/** Columns that say whom or where a row is about, or how much; facts are `person.health`, `household.cause`, … */
export const keyTargets = ['idNumber', 'householdNo', 'personNo', 'disabilityCertificate', 'name', 'placeCode', 'province', 'city', 'county', 'township', 'village', 'amount'] as const
export type KeyTarget = (typeof keyTargets)[number]
export type FieldTarget = `${EntityKey}.${string}`
/** `aside`: a column that is known and has no place in the register (序号, 备注). */
export type ColumnTarget = KeyTarget | FieldTarget | 'aside'

export interface LayoutColumn {
  readonly target: ColumnTarget
  /** Headers besides those that the vocabulary gives a field; the earlier the surer. */
  readonly headers: readonly string[]
  /** Headers that mean this only when nothing better is there (户主身份证号 in a list of persons). */
  readonly weak?: readonly string[]
}

export interface Layout {
  readonly key: LayoutKey
  readonly zh: string
  readonly en: string
  /** What a row is about. */
  readonly entity: EntityKey
  readonly columns: readonly LayoutColumn[]
  /** Entities all of whose vocabulary fields may stand in this list. */
  readonly fieldsOf: readonly EntityKey[]
  /** Columns that speak for this layout, with their weight; negative ones speak against it. */
  readonly evidence: Readonly<Partial<Record<ColumnTarget, number>>>
  /** Words in title, sheet or file name that speak for it. */
  readonly titleWords: readonly string[]
  /** Facts that being on the list states when no column does: field target → value. */
  readonly implied: Readonly<Record<FieldTarget, string>>
  /** Words by which the list, or a filled column headed so, is of people of whom the implied facts are not stated (辍学, 停保, 申请). */
  readonly notImplied?: RegExp
}
