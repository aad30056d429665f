/** A value of the rule language in words, as a page shows it or a person reads it aloud. */
import { findCodeList, formatDecimal, unitLabels, type FieldType, type UnitOfMeasure } from '@bangfu/kernel'
import type { FeelType, FeelValue } from '@bangfu/feel'

export interface Words { readonly zh: string; readonly en: string }

/** Canonical value: code, ISO date, plain decimal, `true`/`false`; undefined when unknown. */
export function canonicalValue(value: FeelValue): string | readonly string[] | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object' && 'coefficient' in value) return formatDecimal(value as { coefficient: bigint; scale: number })
  return String(value)
}

function codeWords(list: string, code: string): Words {
  const item = findCodeList(list)?.items.find((i) => i.code === code)
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code }
}

/** A plain decimal without the zeros that only its scale asks for. */
function plainNumber(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function unitWords(value: string, unit: UnitOfMeasure | undefined): Words {
  const label = unit ? unitLabels[unit] : { zh: '', en: '' }
  return { zh: `${value}${label.zh}`, en: label.en === '' ? value : `${value} ${label.en}` }
}

/** The value in words; undefined when it is unknown: the caller says why. */
export function valueWords(type: FieldType | FeelType, value: FeelValue): Words | undefined {
  const canonical = canonicalValue(value)
  if (canonical === undefined) return undefined
  if (typeof canonical !== 'string') {
    const words = canonical.map((code) => (type.kind === 'codes' ? codeWords(type.list, code) : type.kind === 'list' && type.of.kind === 'code' ? codeWords(type.of.list, code) : { zh: code, en: code }))
    return { zh: words.map((w) => w.zh).join('、') || '无', en: words.map((w) => w.en).join(', ') || 'none' }
  }
  switch (type.kind) {
    case 'boolean': return canonical === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
    case 'code': return codeWords(type.list, canonical)
    case 'number': return unitWords(plainNumber(canonical), type.unit)
    case 'date': return { zh: `${Number(canonical.slice(0, 4))}年${Number(canonical.slice(5, 7))}月${Number(canonical.slice(8, 10))}日`, en: canonical }
    default: return { zh: canonical, en: canonical }
  }
}
