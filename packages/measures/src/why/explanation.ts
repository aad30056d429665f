/** Why a subject does or does not get a measure, as data: what the page shows, the command prints and a person reads aloud. */
import type { EntityKey, PlainDate, Sensitivity } from '@bangfu/kernel'
import type { WhyNode } from '@bangfu/feel'
import type { Delivery, Eligibility } from '../run/cell.ts'
import type { Words } from './value-words.ts'

/** A list as a source: who says so, and as of when. */
export interface ListSource {
  readonly id: string
  readonly title: string
  readonly source: string | undefined
  readonly asOf: string | undefined
}

export interface ExplainedFact {
  readonly entity: EntityKey
  readonly field: string
  readonly label: Words
  /** Whose fact it is. */
  readonly subjectId: string
  readonly subjectName: string | undefined
  /** Canonical; undefined when unknown. */
  readonly value: string | readonly string[] | undefined
  readonly text: Words
  readonly unknownReason: Words | undefined
  readonly source: ListSource | undefined
  readonly sensitivity: Sensitivity
}

export interface ExplainedParameter {
  readonly id: string
  readonly label: Words
  readonly value: string | readonly string[] | undefined
  readonly text: Words
  readonly source: string | undefined
  readonly clause: string | undefined
  readonly unknownReason: Words | undefined
}

export interface ExplainedCondition {
  /** As written in the rule, and with English names. */
  readonly text: Words
  readonly answer: Eligibility
  readonly facts: readonly ExplainedFact[]
  readonly parameters: readonly ExplainedParameter[]
  readonly why: WhyNode
  readonly sentence: Words
}

/** A question that would help to settle the answer. */
export interface ExplainedQuestion {
  readonly entity: EntityKey
  readonly subjectId: string
  readonly field: string
  readonly label: Words
  readonly ask: Words
}

export interface ExplainedListRow {
  readonly list: ListSource
  /** As the sheet shows it. */
  readonly row: number | undefined
  /** Row, and sheet where the list has several, in words; empty when no row of it speaks. */
  readonly where: Words
  /** Title of the earlier list that has the subject, where this one replaces it and has not; empty when it is not known which. */
  readonly earlier: string | undefined
  /** Integer fen. */
  readonly amountFen: bigint | undefined
}

export interface Explanation {
  readonly measure: { readonly id: string; readonly name: Words; readonly publicTitle: Words; readonly reading: Words; readonly clauses: readonly string[]; readonly deliveredBy: string }
  readonly subject: { readonly id: string; readonly unit: EntityKey; readonly name: string | undefined; readonly householdId: string | undefined; readonly place: string | undefined }
  readonly asOf: PlainDate
  readonly period: string
  readonly packHash: string
  /** The rule's text and the hash that names its version. */
  readonly rule: string
  readonly ruleHash: string
  readonly eligible: Eligibility
  readonly delivered: Delivery
  readonly cell: number
  readonly meaning: Words
  /** Letters T, F, U of the conditions, as the run stores them. */
  readonly conditionLetters: string
  readonly amountFen: bigint | undefined
  readonly amountToFen: bigint | undefined
  readonly conditions: readonly ExplainedCondition[]
  readonly questions: readonly ExplainedQuestion[]
  /** Parameters without a value that keep the answer open: a question to the office that keeps the pack. */
  readonly openParameters: readonly ExplainedParameter[]
  readonly deliveries: readonly ExplainedListRow[]
  readonly possibleMatches: readonly ExplainedListRow[]
  readonly coveringLists: readonly ListSource[]
  readonly deliveryText: Words
  readonly readAloud: Words
  readonly demonstration: boolean
}
