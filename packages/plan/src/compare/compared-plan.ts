/** A plan as a comparison needs it, whether it comes from a document, a draft or a pack: clauses, targets, duties, what it cites. Compares nothing. */
import type { BodyRole } from './body-root.ts'

export interface ComparedClause {
  readonly id: string
  readonly parent: string | null
  readonly title: string
  /** Words to know it by: the clause's own words, or the pack's title and summary. */
  readonly words: string
  /** Numbers of the upper plan's clauses that are named in it. */
  readonly names: readonly string[]
}

export interface ComparedTarget {
  readonly id: string
  readonly clause: string
  readonly subject: string
  /** The sentence that it stands in; empty where only the pack is at hand. A series names its subject once. */
  readonly sentence: string
  /** The part of the sentence between two marks in which the figure stands; empty where only the pack is at hand. */
  readonly phrase: string
  readonly operator: string
  /** Exact decimal text; null: none (all, or relative). */
  readonly value: string | null
  /** Upper end of a range. */
  readonly to: string | null
  readonly unit: string
  readonly from: string | null
  readonly until: string | null
  readonly place: string | null
}

export interface ComparedDuty {
  readonly clauses: readonly string[]
  readonly role: BodyRole
  /** All names the body is known by. */
  readonly names: readonly string[]
  /** Stands for one body in each place, or for nobody by name. */
  readonly general: boolean
}

export interface ComparedPlan {
  /** Hash of the document: decisions about matches are kept under it. */
  readonly key: string
  readonly title: string
  readonly number: string | null
  readonly issued: string | null
  readonly clauses: readonly ComparedClause[]
  readonly targets: readonly ComparedTarget[]
  readonly duties: readonly ComparedDuty[]
}
