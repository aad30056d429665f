/** What an expression is evaluated in: the facts of one subject, and the members that the quantifiers around it stand at. */
import type { FeelRecord, FeelValue, RuleContext } from '../api.ts'

export interface Bound {
  readonly binder: number
  /** Index in the context's members. */
  readonly index: number
  readonly record: FeelRecord
  /** The entry, where the binder goes over a list. */
  readonly value?: FeelValue
  readonly outer: Bound | undefined
}

export interface Environment {
  readonly context: RuleContext
  readonly bound: Bound | undefined
}

export function bind(environment: Environment, binder: number, index: number, record: FeelRecord): Environment {
  return { context: environment.context, bound: { binder, index, record, outer: environment.bound } }
}

export function bindValue(environment: Environment, binder: number, index: number, value: FeelValue): Environment {
  return { context: environment.context, bound: { binder, index, record: {}, value, outer: environment.bound } }
}

/** The member that the binder stands at; every binder of a checked tree is bound where it is read. */
export function boundAt(environment: Environment, binder: number): Bound {
  let bound = environment.bound
  while (bound && bound.binder !== binder) bound = bound.outer
  if (!bound) throw new Error(`binder ${binder} is not bound`)
  return bound
}
