/**
 * Which unknowns keep an answer open, for many subjects at once: the same walk as `unknownFacts`, as one DuckDB list of texts
 * `path|member|name`: `self||age`, `household||net_income`, `members|<person_id>|enrolled`, `parameter||<id>`. Empty when the answer is known.
 */
import type { SqlBinding, SqlFragment } from '../api.ts'
import { childrenOf } from '../tree/children.ts'
import type { Members, Node } from '../tree/node.ts'
import { emitNode, type EmitSql } from './emit-sql.ts'
import { itemName } from './members-sql.ts'
import { SqlWriter } from './sql-writer.ts'

const none = 'CAST([] AS VARCHAR[])'

function concat(lists: readonly string[]): string {
  const some = lists.filter((list) => list !== none)
  return some.length === 0 ? none : some.length === 1 ? some[0]! : `list_concat(${some.join(', ')})`
}

class UnknownsWriter {
  readonly #writer: SqlWriter
  readonly #emit: EmitSql
  constructor(writer: SqlWriter) {
    this.#writer = writer
    this.#emit = emitNode(writer)
  }

  /** The unknowns of a part; none while the part itself is known, whatever is unknown inside it. */
  of(node: Node): string {
    const inside = this.#inside(node)
    return inside === none ? none : `CASE WHEN ${this.#emit(node)} IS NULL THEN ${inside} ELSE ${none} END`
  }

  #inside(node: Node): string {
    switch (node.kind) {
      case 'literal': case 'today': case 'known': case 'item': return none
      case 'fact': return node.binder === undefined ? this.#one(`${node.fact.path}||${node.fact.field}`) : `['members|' || ${this.#writer.memberColumn(node.binder, 'person_id')} || ${this.#writer.parameter(`|${node.fact.field}`)}]`
      case 'parameter': return this.#one(`parameter||${node.id}`)
      case 'widen': return this.#inside(node.operand)
      case 'if': {
        const condition = this.#emit(node.condition)
        const branch = (part: Node, shutOut: string): string => this.#unless(shutOut, this.of(part))
        return concat([this.of(node.condition), branch(node.then, `NOT ${condition}`), branch(node.otherwise, condition)])
      }
      case 'quantified': return this.#overMembers(node.members, node.body)
      case 'quantifiedList': {
        const body = this.of(node.body)
        const entries = body === none ? none : `coalesce(flatten(list_transform(${this.#emit(node.list)}, lambda ${itemName(node.binder)}: ${body})), ${none})`
        return concat([this.of(node.list), entries])
      }
      case 'count': return this.#overMembers(node.members, undefined)
      case 'sum': case 'extremeOfMembers': return this.#overMembers(node.members, node.element)
      default: return concat(childrenOf(node).map((child) => this.of(child)))
    }
  }

  #one(key: string): string {
    return `[${this.#writer.parameter(key)}]`
  }

  #unless(shutOut: string, list: string): string {
    return list === none ? none : `CASE WHEN ${shutOut} THEN ${none} ELSE ${list} END`
  }

  /** A member whom the filter shuts out is asked nothing. A household without recorded members: who belongs to it is the question. */
  #overMembers(members: Members, body: Node | undefined): string {
    const filter = members.filter ? this.of(members.filter) : none
    const inner = body ? (members.filter ? this.#unless(`NOT ${this.#emit(members.filter)}`, this.of(body)) : this.of(body)) : none
    // Named inside first: an aggregate over outer columns alone would belong to the outer query.
    return `coalesce((SELECT flatten(list(unknowns)) FROM (SELECT ${concat([filter, inner])} AS unknowns ${this.#writer.fromMembers(members.binder)})), ${this.#one('household||member_count')})`
  }
}

/** For the binding of `toSql`; the table of members must have the column `person_id`. */
export function unknownsSql(node: Node, binding: SqlBinding, prefix: string): SqlFragment {
  const writer = new SqlWriter(binding, prefix)
  return writer.fragment(new UnknownsWriter(writer).of(node))
}
