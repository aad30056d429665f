/** One assignment of work and how its pieces are read: bodies with a verb, A 会同 B, parts of a sentence. Knows nothing of where it stands. */
import { findBodies, findBodiesAtStart, type Body } from './bodies.ts'
import { about, adverbs, roleVerbs, type Role } from './lexicon/roles.ts'
import { findNamedItems, type NamedItems } from './named-items.ts'

export interface Assignment { readonly role: Role; readonly body: string; readonly organisation: string; readonly start: number; readonly end: number; /** Clauses named by number. */ readonly items?: NamedItems }

const verbs = roleVerbs.map((v) => ({ ...v, regex: new RegExp(`^${about}${adverbs}{0,5}(?:${v.pattern})(?!人(?![员口力才民社事均居])|制|同志|任|解释)`) }))
export const anyVerb = new RegExp(`${about}${adverbs}{0,5}(?:${roleVerbs.map((v) => v.pattern).join('|')})(?!人(?![员口力才民社事均居])|制|同志|任|解释)`)

export function assign(bodies: readonly Body[], role: Role, offset: number): Assignment[] {
  // (分别牵头) behind the last speaks for all of the list.
  const forAll = bodies.findLastIndex((b) => /分别|共同/.test(b.note ?? ''))
  return bodies.map((b, i) => ({ role: noteRole(i <= forAll ? bodies[forAll]!.note : b.note) ?? role, body: b.body, organisation: b.organisation, start: offset + b.start, end: offset + b.end }))
}

function noteRole(note: string | undefined): Role | undefined {
  if (note === undefined) return undefined
  return /牵头|主办/.test(note) ? 'lead' : /配合|协办/.test(note) ? 'support' : 'responsible'
}

/** Verbs behind the bodies that say nothing of their roles. */
const doesBehind = /(?:共同|联合|统筹|协同|抓好|组织|认真|切实){0,2}(?:推进|落实|实施|组织实施|制定|办理|开展|完成|研究|推动|做好|执行)$/

/** A 会同 B、C …: A leads, the others join. */
export function readTogether(text: string, offset: number, strict: boolean): Assignment[] | undefined {
  const at = text.slice(0, 160).search(/会同|联合(?=[省市县区州国人各有相])/)
  if (at < 2) return undefined
  const first = findBodies(text.slice(0, at).replace(/(?:要|应|应当|须|将|负责|牵头|积极|及时|主动)+$/, ''), strict)
  if (!first) return undefined
  const rest = text.slice(at + 2)
  const verb = rest.slice(0, 200).search(anyVerb)
  const listed = verb > 0 ? findBodies(rest.slice(0, verb), strict) : findBodies(rest.replace(doesBehind, ''), strict)
  const others = listed ?? findBodiesAtStart(rest)?.bodies
  return others ? [...assign(first, 'lead', offset), ...assign(others, 'joint', offset + at + 2)] : undefined
}

/** …牵头,会同乙局、丙局: bodies that join those named before. */
export function readJoining(part: { readonly text: string; readonly start: number }, before: readonly Assignment[]): Assignment[] | undefined {
  if (before.length === 0 || !part.text.startsWith('会同')) return undefined
  const others = findBodies(part.text.slice(2).replace(doesBehind, ''), false) ?? findBodiesAtStart(part.text.slice(2))?.bodies
  return others ? assign(others, 'joint', part.start + 2) : undefined
}

/** Bodies of one level of government, and those of its party and people's organisations. */
const ofLevel = /^(?:自治区|自治州|[省市县区州盟旗镇乡](?![镇村域场民])|团[省市县区州盟旗]|国家|各)/

export interface Part { readonly text: string; readonly start: number }

/** Parts between commas, semicolons and stops outside brackets. */
export function splitParts(printed: string, offset: number, marks: RegExp): Part[] {
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

/** Bodies followed by a verb of assignment; `open` verbs may go on with what is to be done. */
export function readVerb(part: Part, strict: boolean): { assignments: Assignment[]; rest: string } | undefined {
  const match = anyVerb.exec(part.text.slice(0, 220))
  if (!match || match.index < 2) return undefined
  // 项目前期工作由甲局负责: what is handed out may stand before the bodies.
  const lead = /^[^由,。;]{0,24}(?<!自)由(?!于)/.exec(part.text.slice(0, match.index))?.[0].length ?? 0
  const bodies = findBodies(part.text.slice(lead, match.index), strict)?.map((b) => ({ ...b, start: b.start + lead, end: b.end + lead }))
  const verb = verbs.find((v) => v.regex.test(part.text.slice(match.index)))
  if (!bodies || !verb) return undefined
  const rest = part.text.slice(match.index + verb.regex.exec(part.text.slice(match.index))![0].length)
  // 县妇联参与关爱工作: a named body may be told wherein it takes part; 企业参与… describes.
  const takesPart = /(?:参与|协办|支持|支撑|协助)$/.test(part.text.slice(0, part.text.length - rest.length)) && !/^[的了过]|^者/.test(rest) && bodies.every((b) => ofLevel.test(b.organisation))
  if (!verb.open && rest !== '' && !/^(工作|落实|实施)/.test(rest) && !takesPart) return undefined
  const items = findNamedItems(part.text.slice(0, lead))
  return { assignments: assign(bodies, verb.role, part.start).map((a) => (items ? { ...a, items } : a)), rest }
}
