/** Brings the current tables up to their statements, for the subjects of one action, inside its transaction. */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import type { ActionClient } from '../session/with-action.ts'
import { currentTable, factColumns, quoted, statementTable } from './entity-table.ts'
import { foldSql } from './fold-sql.ts'

/** Number of the last statement; those of the action that holds the statements' lock will be after it. */
export async function lastStatement(tx: ActionClient, entity: EntityKey): Promise<string> {
  const { rows } = await tx.query<{ n: string }>(`select case when is_called then last_value else 0 end as n from ${statementTable(entity)}_statement_no_seq`)
  return rows[0]!.n
}

/** Subjects whose first and only statement comes after the given number: the fold of one statement is that statement. */
export async function insertFirstFacts(tx: ActionClient, entity: EntityKey, subjects: string, after: string): Promise<void> {
  const key = keyColumn(entity)
  const columns = factColumns(entity).map((column) => quoted(column.name)).join(', ')
  await tx.query(`
    insert into ${currentTable(entity)} (${key}, place, ${columns}, source_list, unknown_reasons, action_id)
    select ${key}, place, ${columns}, list_id, unknown_reasons, action_id
    from ${statementTable(entity)} join ${subjects} using (${key}) where statement_no > $1`, [after])
}

/** Folds all statements of the subjects anew, in all columns. */
export async function foldSubjects(tx: ActionClient, entity: EntityKey, subjects: string): Promise<void> {
  const key = keyColumn(entity)
  const names = ['place', ...factColumns(entity).map((column) => quoted(column.name)), 'source_list', 'source_fields', 'unknown_reasons']
  await tx.query(`
    insert into ${currentTable(entity)} (${key}, ${names.join(', ')}, action_id)
    select ${key}, ${names.join(', ')}, $1 from (${foldSql(entity, { subjects })}) folded
    on conflict (${key}) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, action_id = excluded.action_id`, [tx.actionId])
}

/**
 * Folds only the columns that the new statements speak of. Right because each field is folded by itself; not for national lists,
 * which also move `source_list`, and not for subjects without current facts. Writes only rows in which something changes.
 */
export async function foldColumns(tx: ActionClient, entity: EntityKey, subjects: string, columns: readonly string[]): Promise<void> {
  const key = keyColumn(entity)
  const names = factColumns(entity).map((column) => column.name).filter((name) => columns.includes(name))
  const listed = `array[${names.map((name) => `'${name}'`).join(', ')}]::text[]`
  const fields = `(c.source_fields - ${listed}) || folded.source_fields`
  const reasons = `(c.unknown_reasons - ${listed}) || folded.unknown_reasons`
  const row = (relation: string, rest: string): string => `(${[...names.map((name) => `${relation}.${quoted(name)}`), `${relation}.place`, rest].join(', ')})`
  // Materialized: on tables without statistics the planner would work the fold out anew for every current row.
  await tx.query(`
    with folded as materialized (${foldSql(entity, { subjects, columns: names })})
    update ${currentTable(entity)} c set ${names.map((name) => `${quoted(name)} = folded.${quoted(name)}, `).join('')}
      place = folded.place, source_fields = ${fields}, unknown_reasons = ${reasons}, action_id = $1
    from folded where c.${key} = folded.${key}
      and ${row('c', 'c.source_fields, c.unknown_reasons')} is distinct from ${row('folded', `${fields}, ${reasons}`)}`, [tx.actionId])
}
