/** What a body is for, apart from its level: 省财政厅 and 县财政局 have the root 财政. Short forms are known by their characters in order. */

export type BodyRole = 'responsible' | 'lead' | 'joint' | 'support' | 'principal'

const level = /^(?:中共)?(?:各|本)?(?:[\u4e00-\u9fff]{2,3}(?=省|市|县|区|州|旗))?(?:省|自治区|市|自治州|州|盟|县|区|旗|乡镇|乡|镇|街道)(?:级|直)?(?:人民政府)?(?=[\u4e00-\u9fff]{2})/
const suffix = /(?:委员会|办公室|管理局|监督管理局|厅|局|委|办|部)$/

export function bodyRoot(name: string): string {
  const bare = name.normalize('NFKC').replace(/\(.*$/, '').replace(/\s/g, '')
  const own = bare.replace(level, '')
  return own.replace(suffix, '') || own
}

/** The characters of the shorter stand in the longer in order, beginning with the same one: 人社 in 人力资源社会保障. */
export function isShortFormOf(short: string, long: string): boolean {
  if ([...short].length < 2 || short[0] !== long[0]) return false
  let at = 0
  for (const character of long) if (character === [...short][at]) at += 1
  return at === [...short].length
}

/** Same root, or one the short form of the other. */
export function sameRoot(a: string, b: string): boolean {
  return a === b || (a.length < b.length ? isShortFormOf(a, b) : isShortFormOf(b, a))
}
