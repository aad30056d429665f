/** The typed tree as one DuckDB expression; NULL is unknown. Every sub-expression is bracketed or a call, so nothing depends on SQL's precedence. */
import { compareDecimal, decimal, formatDecimal, type Decimal } from '@bangfu/kernel'
import type { SqlBinding, SqlFragment } from '../api.ts'
import type { Node, NodeKind, NodeOf } from '../tree/node.ts'
import type { NumberType, ValueType } from '../types/value-type.ts'
import { letSql } from './let-sql.ts'
import { countSql, extremeSql, itemName, quantifiedListSql, quantifiedSql, sumSql } from './members-sql.ts'
import { roundSql, type SqlNumber } from './round-sql.ts'
import { SqlWriter } from './sql-writer.ts'
import { dateOfPartsSql, datePartSql, daysBetweenSql, durationPartSql, monthsBetweenSql, shiftDateSql, withinLimitSql } from './temporal-sql.ts'
import { castSql } from './types-sql.ts'

export type EmitSql = (node: Node) => string
type Emitter<K extends NodeKind> = (node: NodeOf<K>, writer: SqlWriter, emit: EmitSql) => string

const operators = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const
const kindOf = (type: ValueType): 'months' | 'days' => (type.kind === 'duration' ? type.of : 'days')

function literalSql(node: NodeOf<'literal'>, writer: SqlWriter): string {
  const { type, value } = node
  if (type.kind === 'number') return castSql(writer.parameter(formatDecimal(value as Decimal)), type)
  if (type.kind === 'boolean') return value ? 'TRUE' : 'FALSE'
  return castSql(writer.parameter(value as string | number), type)
}

function factSql({ fact, binder }: NodeOf<'fact'>, writer: SqlWriter): string {
  return fact.path === 'members' ? writer.memberColumn(binder!, fact.field) : writer.column(fact.path, fact.field)
}

function betweenSql(node: NodeOf<'between'>, _: SqlWriter, emit: EmitSql): string {
  const [low, high] = [node.lowClosed ? '>=' : '>', node.highClosed ? '<=' : '<']
  return letSql([emit(node.value), emit(node.low), emit(node.high)], (v, a, b) => {
    const inside = `${v} ${low} ${a} AND ${v} ${high} ${b}`
    const written = node.low.kind === 'literal' && node.high.kind === 'literal'
    // Written bounds are in order (checked); others may be reversed, and then nothing lies between.
    return written ? `(${inside})` : `(${inside} AND ${a} ${node.lowClosed && node.highClosed ? '<=' : '<'} ${b})`
  })
}

function chooseSql(node: NodeOf<'if'>, _: SqlWriter, emit: EmitSql): string {
  return letSql([emit(node.condition), emit(node.then), emit(node.otherwise)], (c, a, b) => `CASE WHEN ${c} THEN ${a} WHEN NOT ${c} THEN ${b} WHEN ${a} = ${b} THEN ${a} END`)
}

/** The number as a decimal operand; parameters and columns have their declared type already. */
function numberSql(node: Node, emit: EmitSql): SqlNumber {
  return { sql: emit(node), type: node.type as NumberType }
}

/** DuckDB stays at 18 digits where both operands have no more, and fails when the result has: such operands are cast first. */
const fastDigits = 18

function additionSql(node: NodeOf<'arithmetic'>, emit: EmitSql): string {
  const side = (n: Node): string => castSql(emit(n), node.type)
  return castSql(`${side(node.left)} ${node.operator} ${side(node.right)}`, node.type)
}

function productSql(node: NodeOf<'arithmetic'>, left: string, right: string): string {
  const [a, b, type] = [node.left.type, node.right.type, node.type] as readonly NumberType[]
  const narrow = type!.digits > fastDigits && a!.digits <= fastDigits && b!.digits <= fastDigits
  return castSql(`${narrow ? castSql(left, { ...a!, digits: fastDigits + 1 }) : left} * ${right}`, type!)
}

function arithmeticSql(node: NodeOf<'arithmetic'>, _: SqlWriter, emit: EmitSql): string {
  const { operator, left, right, type } = node
  if (operator !== '*') return additionSql(node, emit)
  const literals = [left, right].filter((side) => side.kind === 'literal')
  if (literals.some((side) => (side.value as Decimal).coefficient === 0n)) return castSql('0', type)
  // A written factor other than 0 cannot make an unknown product known.
  if (literals.length > 0) return productSql(node, emit(left), emit(right))
  return letSql([emit(left), emit(right)], (a, b) => `CASE WHEN ${a} = 0 OR ${b} = 0 THEN ${castSql('0', type)} ELSE ${productSql(node, a, b)} END`)
}

function rounding(node: NodeOf<'round'>, _: SqlWriter, emit: EmitSql): string {
  const { numerator, denominator } = node
  const positive = denominator?.kind === 'literal' && compareDecimal(denominator.value as Decimal, decimal(0)) > 0
  return roundSql(numberSql(numerator, emit), denominator && numberSql(denominator, emit), positive, node.rounding, node.type as NumberType)
}

