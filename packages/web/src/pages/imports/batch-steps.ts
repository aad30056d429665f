/** Several files taken in together: which of them may go in without a look, in which order, one after the other. Knows no page. */
import type { ImportDetail, Preview, Vocabulary } from '../../client/contract.ts'
import { choicesOfDraft, faultsOfDraft, firstDraft, proposalOf } from './import-draft.ts'
import type { ImportChoices } from '../../client/contract.ts'

const order: readonly (string | null | undefined)[] = ['national-persons', 'national-households', 'villages', 'clinic']

/** People and households first: what other lists say is about them. Lists of help come last. */
export function inOrder(details: readonly ImportDetail[]): ImportDetail[] {
  const rank = (detail: ImportDetail): number => {
    const layout = detail.choices?.layout ?? proposalOf(detail)?.layout
    const place = order.indexOf(layout)
    return place >= 0 ? place : layout === 'delivery' ? order.length + 1 : order.length
  }
  return [...details].sort((a, b) => rank(a) - rank(b))
}

/** The list says itself, in words, which help it states, for when and where; a word of it that it is a part, or names nobody's help, makes a person look. */
function saysItself(detail: ImportDetail): boolean {
  const proposal = proposalOf(detail)
  return proposal !== undefined && proposal.measures.length === 1 && proposal.periodBasis === 'title' && !proposal.partial && (proposal.places?.length ?? 0) > 0
}

/** What the program would choose; undefined when something must be decided by a person. */
export function proposedChoices(detail: ImportDetail, vocabulary: Vocabulary | undefined, root: string | undefined): ImportChoices | undefined {
  const draft = firstDraft(detail, vocabulary, root)
  if (!draft || faultsOfDraft(draft).length > 0 || (draft.states && !saysItself(detail))) return undefined
  return choicesOfDraft(draft)
}

/**
 * A list that says who got help decides who is said to miss it. It goes in with the others, named in what is confirmed, where its own words say help, period and
 * places and its rows bear the places out; one whose places a person chose, or that covers none, is opened and looked at.
 */
export function mayGoUnseen(choices: ImportChoices, preview: Preview): boolean {
  return isClear(choices, preview) && preview.problemCount === 0
}

function isClear(choices: ImportChoices, preview: Preview): boolean {
  const helpIsClear = choices.delivery === undefined || (choices.delivery.narrow === true && (preview.covers?.places.length ?? 0) > 0)
  return helpIsClear && choices.complete === undefined && preview.taken > 0
}

/** Every row is taken and something is to be said of some: such a list may go along where a person says so. */
export function mayGoAlong(choices: ImportChoices, preview: Preview): boolean {
  return isClear(choices, preview) && preview.problemCount > 0 && preview.rowNoticesOnly === true
}

export type BatchState = 'reading' | 'clean' | 'noted' | 'look' | 'committing' | 'committed'

export function batchState(detail: ImportDetail, proposed: ImportChoices | undefined): BatchState {
  if (detail.state === 'committed' || detail.state === 'committing') return detail.state
  if (detail.preview && detail.choices) return mayGoUnseen(detail.choices, detail.preview) ? 'clean' : mayGoAlong(detail.choices, detail.preview) ? 'noted' : 'look'
  return proposed ? 'reading' : 'look'
}
