/**
 * Aggregates over the members of a household, as correlated sub-queries (DuckDB turns them into one grouped join). SQL's own
 * bool_or, sum and min skip NULL, so each is wrapped: unknown stays unknown. No member rows at all: unknown.
 * What is aggregated is first named in an inner select: an aggregate over columns of the outer row alone would, by SQL's rules,
 * belong to the outer query.
 */
import type { Members, Node, NodeOf } from '../tree/node.ts'
import type { EmitSql } from './emit-sql.ts'
import { letSql } from './let-sql.ts'
import type { SqlWriter } from './sql-writer.ts'
import { castSql } from './types-sql.ts'

/** `included` is the filter's answer for each member, `value` what the aggregate is about. */
function overMembers(result: string, { binder, filter }: Members, body: Node | undefined, writer: SqlWriter, emit: EmitSql): string {
  const columns = [filter ? `${emit(filter)} AS included` : 'TRUE AS included', ...(body ? [`${emit(body)} AS value`] : [])]
  return `(SELECT ${result} FROM (SELECT ${columns.join(', ')} ${writer.fromMembers(binder)}))`
}

const truthAsNumber = (predicate: string): string => `coalesce(CAST(${predicate} AS TINYINT) * 2, 1)`

/** false 0, unknown 1, true 2: `some` is the maximum and `every` the minimum, as in Kleene's logic. */
export function quantifiedSql(node: NodeOf<'quantified'>, writer: SqlWriter, emit: EmitSql): string {
  const some = node.quantifier === 'some'
  const predicate = node.members.filter ? (some ? '(included AND value)' : '(NOT included OR value)') : 'value'
  return overMembers(`CASE ${some ? 'max' : 'min'}(${truthAsNumber(predicate)}) WHEN 2 THEN TRUE WHEN 0 THEN FALSE END`, node.members, node.body, writer, emit)
}

/** The same over the entries of a list; an unknown list is unknown, an empty one is known. */
export function quantifiedListSql(node: NodeOf<'quantifiedList'>, _: SqlWriter, emit: EmitSql): string {
  const some = node.quantifier === 'some'
  return letSql([emit(node.list)], (list) => {
    const truths = `list_transform(${list}, lambda ${itemName(node.binder)}: ${truthAsNumber(emit(node.body))})`
    return `CASE WHEN len(${list}) = 0 THEN ${some ? 'FALSE' : 'TRUE'} ELSE CASE list_${some ? 'max' : 'min'}(${truths}) WHEN 2 THEN TRUE WHEN 0 THEN FALSE END END`
  })
}

/** What an entry is called inside its lambda. */
export function itemName(binder: number): string {
  return `entry${binder}`
}

export function countSql(node: NodeOf<'count'>, writer: SqlWriter, emit: EmitSql): string {
  return overMembers(`CASE WHEN count(*) > 0 AND count(*) = count(included) THEN ${castSql('count_if(included)', node.type)} END`, node.members, undefined, writer, emit)
}

/** Included members give their value, shut-out ones 0, doubtful ones unknown unless their value is 0. */
export function sumSql(node: NodeOf<'sum'>, writer: SqlWriter, emit: EmitSql): string {
  const zero = castSql('0', node.element.type)
  const value = node.members.filter ? `CASE WHEN NOT included THEN ${zero} WHEN included OR value = 0 THEN value END` : 'value'
  return overMembers(`CASE WHEN count(*) > 0 AND count(*) = count(${value}) THEN ${castSql(`sum(${value})`, node.type)} END`, node.members, node.element, writer, emit)
}

/** Unknown when an included value is, or when a doubtful member could go beyond the included ones. */
export function extremeSql(node: NodeOf<'extremeOfMembers'>, writer: SqlWriter, emit: EmitSql): string {
  const { operator, members } = node
  if (!members.filter) return overMembers(`CASE WHEN count(*) = count(value) THEN ${operator}(value) END`, members, node.element, writer, emit)
  const [sure, possible] = [`${operator}(value) FILTER (WHERE included)`, `${operator}(value) FILTER (WHERE included IS NULL)`]
  const beyond = `${possible} ${operator === 'min' ? '<' : '>'} ${sure}`
  return overMembers(`CASE WHEN count_if(included IS DISTINCT FROM FALSE AND value IS NULL) > 0 OR ${beyond} THEN NULL ELSE ${sure} END`, members, node.element, writer, emit)
}
