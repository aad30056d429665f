/** Looking for words in the plan: which clauses hold them, and where. Draws nothing. */
import type { Bilingual, Clause, Plan } from '../../client/contract.ts'

/** `words`: the document's own, when attached. `body`: assigned in this very clause. */
export type HitPlace = 'id' | 'title' | 'words' | 'summary' | 'body' | 'figure' | 'measure'
export interface Hit { readonly clause: string; readonly place: HitPlace }

/** Every place that holds the words, clause by clause in the document's order. */
export function findHits(plan: Plan, find: string): Hit[] {
  const words = find.trim().toLowerCase()
  if (words === '') return []
  const holds = (...texts: readonly (Bilingual | string | null)[]): boolean =>
    texts.some((text) => (typeof text === 'string' ? text : text === null ? '' : `${text.zh}\n${text.en}`).toLowerCase().includes(words))
  const targets = new Map(plan.targets.map((t) => [t.id, t]))
  const measures = new Map(plan.measures.map((m) => [m.id, m]))
  const placesOf = (clause: Clause): HitPlace[] => {
    const found: [HitPlace, boolean][] = [
      ['id', clause.id.toLowerCase() === words], ['title', holds(clause.title)], ['words', holds(clause.text)], ['summary', holds(clause.summary)],
      ['body', clause.duties.some((d) => d.assigned === clause.id && holds(d.body, ...d.also))],
      ['figure', clause.targets.some((id) => { const t = targets.get(id); return t !== undefined && holds(t.subject, t.asked, t.value, t.term) })],
      ['measure', clause.measures.some((id) => { const m = measures.get(id); return m !== undefined && holds(m.name) })],
    ]
    return found.filter(([, held]) => held).map(([place]) => place)
  }
  return plan.clauses.flatMap((clause) => placesOf(clause).map((place) => ({ clause: clause.id, place })))
}

/** The text cut where the words stand: every second part is a find. Case does not matter. */
export function cutAtWords(text: string, find: string | undefined): string[] {
  const words = find?.trim().toLowerCase()
  if (!words) return [text]
  const parts: string[] = []
  const low = text.toLowerCase()
  // Lower case that changes the length would shift the cuts; such a text is left whole.
  if (low.length !== text.length) return [text]
  let at = 0
  for (let next = low.indexOf(words); next >= 0; next = low.indexOf(words, at)) {
    parts.push(text.slice(at, next), text.slice(next, next + words.length))
    at = next + words.length
  }
  return [...parts, text.slice(at)]
}
