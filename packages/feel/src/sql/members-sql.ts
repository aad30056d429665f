/**
 * Aggregates over the members of a household, as correlated sub-queries (DuckDB turns them into one grouped join). SQL's own
 * bool_or, sum and min skip NULL, so each is wrapped: unknown stays unknown. No member rows at all: unknown.
 */
import type { NodeOf } from '../tree/node.ts'
import type { EmitSql } from './emit-sql.ts'
import type { SqlWriter } from './sql-writer.ts'
import { castSql } from './types-sql.ts'

const truthAsNumber = (predicate: string): string => `coalesce(CAST(${predicate} AS TINYINT) * 2, 1)`

/** false 0, unknown 1, true 2: `some` is the maximum and `every` the minimum, as in Kleene's logic. */
export function quantifiedSql(node: NodeOf<'quantified'>, writer: SqlWriter, emit: EmitSql): string {
  const { binder, filter } = node.members
  const body = emit(node.body)
  const some = node.quantifier === 'some'
  const predicate = filter ? (some ? `(${emit(filter)} AND ${body})` : `(NOT ${emit(filter)} OR ${body})`) : body
  return `(SELECT CASE ${some ? 'max' : 'min'}(${truthAsNumber(predicate)}) WHEN 2 THEN TRUE WHEN 0 THEN FALSE END ${writer.fromMembers(binder)})`
}

export function countSql(node: NodeOf<'count'>, writer: SqlWriter, emit: EmitSql): string {
  const { binder, filter } = node.members
  if (!filter) return `(SELECT ${castSql('nullif(count(*), 0)', node.type)} ${writer.fromMembers(binder)})`
  const included = emit(filter)
  return `(SELECT CASE WHEN count(*) > 0 AND count(*) = count(${included}) THEN ${castSql(`count_if(${included})`, node.type)} END ${writer.fromMembers(binder)})`
}

/** Included members give their value, shut-out ones 0, doubtful ones unknown unless their value is 0. */
export function sumSql(node: NodeOf<'sum'>, writer: SqlWriter, emit: EmitSql): string {
  const { binder, filter } = node.members
  const element = emit(node.element)
  const zero = castSql('0', node.element.type)
  const value = filter ? `CASE WHEN NOT ${emit(filter)} THEN ${zero} WHEN ${emit(filter)} THEN ${element} WHEN ${element} = 0 THEN ${zero} END` : element
  return `(SELECT CASE WHEN count(*) > 0 AND count(*) = count(${value}) THEN ${castSql(`sum(${value})`, node.type)} END ${writer.fromMembers(binder)})`
}

/** Unknown when an included value is, or when a doubtful member could go beyond the included ones. */
export function extremeSql(node: NodeOf<'extremeOfMembers'>, writer: SqlWriter, emit: EmitSql): string {
  const { binder, filter } = node.members
  const [element, operator] = [emit(node.element), node.operator]
  if (!filter) return `(SELECT CASE WHEN count(*) = count(${element}) THEN ${operator}(${element}) END ${writer.fromMembers(binder)})`
  const included = emit(filter)
  const [sure, possible] = [`${operator}(${element}) FILTER (WHERE ${included})`, `${operator}(${element}) FILTER (WHERE ${included} IS NULL)`]
  const beyond = operator === 'min' ? '<' : '>'
  return `(SELECT CASE WHEN count_if(NOT coalesce(NOT ${included}, FALSE) AND ${element} IS NULL) > 0 THEN NULL WHEN ${possible} ${beyond} ${sure} THEN NULL ELSE ${sure} END ${writer.fromMembers(binder)})`
}
