/** Facts of a case as an author writes them (Chinese names, labels for codes) turned into the record that a rule reads. */
import { ageInYears, cleanText, findCodeList, findDecimal, findField, findPlainDate, type EntityKey, type Field, type PlainDate } from '@bangfu/kernel'
import type { FeelRecord, FeelValue } from '@bangfu/feel'
import type { PackParameter } from './format.ts'

export interface FactFault { readonly field: string; readonly zh: string; readonly en: string }
const bad = Symbol('not a value of the type')

function findCode(list: string, text: string): string | undefined {
  const wanted = cleanText(text)
  return findCodeList(list)?.items.find((item) => [item.code, item.zh, item.en, ...(item.also ?? [])].includes(wanted))?.code
}

function readCodes(list: string, value: unknown): readonly string[] | typeof bad {
  if (!Array.isArray(value)) return bad
  const codes = value.map((item) => findCode(list, String(item)))
  return codes.includes(undefined) ? bad : (codes as string[])
}

type ValueType = Field['type'] | { readonly kind: 'texts' }

function readValue(type: ValueType, value: unknown): FeelValue | typeof bad {
  switch (type.kind) {
    case 'boolean': return typeof value === 'boolean' ? value : bad
    case 'text': return typeof value === 'string' ? value : bad
    case 'texts': return Array.isArray(value) && value.every((v) => typeof v === 'string') ? (value as string[]) : bad
    case 'date': return (typeof value === 'string' ? findPlainDate(value) : undefined) ?? bad
    case 'number': return (typeof value === 'string' || typeof value === 'number' ? findDecimal(String(value)) : undefined) ?? bad
    case 'code': return findCode(type.list, String(value)) ?? bad
    case 'codes': return readCodes(type.list, value)
  }
}

const expectation: Readonly<Record<ValueType['kind'], { zh: string; en: string }>> = {
  boolean: { zh: '应为 true 或 false', en: 'needs true or false' },
  text: { zh: '应为文字', en: 'needs a text' },
  texts: { zh: '应为文字列表', en: 'needs a list of texts' },
  date: { zh: '应为日期 2018-06-30', en: 'needs a date such as 2018-06-30' },
  number: { zh: '应为数字', en: 'needs a number' },
  code: { zh: '不在代码表中', en: 'is not in the code list' },
  codes: { zh: '应为代码表中的代码列表', en: 'needs a list of codes of the code list' },
}

/** The record by field key, and what could not be read. An age is worked out from the birth date when it is not given, as the register does. */
export function readFacts(entity: EntityKey, facts: Readonly<Record<string, unknown>>, asOf: PlainDate): { readonly record: FeelRecord; readonly faults: readonly FactFault[] } {
  const record: Record<string, FeelValue> = {}
  const faults: FactFault[] = []
  for (const [name, value] of Object.entries(facts)) {
    const field = findField(entity, name)
    if (!field) {
      faults.push({ field: name, zh: `不是“${entity}”的字段`, en: `is no field of ${entity}` })
      continue
    }
    if (value === null || value === undefined) continue
    const read = readValue(field.type, value)
    if (read === bad) faults.push({ field: name, ...expectation[field.type.kind] })
    else record[field.key] = read
  }
  const birth = record.birth_date
  if (entity === 'person' && record.age === undefined && typeof birth === 'string' && birth <= asOf) record.age = findDecimal(String(ageInYears(birth as PlainDate, asOf)))
  return { record, faults }
}

/** A parameter that a case sets for itself; null sets it to unknown. */
export function readCaseParameter(parameter: PackParameter, value: unknown): FeelValue | FactFault {
  if (value === null || value === undefined) return undefined
  const type: ValueType = parameter.type === 'number' ? { kind: 'number', scale: parameter.scale } : parameter.type === 'date' ? { kind: 'date' } : parameter.type === 'texts' ? { kind: 'texts' } : ({ kind: 'codes', list: parameter.list } as ValueType)
  const read = readValue(type, value)
  return read === bad ? { field: parameter.id, ...expectation[type.kind] } : read
}

export function isFactFault(value: FeelValue | FactFault): value is FactFault {
  return typeof value === 'object' && value !== null && 'field' in value && 'zh' in value && 'en' in value
}
