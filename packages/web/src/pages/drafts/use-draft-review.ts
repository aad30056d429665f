/** Deciding in a draft: sends each act once, puts the answer into the page at once, and keeps nothing that the server has not taken. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client/call.ts'
import type { Decided, DraftDetail, RouteInput } from '../../client/contract.ts'

export type Verdict = RouteInput<'decideDraft'>['body']['verdicts'][number]

/** Items of the answer take the place of the old ones; former words stay, since the answer does not repeat them. */
export function applyDecided(draft: DraftDetail, decided: Decided): DraftDetail {
  const now = new Map(decided.items.map((i) => [i.id, i]))
  const gone = new Set(decided.removed)
  const stay = draft.items.filter((i) => !gone.has(i.id)).map((i) => { const next = now.get(i.id); return next ? { ...next, before: i.before, beforeState: i.beforeState, suggestion: i.suggestion } : i })
  const known = new Set(draft.items.map((i) => i.id))
  const items = [...stay, ...decided.items.filter((i) => !known.has(i.id))].sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...draft, items, effort: decided.effort, canUndo: decided.canUndo }
}

export function useDraftReview(id: string) {
  const client = useQueryClient()
  const key = ['getDraft', { params: { id } }]
  const take = async (decided: Decided) => {
    // A reading of the draft that was asked for before this act must not undo it on the page.
    await client.cancelQueries({ queryKey: key })
    client.setQueryData<DraftDetail>(key, (draft) => draft && applyDecided(draft, decided))
    void client.invalidateQueries({ queryKey: ['getDrafts'] })
    void client.invalidateQueries({ queryKey: ['getDraftPack'] })
  }
  // One after the other: an undo must find what was decided before it.
  const scope = { id: `draft-${id}` }
  const decide = useMutation({ scope, mutationFn: (verdicts: readonly Verdict[]) => call('decideDraft', { params: { id }, body: { request: crypto.randomUUID(), verdicts: [...verdicts] } }), onSuccess: take })
  const undo = useMutation({ scope, mutationFn: () => call('undoDraft', { params: { id }, body: { request: crypto.randomUUID() } }), onSuccess: take })
  return { decide, undo, error: decide.error ?? undo.error, clear: () => { decide.reset(); undo.reset() } }
}
