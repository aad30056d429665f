/** Building blocks of the contract: both-language texts, places, pages and links that carry a count. No call is defined here. */
import { z } from 'zod'

export const languageSchema = z.enum(['zh', 'en'])

/** A text in both languages; a page shows one. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingualSchema>

export const entitySchema = z.enum(['person', 'household', 'village', 'facility'])
/** A day of the calendar; PostgreSQL knows no year 0. */
export const dateSchema = z.iso.date().refine((day) => !day.startsWith('0000'))
/** Significant division code: 2, 4, 6, 9 or 12 digits. */
export const placeCodeSchema = z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/)
/** Integer fen as text: money never passes through a floating number. */
export const fenSchema = z.string().regex(/^-?\d+$/)

export const placeSchema = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'city', 'county', 'township', 'village']),
})
export type Place = z.infer<typeof placeSchema>

/** A page of the web and the filters in its address. The list it opens has exactly the count beside it. */
export const listLinkSchema = z.object({ path: z.string(), filters: z.record(z.string(), z.string()) })
export type ListLink = z.infer<typeof listLinkSchema>

export const countLinkSchema = z.object({ count: z.int().nonnegative(), list: listLinkSchema })
export type CountLink = z.infer<typeof countLinkSchema>

/** Query part of every paged list. `page` starts at 1. */
export const pageQuery = {
  page: z.coerce.number<number | string>().int().min(1).default(1),
  size: z.coerce.number<number | string>().int().min(1).max(200).default(20),
}

/** Response part of every paged list. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ total: z.int().nonnegative(), page: z.int(), size: z.int(), rows: z.array(row) })
}

/** One fact as shown: what it is, its value in words, who says so and since when; or why it is unknown. */
export const factSchema = z.object({
  entity: entitySchema,
  field: z.string(),
  label: bilingualSchema,
  /** Canonical value as stored (code, ISO date, plain decimal); null when unknown. Sensitive values are masked. */
  value: z.union([z.string(), z.array(z.string())]).nullable(),
  /** The value in words, unit included; for an unknown: 未知 and why. */
  text: bilingualSchema,
  unknownReason: bilingualSchema.nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  masked: z.boolean(),
})
export type Fact = z.infer<typeof factSchema>
