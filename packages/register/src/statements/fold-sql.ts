/**
 * The fold: statements of a subject → its facts, as `merge-policy.ts` says. One SELECT serves imports (some subjects, some fields),
 * rebuilding (all) and "what did we know on a day". Pure: the same statements give the same facts in whatever order they came.
 */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import { factColumns, quoted, statementTable, type TableColumn } from './entity-table.ts'
import { authoritySql } from './merge-policy.ts'

export interface FoldScope {
  /** Table with the key column of the subjects to fold; absent: all that the scope shows. */
  readonly subjects?: string
  /** Columns to fold; absent: all. */
  readonly columns?: readonly string[]
  /** SQL condition on the statement `t`, e.g. limits of the two time axes. */
  readonly where?: string
}

/** Between a value and the list that gave it, and in place of a value that a source contradicts; neither occurs in cleaned text. */
const separator = `E'\\x01'`
const contradiction = `E'\\x02'`

/** Reverses the order of texts of digits, a-f and `-`, so that min() finds what max() finds and the values beside it can be compared. */
const reversed = (expression: string): string => `translate(${expression}, '0123456789abcdef', 'fedcba9876543210')`

function foldedColumns(entity: EntityKey, scope: FoldScope): readonly TableColumn[] {
  const all = factColumns(entity)
  return scope.columns ? all.filter((column) => scope.columns!.includes(column.name)) : all
}

/** Per source: greatest and least of (list date, list, known, value), and so the newest list's word and whether it contradicts itself. */
function perSource(column: TableColumn): string {
  const value = `t.${quoted(column.name)}`
  const reason = `t.unknown_reasons ->> '${column.name}'`
  return `max((case when ${value} is not null then t.p || '1' || ${value}::text when t.has_unknown and ${reason} is not null then t.p || '0' || (${reason}) end) collate "C") as ${quoted(`${column.name}_hi`)},
    min((case when ${value} is not null then t.q || '0' || ${value}::text when t.has_unknown and ${reason} is not null then t.q || '1' || (${reason}) end) collate "C") as ${quoted(`${column.name}_lo`)}`
}

/** Between sources: greatest and least of (known, authority, date, value, list). */
function acrossSources(column: TableColumn): string {
  const [hi, lo] = [`s.${quoted(`${column.name}_hi`)}`, `s.${quoted(`${column.name}_lo`)}`]
  const rank = `substr(${hi}, 47, 1) || ${authoritySql('s.source', column.name)} || left(${hi}, 10)`
  const word = `case when substr(${hi}, 47, 1) = '1' and substr(${hi}, 48) <> substr(${lo}, 48) then ${contradiction} else substr(${hi}, 48) end || ${separator} || substr(${hi}, 11, 36)`
  return `max((${rank} || ${word}) collate "C") as ${quoted(`${column.name}_hi`)},
    min((${reversed(rank)} || ${word}) collate "C") as ${quoted(`${column.name}_lo`)}`
}

const valuePart = (name: string): string => `split_part(substr(${name}, 13), ${separator}, 1)`
const isConflict = (hi: string, lo: string): string => `(${valuePart(hi)} = ${contradiction} or ${valuePart(hi)} <> ${valuePart(lo)})`

function valueSql(column: TableColumn): string {
  const [hi, lo] = [`f.${quoted(`${column.name}_hi`)}`, `f.${quoted(`${column.name}_lo`)}`]
  return `case when left(${hi}, 1) = '1' and not ${isConflict(hi, lo)} then ${valuePart(hi)} end::${column.type} as ${quoted(column.name)}`
}

function reasonSql(column: TableColumn): string {
  const [hi, lo] = [`f.${quoted(`${column.name}_hi`)}`, `f.${quoted(`${column.name}_lo`)}`]
  return `'${column.name}', case left(${hi}, 1) when '1' then case when ${isConflict(hi, lo)} then 'conflict' end when '0' then ${valuePart(hi)} end`
}

function sourceSql(column: TableColumn): string {
  const [hi, lo] = [`f.${quoted(`${column.name}_hi`)}`, `f.${quoted(`${column.name}_lo`)}`]
  const list = `split_part(substr(${hi}, 13), ${separator}, 2)`
  return `'${column.name}', case when left(${hi}, 1) = '1' and not ${isConflict(hi, lo)} then nullif(${list}, f.source_list) end`
}

/** jsonb object of the pairs, without NULL members; in pieces, because a call takes at most 100 arguments. */
function objectSql(pairs: readonly string[]): string {
  const pieces: string[] = []
  for (let i = 0; i < pairs.length; i += 40) pieces.push(`jsonb_strip_nulls(jsonb_build_object(${pairs.slice(i, i + 40).join(', ')}))`)
  return pieces.length === 0 ? `'{}'::jsonb` : pieces.join(' || ')
}

/**
 * SELECT with the key, `place`, the folded columns, `source_list` (the newest national list, else the first list that spoke),
 * `source_fields` (fields from other lists) and `unknown_reasons`.
 */
export function foldSql(entity: EntityKey, scope: FoldScope = {}): string {
  const key = keyColumn(entity)
  const columns = foldedColumns(entity, scope)
  const join = scope.subjects ? `join ${scope.subjects} subjects using (${key})` : ''
  return `with t as materialized (
  select t.*, t.effective_from::text || t.list_id::text as p, ${reversed('t.effective_from::text || t.list_id::text')} as q, t.unknown_reasons <> '{}' as has_unknown
  from ${statementTable(entity)} t ${join} where ${scope.where ?? 'true'}
), s as (
  select t.${key}, t.source${columns.map((c) => `,\n    ${perSource(c)}`).join('')}
  from t group by t.${key}, t.source
), a as (
  select s.${key}${columns.map((c) => `,\n    ${acrossSources(c)}`).join('')}
  from s group by s.${key}
), o as (
  select t.${key},
    substr(max(case when t.source = 'national' then '1' else '0' end || t.p || t.place collate "C"), 48) as place,
    coalesce(substr(max(case when t.source = 'national' then t.p end collate "C"), 11), min(t.list_id::text collate "C")) as source_list
  from t group by t.${key}
), f as (select * from a join o using (${key}))
select f.${key}, f.place${columns.map((c) => `,\n  ${valueSql(c)}`).join('')},
  f.source_list::uuid as source_list,
  ${objectSql(columns.map(sourceSql))} as source_fields,
  ${objectSql(columns.map(reasonSql))} as unknown_reasons
from f`
}
