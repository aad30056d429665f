/**
 * Joins the items of a new version of the document to those of the old one: by words and fields first, wherever they moved, then by number and
 * likeness. What is the same keeps its decision; what changed is asked again; nothing is dropped in silence.
 */
import { canonicalJson } from '@bangfu/kernel'
import type { DraftItem, ReviewedItem } from './draft-item.ts'
import { wordLikeness } from './word-likeness.ts'

/** same: the very words and fields, perhaps elsewhere. changed: the same thing with other words or fields. */
export type RereadState = 'same' | 'changed' | 'new'

export interface RereadPair {
  readonly item: string
  readonly state: RereadState
  /** Item of the old version; null when new. */
  readonly before: string | null
}

export interface Reread {
  /** One for each item of the new version. */
  readonly pairs: readonly RereadPair[]
  /** Old items that the new version has no more. */
  readonly gone: readonly string[]
  /** Where an officer's own additions stand in the new version. */
  readonly moved: readonly { readonly item: string; readonly clause: string | null; readonly start: number; readonly end: number }[]
}

interface Side { readonly items: readonly DraftItem[]; readonly text: string }

const bare = (text: string): string => text.replace(/\s+/g, '')
const wordsOf = (item: DraftItem, text: string): string => bare(text.slice(item.start, item.end))
/** A figure alone is too short to know again: the words around it belong to it. */
const around = (item: DraftItem, text: string): string => bare(text.slice(Math.max(0, item.start - 12), item.end + 6))
/** Share of two-character runs in common from which changed words still mean the same item. */
const alike = 0.5

/** Joins, in order, items that have the same key. */
function joinBy(before: readonly DraftItem[], after: readonly DraftItem[], joined: Map<string, string>, keyBefore: (i: DraftItem) => string, keyAfter: (i: DraftItem) => string): void {
  const taken = new Set(joined.values())
  const waiting = new Map<string, string[]>()
  for (const item of before) if (!taken.has(item.id)) waiting.set(keyBefore(item), [...(waiting.get(keyBefore(item)) ?? []), item.id])
  for (const item of after) {
    if (joined.has(item.id)) continue
    const found = waiting.get(keyAfter(item))?.shift()
    if (found !== undefined) joined.set(item.id, found)
  }
}

/** The most alike of what is left in the same clause. */
function joinAlike(before: Side, after: Side, kind: DraftItem['kind'], joined: Map<string, string>, clauseOf: (clause: string | null) => string | null): void {
  const taken = new Set(joined.values())
  const left = before.items.filter((i) => i.kind === kind && !taken.has(i.id))
  for (const item of after.items.filter((i) => i.kind === kind && !joined.has(i.id))) {
    const words = around(item, after.text)
    const best = left.filter((old) => !taken.has(old.id) && clauseOf(old.clause) === item.clause)
      .map((old) => ({ old, likeness: wordLikeness(around(old, before.text), words) }))
      .sort((a, b) => b.likeness - a.likeness)[0]
    if (!best || best.likeness < alike) continue
    joined.set(item.id, best.old.id)
    taken.add(best.old.id)
  }
}

/** Clauses by number and words, then by words alone (renumbered), then by number alone with a like heading. */
function joinClauses(before: Side, after: Side): Map<string, string> {
  const old = before.items.filter((i) => i.kind === 'clause')
  const now = after.items.filter((i) => i.kind === 'clause')
  const joined = new Map<string, string>()
  const heading = (i: DraftItem) => bare(String(i.fields['heading'] ?? ''))
  joinBy(old, now, joined, (i) => `${i.clause}|${wordsOf(i, before.text)}`, (i) => `${i.clause}|${wordsOf(i, after.text)}`)
  joinBy(old, now, joined, (i) => wordsOf(i, before.text), (i) => wordsOf(i, after.text))
  joinBy(old, now, joined, (i) => `${i.clause}|${heading(i)}`, (i) => `${i.clause}|${heading(i)}`)
  joinBy(old, now, joined, heading, heading)
  joinAlike(before, after, 'clause', joined, (clause) => clause)
  return joined
}

