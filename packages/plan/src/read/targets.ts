/** Targets and amounts of the plan: every quantity judged in its sentence, every word of full coverage, every comparison, with its deadline. */
import type { Clause } from './clause-tree.ts'
import { classifyQuantity, tellsOfPast } from './classify-quantity.ts'
import type { Use } from './quantity-context.ts'
import { findCoverage, findRelative } from './coverage.ts'
import { deadlineAt, findDates, headingDeadline, type Deadline, type PrintedDate } from './dates.ts'
import { betters, past, pastHeading, standardHeading, targetHeading } from './lexicon/attainment.ts'
import { findQuantities, type Operator, type Quantity } from './quantities.ts'
import { blankTitles, splitSentences, type Part, type Sentence } from './sentences.ts'

export interface FoundTarget {
  /** Null in the words in front of the first clause. */
  readonly clause: Clause | null
  readonly start: number
  readonly end: number
  readonly subject: string
  readonly value: Quantity['value'] | null
  readonly unit: string | null
  readonly operator: Operator
  readonly from: string | null
  readonly until: string | null
  readonly place: string | null
}
export interface FoundAmount { readonly clause: Clause; readonly value: Quantity['value']; readonly unit: string; readonly operator: Operator; readonly start: number; readonly end: number }
export interface QuantityReading { readonly targets: FoundTarget[]; readonly amounts: FoundAmount[]; readonly unclear: { readonly start: number; readonly end: number }[] }

/** First year of the plan; the single year or the span in its title, or the year that it says for all without one of their own; the year that 年底 means where nothing nearer says it. */
export interface PlanYears { readonly startYear: string | null; readonly whole: Deadline | null; readonly documentYear: string | null }

/** What all sentences of a clause share. */
interface ClauseContext { readonly isPast: boolean; readonly underTargets: boolean; readonly underStandards: boolean; readonly deadline: Deadline | undefined; /** Of the whole plan. */ readonly whole: Deadline | null; readonly thisYear: string | null }

function clauseContext(clause: Clause | null, { whole, documentYear }: PlanYears, limits: ReadonlyMap<string, Deadline>): ClauseContext {
  let deadline: Deadline | undefined
  let isPast = false
  let underTargets = false
  let underStandards = false
  for (let c: Clause | null | undefined = clause; c; c = c.parent) {
    if (c !== clause) deadline ??= headingDeadline(c.introduction)
    deadline ??= limits.get(c.id)
    // The clause's own first sentence is no heading above it.
    if (c !== clause || c.heading.length <= 20) deadline ??= headingDeadline(c.heading)
    if (c.heading.length <= 24) {
      isPast ||= pastHeading.test(c.heading) && !targetHeading.test(c.heading) && !betters.test(c.heading)
      underTargets ||= targetHeading.test(c.heading)
      underStandards ||= standardHeading.test(c.heading)
    }
  }
  return { isPast, underTargets, underStandards, deadline, whole, thisYear: deadline?.until?.slice(0, 4) ?? documentYear }
}

const places = /全[省市县区州旗镇乡国](?!民)|(?:深度|重点|省级|国家级)*贫困(?:地区|县|村|乡镇)|各(?:县(?:\(市、区\))?|市|区|乡镇|村|地区)|(?<=^|[,;、在对])\p{Script=Han}{2,4}(?:县|市|区|州)(?=\p{Script=Han})/u

