/** Dates and spans of time as plans print them, and which of them is the deadline of a commitment. */
import { findChineseNumber } from './numerals.ts'

export interface Deadline { readonly from: string | null; readonly until: string | null }
export interface PrintedDate extends Deadline { readonly start: number; readonly end: number; readonly baseline: boolean; /** Opens with 到: holds for what follows, also behind a semicolon. */ readonly toward: boolean }

const year = '(?:19|20)\\d\\d'
const datePattern = new RegExp(
  [
    `(?<monthsYear>${year})年(?<monthsFrom>\\d{1,2})月?(?:-|~|至|到)(?:(?<monthsUntilYear>${year})年)?(?<monthsUntil>\\d{1,2})月`,
    `(?<listYear>${year})(?=(?:、${year}){1,5}年)`,
    `(?<spanFrom>${year})年?(?:-|~|至|到|—)(?<spanUntil>${year})年(?:底|末|期间)?`,
    `(?:到|至|力争|截至|截止)?(?<year>${year})年(?<part>(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日|底|末|份|上旬|中旬|下旬)?|上半年|下半年|第?[一二三四1-4]季度|(?:年)?(?:底|末|内|初)?)(?<after>(?:之)?前|起|开始|后|以后|以来|期间)?`,
    `[“"]?(?<fiveYear>十[一二三四五六七八九]五)[”"]?(?<fivePart>期末|末|时期末|期间|时期|规划期)?`,
    `(?<bareMonth>\\d{1,2})月(?:(?:(?<bareDay>\\d{1,2})日|底|末)(?:之)?前|[底末])|(?<=[到至])(?<toMonth>\\d{1,2})月(?<toDay>\\d{1,2})日(?!至)`,
    `(?<bareQuarter>第?[一二三四]季度|上半年|下半年)`,
    `(?:今年|本年度?|当年|(?<![一二两三四五六七八九十几数多\\d])年)(?<yearEnd>底|末|内)|今年(?!来|以来|上|下|初)`,
  ].join('|'),
  'g',
)

const two = (text: string) => text.padStart(2, '0')
const baselineBefore = /(比|较|与|以|相比|同比|基于|自|截至|截止)$/

/** Years of the five-year plans: 十二五 began in 2011. */
function fiveYears(name: string): [number, number] {
  const number = findChineseNumber(name.slice(0, 2))!
  return [2011 + (number - 12) * 5, 2015 + (number - 12) * 5]
}

function monthOfPart(part: string): string | undefined {
  if (part === '上半年') return '06'
  if (part === '下半年') return '12'
  const quarter = /第?([一二三四1-4])季度/.exec(part)?.[1]
  return quarter ? two(String(('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3)) : undefined
}

/** 二〇二五年 in figures, at the same length. */
function withFigures(text: string): string {
  return text.replace(/[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/g, (year) => [...year].map((ch) => Math.max(0, '〇一二三四五六七八九'.indexOf(ch))).join(''))
}

/** All dates of a text. `thisYear` resolves 年底 and 6月底前 where the text names no year. */
export function findDates(printed: string, thisYear: string | null): PrintedDate[] {
  const text = withFigures(printed)
  const found: PrintedDate[] = []
  let lastYear: string | null = null
  for (const match of text.matchAll(datePattern)) {
    const g = match.groups!
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const place = { start: match.index, end: match.index + match[0].length, toward: /^[到至]/.test(match[0]) || /[到至]$/.test(before) }
    if (g.monthsYear !== undefined) {
      const untilYear = g.monthsUntilYear ?? g.monthsYear
      found.push({ from: `${g.monthsYear}-${two(g.monthsFrom!)}`, until: `${untilYear}-${two(g.monthsUntil!)}`, ...place, baseline: false })
      lastYear = untilYear
    } else if (g.spanFrom !== undefined) {
      found.push({ from: g.spanFrom, until: g.spanUntil!, ...place, baseline: false })
      lastYear = g.spanUntil!
    } else if (g.listYear !== undefined) {
      found.push({ from: null, until: g.listYear, ...place, baseline: false })
      lastYear = g.listYear
    } else if (g.year !== undefined) {
      const month = g.month === undefined ? monthOfPart(g.part ?? '') : two(g.month)
      const date = `${g.year}${month ? `-${month}` : ''}${g.day === undefined ? '' : `-${two(g.day)}`}`
      // 从2024年5月到年底: where a span begins.
      const begins = /[由从自]$/.test(before) && /^(?:到|至|开始|起)/.test(text.slice(place.end))
      const opens = begins || (/起|开始|后/.test(g.after ?? '') && g.after !== '期间')
      const since = g.after === '以来'
      // 2019年度资金 names which money, not when.
      const attributive = before !== '' && !place.toward && /^年$/.test(match[0].slice(4)) && /^度(?!目标|任务|内|末|底|计划|完成|实现)\p{Script=Han}/u.test(text.slice(place.end))
      // 2000年底前建成的小区: which ones.
      const ofThem = /^(?:之前|以前)?(?:建成|竣工|投用|投入使用|认定|脱贫|出生|入学|建档|登记|批准|开工|设立|成立)(?:并[^,。;、]{2,6})?的/.test(text.slice(place.end))
      const compared = attributive || ofThem || baselineBefore.test(before) || since || (/[由从]$/.test(before) && !opens) || /^(年度?)?(的|基础上|水平|相比)/.test(text.slice(place.end, place.end + 6))
      const onward = opens || (before.endsWith('自') && opens)
      found.push({ from: onward ? date : null, until: onward ? null : date, ...place, baseline: compared && !onward })
      if (!compared) lastYear = g.year
    } else if (g.fiveYear !== undefined) {
      const [first, last] = fiveYears(g.fiveYear)
      const ends = /末/.test(g.fivePart ?? '')
      // “十四五”规划 names a document, no time.
      found.push({ from: ends ? null : String(first), until: String(last), ...place, baseline: g.fivePart === undefined })
    } else {
      // 年底 behind a year of the past means the plan's own year.
      const of = lastYear !== null && (thisYear === null || lastYear >= thisYear) ? lastYear : thisYear
      if (of === null) continue
      const month = g.bareMonth ?? g.toMonth
      const day = g.bareDay ?? g.toDay
      const date = g.bareQuarter !== undefined ? `${of}-${monthOfPart(g.bareQuarter)}` : month === undefined ? of : `${of}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`
      // 截至6月底 tells of what has been.
      found.push({ from: null, until: date, ...place, baseline: month !== undefined && /(?:截至|截止|去年|上年)$/.test(before) })
    }
  }
  return found
}

/** The year that a heading gives to all that stands under it (2018年重点工作). */
export function headingDeadline(heading: string): Deadline | undefined {
  const date = findDates(heading, null).find((d) => !d.baseline)
  return date ? { from: date.from, until: date.until } : undefined
}

/** The deadline of a place in a sentence (`text`): the date before it, or the first behind it in the same sentence. */
export function deadlineAt(dates: readonly PrintedDate[], at: number, text: string): Deadline | undefined {
  const usable = dates.filter((d) => !d.baseline)
  // Behind a semicolon only the date that opens the sentence still counts.
  const opening = text.lastIndexOf(';', at)
  const before = usable.findLast((d) => d.end <= at && (d.start > opening || d.start <= 5 || d.toward))
  const chosen = before ?? usable.find((d) => d.start >= at)
  return chosen ? { from: chosen.from, until: chosen.until } : undefined
}
