/** Documents that the plan names: titles in 《》 with the number beside them, and numbers that stand alone. The plan's own title is none. */
import { documentNumber } from './paragraphs.ts'

export interface Citation { readonly number: string | null; readonly title: string | null; readonly start: number; readonly end: number; /** Where the words of the title begin. */ readonly titleAt: number }
interface Title { readonly text: string; readonly start: number; readonly end: number }

const longestTitle = 240
const numberPattern = new RegExp(`${documentNumber}|(?:国务院|国家主席|主席|[\\p{Script=Han}]{0,8}[部委局署厅]|[\\p{Script=Han}]{0,8}政府)?令(?:\\d{4}年)?第?[\\d一二三四五六七八九十百]{1,5}号`, 'gu')
/** Words that lead up to a number without belonging to it. */
const leadIn = /^.*(根据|按照|依据|依照|执行|落实|参照|对照|贯彻|遵照|印发|转发|下发|出台|详见|参见|文件|以及|通知|规定|精神|遵循|结合|[和与及见按以的在对从将、,。;:(《》“”])/u

/** Words before the number of an order; 和 and the like may be part of who gave it (住房和城乡建设部令). */
const leadInOrder = /^.*(?:根据|按照|依据|依照|执行|落实|参照|对照|贯彻|遵照|遵循|公布的|发布的)(?=.+令)/u

/** Titles in 《》, inner 《》 and 〈〉 kept inside. An opening without its close ends at the line. */
export function findTitles(flow: string): Title[] {
  const found: Title[] = []
  let at = flow.indexOf('《')
  let nextClose = flow.indexOf('》')
  while (at >= 0) {
    if (nextClose >= 0 && nextClose < at) nextClose = flow.indexOf('》', at)
    if (nextClose < 0) break
    if (nextClose > at + longestTitle) {
      at = flow.indexOf('《', nextClose - longestTitle)
      continue
    }
    let depth = 0
    let close = -1
    for (let i = at; i < flow.length && i <= at + longestTitle && flow[i] !== '\n'; i += 1) {
      if (flow[i] === '《') depth += 1
      if (flow[i] === '》') { depth -= 1; if (depth <= 0) { close = i; break } }
    }
    if (close > at + 1) found.push({ text: flow.slice(at + 1, close), start: at, end: close + 1 })
    at = flow.indexOf('《', close > at ? close + 1 : at + 1)
  }
  return found
}

/** Without marks, blanks and a closing bracket such as (试行) or (2018-2020年). */
const plain = (title: string) => title.replace(/[《》〈〉\s]/g, '').replace(/[--—]+/g, '-').replace(/\([^()]{1,16}\)$/, '')

/** The number without what leads up to it, its brackets in the one usual form. */
function cleanNumber(printed: string): string {
  const bracket = printed.search(/[〔[(【]\d{4}/)
  if (bracket < 0) return printed.replace(leadInOrder, '')
  const agency = printed.slice(0, bracket)
  const cut = leadIn.exec(agency)?.[0].length ?? 0
  return `${agency.slice(cut) || agency}${printed.slice(bracket).replace(/[[(【]/, '〔').replace(/[\])】]/, '〕')}`
}

interface PrintedNumber { readonly text: string; readonly start: number; readonly end: number }

function findNumbers(flow: string): PrintedNumber[] {
  return [...flow.matchAll(numberPattern)].map((match) => {
    const text = cleanNumber(match[0])
    const end = match.index + match[0].length
    return { text, start: end - text.length, end }
  }).filter((n) => !/^第/.test(n.text) || n.text.length > 4)
}

/** So far from the start the plan's own title may stand. */
const longestHead = 4000
function lineAt(flow: string, { start, end }: Title): string {
  const close = flow.indexOf('\n', end)
  return flow.slice(flow.lastIndexOf('\n', start) + 1, close < 0 ? end : close)
}

/** Whether the title is the plan's own, alone or inside the title of the notice that issues it. */
function isOwn(title: string, own: string): boolean {
  return own !== '' && (plain(title) === plain(own) || (title.length > own.length && plain(title).includes(plain(own)) && /印发|通知|转发/.test(title)))
}

/** Titles that the notice in front hands on: 现将《甲方案》印发给你们. They are the document itself. */
function handedOn(head: string): Set<string> {
  return new Set([...head.matchAll(/(?:现将|现印发|将)?《([^《》]{2,120})》(?=[^。《]{0,30}(?:印发给你们|予以印发|转发给你们|下发给你们|现印发|印发你们|现予印发|现予公布|现予发布|现发给你们))/g)].map((m) => m[1]!))
}

/** Short names fixed by 以下简称《…》 for the plan itself, which are no citations either. */
function ownShortNames(flow: string, own: string): Set<string> {
  const names = new Set<string>()
  for (const match of flow.matchAll(/《([^《》]{1,80})》[^《。]{0,12}简称[“"]?《([^》]{1,20})》/g)) if (isOwn(match[1]!, own)) names.add(match[2]!)
  return names
}

/** All citations in order. `own` is the plan's own title and number; `bodyStart` where its first clause begins. */
export function findCitations(flow: string, own: { readonly title: string; readonly number: string | null }, bodyStart: number): Citation[] {
  const numbers = findNumbers(flow)
  const taken = new Set<PrintedNumber>()
  const shortNames = ownShortNames(flow, own.title)
  const issued = /[《]([^《》]+)[》][^《》]{0,4}的通知/.exec(own.title)?.[1]
  if (issued !== undefined) shortNames.add(issued)
  for (const title of handedOn(flow.slice(0, bodyStart))) shortNames.add(title)
  const found: Citation[] = []
  let n = 0
  for (const title of findTitles(flow)) {
    while (n < numbers.length && numbers[n]!.end + 6 < title.start) n += 1
    // Behind: 》(X发〔2017〕1号) or 》X发…; before: X发〔2017〕1号《 or X发〔2017〕1号文件《.
    const near = numbers.slice(n, n + 4)
    const behind = near.find((x) => x.start >= title.end && x.start - title.end <= 12 && /^(?:已?(?:印发|下发|公布|发布))?(?:\([^《》。;)]{0,11})?$/.test(flow.slice(title.end, x.start)))
    const before = near.find((x) => x.end <= title.start && title.start - x.end <= 4 && /^(文件?|印发的?)?$/.test(flow.slice(x.end, title.start)) && !taken.has(x))
    for (const x of near) if (x.start >= title.start && x.end <= title.end) taken.add(x)
    const number = behind ?? before
    if (number) taken.add(number)
    const introducesShortName = /简称[“"]?$/.test(flow.slice(Math.max(0, title.start - 4), title.start))
    // A title inside the plan's own title (贯彻落实《甲计划》实施方案) is part of its name.
    if (title.start < Math.min(bodyStart, longestHead) && plain(lineAt(flow, title)) === plain(own.title)) continue
    if (introducesShortName || isOwn(title.text, own.title) || shortNames.has(title.text)) continue
    const end = behind ? behind.end + (flow[behind.end] === ')' ? 1 : 0) : title.end
    found.push({ number: number?.text ?? null, title: title.text, start: before && !behind ? before.start : title.start, end, titleAt: title.start + 1 })
  }
  for (const number of numbers) {
    const ownNumber = number.text === own.number || (number.end <= bodyStart && (flow[number.start - 1] === undefined || flow[number.start - 1] === '\n'))
    if (!taken.has(number) && !ownNumber) found.push({ number: number.text, title: null, start: number.start, end: number.end, titleAt: number.start })
  }
  return found.sort((a, b) => a.start - b.start)
}
