/**
 * What becomes of a row that cannot be tied to its subject for certain, by layout. One table, because it decides who may be
 * accused of what. In the national register a wrong number is an error to mend: the row goes to the file of bad rows. On a department's list
 * the row is evidence that somebody has help: it is kept without the number and listed as unmatched, since a row lost there
 * would turn into a false 应享未享.
 */
import type { LayoutKey } from '../../mapped-table.ts'
import type { ColumnTarget } from './layout.ts'

export interface RowPolicy {
  /** A wrong or rounded identity number. */
  readonly wrongId: 'reject-row' | 'keep-without-id'
  /** A number that an earlier row of the sheet has: of a person, of a household (by 户编号), or none of our business. */
  readonly repeated: { readonly key: 'idNumber' | 'householdNo' | 'place'; readonly then: 'reject-row' | 'notice' } | undefined
  /** Of these one must be filled, or nobody knows whom the row is about: the row is rejected. */
  readonly needs: readonly ColumnTarget[]
  /** Keys whose blank is worth a notice (other blanks are only counted as unknown). */
  readonly noticeBlank: readonly ColumnTarget[]
  /** The row is about a place: without one it is rejected. */
  readonly needsPlace: boolean
}

const national = { wrongId: 'reject-row', needsPlace: false } as const
const list = { wrongId: 'keep-without-id', needsPlace: false, needs: ['idNumber', 'disabilityCertificate', 'name', 'personNo'], noticeBlank: ['idNumber', 'name'] } as const
const place = { wrongId: 'keep-without-id', repeated: undefined, noticeBlank: [] } as const

export const rowPolicies: Readonly<Record<LayoutKey, RowPolicy>> = {
  'national-persons': { ...national, repeated: { key: 'idNumber', then: 'reject-row' }, needs: ['idNumber', 'personNo', 'name'], noticeBlank: ['idNumber', 'householdNo', 'name'] },
  'national-households': { ...national, repeated: { key: 'householdNo', then: 'reject-row' }, needs: ['householdNo', 'idNumber', 'name'], noticeBlank: ['householdNo', 'idNumber', 'name'] },
  dibao: { ...list, repeated: { key: 'idNumber', then: 'notice' } },
  disability: { ...list, repeated: { key: 'idNumber', then: 'notice' } },
  school: { ...list, repeated: { key: 'idNumber', then: 'notice' } },
  house: { ...list, repeated: { key: 'idNumber', then: 'notice' }, needs: ['idNumber', 'name', 'householdNo'] },
  delivery: { ...list, repeated: undefined },
  clinic: { ...place, needs: ['facility.facility_name'], needsPlace: false },
  villages: { ...place, repeated: { key: 'place', then: 'reject-row' }, needs: ['placeCode', 'village'], needsPlace: true },
}
