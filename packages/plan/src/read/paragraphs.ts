/** The flow's paragraphs, each with what it is: text of the plan, or a part of its frame (contents, list of annexes, salutation, date, …). */

export type ParagraphKind = 'text' | 'contents' | 'annex-list' | 'annex-title' | 'salutation' | 'date' | 'number' | 'copy-line'

export interface Paragraph { readonly start: number; readonly end: number; readonly text: string; readonly kind: ParagraphKind }

export const documentNumber = '[\\p{Script=Han}A-Za-z]{1,14}[〔\\[(【]\\d{4}[〕\\])】]第?\\d{1,5}号'
const numberLine = new RegExp(`^${documentNumber}$`, 'u')
const dateLine = /^(\(?)(19|20)\d\d年\d{1,2}月\d{1,2}日(印发)?(\)?)$|^[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/
const salutation = /^(各|全)[^。]{2,120}[::]$/
const copyLine = /^(抄送|主送|抄报|联系人|联系电话|印发机关|校对)[::]|(办公室|办公厅)(19|20)\d\d年\d{1,2}月\d{1,2}日印发$/
const annexTitle = /^附(件|表|录)\s?[一二三四五六七八九十\d]{0,3}[::]?$/
const annexList = /^附(件|表|录)[::]./
const leader = /(…|\.{3,}|·{3,})\s?\d{0,4}$/

function simpleKind(text: string): ParagraphKind {
  if (text.length > 140) return 'text'
  if (leader.test(text)) return 'contents'
  if (numberLine.test(text)) return 'number'
  if (dateLine.test(text)) return 'date'
  if (copyLine.test(text)) return 'copy-line'
  if (annexTitle.test(text)) return 'annex-title'
  if (annexList.test(text)) return 'annex-list'
  return salutation.test(text) ? 'salutation' : 'text'
}

/** All paragraphs in order. Lines of a table of contents are those that come again as headings below. */
export function findParagraphs(flow: string): Paragraph[] {
  const lines = flow.split('\n')
  const left = new Map<string, number>()
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1)
  const found: Paragraph[] = []
  let start = 0
  let inContents = false
  for (const text of lines) {
    left.set(text, left.get(text)! - 1)
    let kind = simpleKind(text)
    const before = found[found.length - 1]?.kind
    if (/^目录$/.test(text)) { inContents = true; kind = 'contents' }
    else if (inContents && kind === 'text') {
      inContents = text.length <= 45 && (left.get(text)! > 0 || (left.get(text.replace(/\d{1,3}$/, '')) ?? 0) > 0)
      if (inContents) kind = 'contents'
    }
    if (kind === 'text' && before === 'annex-list' && text.length <= 60 && /^\d{1,2}[.、]/.test(text) && !/[。;]/.test(text)) kind = 'annex-list'
    found.push({ start, end: start + text.length, text, kind })
    start += text.length + 1
  }
  return found
}
