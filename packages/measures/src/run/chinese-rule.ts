/** A rule's text in plain Chinese, for reasons that are read aloud. Words only: it is never compiled; the rule itself stands beside it. */

/** Dates and durations, before what stands between quotation marks is set aside. */
const literals: readonly (readonly [RegExp, string])[] = [
  [/\bduration\(\s*"P(\d+)M"\s*\)/g, '$1个月'], [/\bduration\(\s*"P(\d+)Y"\s*\)/g, '$1年'], [/\bduration\(\s*"P(\d+)D"\s*\)/g, '$1天'],
  [/\bdate\(\s*"([\d-]+)"\s*\)/g, '$1'],
]

/** Operators and functions by their words; the order matters, longer signs first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\blist contains\(\s*([^,()]+?)\s*,\s*([^()]+?)\s*\)/g, '$1含$2'],
  [/\bsome\s+\S+\s+in\s+(?:户\.)?成员(\[[^\]]*\])?\s+satisfies\s+/g, '家里有人$1'],
  [/\bevery\s+\S+\s+in\s+(?:户\.)?成员(\[[^\]]*\])?\s+satisfies\s+/g, '家里每个人$1'],
  [/\bcount\(\s*(?:户\.)?成员(\[[^\]]*\])?\s*\)/g, '家里$1人数'],
  [/\bnot\(/g, '并非('], [/\bknown\(\s*([^()]+?)\s*\)/g, '$1已知'],
  [/\s*\bround half up\(/g, '四舍五入('],
  [/\s*!=\s*/g, '不是'], [/\s*<=\s*今日/g, '不晚于今日'], [/\s*>\s*今日/g, '晚于今日'], [/\s*>=\s*/g, '不低于'], [/\s*<=\s*/g, '不高于'], [/\s*>\s*/g, '高于'], [/\s*<\s*/g, '低于'],
  [/\s*=\s*false\b/g, '为否'], [/\s*=\s*true\b/g, '为是'], [/\s*=\s*/g, '是'],
  [/\s+in\s+\(/g, '属于('], [/\s+in\s+/g, '属于'], [/\s+and\s+/g, '且'], [/\s+or\s+/g, '或'], [/\bbetween\b/g, '介于'],
  [/参数\./g, ''], [/(户|村)\./g, '$1的'],
]

/** Names that a quantifier gives to the member at hand: `人.享受低保` inside it becomes 享受低保. */
function binders(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:some|every)\s+(\S+)\s+in\s/g)].map((m) => m[1]!)
}

/** The rule in words. Text between quotation marks stays as it is, in Chinese marks. */
export function chineseRule(source: string): string {
  const kept: string[] = []
  let text = source.trim().replace(/\/\/[^\n]*/g, '').replace(/\s+/g, ' ')
  for (const [pattern, word] of literals) text = text.replace(pattern, word)
  text = text.replace(/"([^"]*)"/g, (_, inner: string) => `\u0001${kept.push(inner) - 1}\u0002`)
  const names = binders(text)
  for (const [pattern, word] of words) text = text.replace(pattern, word)
  for (const name of names) text = text.replaceAll(`${name}.`, '')
  return text.replace(/\s*,\s*/g, '、').replaceAll('(', '（').replaceAll(')', '）').replace(/\u0001(\d+)\u0002/g, (_, i: string) => `“${kept[Number(i)]!}”`)
}
