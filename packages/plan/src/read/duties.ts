/** Assignments of work: which body answers for which clauses in which role. Lines, brackets and labels that only assign, and sentences that open with an assignment. */
import { findBodies, findBodiesAtStart, findListedBodies, namesBody, type Body } from './bodies.ts'
import type { Clause } from './clause-tree.ts'
import { findDutyEntry } from './duty-entries.ts'
import { DutyScope } from './duty-scope.ts'
import { about, adverbs, otherLabels, roleLabels, roleVerbs, type Role } from './lexicon/roles.ts'
import { findNamedItems, type NamedItems } from './named-items.ts'
import type { Paragraph } from './paragraphs.ts'

export interface Assignment { readonly role: Role; readonly body: string; readonly organisation: string; readonly start: number; readonly end: number; /** Clauses named by number. */ readonly items?: NamedItems }
export interface Duty extends Assignment { readonly clauses: readonly string[] }
export interface DutyReading { readonly duties: readonly Duty[]; readonly unread: readonly { readonly start: number; readonly end: number }[]; readonly spans: readonly { readonly start: number; readonly end: number }[] }

const verbs = roleVerbs.map((v) => ({ ...v, regex: new RegExp(`^${about}${adverbs}{0,5}(?:${v.pattern})(?!人(?![员口力才民社事均居])|制|同志|任|解释)`) }))
const anyVerb = new RegExp(`${about}${adverbs}{0,5}(?:${roleVerbs.map((v) => v.pattern).join('|')})(?!人(?![员口力才民社事均居])|制|同志|任|解释)`)

function assign(bodies: readonly Body[], role: Role, offset: number): Assignment[] {
  // (分别牵头) behind the last speaks for all of the list.
  const forAll = bodies.findLastIndex((b) => /分别|共同/.test(b.note ?? ''))
  return bodies.map((b, i) => ({ role: noteRole(i <= forAll ? bodies[forAll]!.note : b.note) ?? role, body: b.body, organisation: b.organisation, start: offset + b.start, end: offset + b.end }))
}

function noteRole(note: string | undefined): Role | undefined {
  if (note === undefined) return undefined
  return /牵头|主办/.test(note) ? 'lead' : /配合|协办/.test(note) ? 'support' : 'responsible'
}

function labelRole(label: string): Role | undefined {
  return roleLabels.find(([pattern]) => pattern.test(label))?.[1]
}

/** A 会同 B、C …: A leads, the others join. */
function readTogether(text: string, offset: number, strict: boolean): Assignment[] | undefined {
  const at = text.slice(0, 160).search(/会同|联合(?=[省市县区州国人各有相])/)
  if (at < 2) return undefined
  const first = findBodies(text.slice(0, at).replace(/(?:要|应|应当|须|将|负责|牵头|积极|及时|主动)+$/, ''), strict)
  if (!first) return undefined
  const rest = text.slice(at + 2)
  const verb = rest.slice(0, 200).search(anyVerb)
  const listed = verb > 0 ? findBodies(rest.slice(0, verb), strict) : findBodies(rest, strict)
  const others = listed ?? findBodiesAtStart(rest)?.bodies
  return others ? [...assign(first, 'lead', offset), ...assign(others, 'joint', offset + at + 2)] : undefined
}

/** 牵头单位县自然资源局: a label without its colon. */
const bareLabel = /^((?:主要)?(?:牵头|配合|责任|参与|参加|协助|协办|实施|主办|承办|主管)(?:责任)?(?:单位|部门))(?:为|是|有)?(?=[省市县区州盟旗各国自本有镇乡街])/
/** Words about the list, which name nobody. */
const listNote = /^(?:下同|以下同|以此类推|以下类同)$|^(?:逗号|顿号|分号|冒号)?[^、]{0,8}(?:前|后|首位)[^、]{0,4}(?:为|是)[^、]{0,4}(?:牵头|责任|配合)(?:单位|部门)$/

/** …牵头,会同乙局、丙局: bodies that join those named before. */
function readJoining(part: { readonly text: string; readonly start: number }, before: readonly Assignment[]): Assignment[] | undefined {
  if (before.length === 0 || !part.text.startsWith('会同')) return undefined
  const others = findBodies(part.text.slice(2), false) ?? findBodiesAtStart(part.text.slice(2))?.bodies
  return others ? assign(others, 'joint', part.start + 2) : undefined
}

interface Part { readonly text: string; readonly start: number }

