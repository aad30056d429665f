/** Printed numbers that may open a clause, found in the flow: each with its style, its number and where its text begins. Decides nothing about nesting. */
import { findOrdinal } from './numerals.ts'

/** From outermost to innermost by custom (GB/T 9704: 一、 then (一) then 1. then (1)). */
export const markerStyles = ['编', '部分', '篇', '章', '节', '条', '款', '任务1', '一、', '(一)', '1.', '1.1', '(1)', '1)', '①', 'A.', '第一', '一是'] as const
export type MarkerStyle = (typeof markerStyles)[number]

export interface Marker {
  readonly style: MarkerStyle
  readonly number: number
  /** The number as printed, brackets kept, half-width. */
  readonly label: string
  /** In the flow: where the number begins, and the first character after it. */
  readonly at: number
  readonly textAt: number
  /** Only a blank stands behind the number (1 总则): it counts where it continues or begins a series. */
  readonly bare: boolean
  /** Opens a line; otherwise it stands inside one, after a stop. */
  readonly lineStart: boolean
}

const pattern = new RegExp(
  [
    '第(?<ordinal>[〇零一二三四五六七八九十百]{1,5}|\\d{1,3})(?<unit>编|部分|篇|章|节|条|款)[、.::]?',
    '(?<nth>第[一二三四五六七八九十]{1,2})[,、:](?!第)',
    '(?<task>(?:任务|措施|举措|行动|工程|目标|项目|事项|专项)(?:\\d{1,2}|[一二三四五六七八九十]{1,3}))[:、.]',
    '(?<han>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,2})(?:[、.]|:(?=[^\\n])| )',
    '[(〔\\[](?<hanBracket>[一二三四五六七八九十]{1,3})[)〕\\]][、.]?',
    '(?<hanClose>[一二三四五六七八九十]{1,3})\\)',
    '[(〔\\[](?<digitBracket>\\d{1,2})[)〕\\]][、.]?',
    '(?<levels>\\d{1,2}(?:\\.\\d{1,2}){1,3})(?:[、.]| |(?=[^\\dG.%、,万亿个元倍米公亩户人家所座处条年月日\\-~至])|(?=年[度均级内底末终]|人[才居员口大民事]|公[共益开司安务]|个[人体别性]|户[厕籍]|米面|家[庭政园长校访风]|所有|名[录单师]|处[置理方]|条件|元素|亩均|座谈))',
    '(?<digit>\\d{1,3})(?:[.、](?!\\d)|[.、](?=(?:19|20)\\d\\d(?:年|[-~、至]))|[.、](?=\\d{1,3}[个名所座处条户家])|[.、](?=\\d{1,2}[月日])|[.、](?=\\d{1,3}[-~至]\\d{1,3}[岁年月周人户个])|[.、](?=\\d{3,6}(?![年%])\\p{Script=Han}|[456]G)| (?=\\p{Script=Han}))',
    '(?<digitClose>\\d{1,2})\\)',
    '(?<letter>[A-Ha-h])(?:[.、]|\\))(?=\\p{Script=Han}|[“"《\\d])',
    '(?<circled>[①-⑳])',
    '(?<hanRound>[㈠-㈩])',
    '(?<digitRound>[⑴-⒇])',
    '(?<digitStop>[⒈-⒛])',
    '(?<is>[一二三四五六七八九十]{1,2})是[::,]?',
  ].map((p) => `(?:${p})`).join('|'),
  'uy',
)

/** First code point of the ready-made numbers, each run counting from 1. */
const readyMade = { circled: 0x2460, hanRound: 0x3220, digitRound: 0x2474, digitStop: 0x2488 } as const
const hanDigits = '一二三四五六七八九十'

