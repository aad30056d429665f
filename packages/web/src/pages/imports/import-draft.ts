/** What a person has chosen for an import so far: starts from what the program recognised, ends as the choices that are sent. */
import type { ImportChoices, ImportDetail, Sheet, Vocabulary } from '../../client/contract.ts'
import { importMessages as m } from './import-messages.ts'

export interface ImportDraft {
  readonly sheet: string
  readonly layout: ImportChoices['layout'] | undefined
  readonly source: string
  readonly asOf: string
  readonly states: boolean
  readonly measures: readonly string[]
  readonly period: string
  readonly places: readonly string[]
  readonly complete: boolean
  readonly completePlaces: readonly string[]
  /** Corrections of the mapping: column index → target or null. */
  readonly columns: Readonly<Record<number, string | null>>
}

export function statesOf(vocabulary: Vocabulary | undefined, layout: string | undefined): 'facts' | 'deliveries' | 'both' {
  return vocabulary?.layouts.find((one) => one.key === layout)?.states ?? 'facts'
}

export function draftOfSheet(sheet: Sheet, vocabulary: Vocabulary | undefined, root: string | undefined): ImportDraft {
  // For where nobody said that the list speaks, nobody may be said to be missing from it.
  const places = sheet.places ?? (root ? [root] : [])
  const states = statesOf(vocabulary, sheet.layout ?? undefined)
  return {
    sheet: sheet.name, layout: sheet.layout ?? undefined, source: sheet.source ?? '', asOf: sheet.asOf ?? '', period: sheet.period ?? sheet.asOf?.slice(0, 4) ?? '',
    states: states !== 'facts', measures: states === 'facts' ? [] : sheet.measures, places, complete: false, completePlaces: places, columns: {},
  }
}

/** The draft that an earlier dry run was made with. */
export function draftOfChoices(choices: ImportChoices, fallback: ImportDraft): ImportDraft {
  return {
    ...fallback, sheet: choices.sheet, layout: choices.layout, source: choices.source, asOf: choices.asOf,
    states: choices.delivery !== undefined, measures: choices.delivery?.measures ?? [], period: choices.delivery?.period ?? fallback.period, places: choices.delivery?.places ?? fallback.places,
    complete: (choices.complete?.length ?? 0) > 0, completePlaces: choices.complete ?? fallback.completePlaces,
    columns: Object.fromEntries((choices.columns ?? []).map((column) => [column.index, column.target])),
  }
}

export function firstDraft(detail: ImportDetail, vocabulary: Vocabulary | undefined, root: string | undefined): ImportDraft | undefined {
  const sheets = detail.upload?.sheets ?? []
  const sheet = sheets.find((one) => one.name === detail.choices?.sheet) ?? sheets.find((one) => one.layout && !one.hidden) ?? sheets[0]
  if (!sheet) return undefined
  const draft = draftOfSheet(sheet, vocabulary, root)
  return detail.choices ? draftOfChoices(detail.choices, draft) : draft
}

/** What is still missing, in the order of the form; empty when the draft can be tried. */
export function faultsOfDraft(draft: ImportDraft) {
  return [
    ...(draft.layout ? [] : [m.needLayout]),
    ...(draft.source.trim() ? [] : [m.needSource]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.asOf) ? [] : [m.needAsOf]),
    ...(draft.states && (draft.measures.length === 0 || draft.period.trim() === '') ? [m.needDelivery] : []),
  ]
}

export function choicesOfDraft(draft: ImportDraft): ImportChoices {
  const columns = Object.entries(draft.columns).map(([index, target]) => ({ index: Number(index), target }))
  return {
    sheet: draft.sheet, layout: draft.layout!, source: draft.source.trim(), asOf: draft.asOf,
    ...(draft.states ? { delivery: { measures: [...draft.measures], period: draft.period.trim(), places: [...draft.places] } } : {}),
    ...(draft.complete ? { complete: [...draft.completePlaces] } : {}),
    ...(columns.length > 0 ? { columns } : {}),
  }
}
