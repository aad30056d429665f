/** Brings a header as printed to the form in which headers are compared, and reads its unit. */
import { cleanText } from '@bangfu/kernel'

export type HeaderUnit = '元' | '万元' | '亩' | '平方米' | '公里' | '米' | '月' | '人' | '户'

/** No blanks, line breaks, stars, colons or brackets: `务工时间(月)` → `务工时间月`. */
export function headerKey(text: string): string {
  return cleanText(text).replace(/[\s*#::"'“”()[\]【】〔〕{}、,,./\\\-_—?!]/g, '').toUpperCase()
}

/** The same without what stands in brackets: `家庭人口(人)` → `家庭人口`; undefined when there are none. */
function withoutBrackets(text: string): string | undefined {
  const cut = cleanText(text).replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
  return cut === cleanText(text) || cut.trim() === '' ? undefined : headerKey(cut)
}

const unitEnd = /(万元|元|亩|平方米|m2|㎡|公里|千米|km|个月|月|人|口|户|%)(每?[人户]?[年月]|[年月]|\/[年月人户])?$/i

/** Keys to look up, surest first, each with its share of confidence. */
export function headerKeys(text: string): readonly (readonly [key: string, share: number])[] {
  const full = headerKey(text)
  const keys: (readonly [string, number])[] = [[full, 1]]
  const add = (key: string | undefined, share: number) => { if (key && !keys.some(([known]) => known === key)) keys.push([key, share]) }
  const plain = withoutBrackets(text)
  add(plain, 0.82)
  const unitless = full.replace(unitEnd, '')
  if (unitless.length > 1) add(unitless, 0.8)
  for (const key of [full, plain]) if (key?.startsWith('是否') && key.length > 3) add(key.slice(2), 0.75)
  if (/^[上本当]/.test(full)) for (const key of [full, plain, unitless]) add(key?.replace(/^(?:上年度?|上一年度?|本年度?|当年)(?=.{3})/, ''), 0.72)
  // 客运班车是否通 is 通客运班车, 饮水是否安全 is 饮水安全.
  const asked = full.includes('是否') ? /^(.{2,})是否(.+)$/.exec(plain ?? full) : null
  if (asked) for (const [key, share] of [[asked[1]! + asked[2]!, 0.74], [asked[2]! + asked[1]!, 0.73], [`是否${asked[2]!}${asked[1]!}`, 0.73]] as const) add(key, share)
  return keys
}

/** The unit that a header states in brackets or at its end; 元/月 is 元. */
export function headerUnit(text: string): HeaderUnit | undefined {
  const clean = cleanText(text)
  const stated = /[([【〔]\s*(?:单位[::]?)?\s*(万元|元|亩|平方米|m2|㎡|公里|千米|km|米|个月|月|人|户)/i.exec(clean)?.[1] ?? /(万元|元|亩|平方米|公里)$/.exec(clean)?.[1]
  switch (stated?.toLowerCase()) {
    case undefined: return undefined
    case 'm2': case '㎡': return '平方米'
    case '千米': case 'km': return '公里'
    case '个月': return '月'
    default: return stated as HeaderUnit
  }
}
