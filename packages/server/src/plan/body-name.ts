/** The name of a body on a day, out of its history of names. */
import type { Pack } from '@bangfu/plan'
import type { Bilingual } from '../contract/index.ts'

type Names = Pack['organisations']['organisations'][number]['names']

/** The name in force on the day (a date at any precision); the first name when the day is not known or no name covers it. */
export function firstNameOn(names: Names, day: string | undefined): Bilingual {
  const found = day === undefined ? undefined : names.find((n) => (n.from ?? '') <= day && day <= (n.until ?? '9999'))
  const { zh, en } = found ?? names[0]!
  return { zh, en }
}