/** Parts between commas, semicolons and stops outside brackets. */
function splitParts(printed: string, offset: number, marks: RegExp): Part[] {
  const parts: Part[] = []
  // 甲局牵头、乙局配合: the mark behind a role word parts as a comma does.
  const text = printed.replace(/(牵头|负责|配合|参与|协助)、(?=\p{Script=Han})/gu, '$1,')
  let depth = 0
  let from = 0
  for (let i = 0; i <= text.length; i += 1) {
    const ch = text[i]
    if (ch === '(' || ch === '《' || ch === '“') depth += 1
    else if (ch === ')' || ch === '》' || ch === '”') depth = Math.max(0, depth - 1)
    if (ch !== undefined && (depth > 0 || !marks.test(ch))) continue
    if (i > from) parts.push({ text: text.slice(from, i), start: offset + from })
    from = i + 1
  }
  return parts
}

const innerLabel = /(?:(?:主要)?(?:主责|主管|落实|协同|牵头|配合|责任|参与|参加|协助|协办|实施|主办|承办|指导|督导)(?:责任)?(?:单位|部门)|责任人|责任领导|牵头领导|分管领导|联系人|完成时限|完成时间|整改时限):/g

/** 牵头单位:甲局 配合单位:乙局 holds two labels with no mark between. */
function splitAtLabels(part: Part): Part[] {
  const starts = [...part.text.matchAll(innerLabel)].map((m) => m.index).filter((at) => at > 0)
  return [0, ...starts].map((from, i) => ({ text: part.text.slice(from, starts[i] ?? part.text.length).trimEnd(), start: part.start + from }))
}

/** Bodies followed by a verb of assignment; `open` verbs may go on with what is to be done. */
function readVerb(part: Part, strict: boolean): { assignments: Assignment[]; rest: string } | undefined {
  const match = anyVerb.exec(part.text.slice(0, 220))
  if (!match || match.index < 2) return undefined
  // 项目前期工作由甲局负责: what is handed out may stand before the bodies.
  const lead = /^[^由,。;]{0,24}(?<!自)由(?!于)/.exec(part.text.slice(0, match.index))?.[0].length ?? 0
  const bodies = findBodies(part.text.slice(lead, match.index), strict)?.map((b) => ({ ...b, start: b.start + lead, end: b.end + lead }))
  const verb = verbs.find((v) => v.regex.test(part.text.slice(match.index)))
  if (!bodies || !verb) return undefined
  const rest = part.text.slice(match.index + verb.regex.exec(part.text.slice(match.index))![0].length)
  if (!verb.open && rest !== '' && !/^(工作|落实|实施)/.test(rest)) return undefined
  const items = findNamedItems(part.text.slice(0, lead))
  return { assignments: assign(bodies, verb.role, part.start).map((a) => (items ? { ...a, items } : a)), rest }
}

/** A text that does nothing but assign (a line, the inside of a bracket). Undefined when any part is not understood. */
function readAssigningText(text: string, offset: number, bareRole: Role | undefined): { found: Assignment[]; labelled: boolean } | undefined {
  const found: Assignment[] = []
  let waiting: { bodies: readonly Body[]; start: number }[] = []
  let role: Role | undefined
  let labelled = false
  let named: NamedItems | undefined
  for (const part of splitParts(text.replace(/[。;,]+$/, ''), offset, /[,;。]/).flatMap(splitAtLabels)) {
    const label = /^([^:、,()]{2,12}):/.exec(part.text) ?? bareLabel.exec(part.text)
    let body = part
    if (label) {
      const named = labelRole(label[1]!)
      if (otherLabels.test(label[1]!)) { role = undefined; labelled = true; continue }
      if (!named) return undefined
      role = named
      labelled = true
      body = { text: part.text.slice(label[0].length), start: part.start + label[0].length }
      if (body.text === '') continue
    }
    const together = readTogether(body.text, body.start, false) ?? readJoining(body, found)
    if (together) { found.push(...together); continue }
    const verb = readVerb(body, false)
    if (verb) {
      if (verb.rest.length > 30) return undefined
      const last = verb.assignments[0]!.role
      const items = verb.assignments[0]!.items ?? named
      for (const w of waiting) found.push(...assign(w.bodies, last, w.start).map((a) => (items ? { ...a, items } : a)))
      waiting = []
      named = items
      found.push(...verb.assignments.map((a) => (items ? { ...a, items } : a)))
      continue
    }
    if (/^(排名|列|排)(在)?(第一|首)位?(的|者)?.{0,6}牵头/.test(body.text)) { promoteFirst(found); continue }
    if (listNote.test(body.text)) continue
    // 以下均需各市政府负责,不再列出: what follows is about other items.
    if (/^以下(?:均|各|同|所有)/.test(body.text)) break
    if (role === undefined && labelled) continue // names of persons behind 责任人:
    const plain = findBodies(body.text, role === undefined && bareRole !== undefined)
    // Words that say when or how, beside bodies that were understood: (甲局牵头,年内持续推进).
    if (!plain && (found.length > 0 || waiting.length > 0) && label === null && !namesBody(body.text)) continue
    const bodies = plain ?? (role === undefined ? undefined : findListedBodies(body.text))
    if (!bodies) return undefined
    if (role !== undefined) found.push(...assign(bodies, role, body.start))
    else waiting.push({ bodies, start: body.start })
  }
  if (waiting.length > 0) {
    const role = found.length === 0 ? bareRole : found[found.length - 1]!.role
    if (role === undefined) return undefined
    for (const w of waiting) found.push(...assign(w.bodies, role, w.start))
  }
  return found.length > 0 || labelled ? { found, labelled } : undefined
}

