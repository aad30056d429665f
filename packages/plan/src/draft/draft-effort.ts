/** What a review has cost so far: items by outcome, and minutes between decisions. Of the document, never of a person. */
import { draftStates, type DraftKind, type DraftState, type ReviewedItem } from './draft-item.ts'

export interface DraftEffort {
  readonly items: number
  /** Passages that were not understood count under `proposed` until somebody has seen them, and nowhere else: they are no items to accept. */
  readonly byState: Readonly<Record<DraftState, number>>
  readonly byKind: readonly { readonly kind: DraftKind; readonly items: number; readonly proposed: number }[]
  /** Passages not understood that somebody has looked at. */
  readonly seen: number
  /** Of the decided ones, taken over from an earlier version without being asked again. */
  readonly kept: number
  /** Whole minutes, rounded up. */
  readonly minutes: number
}

/** A longer gap between two decisions is a pause, not work. */
export const pauseMinutes = 5
/** What the first decision, and the first one after a pause, counts for. */
const firstSeconds = 10

export function workedMinutes(instants: readonly string[]): number {
  const times = [...new Set(instants)].map((at) => Date.parse(at)).sort((a, b) => a - b)
  const seconds = times.map((time, i) => {
    const gap = i === 0 ? Infinity : (time - times[i - 1]!) / 1000
    return gap > pauseMinutes * 60 ? firstSeconds : gap
  })
  return Math.ceil(seconds.reduce((sum, s) => sum + s, 0) / 60)
}

/** `instants`: when decisions were made on this version, undone ones included: they were work too. */
export function draftEffort(items: readonly ReviewedItem[], instants: readonly string[]): DraftEffort {
  const kinds = [...new Set(items.map((i) => i.kind))]
  const counted = items.filter((i) => i.kind !== 'unread' || i.state === 'proposed')
  return {
    items: items.length,
    byState: Object.fromEntries(draftStates.map((state) => [state, counted.filter((i) => i.state === state).length])) as Record<DraftState, number>,
    byKind: kinds.map((kind) => ({ kind, items: items.filter((i) => i.kind === kind).length, proposed: items.filter((i) => i.kind === kind && i.state === 'proposed').length })),
    seen: items.length - counted.length,
    kept: items.filter((i) => i.kept && i.state !== 'proposed').length,
    minutes: workedMinutes(instants),
  }
}
