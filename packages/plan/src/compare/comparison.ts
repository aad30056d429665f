/** Two plans side by side: every clause and target of the upper plan with what the lower plan says to it, and why that is believed. */
import type { BodyRole } from './body-root.ts'

/** Why two things are taken for the same. `officer`: a person says so, no reason of ours. */
export interface MatchBasis {
  readonly kind: 'words' | 'unit' | 'date' | 'place' | 'clause' | 'cited' | 'targets' | 'parts' | 'officer'
  readonly says: string
}

/** `upper|lower` → what a person decided about the pair. */
export type MatchVerdicts = ReadonlyMap<string, 'confirm' | 'part'>

/** partly: the clause is answered, but not every target in it. */
export type AnswerState = 'answered' | 'other-figure' | 'partly' | 'not-answered'

export interface ComparedSide {
  readonly id: string
  readonly clause: string
  readonly words: string
  readonly operator: string
  readonly value: string | null
  readonly to: string | null
  readonly unit: string
  readonly until: string | null
}

export interface TargetAnswer {
  readonly upper: ComparedSide
  readonly lower: ComparedSide | null
  readonly state: Exclude<AnswerState, 'partly'>
  readonly basis: readonly MatchBasis[]
  readonly decided: boolean
  /** A smaller count under a larger plan may be its share of it: said, not judged. */
  readonly mayBeShare: boolean
  /** Of the lower deadline against the upper. */
  readonly deadline: 'same' | 'earlier' | 'later' | 'missing' | null
}

export interface BodyAnswer {
  readonly name: string
  readonly role: BodyRole
  /** The lower plan's body of the same root. */
  readonly lower: { readonly name: string; readonly role: BodyRole } | null
}

export interface ClauseAnswer {
  readonly clause: string
  readonly title: string
  readonly state: AnswerState
  readonly lower: { readonly id: string; readonly title: string } | null
  readonly basis: readonly MatchBasis[]
  readonly decided: boolean
  readonly targets: readonly TargetAnswer[]
  readonly bodies: readonly BodyAnswer[]
  /** Bodies that only the lower plan names here. */
  readonly lowerBodies: readonly { readonly name: string; readonly role: BodyRole }[]
}

export interface PlanHead { readonly key: string; readonly title: string; readonly number: string | null; readonly issued: string | null }

export interface Comparison {
  readonly format: 'bangfu.comparison/1'
  readonly upper: PlanHead
  readonly lower: PlanHead
  readonly clauses: readonly ClauseAnswer[]
  /** Clauses and targets of the lower plan that answer nothing above. */
  readonly own: readonly { readonly kind: 'clause' | 'target'; readonly id: string; readonly clause: string; readonly words: string }[]
  readonly counts: {
    readonly clauses: Readonly<Record<AnswerState, number>>
    readonly targets: Readonly<Record<Exclude<AnswerState, 'partly'>, number>>
    readonly bodies: { readonly same: number; readonly missing: number }
    readonly deadlines: { readonly same: number; readonly earlier: number; readonly later: number; readonly missing: number }
  }
}