/** 排名第一者牵头: the first body named answerable leads. */
function promoteFirst(found: Assignment[]): void {
  const index = found.findIndex((a) => a.role === 'responsible')
  if (index >= 0) found[index] = { ...found[index]!, role: 'lead' }
}

/** Sentences in the text of a clause that open with bodies and a verb of assignment. */
function readSentences(text: string, offset: number): Assignment[] {
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

/** A sentence inside a paragraph that is only a label and its bodies: …。责任部门:省交通运输厅、省发展改革委。 */
const labelledSentence = /(?:^|[。;!,)\]】])((?:责任|主责|主办|主要责任|牵头|主要牵头|牵头责任|配合|协办|协助|参与|参加|支持|主管|实施|落实|承办|协同|共同责任)(?:单位|部门|主体)(?::|(?=[省市县区州盟旗各国自]))[^。\n]{2,300})/g

/** The text with ranges that were read turned into commas, so that offsets stay. */
function blankOut(text: string, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  let from = 0
  const kept: string[] = []
  for (const range of ranges) {
    kept.push(text.slice(from, range.from), ','.repeat(range.to - range.from))
    from = range.to
  }
  return ranges.length === 0 ? text : [...kept, text.slice(from)].join('')
}

/** A deadline printed behind the bracket: (甲局)完成时限:9月底. */
const timeLimit = /^[,;]?(?:完成|整改|办理|推进)?(?:时限|时间|期限|日期)/
/** 责任单位:省发展改革委(省粮食和储备局): the bracket is part of a body in a labelled list. */
const listGoesOn = /(?:责任|牵头|配合|协办|参与|承办|落实)(?:单位|部门):[^。;]*[局厅委办部会]$/

interface Bracket { readonly open: number; readonly close: number }

/** Outer brackets of a paragraph, () and [] and 【】 alike. */
function findBrackets(text: string): Bracket[] {
  const found: Bracket[] = []
  let depth = 0
  let open = -1
  for (let i = 0; i < text.length; i += 1) {
    const ch = text[i]!
    if (ch === '(' || ch === '[' || ch === '【' || ch === '〔') { if (depth === 0) open = i; depth += 1 }
    else if ((ch === ')' || ch === ']' || ch === '】' || ch === '〕') && depth > 0) { depth -= 1; if (depth === 0) found.push({ open, close: i }) }
  }
  return found
}

/** 负责项目实施,是责任主体: the bodies of the entry answer as principals too. */
const alsoPrincipal = /(?:^|[,;。])(?:并|也|同时)?(?:(?:是|为)[^,。;]{0,10}责任主体|(?:承担|负|履行|落实)[^,。;]{0,10}主体责任)/
/** Headings under which bodies are listed with what each answers for. */
const dutyHeading = /(职责|分工|责任清单|任务清单|部门责任|工作责任)/

