/** The level of a body as its name says it, else as the plan's own title does; and whether the name stands for one body per place. */

export const bodyLevels = ['national', 'province', 'city', 'county', 'township', 'village'] as const
export type BodyLevel = (typeof bodyLevels)[number]

const inName: readonly (readonly [RegExp, BodyLevel])[] = [
  [/^(国家|国务院|全国|中央|中共中央)/, 'national'],
  [/^(.{0,6}?(省|自治区)|自治区)/, 'province'],
  [/^(.{0,6}?(自治州|州|盟)|[^县区]{0,4}?市)/, 'city'],
  [/^(.{0,6}?(县|区|旗))/, 'county'],
  [/^(各?(乡镇|乡|镇|街道)|.{0,4}?(镇|乡))/, 'township'],
  [/^(各?村|.{0,4}?村)/, 'village'],
]
const inTitle: readonly (readonly [RegExp, BodyLevel])[] = [[/省|自治区/, 'province'], [/县|旗|[^县]{2}区/, 'county'], [/市|自治州|州|盟/, 'city'], [/镇|乡|街道/, 'township'], [/国务院|全国/, 'national']]

/** 各 … , or several levels in one name (市、县党委、政府), stands for one body in each place. */
export function isBodyClass(name: string): boolean {
  return /^各/.test(name) || /^[^(]*[市县区乡镇村级][、和][市县区乡镇村]/.test(name)
}

/** Null where neither the name nor the title says it: then an officer must. */
export function bodyLevel(name: string, title: string): BodyLevel | null {
  const bare = name.replace(/^各/, '').replace(/\(.*$/, '')
  const own = inName.find(([pattern]) => pattern.test(bare))
  if (own) return own[1]
  // A body without a level word is one of the government that issues the plan.
  return inTitle.find(([pattern]) => pattern.test(title))?.[1] ?? null
}
