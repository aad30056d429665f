/** What reading a plan gives: `bangfu.plan/1`. Offsets are UTF-16 units into the decoded text; dates are ISO 8601 at the precision printed. */
import type { ProblemData } from '@bangfu/kernel'
import type { Role } from './lexicon/roles.ts'
import type { Operator } from './quantities.ts'

export interface Span { readonly start: number; readonly end: number }
export interface ReadClause extends Span {
  readonly id: string
  readonly parent: string | null
  readonly heading: string
  /** Where the printed number begins; `start` is the first character after it. */
  readonly numberStart: number
  /** End of the clause's own words; `end` takes in all that stands in it. */
  readonly ownEnd: number
}
export interface ReadTarget extends Span {
  /** Null in the words in front of the first clause. */
  readonly clause: string | null
  readonly subject: string
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly operator: Operator
  readonly from: string | null
  readonly until: string | null
  readonly place: string | null
}
export interface ReadDuty extends Span { readonly clauses: readonly string[]; readonly role: Role; readonly body: string; readonly organisation: string }
export interface ReadCitation extends Span { readonly clause: string | null; readonly number: string | null; readonly title: string | null }
export interface ReadAmount extends Span { readonly clause: string; readonly value: number | readonly [number, number]; readonly unit: string; readonly operator: Operator }
export interface Unread extends Span { readonly reason: string }

export interface PlanReading {
  readonly format: 'bangfu.plan/1'
  readonly document: { readonly sha256: string; readonly characters: number; readonly title: string; readonly number: string | null; readonly issued: string | null }
  readonly clauses: readonly ReadClause[]
  readonly targets: readonly ReadTarget[]
  readonly duties: readonly ReadDuty[]
  readonly citations: readonly ReadCitation[]
  readonly amounts: readonly ReadAmount[]
  readonly unread: readonly Unread[]
  /** Faults of the document itself (numbers that skip or come twice), with position; the rest is read all the same. */
  readonly problems: readonly ProblemData[]
}