/** All duties of the plan. `unread` are lines and brackets that look like assignments but hold a part that is not understood. */
export function findDuties(paragraphs: readonly Paragraph[], clauses: readonly Clause[], bodyEnd: number, flow: string): DutyReading {
  const scope = new DutyScope(clauses)
  const firstLeads = /(排名第一|排在第一位?|列第一位?|列在首位|排在首位|排序第一|首位)[^。]{0,10}牵头/.test(flow)
  const pending: { assignments: Assignment[]; at: number; kind: 'line' | 'bracket' | 'sentence' }[] = []
  const unread: { start: number; end: number }[] = []
  const add = (assignments: readonly Assignment[], at: number, kind: 'line' | 'bracket' | 'sentence', labelled = false) => {
    const list = [...assignments]
    if (list.length === 0) return
    if (labelled && firstLeads && !list.some((a) => a.role === 'lead')) promoteFirst(list)
    if (kind !== 'sentence') scope.note(at, kind)
    pending.push({ assignments: list, at, kind })
  }
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'text' || paragraph.start >= bodyEnd) continue
    const { text, start } = paragraph
    const wrapped = /^[([【](.*)[)\]】]。?$/.exec(text)
    const line = wrapped && findBrackets(text)[0]!.close >= text.length - 2 ? wrapped[1]! : text
    const lineStart = start + (line === text ? 0 : 1)
    if (line.length <= 500 && scope.isFree(start) && (anyVerb.test(line) || /^[^,。]{2,10}:/.test(line) || line !== text)) {
      const read = readAssigningText(line, lineStart, line === text ? undefined : 'responsible')
      if (read) { add(read.found, start, 'line', read.labelled); continue }
      if (/^(责任|牵头|配合)(单位|部门):/.test(line)) { unread.push({ start: lineStart, end: lineStart + line.length }); continue }
    }
    const taken: { from: number; to: number }[] = []
    for (const { open, close } of findBrackets(text)) {
      const inner = text.slice(open + 1, close)
      const behind = text.slice(close + 1, close + 4)
      const closes = /^(。|[;,]?$)/.test(behind) || timeLimit.test(text.slice(close + 1, close + 8)) || scope.opensAt(start + close + 1, 2)
      if (inner.length < 3 || inner.length > 400) continue
      if (listGoesOn.test(text.slice(Math.max(0, open - 200), open))) continue
      const read = readAssigningText(inner, start + open + 1, closes ? 'responsible' : undefined)
      if (!read) {
        if (/^(责任|牵头|配合)(单位|部门):/.test(inner)) unread.push({ start: start + open, end: start + close + 1 })
        continue
      }
      add(read.found, start + open, /^[。;]*$/.test(behind) ? 'bracket' : 'sentence', read.labelled)
      taken.push({ from: open, to: close + 1 })
    }
    let plain = blankOut(text, taken)
    const labelled: { from: number; to: number }[] = []
    for (const match of plain.matchAll(labelledSentence)) {
      const at = match.index + match[0].length - match[1]!.length
      const read = readAssigningText(match[1]!, start + at, undefined)
      if (!read) { unread.push({ start: start + at, end: start + at + match[1]!.length }); continue }
      add(read.found, start + at, 'bracket', read.labelled)
      labelled.push({ from: at, to: at + match[1]!.length })
    }
    plain = blankOut(plain, labelled)
    for (const piece of scope.pieces(start, plain)) {
      const entry = findDutyEntry(piece.text, scope.headingAbove(piece.start, dutyHeading))
      if (entry) add(assign(entry.bodies, entry.role, piece.start), piece.start, 'sentence')
      if (entry && alsoPrincipal.test(piece.text.slice(entry.restAt))) add(assign(entry.bodies, 'principal', piece.start), piece.start, 'sentence')
      const from = entry?.restAt ?? 0
      add(readSentences(piece.text.slice(from), piece.start + from), piece.start + from, 'sentence')
    }
  }
  const duties = pending.flatMap(({ assignments, at, kind }) => {
    const covered = scope.covers(at, kind)
    return assignments.map(({ items, ...a }) => ({ ...a, clauses: (items && scope.named(at, items)) ?? covered }))
  })
  const sorted = duties.filter((d) => d.clauses.length > 0).sort((a, b) => a.start - b.start)
  return { duties: dropRepeats(sorted), unread, spans: pending.flatMap((p) => p.assignments.map((a) => ({ start: a.start, end: a.end }))) }
}

/** The same body in the same role for the same clauses counts once. */
function dropRepeats(duties: readonly Duty[]): Duty[] {
  const seen = new Set<string>()
  return duties.filter((d) => {
    const key = `${d.role}\u0000${d.body}\u0000${d.clauses.join(' ')}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
