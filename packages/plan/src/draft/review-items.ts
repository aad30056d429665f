/** Folds an officer's decisions over the proposed items: the latest decision that was not undone counts; nothing is edited in place. */
import { problem, ProblemError } from '@bangfu/kernel'
import { checkDraftFields } from './draft-fields.ts'
import type { DraftFields, DraftItem, DraftKind, DraftState, ReviewedItem } from './draft-item.ts'

/** What a person says of an item. `add` brings an item of its own; `restate` carries a span that moved. */
export interface DraftVerdict {
  readonly item: string
  readonly act: 'accept' | 'reject' | 'correct' | 'add'
  /** For `correct` and `add`. */
  readonly fields?: DraftFields | undefined
  /** For `add`: what it is, and where its words stand. */
  readonly added?: Pick<DraftItem, 'kind' | 'clause' | 'start' | 'end'> | undefined
}

export interface DraftDecision extends DraftVerdict {
  /** Runs upward; the order of decisions. */
  readonly no: number
  /** Decisions made by one act share it: they are undone together. */
  readonly batch: string
  readonly actor: string
  /** ISO instant. */
  readonly at: string
  /** Made on an earlier version of the document. */
  readonly kept: boolean
}

interface Standing { state: DraftState; fields: DraftFields; decision: DraftDecision | undefined }

const sameFields = (a: DraftFields, b: DraftFields): boolean => [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null))

function decide(standing: Standing, decision: DraftDecision, proposal: DraftFields | null): void {
  standing.decision = decision
  if (decision.act === 'correct' || decision.act === 'add') standing.fields = decision.fields ?? standing.fields
  if (decision.act === 'reject') standing.state = 'rejected'
  else if (proposal === null) standing.state = 'added'
  // Taken with other words than proposed is a correction, whatever key was pressed last.
  else standing.state = sameFields(standing.fields, proposal) ? 'accepted' : 'corrected'
}

/** Items with their state, in the document's order. Decisions whose batch was undone must not be among `decisions`. */
export function reviewItems(items: readonly DraftItem[], decisions: readonly DraftDecision[]): ReviewedItem[] {
  const all = new Map<string, { item: DraftItem; proposal: DraftFields | null; standing: Standing }>()
  for (const item of items) all.set(item.id, { item, proposal: item.fields, standing: { state: 'proposed', fields: item.fields, decision: undefined } })
  for (const decision of decisions) {
    if (decision.act === 'add' && decision.added) {
      const item: DraftItem = { id: decision.item, ...decision.added, fields: decision.fields ?? {} }
      all.set(item.id, { item, proposal: null, standing: { state: 'added', fields: item.fields, decision } })
    }
    const found = all.get(decision.item)
    if (found) decide(found.standing, decision, found.proposal)
  }
  return [...all.values()]
    .map(({ item, proposal, standing }) => ({
      ...item, fields: standing.fields, state: standing.state, proposal, actor: standing.decision?.actor ?? null, at: standing.decision?.at ?? null, kept: standing.decision?.kept ?? false,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Numbers of the clauses that stand in the draft (not rejected). */
export function draftClauses(items: readonly ReviewedItem[]): ReadonlySet<string> {
  return new Set(items.filter((i) => i.kind === 'clause' && i.state !== 'rejected').map((i) => String(i.fields['number'])))
}

/** Refuses verdicts about items that are not there, fields that cannot stand, and added words outside the document. All faults at once. */
export function refuseWrongVerdicts(items: readonly ReviewedItem[], verdicts: readonly DraftVerdict[], characters: number): void {
  const known = new Map(items.map((i) => [i.id, i]))
  const clauses = draftClauses(items)
  const faults = verdicts.flatMap((verdict) => {
    const item = known.get(verdict.item)
    if (verdict.act === 'add') {
      const { added } = verdict
      if (item || !added || added.start < 0 || added.end <= added.start || added.end > characters) return problem('plan/draft-span', { start: added?.start ?? -1, end: added?.end ?? -1, characters }).problems
    } else if (!item) return problem('plan/draft-no-item', { item: verdict.item }).problems
    const kind: DraftKind = verdict.added?.kind ?? item!.kind
    const own = kind === 'clause' ? new Set([...clauses, String(verdict.fields?.['number'] ?? '')]) : clauses
    if (verdict.act === 'correct' || verdict.act === 'add') return checkDraftFields(kind, verdict.fields ?? {}, own)
    // What is taken must be able to stand in a pack: a body whose level nobody knows is corrected, not accepted.
    return verdict.act === 'accept' ? checkDraftFields(kind, item!.fields, own) : []
  })
  if (faults.length > 0) throw new ProblemError(faults)
}
