/** What a person has chosen for an import so far: starts from what the program recognised, ends as the choices that are sent. */
import type { ImportChoices, ImportDetail, Proposal, Sheet, Vocabulary } from '../../client/contract.ts'
import { importMessages as m } from './import-messages.ts'

export interface ImportDraft {
  /** One sheet, or the sheets of one list. */
  readonly sheets: readonly string[]
  readonly layout: ImportChoices['layout'] | undefined
  readonly source: string
  readonly asOf: string
  readonly states: boolean
  readonly measures: readonly string[]
  readonly period: string
  readonly places: readonly string[]
  /** The places are proposed: only those that rows bear out count as covered. Places that a person chose are taken as said. */
  readonly narrow: boolean
  readonly complete: boolean
  readonly completePlaces: readonly string[]
  /** Corrections of the mapping: column index → target or null. */
  readonly columns: Readonly<Record<number, string | null>>
}

export function statesOf(vocabulary: Vocabulary | undefined, layout: string | undefined): 'facts' | 'deliveries' | 'both' {
  return vocabulary?.layouts.find((one) => one.key === layout)?.states ?? 'facts'
}

/** What is proposed for one sheet by itself. */
export const proposalOfSheet = (sheet: Sheet): Proposal => ({ ...sheet, sheets: [sheet.name] })

export function draftOf(proposal: Proposal, vocabulary: Vocabulary | undefined, root: string | undefined): ImportDraft {
  // For where nobody said that the list speaks, nobody may be said to be missing from it.
  const places = proposal.places ?? (root ? [root] : [])
  const states = statesOf(vocabulary, proposal.layout ?? undefined)
  return {
    sheets: proposal.sheets, layout: proposal.layout ?? undefined, source: proposal.source ?? '', asOf: proposal.asOf ?? '', period: proposal.period ?? proposal.asOf?.slice(0, 4) ?? '',
    states: states !== 'facts', measures: states === 'facts' ? [] : proposal.measures, places, narrow: true, complete: false, completePlaces: places, columns: {},
  }
}

/** The draft that an earlier dry run was made with. */
export function draftOfChoices(choices: ImportChoices, fallback: ImportDraft): ImportDraft {
  return {
    ...fallback, sheets: choices.sheets ?? [choices.sheet], layout: choices.layout, source: choices.source, asOf: choices.asOf,
    states: choices.delivery !== undefined, measures: choices.delivery?.measures ?? [], period: choices.delivery?.period ?? fallback.period, places: choices.delivery?.places ?? fallback.places, narrow: choices.delivery?.narrow ?? false,
    complete: (choices.complete?.length ?? 0) > 0, completePlaces: choices.complete ?? fallback.completePlaces,
    columns: Object.fromEntries((choices.columns ?? []).map((column) => [column.index, column.target])),
  }
}

/** What the import is proposed to take; of one that took another sheet than proposed, what is proposed for that sheet. */
export function proposalOf(detail: ImportDetail): Proposal | undefined {
  const { choices, upload } = detail
  const own = upload?.proposal
  if (own && (!choices || own.sheets.includes(choices.sheet))) return own
  const sheets = upload?.sheets ?? []
  const sheet = sheets.find((one) => one.name === choices?.sheet) ?? sheets.find((one) => one.layout && !one.hidden) ?? sheets[0]
  return sheet && proposalOfSheet(sheet)
}

export function firstDraft(detail: ImportDetail, vocabulary: Vocabulary | undefined, root: string | undefined): ImportDraft | undefined {
  const proposal = proposalOf(detail)
  if (!proposal) return undefined
  const draft = draftOf(proposal, vocabulary, root)
  return detail.choices ? draftOfChoices(detail.choices, draft) : draft
}

/** What is still missing, in the order of the form; empty when the draft can be tried. */
export function faultsOfDraft(draft: ImportDraft) {
  return [
    ...(draft.sheets.length > 0 ? [] : [m.needSheet]),
    ...(draft.layout ? [] : [m.needLayout]),
    ...(draft.source.trim() ? [] : [m.needSource]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.asOf) ? [] : [m.needAsOf]),
    ...(draft.states && (draft.measures.length === 0 || draft.period.trim() === '') ? [m.needDelivery] : []),
  ]
}

export function choicesOfDraft(draft: ImportDraft): ImportChoices {
  const columns = Object.entries(draft.columns).map(([index, target]) => ({ index: Number(index), target }))
  return {
    sheet: draft.sheets[0]!, ...(draft.sheets.length > 1 ? { sheets: [...draft.sheets] } : {}), layout: draft.layout!, source: draft.source.trim(), asOf: draft.asOf,
    ...(draft.states ? { delivery: { measures: [...draft.measures], period: draft.period.trim(), places: [...draft.places], ...(draft.narrow ? { narrow: true } : {}) } } : {}),
    ...(draft.complete ? { complete: [...draft.completePlaces] } : {}),
    ...(columns.length > 0 ? { columns } : {}),
  }
}
