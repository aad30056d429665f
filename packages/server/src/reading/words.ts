/** Stored values in words, both languages: codes by their lists, numbers with their unit, unknowns with their reason. */
import { entities, findCodeList, unitLabels, type EntityKey, type Field, type UnknownReason } from '@bangfu/kernel'
import type { Bilingual, Fact } from '../contract/index.ts'

const reasonWords: Readonly<Record<UnknownReason, Bilingual>> = {
  'not-stated': { zh: '没有名单说明', en: 'no list states it' }, blank: { zh: '名单中空着', en: 'left blank in the list' },
  unreadable: { zh: '名单中写法认不出', en: 'not readable in the list' }, refused: { zh: '名单中的值被退回', en: 'the value was refused' },
  conflict: { zh: '两份同等来源说法不一', en: 'two sources of equal standing differ' }, 'out-of-date': { zh: '过期未更新', en: 'out of date' },
}

export function unknownWords(reason: string | undefined): Bilingual {
  return reasonWords[(reason ?? 'not-stated') as UnknownReason] ?? { zh: reason ?? '', en: reason ?? '' }
}

/** Label of a code; the code itself when the list does not know it. */
export function codeWords(list: string, code: string): Bilingual {
  const item = findCodeList(list)?.items.find((i) => i.code === code)
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code }
}

export function findCodeWords(list: string, code: string | null | undefined): Bilingual | null {
  return code === null || code === undefined ? null : codeWords(list, code)
}

export type StoredValue = string | boolean | readonly string[] | null

/** Phone numbers and the like: the first three and last two characters stay. */
export function maskContact(value: string): string {
  return value.length < 7 ? '*'.repeat(value.length) : `${value.slice(0, 3)}${'*'.repeat(value.length - 5)}${value.slice(-2)}`
}

/** The value in words, unit included. */
export function valueWords(field: Field, value: Exclude<StoredValue, null>): Bilingual {
  const { type } = field
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (Array.isArray(value)) {
    const words = value.map((code) => (type.kind === 'codes' ? codeWords(type.list, code) : { zh: code, en: code }))
    return { zh: words.map((w) => w.zh).join('、'), en: words.map((w) => w.en).join(', ') }
  }
  const text = String(value)
  if (type.kind === 'code') return codeWords(type.list, text)
  if (type.kind === 'number' && type.unit) return { zh: `${text}${unitLabels[type.unit].zh}`, en: `${text} ${unitLabels[type.unit].en}` }
  return { zh: text, en: text }
}

export interface FactOrigin {
  readonly source: string | null
  readonly asOf: string | null
  readonly unknownReason: string | undefined
}

/** The fact as pages show it. Contact and account numbers are masked until somebody asks for them with a reason. */
export function factOf(entity: EntityKey, field: Field, stored: StoredValue, origin: FactOrigin): Fact {
  const masked = stored !== null && (field.sensitivity === 'contact' || field.sensitivity === 'account')
  const value = masked ? maskContact(String(stored)) : stored
  const why = unknownWords(origin.unknownReason)
  return {
    entity, field: field.key, label: { zh: field.zh, en: field.en },
    value: value === null ? null : Array.isArray(value) ? [...value] : String(value),
    text: value === null ? { zh: `未知（${why.zh}）`, en: `unknown (${why.en})` } : valueWords(field, value),
    unknownReason: value === null ? why : null,
    source: value === null ? null : origin.source, asOf: value === null ? null : origin.asOf, masked,
  }
}

/** Fields that pages show as facts: everything stated, names apart (they head the page). */
export function shownFields(entity: EntityKey): readonly Field[] {
  return entities[entity].fields.filter((field) => !field.derived && field.key !== 'name' && field.key !== 'facility_name')
}