function labelOf(groups: Readonly<Record<string, string | undefined>>): { style: MarkerStyle; number: number | undefined; label: string } {
  if (groups.ordinal !== undefined) return { style: groups.unit as MarkerStyle, number: findOrdinal(groups.ordinal), label: `第${groups.ordinal}${groups.unit}` }
  if (groups.nth !== undefined) return { style: '第一', number: findOrdinal(groups.nth.slice(1)), label: groups.nth }
  if (groups.task !== undefined) return { style: '任务1', number: findOrdinal(groups.task.slice(2)), label: groups.task }
  if (groups.han !== undefined) return { style: '一、', number: findOrdinal(groups.han), label: groups.han }
  if (groups.hanBracket !== undefined) return { style: '(一)', number: findOrdinal(groups.hanBracket), label: `(${groups.hanBracket})` }
  if (groups.hanClose !== undefined) return { style: '(一)', number: findOrdinal(groups.hanClose), label: `${groups.hanClose})` }
  if (groups.digitBracket !== undefined) return { style: '(1)', number: Number(groups.digitBracket), label: `(${groups.digitBracket})` }
  if (groups.levels !== undefined) return { style: '1.1', number: Number(groups.levels.split('.').pop()), label: groups.levels }
  if (groups.digit !== undefined) return { style: '1.', number: Number(groups.digit), label: groups.digit }
  if (groups.digitClose !== undefined) return { style: '1)', number: Number(groups.digitClose), label: `${groups.digitClose})` }
  if (groups.letter !== undefined) return { style: 'A.', number: groups.letter.toUpperCase().charCodeAt(0) - 64, label: groups.letter }
  if (groups.is !== undefined) return { style: '一是', number: findOrdinal(groups.is), label: `${groups.is}是` }
  const [kind, base] = (Object.entries(readyMade) as [keyof typeof readyMade, number][]).find(([name]) => groups[name] !== undefined)!
  const number = groups[kind]!.codePointAt(0)! - base + 1
  if (kind === 'circled') return { style: '①', number, label: groups[kind]! }
  if (kind === 'hanRound') return { style: '(一)', number, label: `(${hanDigits[number - 1]})` }
  return kind === 'digitRound' ? { style: '(1)', number, label: `(${number})` } : { style: '1.', number, label: String(number) }
}

/** After an opening 第三条 these words show a reference, not a clause. */
const refersOn = /^(第|规定|所列|所述|款|项|之|、第|和第|至第|以上|以下)/
/** 一、二、三产业 and the like: an enumeration inside a sentence. */
const enumerates = /^([一二三四五六七八九十]+[、类级线期产年季档批等种]|[类级线期])/

function plausible(flow: string, marker: Marker): boolean {
  const after = flow.slice(marker.textAt, marker.textAt + 8)
  if (after === '' || after.startsWith('\n')) return marker.style !== '一是'
  if (markerStyles.indexOf(marker.style) <= 6) return !refersOn.test(after)
  if (marker.style === '一、') return !enumerates.test(after)
  if (marker.style === '①') return !/^([①-⑳]|[、和项条款类])/.test(after)
  if (marker.style === '(1)' || marker.style === '(一)') return !/^[项款条、和]/.test(after)
  if (marker.style === 'A.' || marker.style === '任务1' || marker.style === '第一') return marker.lineStart
  if (marker.style === '一是') return !/^[否非]/.test(after)
  return true
}

/** Characters after which a number inside a line may open a clause. */
const opens = /[。;:!?,)”"】\]]/

/** 一、目标任务1.农村道路…: the first number of a list glued to the heading above it, which has no stop of its own. */
function gluedToHeading(flow: string, at: number, heading: Marker | undefined): boolean {
  if (!heading || at - heading.textAt < 2 || at - heading.textAt > 24) return false
  return /^[\p{Script=Han}“”]+$/u.test(flow.slice(heading.textAt, at)) && /^(?:[(〔[][一二三四五六七八九十]{1,3}[)〕\]]|\d{1,2}[.、](?!\d))/.test(flow.slice(at, at + 6))
}

/** All candidates in the order of the text. One pass. */
export function findMarkers(flow: string): Marker[] {
  const found: Marker[] = []
  let at = 0
  while (at < flow.length) {
    const before = at === 0 ? '\n' : flow[at - 1]!
    const lineStart = before === '\n'
    const ch = flow[at]!
    const mayOpen = lineStart || opens.test(before) || (ch >= '①' && ch <= '⑳') || gluedToHeading(flow, at, found[found.length - 1])
    if (!mayOpen) { at += 1; continue }
    pattern.lastIndex = at
    const match = pattern.exec(flow)
    if (!match) { at += 1; continue }
    const { style, number, label } = labelOf(match.groups!)
    const marker = { style, number: number ?? 0, label, at, textAt: pattern.lastIndex, bare: match[0].endsWith(' ') && style !== '1.1', lineStart }
    const commaOnly = before === ',' && style !== '一是'
    if (number !== undefined && number > 0 && !commaOnly && plausible(flow, marker)) {
      found.push(marker)
      at = pattern.lastIndex
      // A number may follow at once: 一、(一)…
      pattern.lastIndex = at
      continue
    }
    at += 1
  }
  return found
}
