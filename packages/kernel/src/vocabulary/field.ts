/** One field of the vocabulary: what a fact is called in the database, in rules, on pages and in files. */
import type { CodeListKey } from './code-list.ts'

export type UnitOfMeasure = 'yuan' | 'person' | 'household' | 'mu' | 'square-metre' | 'metre' | 'kilometre' | 'month' | 'year' | 'percent' | 'kilogram' | 'count'

export const unitLabels: Readonly<Record<UnitOfMeasure, { readonly zh: string; readonly en: string }>> = {
  yuan: { zh: '元', en: 'yuan' }, person: { zh: '人', en: 'people' }, household: { zh: '户', en: 'households' }, mu: { zh: '亩', en: 'mu' },
  'square-metre': { zh: '平方米', en: 'm²' }, metre: { zh: '米', en: 'm' }, kilometre: { zh: '公里', en: 'km' }, month: { zh: '月', en: 'months' }, year: { zh: '年', en: 'years' },
  percent: { zh: '%', en: '%' }, kilogram: { zh: '公斤', en: 'kg' }, count: { zh: '个', en: 'items' },
}

export type FieldType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  /** Exact decimal with `scale` digits after the point. */
  | { readonly kind: 'number'; readonly scale: number; readonly unit?: UnitOfMeasure }
  | { readonly kind: 'code'; readonly list: CodeListKey }
  | { readonly kind: 'codes'; readonly list: CodeListKey }

/** `plain` may be shown to all who may see the row; the others are masked until asked for, and `health`, `under-14` never leave in a public list. */
export type Sensitivity = 'plain' | 'identity' | 'contact' | 'account' | 'health' | 'income'

export interface Field {
  /** Column name in the database and in Parquet; also the English name in rules. */
  readonly key: string
  /** Name in rules and on pages. */
  readonly zh: string
  readonly en: string
  readonly type: FieldType
  readonly sensitivity: Sensitivity
  /** Column of the national tables, where known (DOMAIN 1.2, 1.3). */
  readonly national?: string
  /** Other headers seen in files, matched after `cleanText` and removal of brackets and blanks. */
  readonly headers?: readonly string[]
  /** Purpose and lawful basis of keeping it (PIPL art 6, 13(3)); shown beside the field. */
  readonly purpose: string
  /** True for facts worked out by the register at the day of the snapshot (age), never imported. */
  readonly derived?: boolean
  /** Number of the migration that brought the field, when it came after the tables were first made. */
  readonly added?: number
}
