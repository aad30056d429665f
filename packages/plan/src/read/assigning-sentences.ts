/** Sentences of a clause that hand out work: 县财政局牵头,县水利局配合. Only those that open with bodies and a verb of assignment. */
import { anyVerb, assign, readJoining, readTogether, readVerb, splitParts, type Assignment } from './assignment.ts'
import { findBodies } from './bodies.ts'

/** Sentences in the text of a clause that open with bodies and a verb of assignment. */
export function readSentences(text: string, offset: number): Assignment[] {
  if (!anyVerb.test(text) && !text.includes('会同')) return []
  const found: Assignment[] = []
  let waiting: Assignment[] = []
  let lastRead: Assignment[] = []
  let ended = offset
  for (const part of splitParts(text, offset, /[,;。:]/)) {
    // What was named in the sentence before waits no longer.
    if (/[。:]/.test(text.slice(ended - offset, part.start - offset))) waiting = []
    ended = part.start + part.text.length
    if (/负责解释|解释权/.test(part.text)) continue
    const lead = /^(?:[^由]{0,16}(?<!自)由(?!于)|请)/.exec(part.text)?.[0].length ?? 0
    const inner = { text: part.text.slice(lead), start: part.start + lead }
    const assignments = readTogether(inner.text, inner.start, true) ?? readJoining(inner, lastRead) ?? readVerb(inner, true)?.assignments
    // …负责日常管理,是责任主体: the bodies of the part before answer in this role too.
    if (!assignments && /^(?:并|也|同时)?(?:是|为)责任主体|^(?:并|也|同时)?(?:承担|负|履行|落实)[^,。;]{0,10}主体责任/.test(inner.text)) for (const a of lastRead) found.push({ ...a, role: 'principal' })
    lastRead = assignments ?? []
    if (assignments) {
      for (const w of waiting) found.push({ ...w, role: assignments[0]!.role })
      found.push(...assignments)
    }
    const bare = assignments ? undefined : findBodies(inner.text, true)
    waiting = bare && found.length + inner.text.length > 0 ? assign(bare, 'responsible', inner.start) : []
  }
  return found
}
