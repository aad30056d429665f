/** Writes one SQL fragment: quotes identifiers, and turns every value into a named parameter. Nothing from a rule is ever spliced. */
import { problem } from '@bangfu/kernel'
import type { SqlBinding, SqlFragment } from '../api.ts'

type ParameterValue = SqlFragment['parameters'][string]

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `schema.table` keeps its parts apart; an alias is one part. */
function quoteTable(name: string): string {
  return name.split('.').map(quoteName).join('.')
}

export class SqlWriter {
  readonly #binding: SqlBinding
  readonly #prefix: string
  readonly #parameters: Record<string, ParameterValue> = {}
  readonly #names = new Map<string, string>()

  constructor(binding: SqlBinding, prefix: string) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(prefix)) throw problem('feel/bad-prefix', { prefix })
    this.#binding = binding
    this.#prefix = prefix
  }

  /** `$prefix_n` for the value; the same value is one parameter. */
  parameter(value: ParameterValue): string {
    const key = `${typeof value}:${JSON.stringify(value)}`
    let name = this.#names.get(key)
    if (name === undefined) {
      name = `${this.#prefix}_${this.#names.size + 1}`
      this.#names.set(key, name)
      this.#parameters[name] = value
    }
    return `$${name}`
  }

  column(side: 'self' | 'household' | 'village' | 'parameters', name: string): string {
    const table = this.#binding[side] ?? (side === 'household' ? this.#binding.self : undefined)
    if (table === undefined) throw problem('feel/no-binding', { what: side })
    return `${quoteName(table)}.${quoteName(name)}`
  }

  memberColumn(binder: number, name: string): string {
    return `${quoteName(this.#memberAlias(binder))}.${quoteName(name)}`
  }

  #memberAlias(binder: number): string {
    return `${this.#prefix}_m${binder}`
  }

  /** `FROM members AS alias WHERE alias.key = household.key`. */
  fromMembers(binder: number): string {
    const { members } = this.#binding
    if (!members) throw problem('feel/no-binding', { what: 'members' })
    return `FROM ${quoteTable(members.table)} AS ${quoteName(this.#memberAlias(binder))} WHERE ${this.memberColumn(binder, members.key)} = ${this.column('household', members.householdKey)}`
  }

  get today(): string {
    return `CAST(${this.#binding.today} AS DATE)`
  }

  fragment(sql: string): SqlFragment {
    // A part that was written and then left out (an always known one) must not leave its values behind: DuckDB refuses unused ones.
    const used = new Set([...sql.matchAll(/\$(\w+)/g)].map((match) => match[1]))
    return { sql, parameters: Object.fromEntries(Object.entries(this.#parameters).filter(([name]) => used.has(name))) }
  }
}
