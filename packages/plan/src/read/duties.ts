/** Assignments of work over the whole plan: lines, brackets and labels that only assign, entries of duty lists, sentences; and which clauses each covers. */
import { anyVerb, assign, readJoining, type Assignment } from './assignment.ts'
import { readSentences } from './assigning-sentences.ts'
import { promoteFirst, readAssigningText, type AssigningText } from './assigning-text.ts'
import type { Clause } from './clause-tree.ts'
import { findDutyEntry } from './duty-entries.ts'
import { DutyScope } from './duty-scope.ts'
import type { Paragraph } from './paragraphs.ts'

export interface Duty extends Assignment { readonly clauses: readonly string[] }
export interface DutyReading { readonly duties: readonly Duty[]; readonly unread: readonly { readonly start: number; readonly end: number }[]; readonly spans: readonly { readonly start: number; readonly end: number }[] }

/** A sentence inside a paragraph that is only a label and its bodies: …。责任部门:省交通运输厅、省发展改革委。 */
const labelledSentence = /(?:^|[。;!,)\]】])((?:责任|主责|主办|主要责任|牵头|主要牵头|牵头责任|配合|协办|协助|参与|参加|支持|主管|实施|落实|承办|协同|共同责任)(?:单位|部门|主体|站所|[股科处]室)(?::|[为是]|(?=[省市县区州盟旗各国自]))[^。\n]{2,300})/g

