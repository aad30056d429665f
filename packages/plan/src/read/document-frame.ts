/** What stands around the plan's clauses: its title, number and date, and where its own text ends. */
import { documentTitle } from './line-shape.ts'
import type { Paragraph } from './paragraphs.ts'

export interface DocumentFrame {
  readonly title: string
  readonly number: string | null
  readonly issued: string | null
  /** Flow offset at which the plan's own text ends. */
  readonly bodyEnd: number
}

const firstNumber = /^(一、|壹、|第一[章条编部]|\(一\)|1[.、 ]|①)/

function findTitle(paragraphs: readonly Paragraph[]): string {
  const first = paragraphs.findIndex((p) => p.kind === 'text' && firstNumber.test(p.text))
  const head = paragraphs.slice(0, first < 0 ? 30 : first).filter((p) => p.kind === 'text')
  for (let i = head.length - 1; i >= 0; i -= 1) {
    const line = head[i]!.text
    if (line.length > 80 || /^\d{1,2}[ .、]/.test(line) || /[。;:]/.test(line) || !documentTitle.test(line)) continue
    // The years of the plan on a line of their own below its title.
    const years = /^\((?!.*(?:印发|公布|发布|通过|修订))[^()]*\d{4}[^()]*年[^()]*\)$/.test(head[i + 1]?.text ?? '') ? head[i + 1]!.text : ''
    // A title broken over two lines: its first part names who or where, and has no stop.
    const before = head[i - 1]?.text ?? ''
    // 某省人民政府关于…的意见 is whole; what stands above it belongs to the page.
    const whole = /(?:政府|委|办公[厅室]|局|厅|部|小组)关于/.test(line)
    const joins = !whole && before !== '' && before.length <= 30 && !/[。;:,《》()]/.test(before) && !documentTitle.test(before) && (line.startsWith('关于') || !/(政府|委员会|办公室|办公厅|文件|[局厅委部日号])$/.test(before))
    return `${joins ? before : ''}${line}${years}`.replace(/^《(.*)》$/, '$1')
  }
  return head[0] && head[0].text.length <= 60 && !/[。;:]/.test(head[0].text) ? head[0].text : ''
}

const hanDigits = '〇一二三四五六七八九'
function hanNumber(text: string): number {
  if (!/[十]/.test(text)) return Number([...text.replace(/[○零]/g, '〇')].map((ch) => hanDigits.indexOf(ch)).join(''))
  const [tens = '', ones = ''] = text.split('十')
  return (tens === '' ? 1 : hanDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : hanDigits.indexOf(ones))
}

/** ISO date of a date line. */
function isoOf(line: string): string | null {
  const arabic = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/.exec(line)
  const chinese = /([二〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(line)
  const parts = arabic ? arabic.slice(1).map(Number) : chinese ? chinese.slice(1).map(hanNumber) : undefined
  return parts ? `${parts[0]}-${String(parts[1]).padStart(2, '0')}-${String(parts[2]).padStart(2, '0')}` : null
}

/** Walks back over signature, date, copy lines and the list of annexes at the end of the text. */
function findBodyEnd(paragraphs: readonly Paragraph[], length: number): number {
  let end = length
  let sawDate = false
  for (let i = paragraphs.length - 1; i > 0; i -= 1) {
    const { kind, text, start } = paragraphs[i]!
    const signature = sawDate && kind === 'text' && text.length <= 30 && !/[。;:,、]/.test(text) && /(政府|委员会|办公室|办公厅|局|厅|委|部|小组|指挥部|中心)$/.test(text)
    const page = text === '' || /(微信公众号|关注我们)/.test(text)
    if (kind === 'date') sawDate = true
    else if (kind !== 'copy-line' && kind !== 'annex-list' && !signature && !page) break
    end = Math.max(0, start - 1)
  }
  return end
}

export function readFrame(paragraphs: readonly Paragraph[], length: number): DocumentFrame {
  const first = paragraphs.findIndex((p) => p.kind === 'text' && firstNumber.test(p.text))
  const head = first < 0 ? paragraphs : paragraphs.slice(0, first)
  const number = head.find((p) => p.kind === 'number')?.text ?? /^[^《]{0,4}([\p{Script=Han}]{2,10}〔\d{4}〕\d{1,4}号)《/u.exec(paragraphs[0]?.text ?? '')?.[1] ?? null
  const dates = paragraphs.filter((p) => p.kind === 'date').map((p) => isoOf(p.text))
  return { title: findTitle(paragraphs), number, issued: dates[0] ?? null, bodyEnd: findBodyEnd(paragraphs, length) }
}
