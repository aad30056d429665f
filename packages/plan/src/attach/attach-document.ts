/** Joins the user's copy of the plan to the pack: by hash and span when it is the very document, else clause by clause by the printed numbers. */
import { sha256Hex } from '@bangfu/kernel'
import { openText } from '../document/open-text.ts'
import type { OpenedDocument } from '../document/opened-document.ts'
import type { Pack, PackClause } from '../pack/format.ts'
import { decodePlanText } from '../read/decode-text.ts'
import { readPlan } from '../read/read-plan.ts'

/** same: at the pack's own span. found: the copy has the clause elsewhere, about as long. differs: its length is another. missing: it has no such number. */
export type ClauseState = 'same' | 'found' | 'differs' | 'missing'

export interface AttachedClause {
  readonly id: string
  readonly state: ClauseState
  /** Offsets into the copy's text; null when missing. */
  readonly start: number | null
  readonly end: number | null
  /** The clause's own words, null when missing. */
  readonly text: string | null
}

export interface AttachedDocument {
  /** Every clause of the pack was found. */
  readonly ok: boolean
  readonly hashMatch: boolean
  readonly sha256: string
  readonly characters: number
  readonly text: string
  readonly clauses: readonly AttachedClause[]
  /** Printed numbers of the copy that the pack does not have. */
  readonly extra: readonly string[]
  /** What differs, in words; empty when the hash agrees. */
  readonly differences: readonly { readonly zh: string; readonly en: string }[]
}

/** What joining asks of a pack. */
type PackClauses = Pick<Pack, 'pack' | 'clauses'>

const written = (text: string) => text.replace(/\s/g, '').length

function bySpan(pack: PackClauses, text: string): AttachedClause[] {
  return pack.clauses.map((c) => ({ id: c.id, state: 'same', start: c.start, end: c.end, text: text.slice(c.start, c.end).trim() }))
}

/** Only the length of a clause in the original is known here (the pack holds no text), so only that can be compared: beyond 3 % and 6 characters it differs. */
function stateOf(clause: PackClause, words: string): ClauseState {
  const expected = clause.end - clause.start
  const found = written(words)
  return Math.abs(expected - found) > Math.max(6, expected * 0.03) ? 'differs' : 'found'
}

function byNumber(pack: PackClauses, document: OpenedDocument, fileName: string): { clauses: AttachedClause[]; extra: string[] } {
  const { text } = document
  const reading = readPlan(document, { fileName })
  const found = new Map<string, (typeof reading.clauses)[number][]>()
  for (const clause of reading.clauses) found.set(clause.id, [...(found.get(clause.id) ?? []), clause])
  const clauses = pack.clauses.map((clause): AttachedClause => {
    const match = found.get(clause.id)?.shift()
    if (!match) return { id: clause.id, state: 'missing', start: null, end: null, text: null }
    const words = text.slice(match.start, match.ownEnd).trim()
    return { id: clause.id, state: stateOf(clause, words), start: match.start, end: match.ownEnd, text: words }
  })
  return { clauses, extra: [...found.values()].flat().map((c) => c.id) }
}

function describe(pack: PackClauses, text: string, clauses: readonly AttachedClause[], extra: readonly string[]): { zh: string; en: string }[] {
  const of = (state: ClauseState) => clauses.filter((c) => c.state === state).map((c) => c.id)
  const list = (ids: readonly string[]) => `${ids.slice(0, 12).join('、')}${ids.length > 12 ? '…' : ''}`
  const differences = [{ zh: `与方案包登记的原文不是同一文件：原文 ${pack.pack.document.characters} 个字符，这份 ${text.length} 个。已按条款编号对照。`, en: `Not the very document of the pack: ${pack.pack.document.characters} characters there, ${text.length} here. Aligned by clause numbers.` }]
  const missing = of('missing')
  const differs = of('differs')
  if (missing.length > 0) differences.push({ zh: `缺 ${missing.length} 条：${list(missing)}`, en: `${missing.length} clauses are missing: ${list(missing)}` })
  if (extra.length > 0) differences.push({ zh: `多 ${extra.length} 条：${list(extra)}`, en: `${extra.length} clauses more: ${list(extra)}` })
  if (differs.length > 0) differences.push({ zh: `${differs.length} 条的篇幅不同：${list(differs)}`, en: `${differs.length} clauses differ in length: ${list(differs)}` })
  return differences
}

/** The document (opened from its file, or the bytes of a text file) joined to the pack. Throws only when the bytes are no Chinese text; a differing copy is aligned, and what differs is said. */
export function attachDocument(pack: PackClauses, input: Uint8Array | OpenedDocument, options: { readonly fileName?: string } = {}): AttachedDocument {
  const fileName = options.fileName ?? 'document'
  const document = input instanceof Uint8Array ? openText(decodePlanText(input, fileName).text) : input
  const { text } = document
  // The last line of a text file ends with a break, that of a Word file or page does not: the places are the same.
  const sha256 = [text, `${text}\n`].map(sha256Hex).find((hash) => hash === pack.pack.document.sha256) ?? sha256Hex(text)
  const common = { sha256, characters: text.length, text }
  if (sha256 === pack.pack.document.sha256) return { ok: true, hashMatch: true, ...common, clauses: bySpan(pack, text), extra: [], differences: [] }
  const { clauses, extra } = byNumber(pack, document, fileName)
  return { ok: clauses.every((c) => c.state !== 'missing'), hashMatch: false, ...common, clauses, extra, differences: describe(pack, text, clauses, extra) }
}
