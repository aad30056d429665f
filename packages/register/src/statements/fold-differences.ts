/** Where the current table of an entity is not the fold of its statements. Works nothing out by itself: the fold is that of `fold-sql.ts`. */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import { currentTable, factColumns, quoted } from './entity-table.ts'
import { foldSql } from './fold-sql.ts'

/** `altered`: a fact is not what its statements say. `missing`: statements, but no current row. `added`: a current row that nothing states. */
export type DifferenceKind = 'altered' | 'missing' | 'added'

/** `case` items of an array that names the columns in which the two relations differ. */
export const differingColumnsSql = (names: readonly string[], now: string, should: string): string =>
  `array_remove(array[${names.map((name) => `case when ${now}.${quoted(name)} is distinct from ${should}.${quoted(name)} then '${name}' end`).join(', ')}]::text[], null)`

/**
 * SELECT of `subject`, `kind` and `columns` (names, of altered rows only): one row a subject that differs. `within`: SQL condition on the subject's
 * key, the same for statements and current rows; absent: all that the scope shows.
 */
export function foldDifferencesSql(entity: EntityKey, within: (key: string) => string = () => 'true'): string {
  const key = keyColumn(entity)
  const names = ['place', ...factColumns(entity).map((column) => column.name), 'source_list', 'source_fields', 'unknown_reasons']
  const row = (relation: string): string => `(${names.map((name) => `${relation}.${quoted(name)}`).join(', ')})`
  return `select coalesce(c.${key}, r.${key}) as subject, case when r.${key} is null then 'added' when c.${key} is null then 'missing' else 'altered' end as kind,
    case when c.${key} = r.${key} then ${differingColumnsSql(names, 'c', 'r')} else '{}'::text[] end as columns
  from (select * from ${currentTable(entity)} c where ${within(`c.${key}`)}) c full join (${foldSql(entity, { where: within(`t.${key}`) })}) r on r.${key} = c.${key}
  where c.${key} is null or r.${key} is null or ${row('c')} is distinct from ${row('r')}`
}
