/** What every step of committing one list shares. */
import type { ProblemData } from '@bangfu/kernel'
import type { MappedTable } from '../mapped-table.ts'
import type { ActionClient } from '../session/with-action.ts'
import type { Session } from '../session/session.ts'
import type { StagedTable } from './stage-rows.ts'
import type { SourceKey } from '../statements/merge-policy.ts'

/** Why one row of the list was not taken. */
export interface RowProblem { readonly row: number; readonly place: string; readonly problem: ProblemData }

export interface ImportContext {
  readonly tx: ActionClient
  readonly session: Session
  readonly table: MappedTable
  readonly staged: StagedTable
  readonly listId: string
  readonly source: SourceKey
  /** Rows that name a place outside the scope and are taken only if their number is registered inside it. */
  readonly elsewhere: ReadonlyMap<number, RowProblem>
}

/** Runs a set-based step and returns how many rows it touched. `$action`, `$list`, `$scope`, `$source`, `$asOf` are given by name. */
export async function step(context: ImportContext, sql: string): Promise<number> {
  const values: unknown[] = []
  const named: Readonly<Record<string, unknown>> = {
    action: context.tx.actionId, list: context.listId, scope: context.session.place, source: context.source, asOf: context.table.header.asOf, issuer: context.table.header.source,
  }
  const seen = new Map<string, number>()
  const text = sql.replace(/\$(action|list|scope|source|asOf|issuer)\b/g, (_, name: string) => {
    if (!seen.has(name)) seen.set(name, values.push(named[name]))
    const type = name === 'action' || name === 'list' ? '::uuid' : name === 'asOf' ? '::date' : '::text'
    return `$${seen.get(name)!}${type}`
  })
  const { rowCount } = await context.tx.query(text, values)
  return rowCount ?? 0
}

/** Place of a row: its own, else the one given (say, the person's), else the scope of who imports. */
export const placeSql = (row: string, ...others: readonly string[]): string => `coalesce(${[`${row}.place`, ...others, '$scope'].join(', ')})`
