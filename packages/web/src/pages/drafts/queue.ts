/** The order in which items are put before the officer, under the filters of the address: what was not understood first, then the document's order. */
import type { DraftItemRow } from '../../client/contract.ts'

export interface QueueFilter {
  readonly kind: string | undefined
  /** A state; `open` and undefined: to decide; `all`. */
  readonly state: string | undefined
  readonly change: string | undefined
}

export function queueOf(items: readonly DraftItemRow[], { kind, state, change }: QueueFilter): DraftItemRow[] {
  const wanted = state ?? 'proposed'
  const shown = items.filter((i) => (kind === undefined || i.kind === kind) && (wanted === 'all' || i.state === wanted) && (change === undefined || i.change === change))
  return [...shown.filter((i) => i.kind === 'unread'), ...shown.filter((i) => i.kind !== 'unread')]
}

/** One step on from an item, staying at the ends. */
export function neighbour(queue: readonly DraftItemRow[], id: string | undefined, step: 1 | -1): string | undefined {
  const at = queue.findIndex((i) => i.id === id)
  if (at < 0) return queue[0]?.id
  return queue[Math.min(queue.length - 1, Math.max(0, at + step))]?.id
}

/** What to look at when some items leave the queue: the first behind the one in focus that stays, else the first that stays at all. */
export function afterLeaving(queue: readonly DraftItemRow[], id: string | undefined, leaving: ReadonlySet<string>): string | undefined {
  const at = queue.findIndex((i) => i.id === id)
  const stays = (item: DraftItemRow) => !leaving.has(item.id)
  return (queue.slice(at + 1).find(stays) ?? queue.find(stays))?.id
}
