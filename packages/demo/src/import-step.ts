/** What an officer would choose for each file at import; the launcher and the tests read it. Words are those of the import page. */
import type { MeasureId } from './world.ts'

export interface ImportStep {
  readonly fileName: string
  readonly layout: 'national-persons' | 'national-households' | 'dibao' | 'disability' | 'school' | 'house' | 'clinic' | 'villages' | 'delivery'
  readonly source: string
  readonly asOf: string
  /** Help that the list states, with the period it is for and the places it speaks for. */
  readonly delivery?: { readonly measures: readonly (MeasureId | 'tekun')[]; readonly period: string; readonly places: readonly string[]; readonly entity: 'person' | 'household' | 'village' }
  /** Places for which the list is complete: absence means no. */
  readonly complete?: readonly string[]
}
