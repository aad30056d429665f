/** Small shapes that every file of a pack is written with: a text in both languages, a date at the precision given, ids of clauses. */
import { z } from 'zod'

export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as 2018, 2018-06 or 2018-06-30')
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, 'an exact decimal, quoted')
export const clauseIds = z.array(z.string().min(1)).min(1)
