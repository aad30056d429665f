/**
 * A department's list over known subjects: its word on its own fields is taken as it is, its word on a field that a higher authority has
 * stated changes nothing, and only where neither is certain are the statements folded. A test compares the facts with the general fold.
 */
import { keyColumn } from '@bangfu/kernel'
import { foldColumns } from '../statements/apply-fold.ts'
import { currentTable, quoted, statementTable } from '../statements/entity-table.ts'
import { authorityOf, sourcesAbove } from '../statements/merge-policy.ts'
import { step, type ImportContext } from './import-context.ts'

/**
 * `known`: table with the key of known subjects and `statements`, the number of this list's statements about each. `after`: number of the
 * last statement before the list. Returns the table of the subjects that were folded: only their fields of other sources can have changed.
 */
export async function foldSpoken(context: ImportContext, entity: 'person' | 'household', known: string, columns: readonly string[], after: string): Promise<string> {
  const key = keyColumn(entity)
  const own = columns.filter((name) => authorityOf(context.source, name) === 2)
  const others = columns.filter((name) => !own.includes(name))
  const open = `${known}_open`
  await step(context, `
    create temp table ${open} on commit drop as
    with above as materialized (select list_id::text as list_id, kind from register.list)
    select k.${key} from ${known} k join ${currentTable(entity)} c using (${key}) join register.list base on base.list_id = c.source_list
    ${columns.length === 0 ? '' : `join ${statementTable(entity)} s on s.${key} = k.${key} and s.statement_no > ${Number(after)} and s.list_id = $list`}
    where k.statements <> 1 or base.kind not like 'national-%'
      ${others.map((name) => `or ${speaks(name)} and not (${outranked(context, name)})`).join(' ')}
      ${own.map((name) => `or (s.${quoted(name)} is null and s.unknown_reasons ? '${name}')`).join(' ')}
      ${own.length === 0 ? '' : `or exists (select from ${statementTable(entity)} a where a.${key} = k.${key} and (a.source = 'answers' or (a.source = $source and a.effective_from > $asOf)))`}
    group by 1`)
  if (own.length > 0) await takeOwn(context, entity, `(select ${key} from ${known} where ${key} not in (select ${key} from ${open}))`, own, after)
  const { rows } = await context.tx.query<{ n: string }>(`select count(*) as n from ${open}`)
  await step(context, `analyze ${open}`)
  if (Number(rows[0]!.n) > 0) await foldColumns(context.tx, entity, open, columns)
  return open
}

const speaks = (name: string): string => `(s.${quoted(name)} is not null or s.unknown_reasons ? '${name}')`

/** The current value comes from a list of a higher authority for this field: what is of lower rank is not even compared with it. */
function outranked(context: ImportContext, name: string): string {
  const kinds = sourcesAbove(context.source, name).filter((source) => source !== 'national').map((source) => `'${source}'`)
  const department = `c.source_fields ->> '${name}' in (select list_id from above where kind in (${kinds.join(', ')}))`
  return `c.${quoted(name)} is not null and (not c.source_fields ? '${name}' or ${department})`
}

/** Where the list is the newest of the only source with the first word, its values are the facts. */
async function takeOwn(context: ImportContext, entity: 'person' | 'household', subjects: string, own: readonly string[], after: string): Promise<void> {
  const key = keyColumn(entity)
  const stated = own.map((name) => `case when s.${quoted(name)} is not null then '${name}' end`)
  await step(context, `
    update ${currentTable(entity)} c set ${own.map((name) => `${quoted(name)} = coalesce(s.${quoted(name)}, c.${quoted(name)}), `).join('')}
      source_fields = c.source_fields || jsonb_strip_nulls(jsonb_build_object(${own.map((name) => `'${name}', case when s.${quoted(name)} is not null then $list end`).join(', ')})),
      unknown_reasons = c.unknown_reasons - array_remove(array[${stated.join(', ')}]::text[], null), action_id = $action
    from ${statementTable(entity)} s join ${subjects} subjects using (${key})
    where s.statement_no > ${Number(after)} and s.list_id = $list and c.${key} = s.${key} and (${own.map((name) => `s.${quoted(name)} is not null`).join(' or ')})`)
}