function extremeOfItems(node: NodeOf<'extreme'>, _: SqlWriter, emit: EmitSql): string {
  const items = node.items.map(emit)
  if (items.length === 1) return items[0]!
  // least and greatest pass over NULL.
  return letSql(items, (...names) => `CASE WHEN ${names.map((name) => `${name} IS NULL`).join(' OR ')} THEN NULL ELSE ${node.operator === 'min' ? 'least' : 'greatest'}(${names.join(', ')}) END`)
}

function listContainsSql(node: NodeOf<'listContains'>, _: SqlWriter, emit: EmitSql): string {
  return letSql([emit(node.list), emit(node.item)], (list, item) => {
    const plain = `list_contains(${list}, ${item})`
    // An unknown entry may be the one that is sought; an empty list holds nothing, whatever is sought.
    return `CASE WHEN len(${list}) = 0 THEN FALSE WHEN ${plain} THEN TRUE WHEN len(${list}) = list_count(${list}) THEN ${plain} END`
  })
}

const textFunctions = { contains: 'contains', 'starts with': 'starts_with', 'ends with': 'ends_with' } as const

function textSql(node: NodeOf<'text'>, _: SqlWriter, emit: EmitSql): string {
  const [text, part] = [emit(node.text), emit(node.part)]
  const test = `${textFunctions[node.operator]}(${text}, ${part})`
  return node.part.kind === 'literal' ? test : `(${part} = '' OR ${test})`
}

const emitters: { readonly [K in NodeKind]: Emitter<K> } = {
  literal: literalSql,
  fact: factSql,
  parameter: (n, w) => castSql(w.column('parameters', n.id), n.type),
  today: (_, w) => w.today,
  and: (n, _, emit) => `(${n.parts.map(emit).join(' AND ')})`,
  or: (n, _, emit) => `(${n.parts.map(emit).join(' OR ')})`,
  not: (n, _, emit) => `(NOT ${emit(n.operand)})`,
  compare: (n, _, emit) => `(${emit(n.left)} ${operators[n.operator]} ${emit(n.right)})`,
  between: betweenSql,
  oneOf: (n, _, emit) => `(${emit(n.value)} IN (${n.items.map(emit).join(', ')}))`,
  listContains: listContainsSql,
  listSize: (n, _, emit) => castSql(`len(${emit(n.list)})`, n.type),
  list: (n, _, emit) => `[${n.items.map(emit).join(', ')}]`,
  if: chooseSql,
  known: (n, _, emit) => `(${emit(n.operand)} IS NOT NULL)`,
  arithmetic: arithmeticSql,
  sign: (n, _, emit) => (n.operator === 'negate' ? `(-${emit(n.operand)})` : `abs(${emit(n.operand)})`),
  round: rounding,
  widen: (n, _, emit) => castSql(emit(n.operand), n.type),
  extreme: extremeOfItems,
  quantified: quantifiedSql,
  quantifiedList: quantifiedListSql,
  item: (n) => itemName(n.binder),
  count: countSql,
  sum: sumSql,
  extremeOfMembers: extremeSql,
  text: textSql,
  shiftDate: (n, _, emit) => shiftDateSql(emit(n.date), emit(n.duration), kindOf(n.duration.type), n.backwards),
  daysBetween: (n, _, emit) => daysBetweenSql(emit(n.later), emit(n.earlier)),
  monthsBetween: (n, _, emit) => monthsBetweenSql(emit(n.from), emit(n.to)),
  datePart: (n, _, emit) => datePartSql(n.part, emit(n.date)),
  durationPart: (n, _, emit) => durationPartSql(n.part, emit(n.duration)),
  dateOfParts: (n, _, emit) => dateOfPartsSql(emit(n.year), n.month, n.day),
  addDurations: (n, _, emit) => withinLimitSql(`(${emit(n.left)} ${n.operator} ${emit(n.right)})`, kindOf(n.type)),
  timesDuration: (n, _, emit) => letSql([emit(n.duration), emit(n.factor)], (size, factor) =>
    `CASE WHEN ${size} = 0 OR ${factor} = 0 THEN CAST(0 AS BIGINT) ELSE ${withinLimitSql(`(CAST(${size} AS HUGEINT) * CAST(${factor} AS HUGEINT))`, kindOf(n.type))} END`),
}

/** The expression as SQL for the binding; values are parameters named `prefix_n`. */
export function emitSql(node: Node, binding: SqlBinding, prefix: string): SqlFragment {
  const writer = new SqlWriter(binding, prefix)
  return writer.fragment(emitNode(writer)(node))
}

/** Emits nodes into the writer's fragment. */
export function emitNode(writer: SqlWriter): EmitSql {
  const emit: EmitSql = (n) => (emitters[n.kind] as Emitter<NodeKind>)(n as never, writer, emit)
  return emit
}
