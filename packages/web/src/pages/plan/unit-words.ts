/** Units as the plan's document prints them, in the reader's language. A unit that is not listed stays as printed. */
import type { Bilingual } from '../../language/bilingual.ts'

const words: Readonly<Record<string, string>> = { 人: 'people', 名: 'people', 户: 'households', 个: '', 座: '', 所: '', 公里: 'km', 元: 'yuan', 倍: 'times', 百分点: 'points', 村: 'villages', 县: 'counties' }

export function unitWord(unit: string): Bilingual {
  return { zh: unit, en: words[unit] ?? unit }
}
