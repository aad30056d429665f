/** One thing that a reading proposes for the pack, with its span in the document, and what an officer decided about it. Decides nothing itself. */
import type { PlanReading } from '../read/reading.ts'

export const draftKinds = ['unread', 'clause', 'target', 'duty', 'citation', 'amount', 'organisation'] as const
export type DraftKind = (typeof draftKinds)[number]

/** What is said of an item, by field name; null where the document gives nothing. Numbers are exact decimal text. */
export type DraftFields = Readonly<Record<string, string | null | readonly string[]>>

export interface DraftItem {
  /** Unique in its draft: `target:一.(一):2`. */
  readonly id: string
  readonly kind: DraftKind
  /** Clause that the passage stands in; null outside all clauses. */
  readonly clause: string | null
  /** UTF-16 offsets into the document's text. */
  readonly start: number
  readonly end: number
  readonly fields: DraftFields
}

/** What a reading proposes: the document named by hash, and everything found in it. */
export interface DraftProposal {
  readonly document: PlanReading['document']
  readonly items: readonly DraftItem[]
  /** Stretches of the text that are none of the document (navigation of a web page, page numbers): shown apart, read by nobody. */
  readonly steppedOver: readonly { readonly start: number; readonly end: number }[]
}

export const draftStates = ['proposed', 'accepted', 'corrected', 'added', 'rejected'] as const
export type DraftState = (typeof draftStates)[number]

export interface ReviewedItem extends DraftItem {
  readonly state: DraftState
  /** What the reading proposed; null where an officer added the item. `fields` holds what stands now. */
  readonly proposal: DraftFields | null
  /** Who decided last, and when; null while proposed. */
  readonly actor: string | null
  readonly at: string | null
  /** Decided on an earlier version of the document; the words are the same. */
  readonly kept: boolean
}
