/** Numbers with their units, multipliers and bounds, wherever they stand. Says what is printed, not what it is for. */
import { countedNouns, unitKinds, unitPattern, type UnitKind } from './lexicon/units.ts'
import { findChineseNumber, scaleNumber } from './numerals.ts'

export type Operator = '=' | '>=' | '<=' | '>' | '<' | 'range' | 'multiple' | 'increase' | 'all'

export interface Quantity {
  /** One number, or the two ends of a range. */
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly kind: UnitKind
  readonly operator: Operator
  /** Span in the text given: the number with its bounds and unit. */
  readonly start: number
  readonly end: number
  /** Where the number itself begins. */
  readonly at: number
}

const arabic = '\\d+(?:\\.\\d+)?'
const chinese = '[一二两三四五六七八九十百千万亿]{1,11}'
const multiplier = '(?:亿|千万|百万|十万|万|千(?![米瓦克])|百)?'
const approx = '(?:余|多|来)?'
const joiner = '(?:-|~|至|到|—)'
const pattern = new RegExp(
  `(?<!第)(?:(?<!百|千|万)(?<parts>[二四五八十])分之(?<taken>[一二三四五六七八九])|(?<fraction>百分之)(?<percent>[\\d.]+|${chinese})|(?<low>${arabic})(?<lowMany>${multiplier})(?<lowUnit>%|元|个|公里|人|户|名|亩|家)?${joiner}(?<high>${arabic})(?<highMany>${multiplier})${approx}(?<rangeUnit>${unitPattern})?` +
  `|(?<number>${arabic})(?<perMany>/10万)|(?<plain>${arabic})(?<many>${multiplier})${approx}(?<unit>${unitPattern})?|(?:(?<half>一半|半数)(?=以上)|(?<=(?:减少|压缩|缩短|下降|降低|压减|缩减|精简)了?|不低于|不少于|达到?)(?<less>一半))|(?<=(?:降|减|下降|归|保持|稳定|控制|压减|减少)(?:至|到|为|在)?)(?<zero>零)(?=$|[,。;、)])|(?<han>${chinese})${approx}(?<hanUnit>${unitPattern}))`,
  'g',
)
const atLeastBefore = /(不低于|不少于|不小于|至少|最低|不得低于|不得少于|保持在|稳定在)(?:[^,。;、\d:]{0,16}的)?(?:全[省市县]平均)?(?:为|达到?|在)?(?:约)?$/
/** 至少建成1所: the verb between keeps its place before the number. */
const atLeastVerb = /至少\p{Script=Han}{1,6}$/u
const atMostBefore = /(不超过|不高于|不多于|不大于|最高|至多|最多|不得超过|不得高于|低至|控制在|限于|(?:压减|压缩|缩短|缩减)(?:至|到)|降(?:低|至|到)*(?:至|到))(?:[^,。;、\d:]{0,16}的)?(?:为|达到?)?(?:约)?$/
const moreBefore = /(超过|超|高于|大于|突破|多于)(?:约)?$/
const lessBefore = /(低于|少于|小于|不足|不到)$/
const growsBefore = /((?:提高|(?<!改造|整治|优化|升级|巩固|改建)提升|增长|增加|上升|增收|下降|降低|减少|压减|缩小|缩减|削减|消减|精简|压缩|缩短|提标|上浮|增产|递增|增值)(?:幅度)?(?:了|约|不低于|不少于|超过|至少|达到?|为|在|近|保持在)*)$/
const reachBefore = /(?:提高|提升|增长|增加|上升|下降|降低|减少|压减|压缩|缩短|缩减|精简)(?:至|到)$/
const orMore = /^(?:\(含\)|\(含本数\))?(?:及|或|含)?以上|^\+/
const orLess = /^(?:\(含\)|\(含本数\))?(?:及|或|含)?(?:以内|以下|之内)/
const about = /^(?:左右|上下)/

/** 翻一番 doubles, 翻两番 makes four times. */
const doubling = /翻(一番半|[一两二三]番|番)/g