/** The text with ranges that were read turned into commas, so that offsets stay. */
function blankOut(text: string, ranges: readonly Range[]): string {
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

/** A line or bracket that means to assign. */
const looksAssigning = /^(责任|牵头|配合)(单位|部门):/

interface Range { readonly from: number; readonly to: number }
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
const alsoPrincipal = /(?:^|[,;。])(?:并|也|同时)?(?:对[^,。;]{1,24}?)?(?:(?:是|为)[^,。;]{0,24}责任主体|(?:承担|负|履行|落实|扛牢|扛起|担起|压实)[^,。;]{0,18}主体责任)/
/** Headings under which bodies are listed with what each answers for. */
const dutyHeading = /(职责|分工|责任清单|任务清单|部门责任|工作责任)/

/** A note that the first body of each list leads: 排名第一者牵头. */
const firstLeadsNote = /(?:排名第一|排在第一位?|列第一位?|列首位|列在首位|排在首位|排序第一|首位|首列|第一(?:个|家)?(?:责任)?单位)[^。]{0,12}牵头/

type Standing = 'line' | 'bracket' | 'sentence' | 'item'

const numberedLabel = /^(?:责任|主责|主办|牵头|主要牵头|牵头责任|配合|协办|协助|参与|参加|主管|实施|落实|承办|协同)(?:单位|部门|主体|站所|[股科处]室)(?:及分工)?:/

/** Reads the paragraphs one by one and remembers what was assigned where. */
class DutyReader {
  readonly pending: { readonly assignments: readonly Assignment[]; readonly at: number; readonly kind: Standing }[] = []
  readonly unread: { readonly start: number; readonly end: number }[] = []
  private readonly scope: DutyScope
  private readonly firstLeads: boolean
  constructor(scope: DutyScope, firstLeads: boolean) { this.scope = scope; this.firstLeads = firstLeads }

  private add(assignments: readonly Assignment[], at: number, kind: Standing): void {
    if (assignments.length === 0) return
    if (kind === 'line' || kind === 'bracket') this.scope.note(at, kind)
    this.pending.push({ assignments, at, kind })
  }

  private addText(read: AssigningText, at: number, kind: Standing): void {
    const list = [...read.found]
    if (this.firstLeads && (read.labelled || (read.bare && list.length > 1)) && !list.some((a) => a.role === 'lead')) promoteFirst(list)
    this.add(list, at, kind)
  }

  read({ text, start }: Paragraph): void {
    if (this.readLine(text, start)) return
    const withoutBrackets = this.readBrackets(text, start)
    const plain = this.readLabelled(withoutBrackets, start)
    for (const piece of this.scope.pieces(start, plain)) this.readPiece(piece)
  }

  /** A paragraph of its own that only assigns. */
  private readLine(text: string, start: number): boolean {
    const wrapped = /^[([【](.*)[)\]】]。?$/.exec(text)
    const line = wrapped && (findBrackets(text)[0]?.close ?? -1) >= text.length - 2 ? wrapped[1]! : text
    const at = start + (line === text ? 0 : 1)
    if (line.length > 500 || !this.scope.isFree(start) || !(anyVerb.test(line) || /^[^,。]{2,10}:/.test(line) || line !== text)) return false
    const read = readAssigningText(line, at, line === text ? undefined : 'responsible')
    if (read) this.addText(read, start, 'line')
    else if (looksAssigning.test(line)) this.unread.push({ start: at, end: at + line.length })
    else return false
    return true
  }

  /** The text without the brackets that assign. */
  private readBrackets(text: string, start: number): string {
    const taken: Range[] = []
    for (const { open, close } of findBrackets(text)) {
      const inner = text.slice(open + 1, close)
      const behind = text.slice(close + 1, close + 4)
      if (inner.length < 3 || inner.length > 400 || listGoesOn.test(text.slice(Math.max(0, open - 200), open))) continue
      const closes = /^(。|[;,]?$)/.test(behind) || timeLimit.test(text.slice(close + 1, close + 8)) || this.scope.opensAt(start + close + 1, 2)
      const read = readAssigningText(inner, start + open + 1, closes ? 'responsible' : undefined)
      if (read) {
        this.addText(read, start + open, /^[。;]*$/.test(behind) || this.scope.opensAt(start + close + 1, 2) ? 'bracket' : 'sentence')
        taken.push({ from: open, to: close + 1 })
      } else if (looksAssigning.test(inner)) this.unread.push({ start: start + open, end: start + close + 1 })
    }
    return blankOut(text, taken)
  }

  /** The text without the sentences that are a label and its bodies. */
  private readLabelled(text: string, start: number): string {
    const taken: Range[] = []
    for (const match of text.matchAll(labelledSentence)) {
      const at = match.index + match[0].length - match[1]!.length
      const read = readAssigningText(match[1]!, start + at, undefined)
      if (read) {
        this.addText(read, start + at, 'bracket')
        taken.push({ from: at, to: at + match[1]!.length })
      } else this.unread.push({ start: start + at, end: start + at + match[1]!.length })
    }
    return blankOut(text, taken)
  }

  /** Where the first of each list leads: 甲局、乙局负责 in a sentence is such a list. */
  private promoteInSentences(found: readonly Assignment[], text: string, start: number): readonly Assignment[] {
    if (!this.firstLeads || found.length < 2) return found
    const bySentence = Map.groupBy(found, (a) => text.lastIndexOf('。', a.start - start))
    return [...bySentence.values()].flatMap((list) => {
      if (list.some((a) => a.role === 'lead') || list.filter((a) => a.role === 'responsible').length < 2) return list
      const promoted = [...list]
      promoteFirst(promoted)
      return promoted
    })
  }

  /** 3.牵头单位:甲局: a numbered item that does nothing but assign, for the clause that it belongs to. */
  private readNumbered(text: string, start: number): boolean {
    const line = /^[^。\n]{4,400}(?=。?$)/.exec(text)?.[0]
    if (line === undefined || !numberedLabel.test(line) || !this.scope.beginsAt(start)) return false
    const read = readAssigningText(line, start, undefined)
    if (!read) return false
    this.addText(read, start, 'item')
    return true
  }

  /** Words of one clause: an entry of a duty list, then sentences. */
  private readPiece({ text, start }: { readonly text: string; readonly start: number }): void {
    if (this.readNumbered(text, start)) return
    const entry = findDutyEntry(text, this.scope.headingAbove(start, dutyHeading))
    const principal = entry && alsoPrincipal.exec(text.slice(entry.restAt))
    // 各乡镇:承担…主体责任,配合征地 makes them principals and no more.
    const more = !principal || principal.index > 0 || /组织|实施|负责|落实|牵头/.test(text.slice(entry!.restAt + principal[0].length))
    if (entry && more) this.add(assign(entry.bodies, entry.role, start), start, 'sentence')
    if (entry && principal) this.add(assign(entry.bodies, 'principal', start), start, 'sentence')
    const from = entry?.restAt ?? 0
    const leader = entry && assign(entry.bodies, entry.role, start)
    const together = leader && /^(?:主要|负责|牵头|负责牵头)?(?=会同)/.exec(text.slice(from, from + 80))
    if (together) this.add(readJoining({ text: /^[^。;]*/.exec(text.slice(from + together[0].length, from + 80))![0], start: start + from + together[0].length }, leader) ?? [], start, 'sentence')
    this.add(this.promoteInSentences(readSentences(text.slice(from), start + from), text, start), start + from, 'sentence')
  }
}

/** All duties of the plan. `unread` are lines and brackets that look like assignments but hold a part that is not understood. */
export function findDuties(paragraphs: readonly Paragraph[], clauses: readonly Clause[], bodyEnd: number, flow: string): DutyReading {
  const scope = new DutyScope(clauses)
  const reader = new DutyReader(scope, firstLeadsNote.test(flow))
  for (const paragraph of paragraphs) if (paragraph.kind === 'text' && paragraph.start < bodyEnd) reader.read(paragraph)
  const duties = reader.pending.flatMap(({ assignments, at, kind }) => {
    const covered = scope.covers(at, kind)
    return assignments.map(({ items, ...a }) => ({ ...a, clauses: (items && scope.named(at, items)) ?? covered }))
  })
  const sorted = duties.filter((d) => d.clauses.length > 0).sort((a, b) => a.start - b.start)
  return { duties: dropRepeats(sorted), unread: reader.unread, spans: reader.pending.flatMap((p) => p.assignments.map((a) => ({ start: a.start, end: a.end }))) }
}

/** The same body in the same role for the same clauses counts once. */
function dropRepeats(duties: readonly Duty[]): Duty[] {
  const seen = new Set<string>()
  return duties.filter((d) => {
    const key = `${d.role}\u0000${d.body}\u0000${d.clauses.join(' ')}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
