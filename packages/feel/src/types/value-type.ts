/** The types inside the checker: those of the public contract, with the size of numbers added so that SQL's decimals never overflow. */
import { codeLists, type CodeListKey, type FieldType, type UnitOfMeasure } from '@bangfu/kernel'
import type { FeelType } from '../api.ts'
import { unitLabel, type Unit } from './unit.ts'

/** `digits` is the most decimal digits a value may have in all, `scale` those after the point: SQL's DECIMAL(digits, scale). */
export interface NumberType { readonly kind: 'number'; readonly digits: number; readonly scale: number; readonly unit: Unit }

export type ScalarType =
  | { readonly kind: 'boolean' }
  | NumberType
  | { readonly kind: 'text' }
  | { readonly kind: 'code'; readonly list: CodeListKey }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration'; readonly of: 'months' | 'days' }

export type ValueType = ScalarType | { readonly kind: 'list'; readonly of: ScalarType }

/** DuckDB's DECIMAL holds 38 digits; a rule whose numbers could need more is refused when it is checked. */
export const mostDigits = 38
/** Digits of a stored number: the snapshot keeps every number as DECIMAL(18, scale). */
export const storedDigits = 18
/** A household has fewer than a million members: what counting and adding up over members may add. */
export const memberDigits = 6

export const booleanType: ScalarType = { kind: 'boolean' }
export const dateType: ScalarType = { kind: 'date' }
export const textType: ScalarType = { kind: 'text' }

export function numberType(digits: number, scale: number, unit: Unit): NumberType {
  return { kind: 'number', digits: Math.max(digits, scale, 1), scale, unit }
}

/** The smallest type that holds the values of both, apart from the unit. */
export function widerNumber(a: NumberType, b: NumberType, unit: Unit): NumberType {
  const scale = Math.max(a.scale, b.scale)
  return numberType(Math.max(a.digits - a.scale, b.digits - b.scale) + scale, scale, unit)
}

export function typeOfField(type: FieldType): ValueType {
  switch (type.kind) {
    case 'number': return numberType(storedDigits, type.scale, type.unit ?? 'none')
    case 'codes': return { kind: 'list', of: { kind: 'code', list: type.list } }
    default: return type
  }
}

/** The type of a parameter; undefined for types that no parameter may have (members of a household). */
export function typeOfContract(type: FeelType): ValueType | undefined {
  if (type.kind === 'number') return numberType(storedDigits, type.scale, type.unit ?? 'none')
  if (type.kind === 'entity') return undefined
  if (type.kind !== 'list') return type
  const of = typeOfContract(type.of)
  return of && of.kind !== 'list' ? { kind: 'list', of } : undefined
}

export function contractType(type: ValueType): FeelType {
  if (type.kind === 'list') return { kind: 'list', of: contractType(type.of) }
  if (type.kind !== 'number') return type
  const { unit } = type
  const plain = unit === 'any' || unit === 'none' || unit.startsWith('percent-of:')
  return plain ? { kind: 'number', scale: type.scale } : { kind: 'number', scale: type.scale, unit: unit as UnitOfMeasure }
}

/** What the type is called in a problem, in both languages. */
export function typeName(type: ValueType): string {
  const { zh, en } = typeLabel(type)
  return `${zh} ${en}`
}

function typeLabel(type: ValueType): { readonly zh: string; readonly en: string } {
  switch (type.kind) {
    case 'boolean': return { zh: '是否', en: 'yes or no' }
    case 'text': return { zh: '文字', en: 'text' }
    case 'date': return { zh: '日期', en: 'date' }
    case 'code': return { zh: `代码（${codeLists[type.list].zh}）`, en: `code (${codeLists[type.list].en})` }
    case 'duration': return type.of === 'months' ? { zh: '时长（年月）', en: 'duration in years and months' } : { zh: '时长（天）', en: 'duration in days' }
    case 'list': { const of = typeLabel(type.of); return { zh: `${of.zh}的列表`, en: `list of ${of.en}` } }
    case 'number': {
      const unit = unitLabel(type.unit)
      return type.unit === 'any' || type.unit === 'none' ? { zh: '数', en: 'number' } : { zh: `数（${unit.zh}）`, en: `number (${unit.en})` }
    }
  }
}
