/** Filters of the register's lists as SQL conditions over `h` and `m` (see household-conditions) and a place column. */
import { placeRange, type DivisionCode } from '@bangfu/kernel'
import { householdConditions, type UnsolvedItem } from './household-conditions.ts'
import type { SqlValues } from './scoped-query.ts'

export interface RegisterFilters {
  readonly place?: string | undefined
  readonly elsewhere?: 'township' | undefined
  readonly status?: 'poor' | 'exited' | 'unknown' | undefined
  readonly plannedExitYear?: string | undefined
  readonly unsolved?: UnsolvedItem | undefined
  readonly untold?: UnsolvedItem | undefined
}

/** Conditions on where a row is; `column` is SQL. */
export function placeConditions(filters: { readonly place?: string | undefined; readonly elsewhere?: 'township' | undefined }, column: string, values: SqlValues): string[] {
  const conditions: string[] = []
  if (filters.place !== undefined) {
    const { from, to } = placeRange(filters.place as DivisionCode)
    conditions.push(`${column} >= ${values.add(from)} and ${column} < ${values.add(to)}`)
  }
  if (filters.elsewhere === 'township') conditions.push(`length(${column}) < 9`)
  return conditions
}

/** Conditions on the household itself; empty when no filter asks for one. */
export function householdFilterConditions(filters: RegisterFilters, values: SqlValues): string[] {
  const conditions: string[] = []
  if (filters.status === 'poor') conditions.push(householdConditions.poor)
  if (filters.status === 'exited') conditions.push(householdConditions.exited)
  if (filters.status === 'unknown') conditions.push('h.poverty_status is null')
  if (filters.plannedExitYear === 'unknown') conditions.push('h.planned_exit_year is null')
  else if (filters.plannedExitYear !== undefined) conditions.push(`h.planned_exit_year = ${values.add(filters.plannedExitYear)}::numeric`)
  if (filters.unsolved) conditions.push(householdConditions[filters.unsolved])
  if (filters.untold) conditions.push(`${householdConditions[filters.untold]} is null`)
  return conditions
}

export function whereSql(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.map((c) => `(${c})`).join(' and ')}`
}
