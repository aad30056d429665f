/** Reads codes of the register's lists, given as code, number, label, other spelling, or code and label together. */
import { cleanText, codeLists, type CodeList, type CodeListKey } from '@bangfu/kernel'
import type { RawCell } from '../files/raw-sheet.ts'
import { blankReading, filledText, unreadable, type CellReader, type CellReading } from './cell-reading.ts'

function labelKey(text: string): string {
  return cleanText(text).replace(/\s/g, '').toUpperCase()
}

/** Codes are compared without leading zeros: sheets turn 01 into 1. */
function codeKey(text: string): string {
  return text.replace(/^0+(?=.)/, '').toUpperCase()
}

/** 食管癌(术后) → 食管癌; not where the remark takes it back. */
const withoutRemark = (key: string): string => key.replace(/\((?![^()]*[疑非待未不否无排\d])[^()]*\)$/, '')

interface CodeFinder {
  /** The code of one mention, or undefined. */
  find(text: string): string | undefined
}

function codeFinder(list: CodeList): CodeFinder {
  const [byCode, byLabel] = [new Map<string, string>(), new Map<string, string>()]
  for (const item of list.items) {
    byCode.set(codeKey(item.code), item.code)
    for (const label of [item.zh, ...(item.also ?? [])]) if (!byLabel.has(labelKey(label))) byLabel.set(labelKey(label), item.code)
  }
  return {
    find(text) {
      const key = labelKey(text)
      const direct = byLabel.get(key) ?? byCode.get(codeKey(key))
      if (direct !== undefined) return direct
      // 1-健康, 01.健康, (1)健康, 健康(1): both halves must agree.
      const pair = /^\(?(\w{1,3})[).:、\-—_]*(\D+)$/.exec(key) ?? /^(\D+?)[(\-—_](\w{1,3})\)?$/.exec(key)
      if (!pair) return byLabel.get(withoutRemark(key))
      const [first, second] = [pair[1]!, pair[2]!]
      const [code, label] = byCode.has(codeKey(first)) ? [byCode.get(codeKey(first)), byLabel.get(second)] : [byCode.get(codeKey(second)), byLabel.get(first)]
      return code !== undefined && code === label ? code : undefined
    },
  }
}

function refusal(list: CodeList): CellReading {
  return unreadable('imports/code-unknown', { list: list.zh, allowed: list.items.slice(0, 25).map((item) => `${item.code} ${item.zh}`).join(',') })
}

export function codeReader(key: CodeListKey): CellReader {
  const list: CodeList = codeLists[key]
  const finder = codeFinder(list)
  const refused = refusal(list)
  return (cell: RawCell) => {
    const text = filledText(cell)
    if (text === undefined) return blankReading
    const code = finder.find(text)
    return code === undefined ? refused : { value: code }
  }
}

/** Multi-select: 健康,残疾 / 健康、残疾 / 1|4. One unknown mention makes the cell unreadable: half an answer is not the answer. */
export function codesReader(key: CodeListKey): CellReader {
  const list: CodeList = codeLists[key]
  const finder = codeFinder(list)
  const refused = refusal(list)
  return (cell: RawCell) => {
    const text = filledText(cell)
    if (text === undefined) return blankReading
    const whole = finder.find(text)
    if (whole !== undefined) return { value: [whole] }
    const found = new Set<string>()
    for (const part of text.split(/[,,、;;|/+\s\n]+/)) {
      if (part === '') continue
      const code = finder.find(part)
      if (code === undefined) return refused
      found.add(code)
    }
    return found.size === 0 ? refused : { value: [...found].sort() }
  }
}
