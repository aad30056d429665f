/** Takes a fact or parameter out of the context. A value of another form than its type says is our own fault and stops the evaluation. */
import { findPlainDate, problem, type Decimal } from '@bangfu/kernel'
import type { FeelRecord, FeelValue, RuleContext } from '../api.ts'
import type { NodeOf } from '../tree/node.ts'
import { storedDigits, typeName, type ValueType } from '../types/value-type.ts'
import { boundAt, type Environment } from './environment.ts'
import { atScale } from './numbers.ts'

const storedLimit = 10n ** BigInt(storedDigits)

function isDecimal(value: FeelValue, scale: number): boolean {
  const read = value as Partial<Decimal>
  if (typeof read !== 'object' || typeof read.coefficient !== 'bigint' || typeof read.scale !== 'number' || read.scale > scale) return false
  const coefficient = read.coefficient * 10n ** BigInt(scale - read.scale)
  return coefficient < storedLimit && coefficient > -storedLimit
}

function hasForm(value: Exclude<FeelValue, undefined>, type: ValueType): boolean {
  switch (type.kind) {
    case 'boolean': return typeof value === 'boolean'
    case 'number': return isDecimal(value, type.scale)
    case 'text': case 'code': return typeof value === 'string'
    case 'date': return typeof value === 'string' && findPlainDate(value) !== undefined
    case 'duration': return Number.isInteger(value)
    case 'list': return Array.isArray(value) && (value as FeelValue[]).every((item) => item === undefined || hasForm(item, type.of))
  }
}

function checkedList(list: readonly FeelValue[], field: string, type: ValueType): FeelValue {
  const entries = list.map((entry) => entry ?? undefined)
  if (hasForm(entries, type)) return entries
  throw problem('feel/wrong-fact', { field, want: typeName(type) })
}

function checked(record: FeelRecord | undefined, field: string, type: ValueType): FeelValue {
  // A row read from a database may say null for unknown.
  const value = record && Object.hasOwn(record, field) ? (record[field] ?? undefined) : undefined
  // So may a list for an entry.
  if (Array.isArray(value)) return checkedList(value as readonly FeelValue[], field, type)
  // A number has the digits of its type from here on, however few it was given with.
  if (value === undefined || hasForm(value, type)) return type.kind === 'number' ? atScale(value as Decimal | undefined, type.scale) : value
  throw problem('feel/wrong-fact', { field, want: typeName(type) })
}

const sides = { self: (c: RuleContext) => c.self, household: (c: RuleContext) => c.household, village: (c: RuleContext) => c.village }

export function readFact({ fact, binder, type }: NodeOf<'fact'>, environment: Environment): FeelValue {
  const record = fact.path === 'members' ? boundAt(environment, binder!).record : sides[fact.path](environment.context)
  return checked(record, fact.field, type)
}

export function readParameter({ id, type }: NodeOf<'parameter'>, environment: Environment): FeelValue {
  return checked(environment.context.parameters, id, type)
}