function operatorOf(before: string, after: string, ranged: boolean): { operator: Operator; lead: number; tail: number } {
  const tailMatch = orMore.exec(after) ?? orLess.exec(after) ?? about.exec(after)
  const tail = tailMatch?.[0].length ?? 0
  const lead = (regex: RegExp) => regex.exec(before)?.[0].length ?? 0
  if (ranged) return { operator: 'range', lead: 0, tail }
  if (growsBefore.test(before) && !reachBefore.test(before)) return { operator: 'increase', lead: lead(growsBefore), tail }
  const sign = /[>≥<≤]=?$/.exec(before)?.[0]
  if (sign) return { operator: sign === '>' ? '>' : sign === '<' ? '<' : /[>≥]/.test(sign) ? '>=' : '<=', lead: sign.length, tail }
  if (orMore.test(after)) return { operator: '>=', lead: 0, tail }
  if (orLess.test(after)) return { operator: '<=', lead: 0, tail }
  if (atLeastBefore.test(before)) return { operator: /(保持在|稳定在)/.test(before.slice(-8)) && !/不/.test(before.slice(-8)) ? '=' : '>=', lead: lead(atLeastBefore), tail }
  if (atLeastVerb.test(before)) return { operator: '>=', lead: 0, tail }
  // 控制在5.5%左右: about so much.
  if (atMostBefore.test(before)) return { operator: (about.test(after) || /降|压减|压缩|缩/.test(before.slice(-8))) && !/不/.test(before.slice(-8)) ? '=' : '<=', lead: lead(atMostBefore), tail }
  if (moreBefore.test(before)) return { operator: '>', lead: lead(moreBefore), tail }
  if (lessBefore.test(before)) return { operator: '<', lead: lead(lessBefore), tail }
  return { operator: '=', lead: 0, tail }
}

function unitOf(printed: string | undefined, after: string, before: string): { unit: string; kind: UnitKind } | undefined {
  if (printed !== undefined) {
    if (printed === '个工作日') return { unit: '工作日', kind: 'term' }
    if (printed === '个百分点') return { unit: '百分点', kind: 'points' }
    const kind = unitKinds.get(printed)!
    // 35微克/立方米 and 220公斤/公顷 are one unit; 200元/人 is money.
    const per = kind === 'measure' ? /^\/[\p{Script=Han}·]{1,8}?(?=以|[,。;、)]|$)/u.exec(after)?.[0] : undefined
    return { unit: `${printed}${per ?? ''}`, kind }
  }
  if (after.startsWith('个百分点')) return { unit: '百分点', kind: 'points' }
  // 缩小到1.8以内, 系数提高到0.575: reached, bounded, and without a unit.
  if (bareReached.test(before) && /^(?:以[内下上]|左右)?(?=[,。;、)]|$)/.test(after)) return { unit: '', kind: 'times' }
  // A single character between the number and a mark measures too, known or not: 2000万棒、.
  const unknown = /^(?![年月日时分秒余多来以左上下])\p{Script=Han}(?=[、,。;)和与及]|$)/u.exec(after)
  if (unknown) return { unit: unknown[0], kind: 'count' }
  const noun = countedNouns.find(([regex]) => regex.test(after))
  return noun ? { unit: noun[1] || noun[0].exec(after)![1]!, kind: 'count' } : undefined
}

const bareReached = /率[>≥<≤]=?$|(?:之比|收入比|系数|指数|PUE值?|[A-Z]值)[^,。;、\d]{0,10}(?:缩小|降低?|下降|提高|提升|达|控制|稳定|保持)(?:到|至|在|为)?$/

/** 分别控制在0.1%和0.5%以内: the bound behind the last counts for all of the list. */
function shareBounds(quantities: Quantity[], text: string): Quantity[] {
  for (let i = quantities.length - 2; i >= 0; i -= 1) {
    const [q, next] = [quantities[i]!, quantities[i + 1]!]
    if (q.unit === next.unit && /^[、和与]$/.test(text.slice(q.end, next.at)) && text.slice(0, q.at).includes('分别') && q.operator !== next.operator) quantities[i] = { ...q, operator: next.operator === '=' ? q.operator : next.operator }
  }
  // 不少于150类、900万份: the bound before the first counts for a bare number behind it.
  for (let i = 1; i < quantities.length; i += 1) {
    const [before, q] = [quantities[i - 1]!, quantities[i]!]
    if (q.operator === '=' && q.start === q.at && before.start < before.at && /^(?:>=|<=)$/.test(before.operator) && text.slice(before.end, q.at) === '、') quantities[i] = { ...q, operator: before.operator }
  }
  for (let i = 1; i < quantities.length; i += 1) {
    const [before, q] = [quantities[i - 1]!, quantities[i]!]
    if (q.operator === '=' && /^(>=|<=|increase)$/.test(before.operator) && q.unit === before.unit && /^[、和与]$/.test(text.slice(before.end, q.start)) && text.slice(0, before.at).includes('分别')) quantities[i] = { ...q, operator: before.operator }
  }
  return quantities
}