/** Fields as they would read with the clauses numbered as in the new version. */
function fieldsKey(item: DraftItem, clauseOf: (clause: string) => string): string {
  const { number: _number, parent: _parent, ...rest } = item.fields
  const fields = item.kind === 'clause' ? rest : item.fields
  // Sorted by name: a database gives fields back in an order of its own. What is not given is left out: a later program may know more fields.
  return canonicalJson(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null).map(([name, value]) => [name, name === 'clauses' && Array.isArray(value) ? value.map(clauseOf) : value])))
}

function joinItems(before: Side, after: Side): { joined: Map<string, string>; clauseOf: (clause: string | null) => string | null } {
  const joined = joinClauses(before, after)
  const numbers = new Map<string, string>()
  const oldById = new Map(before.items.map((i) => [i.id, i]))
  for (const item of after.items) {
    const old = joined.get(item.id)
    if (item.kind === 'clause' && old !== undefined && item.clause !== null) numbers.set(oldById.get(old)!.clause ?? '', item.clause)
  }
  const clauseOf = (clause: string | null) => (clause === null ? null : numbers.get(clause) ?? clause)
  const key = (side: Side, old: boolean, where: boolean) => (i: DraftItem) =>
    `${i.kind}|${where ? `${old ? clauseOf(i.clause) : i.clause}|` : ''}${wordsOf(i, side.text)}|${fieldsKey(i, (c) => (old ? clauseOf(c) ?? c : c))}`
  const others = (side: Side) => side.items.filter((i) => i.kind !== 'clause')
  // A body is the same wherever it is first named.
  const name = (i: DraftItem) => (i.kind === 'organisation' ? `name|${String(i.fields['name'])}` : `none|${i.id}`)
  joinBy(others(before), others(after), joined, name, (i) => (i.kind === 'organisation' ? name(i) : `after|${i.id}`))
  for (const where of [true, false]) joinBy(others(before), others(after), joined, key(before, true, where), key(after, false, where))
  for (const kind of ['target', 'duty', 'citation', 'amount', 'unread'] as const) joinAlike(before, after, kind, joined, clauseOf)
  return { joined, clauseOf }
}

/** Where the words stand in the new text: in the joined clause when they are there, else anywhere, the occurrence nearest to where they were. */
function findWords(item: DraftItem, before: Side, after: Side, clause: string | null): { start: number; end: number } | undefined {
  const words = before.text.slice(item.start, item.end)
  const home = after.items.find((i) => i.kind === 'clause' && i.clause === clause)
  const at = home ? after.text.indexOf(words, home.start) : -1
  const start = at >= 0 && (!home || at < home.end) ? at : after.text.indexOf(words)
  return start < 0 ? undefined : { start, end: start + words.length }
}

/** Old items are as reviewed, so that what an officer added can be found again; new items are as proposed. */
export function rereadDraft(before: { readonly items: readonly ReviewedItem[]; readonly text: string }, after: Side): Reread {
  const proposed = before.items.filter((i) => i.proposal !== null).map((i) => ({ ...i, fields: i.proposal! }))
  const old: Side = { items: proposed, text: before.text }
  const oldById = new Map(proposed.map((i) => [i.id, i]))
  const { joined, clauseOf } = joinItems(old, after)
  const pairs = after.items.map((item): RereadPair => {
    const found = oldById.get(joined.get(item.id) ?? '')
    if (!found) return { item: item.id, state: 'new', before: null }
    const sameFields = fieldsKey(item, (c) => c) === fieldsKey(found, (c) => clauseOf(c) ?? c)
    const sameWords = item.kind === 'organisation' || wordsOf(item, after.text) === wordsOf(found, before.text)
    return { item: item.id, state: sameFields && sameWords ? 'same' : 'changed', before: found.id }
  })
  const kept = new Set(pairs.map((p) => p.before))
  const moved = before.items.filter((i) => i.proposal === null).flatMap((item) => {
    const clause = clauseOf(item.clause)
    const place = findWords(item, before, after, clause)
    return place ? [{ item: item.id, clause, ...place }] : []
  })
  const found = new Set(moved.map((m) => m.item))
  return { pairs, moved, gone: before.items.filter((i) => (i.proposal === null ? !found.has(i.id) : !kept.has(i.id))).map((i) => i.id) }
}
