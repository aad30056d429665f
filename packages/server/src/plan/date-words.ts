/** Dates of the plan at the precision given (2018, 2018-06, 2018-06-30), in words. */
import type { Bilingual } from '../contract/index.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function dateWords(date: string): Bilingual {
  const [year = '', month, day] = date.split('-')
  if (!month) return { zh: `${year}年`, en: year }
  const en = `${months[Number(month) - 1] ?? month} ${year}`
  return day ? { zh: `${year}年${Number(month)}月${Number(day)}日`, en: `${Number(day)} ${en}` } : { zh: `${year}年${Number(month)}月`, en }
}

/** The term of a target; null where the plan sets none. The same date twice is said once. */
export function termWords(from: string | null | undefined, until: string | null | undefined): Bilingual | null {
  if (!until) return null
  const end = dateWords(until)
  if (!from || from === until) return end
  const start = dateWords(from)
  return { zh: `${start.zh}至${end.zh}`, en: `${start.en} to ${end.en}` }
}
