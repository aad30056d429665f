/** Several files taken in together: which of them may go in without a look, in which order, one after the other. Knows no page. */
import type { ImportDetail, Preview, Vocabulary } from '../../client/contract.ts'
import { choicesOfDraft, faultsOfDraft, firstDraft } from './import-draft.ts'
import type { ImportChoices } from '../../client/contract.ts'

const order: readonly (string | null | undefined)[] = ['national-persons', 'national-households', 'villages', 'clinic']

/** People and households first: what other lists say is about them. Lists of help come last. */
export function inOrder(details: readonly ImportDetail[]): ImportDetail[] {
  const rank = (detail: ImportDetail): number => {
    const layout = detail.choices?.layout ?? sheetOf(detail)?.layout
    const place = order.indexOf(layout)
    return place >= 0 ? place : layout === 'delivery' ? order.length + 1 : order.length
  }
  return [...details].sort((a, b) => rank(a) - rank(b))
}

export function sheetOf(detail: ImportDetail) {
  const sheets = detail.upload?.sheets ?? []
  return sheets.find((one) => one.layout && !one.hidden) ?? sheets[0]
}

/** What the program would choose; undefined when something must be decided by a person. */
export function proposedChoices(detail: ImportDetail, vocabulary: Vocabulary | undefined, root: string | undefined): ImportChoices | undefined {
  // A second sheet with a list of its own would be left out without a word.
  if ((detail.upload?.sheets ?? []).filter((sheet) => sheet.layout && sheet.rows > 0).length > 1) return undefined
  const draft = firstDraft(detail, vocabulary, root)
  return draft && faultsOfDraft(draft).length === 0 ? choicesOfDraft(draft) : undefined
}

/** A list that says who got help decides who is said to miss it: a person looks at its measures and places first. */
export function mayGoUnseen(choices: ImportChoices, preview: Preview): boolean {
  return choices.delivery === undefined && choices.complete === undefined && preview.taken > 0 && preview.problemCount === 0
}

export type BatchState = 'reading' | 'clean' | 'look' | 'committing' | 'committed'

export function batchState(detail: ImportDetail, proposed: ImportChoices | undefined): BatchState {
  if (detail.state === 'committed' || detail.state === 'committing') return detail.state
  if (detail.preview && detail.choices) return mayGoUnseen(detail.choices, detail.preview) ? 'clean' : 'look'
  return proposed && proposed.delivery === undefined ? 'reading' : 'look'
}