function subjectOf(part: Part, start: number, end: number): string {
  const after = /^[^,。;、:()(\d]{0,18}/.exec(part.text.slice(end))?.[0] ?? ''
  const before = part.text.slice(0, start).replace(/分别.*$/, '').split('、').pop() ?? ''
  const named = after.length >= 2 && !/^(以上|以下|以内|左右|的|[和与及])/.test(after) ? after : `${before.slice(-28)}${after.replace(/^[和与及].*/, '')}`
  const plain = named.replace(/^(?:到|自|从)?(?:\d{4}年?(?:底|末)?(?:前)?|□+)?(?:力争|确保|实现|完成|将|对|使|做到)?/, '').replace(/(?:达到?|提高到|提高至|提升到|提升至|增加到|降至|降到|控制在|保持在|稳定在|保持|稳定|为|占|实现)$/, '')
  return plain || named
}

/** Words that a date behind its targets may stand with: …,2020年底前完成. */
const endsWithDate = /^[^,;:]{0,3}(?:[^,;:\d]{0,12}(?:完成|建成|到位|竣工|投用|投入使用|实现|达标|解决|见效|开工|启动|建立|落实|通车|运行)[^,;:\d]{0,8})?$/

/** Whether a date behind the place is meant for it: in the same part of the sentence, or in one that only says when. */
function speaksFor(text: string, at: number, date: PrintedDate): boolean {
  const between = text.slice(at, date.start)
  if (!/[,;:]/.test(between)) return true
  const rest = /^[^,;:]*/.exec(text.slice(date.end))![0]
  return /[,;:][^,;:]{0,8}$/.test(between) && endsWithDate.test(rest)
}

/** A date in brackets behind the place speaks only for what stands in the brackets. */
function outsideBrackets(text: string, dates: readonly PrintedDate[], at: number): readonly PrintedDate[] {
  return dates.filter((d) => d.end <= at || (!/其中[^,。;]{0,2}$/.test(text.slice(at, d.start)) && !/\([^()]*$/.test(text.slice(at, d.start)) && speaksFor(text, at, d)))
}

/** 2023年、2024年分别完成3个、5个: as many dates as numbers, each its own. By the start of the quantity in its part. */
function datesInTurn(text: string, dates: readonly PrintedDate[], local: number, quantities: readonly Quantity[]): Map<number, Deadline> {
  const at = text.indexOf('分别', local)
  const found = new Map<number, Deadline>()
  const before = dates.filter((d) => !d.baseline && d.end <= at)
  const inList = before.filter((d, i) => (i > 0 && /^[、和与及]$/.test(text.slice(before[i - 1]!.end, d.start))) || (i + 1 < before.length && /^[、和与及]$/.test(text.slice(d.end, before[i + 1]!.start))))
  const after = quantities.filter((q) => local + q.at > at)
  if (at < 0 || inList.length < 2 || after.length !== inList.length) return found
  after.forEach((q, i) => found.set(q.start, { from: inList[i]!.from, until: inList[i]!.until }))
  return found
}

/** 三年累计培训: as many years as the whole plan has. */
function allYears(before: string, whole: Deadline | null): Deadline | undefined {
  const years = /(?:^|[(:]|力争|计划|全[省市县区州]|用)([二两三四五]|[2-5])年(?:时间)?(?![来度级制期一]|以来)/.exec(before)?.[1]
  if (years === undefined || whole?.from == null || whole.until === null) return undefined
  const count = Number(whole.until.slice(0, 4)) - Number(whole.from.slice(0, 4)) + 1
  return (Number(years) || '一二三四五'.indexOf(years.replace('两', '二')) + 1) === count ? whole : undefined
}

/**
 * Longest sentence and part of one that are judged, in characters, and most numbers in a part: the samples reach 743, 133 and 8. Each number is
 * judged by all that stands around it, so that a text without commas would hold the program for minutes; it is left to a person instead.
 */
/** 每个基地带动不少于10户: the number is the commitment; 至少1所 says that each has one. */
const leastOfEach = (q: Quantity): boolean => q.operator === '>=' && typeof q.value === 'number' && q.value >= 2 && q.kind !== 'term'

const longestSentence = 6000
const longestPart = 800
const mostNumbers = 40

const promises = /(?:力争|确保|计划(?!生育|》)|目标(?:是|为)|(?:^|[,;:])(?:到|至)(?:19|20)\d\d年|要(?=完成|实现|达到)|拟(?=新建|建设|改造|投))/

class SentenceReader {
  readonly reading: QuantityReading = { targets: [], amounts: [], unclear: [] }
  private carried: Deadline | undefined
  private listed: Deadline | undefined
  private listedClause: Clause | null | undefined
  private wasDashed = false
  private lastYear: string | null = null
  /** The year that any sentence before named last: 6月底前 means it where nothing nearer says a year. */
  private seenYear: string | null = null
  private startYear: string | null
  constructor(startYear: string | null) { this.startYear = startYear }

  /** A deadline is carried from sentence to sentence inside one clause and paragraph, and on to the dashed items of a list under it; the last year named, through the paragraph. */
  startPiece(opensParagraph: boolean, clause: Clause | null, text: string): void {
    const dashed = /^[-·•●■◆★※*]/.test(text)
    if (!dashed) this.listed = undefined
    else if (this.listedClause === clause && !this.wasDashed) this.listed = this.carried
    this.wasDashed = dashed
    this.listedClause = clause
    this.carried = dashed ? this.listed : undefined
    if (opensParagraph) this.lastYear = null
  }

  read(clause: Clause | null, context: ClauseContext, sentence: Sentence): void {
    // What stands in front of the clauses is mostly history: there only a sentence that says so promises.
    if (clause === null && (!promises.test(sentence.text) || past.test(sentence.text))) return
    if (sentence.text.length > longestSentence) return this.leave(sentence)
    const dates = findDates(sentence.text, this.lastYear ?? context.thisYear ?? (/\d月/.test(sentence.text) ? this.seenYear : null))
    this.lastYear = dates.findLast((d) => !d.baseline)?.until?.slice(0, 4) ?? this.lastYear
    this.seenYear = this.lastYear ?? this.seenYear
    const opening = dates.findLast((d) => !d.baseline && (d.start <= 5 || d.toward) && d.until !== null)
    let sentencePast = false
    let before: Use | undefined
    let earlier = ''
    sentence.parts.forEach((part, index) => {
      const local = part.start - sentence.start
      const future = dates.some((d) => !d.baseline && d.start >= local && d.end <= local + part.text.length && (d.until ?? d.from ?? '') >= (this.startYear ?? '9999')) || /(力争|确保|计划|到\d{4}年|将要|要(?=实现|完成))/.test(part.text)
      const pastHere = !future && tellsOfPast(part.text) && !/^(?:力争|确保)/.test(part.text)
      if (index === 0 && /^(目前|截至|截止|近年来|过去|\d{4}年以来|去年|上年|现有|全[省市县区]现有|几年来|[一两三]年来|自(?!治|主|来|然|助|愿|动|身|建|筹|[^,。;]{0,12}之日起))/.test(part.text) && !future) sentencePast = true
      if (future) sentencePast = false
      before = this.readPart(clause, context, part, sentence, dates, { past: context.isPast || sentencePast || pastHere, before, earlier, following: sentence.parts[index + 1]?.text ?? '' })
      earlier = part.text
    })
    if (opening) this.carried = { from: opening.from, until: opening.until }
  }

  private leave({ text, start }: Part): void {
    if (/\d/.test(text)) this.reading.unclear.push({ start, end: start + text.length })
  }

  private deadline(context: ClauseContext, dates: readonly PrintedDate[], at: number, text: string): Deadline {
    const near = deadlineAt(outsideBrackets(text, dates, at), at, text) ?? this.carried ?? context.deadline
    // 死亡率控制在12/10万以下,到2025年筛查率达到90%: where nothing in front says when, the date further on in the sentence.
    const ahead = near ? undefined : dates.find((d) => !d.baseline && d.toward && d.start >= at && d.until !== null)
    return near ?? (ahead && { from: ahead.from, until: ahead.until }) ?? context.whole ?? { from: null, until: null }
  }

  private isOver(deadline: Deadline): boolean {
    return this.startYear !== null && deadline.until !== null && deadline.until.slice(0, 4) < this.startYear
  }

  private readPart(clause: Clause | null, context: ClauseContext, part: Part, sentence: Sentence, dates: readonly PrintedDate[], state: { past: boolean; before: Use | undefined; earlier: string; following: string }): Use | undefined {
    if (part.text.length > longestPart) { this.leave(part); return undefined }
    const local = part.start - sentence.start
    const inDate = (q: Quantity) => dates.some((d) => d.start < local + q.end && local + q.at < d.end)
    const quantities = findQuantities(part.text).filter((q) => !inDate(q))
    if (quantities.length > mostNumbers) { this.leave(part); return undefined }
    const coverage = state.past && !/(确保|力争)/.test(part.text) ? [] : findCoverage(part.text)
    const each = coverage.find((c) => c.perEach)?.start ?? Infinity
    // 每个水厂都有化验室和2名以上化验员: behind a list mark the number is one of several things.
    const least = quantities.find((q) => q.start >= each && leastOfEach(q) && !/[、和与]/.test(part.text.slice(each, q.start).replace(/\([^()]*\)/g, '')))
    let before = state.before
    const shares: Quantity[] = []
    const inTurn = datesInTurn(sentence.text, dates, local, quantities)
    const add = (start: number, end: number, value: FoundTarget['value'], unit: string | null, operator: Operator): void => {
      const deadline = inTurn.get(start) ?? allYears(part.text.slice(0, start), context.whole) ?? this.deadline(context, dates, local + start, sentence.text)
      if (this.isOver(deadline)) return
      const place = places.exec(part.text.slice(0, start))?.[0] ?? places.exec(sentence.text.slice(0, local + start))?.[0] ?? null
      this.reading.targets.push({ clause, start: part.start + start, end: part.start + end, subject: subjectOf(part, start, end), value, unit: unit === '' ? null : unit, operator, ...deadline, place })
    }
    for (const q of quantities) {
      // 每个乡镇有1所: the number belongs to full coverage.
      if (q.start >= each && q.kind !== 'money' && q.kind !== 'share' && q !== least) { before = undefined; continue }
      const use = classifyQuantity({
        part: part.text, quantity: q, others: quantities, coverageAt: coverage[0]?.start, listedAfter: before, earlier: state.earlier, following: state.following, isPast: state.past, inBracket: sentence.text[local - 1] === '(', underTargets: context.underTargets, underStandards: context.underStandards,
      })
      const span = { start: part.start + q.start, end: part.start + q.end }
      if (use === 'target') add(q.start, q.end, q.value, q.unit, q.operator)
      if (use === 'amount' && clause) this.reading.amounts.push({ clause, value: q.value, unit: q.unit, operator: q.operator, ...span })
      if (use === 'unclear' && clause) this.reading.unclear.push(span)
      if (use === 'target' && q.kind === 'share') shares.push(q)
      before = use
    }
    const told = (c: { end: number; perEach: boolean }) => !c.perEach && quantities.some((q) => q.at >= c.end && q.start >= c.end && /^(?:要|需|须)?(?:达到|超过|达|在)?$/.test(part.text.slice(c.end, q.start)) && q.operator !== '=')
    const repeats = /^(?:□|\d|[年月日底前末])*(?:前|内)?(?:全部|全面)(?:完成|到位|建成|达标|竣工|完工|见效)$/u.test(part.text) && (this.reading.targets.at(-1)?.start ?? -1) >= sentence.start
      // 4月底前竣工率达到60%,5月底前全部竣工 names another date.
      && this.reading.targets.at(-1)!.until === this.deadline(context, dates, local + part.text.length, sentence.text).until
    // 全部达到95%: the share says it; 覆盖所有社区、90%以上乡镇: two commitments.
    const shared = (c: { start: number; end: number }) => shares.some((q) => !/[、和与及]/.test(q.start >= c.end ? part.text.slice(c.end, q.start) : part.text.slice(q.end, c.start)))
    if (!repeats) for (const c of coverage) if (!told(c) && !shared(c) && !(c.perEach && c.start === each && least)) add(c.start, c.end, null, null, 'all')
    if (!state.past) for (const r of findRelative(part.text)) if (!quantities.some((q) => q.start <= r.end + 2 && r.start < q.end)) add(r.start, r.end, null, null, r.operator)
    return before
  }
}

/**
 * Targets, amounts and unclear numbers of the clauses' own words. `pieces` gives the text of each clause, paragraph by paragraph;
 * `limits` are deadlines that a line of its own gives to a clause (完成时限:2022年12月). What was due before the plan's first year is history.
 */
export function findTargets(pieces: readonly { readonly clause: Clause | null; readonly text: string; readonly start: number; readonly opensParagraph: boolean }[], years: PlanYears, limits: ReadonlyMap<string, Deadline>): QuantityReading {
  // A date printed by a web page may be later than every year that the plan names: then it is not the plan's.
  const last = pieces.reduce((most, piece) => (piece.text.match(/(?:19|20)\d\d(?=年)/g) ?? []).reduce((m, y) => (y > m ? y : m), most), '')
  const reader = new SentenceReader(years.startYear !== null && last !== '' && last < years.startYear ? null : years.startYear)
  const contexts = new Map<Clause | null, ClauseContext>()
  for (const piece of pieces) {
    reader.startPiece(piece.opensParagraph, piece.clause, piece.text)
    let context = contexts.get(piece.clause)
    if (!context) contexts.set(piece.clause, (context = clauseContext(piece.clause, years, limits)))
    for (const sentence of splitSentences(blankTitles(piece.text), piece.start)) reader.read(piece.clause, context, sentence)
  }
  return reader.reading
}