/** All quantities of a text, left to right. Years, ordinals and plain numbers without a unit are none. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(pattern)) {
    const g = match.groups!
    const at = match.index
    let end = at + match[0].length
    const before = text.slice(Math.max(0, at - 14), at)
    const previous = before[before.length - 1] ?? ''
    if (/[A-Za-z.〔\d]/.test(previous)) continue
    let value: Quantity['value'] | undefined
    let printedUnit: string | undefined
    if (g.parts !== undefined) {
      // 五分之一 is 20 %; thirds have no end as a share and are left.
      value = (100 * findChineseNumber(g.taken!)!) / findChineseNumber(g.parts)!
      printedUnit = '%'
    } else if (g.fraction !== undefined) {
      value = Number(g.percent) || findChineseNumber(g.percent!)
      printedUnit = '%'
    } else if (g.low !== undefined) {
      const many = g.highMany || ''
      value = [scaleNumber(g.low, g.lowMany || many), scaleNumber(g.high!, many)]
      printedUnit = g.rangeUnit ?? g.lowUnit
      if (/^(19|20)\d\d$/.test(g.low) && /^(19|20)\d\d$/.test(g.high!)) continue
    } else if (g.perMany !== undefined) {
      value = Number(g.number)
      printedUnit = g.perMany
    } else if (g.plain !== undefined) {
      value = scaleNumber(g.plain, g.many || '')
      printedUnit = g.unit
      if (printedUnit === '年' && /^(19|20)\d\d$/.test(g.plain)) continue
      if (printedUnit === '月' || printedUnit === '日') continue
    } else if (g.zero !== undefined) value = 0
    else if ((g.half ?? g.less) !== undefined) { value = 50; printedUnit = '%' }
    else {
      value = findChineseNumber(g.han!) || undefined
      printedUnit = g.hanUnit
    }
    if (value === undefined) continue
    // 降至零: reached, without a unit.
    const unit = g.zero !== undefined ? { unit: '', kind: 'times' as const } : unitOf(printedUnit, text.slice(end, end + 12), before)
    if (!unit) continue
    if (printedUnit === undefined && text.slice(end).startsWith(unit.unit)) end += text.slice(end).startsWith('人口') && unit.unit === '人' ? 2 : unit.unit.length
    else if (printedUnit !== undefined && unit.unit.startsWith(`${printedUnit}/`)) end += unit.unit.length - printedUnit.length
    else if (unit.unit === '百分点' && printedUnit === undefined) end += 4
    if (printedUnit === '人' && text[end] === '口') end += 1
    const shape = operatorOf(before, text.slice(end, end + 6), typeof value !== 'number')
    // 高于全县平均水平5个百分点: above by so many.
    const above = unit.kind === 'points' && shape.operator === '=' && /(?:高于|快于|超过|优于)[^,。;、]{1,13}$|比[^,。;、]{2,14}[高快多]$/.test(text.slice(Math.max(0, at - 18), at))
    // 提升农村公路60公里: so many are made better, nothing grows by them.
    const improved = shape.operator === 'increase' && (unit.kind === 'count' || /^(?:公里|亩|平方米|千米)$/.test(unit.unit)) && /提升[^,。;、\d]{0,8}$/.test(before)
    const tenths = unit.unit === '成' && typeof value === 'number'
    if (tenths) value = Number(value) * 10
    found.push({ value, ...(tenths ? { unit: '%', kind: 'share' as const } : unit), operator: above ? '>' : improved ? '=' : shape.operator, start: at - shape.lead, end: end + shape.tail, at })
  }
  for (const match of text.matchAll(doubling)) {
    const times = match[1] === '两番' || match[1] === '二番' ? 4 : match[1] === '三番' ? 8 : match[1] === '一番半' ? 3 : 2
    found.push({ value: times, unit: '倍', kind: 'times', operator: 'multiple', start: match.index, end: match.index + match[0].length, at: match.index })
  }
  return shareBounds(found.sort((a, b) => a.at - b.at), text)
}
