/** One item of a work list as it goes into a sheet, and the names that belong to its subject. */
import type { EntityKey, WorkItemKind } from '@bangfu/kernel'

export type WorkItemBasis = 'not-delivered' | 'not-eligible' | 'conflict' | 'unknown-fact' | 'unclear-row' | 'not-in-register'

export interface WorkListItem {
  readonly itemKey: string
  readonly kind: WorkItemKind
  readonly basis: WorkItemBasis
  /** Undefined for a question that several measures wait for; they are in `measures`. */
  readonly measure: string | undefined
  readonly measures: readonly string[]
  readonly period: string | undefined
  readonly entity: EntityKey | undefined
  readonly subjectId: string
  readonly householdId: string | undefined
  readonly place: string | undefined
  readonly township: string | undefined
  /** verify: the field that is asked for, or `match/<list>/<row>` for an unclear list row. */
  readonly field: string | undefined
  /** Integer fen. */
  readonly amountFen: bigint | undefined
  readonly amountToFen: bigint | undefined
  readonly settlesAlone: number | undefined
  readonly involved: number | undefined
  readonly reason: { readonly zh: string; readonly en: string }
  readonly clauses: readonly string[]
  readonly deliveredBy: string | undefined
  readonly listId: string | undefined
  readonly listRow: number | undefined
  readonly state: 'open' | 'answered'
  readonly result: string | undefined
}

export interface WorkListName {
  readonly name?: string
  /** Identity number; masked on the way out whatever is given. */
  readonly identity?: string
  readonly householdNo?: string
  readonly headName?: string
  readonly villageName?: string
}
