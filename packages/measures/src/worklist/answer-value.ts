/** What may be answered to a question: the choices offered in the sheet, and the canonical value of what was written. */
import { cleanText, entities, entityKeys, findCodeList, findDecimal, findPlainDate, formatDecimal, type EntityKey, type Field } from '@bangfu/kernel'

const yesNo = { yes: ['是', '有', 'yes', 'y', 'true', '1', '对', '是同一人'], no: ['否', '不是', '无', '没有', 'no', 'n', 'false', '0', '不是同一人'] }

/** The field a question is about; undefined when it asks whether a list row is the subject. */
export function questionField(entity: EntityKey | undefined, field: string): Field | undefined {
  const searched = entity ? [entity] : entityKeys
  return searched.flatMap((e) => entities[e].fields).find((f) => f.key === field)
}

/** Choices of a drop-down in the language; empty when any value of the type may be written. */
export function answerChoices(field: Field | undefined, language: 'zh' | 'en'): readonly string[] {
  if (field === undefined || field.type.kind === 'boolean') return language === 'zh' ? ['是', '否'] : ['yes', 'no']
  if (field.type.kind === 'code') return findCodeList(field.type.list)!.items.map((item) => item[language])
  return []
}

/** What an answer must be, in words. */
export function answerNeeds(field: Field | undefined): { readonly zh: string; readonly en: string } {
  const choices = { zh: answerChoices(field, 'zh').join('、'), en: answerChoices(field, 'en').join(', ') }
  if (choices.zh !== '') return choices
  switch (field!.type.kind) {
    case 'date': return { zh: '日期，如 2018-06-30', en: 'a date such as 2018-06-30' }
    case 'number': return { zh: '数字', en: 'a number' }
    case 'codes': {
      const { items } = findCodeList(field!.type.list)!
      return { zh: `${items.map((i) => i.zh).join('、')}（可多选，用顿号隔开）`, en: `${items.map((i) => i.en).join('; ')} (several with semicolons)` }
    }
    default: return { zh: '文字', en: 'text' }
  }
}

function findCode(list: string, text: string): string | undefined {
  return findCodeList(list)?.items.find((i) => [i.code, i.zh, i.en, ...(i.also ?? [])].some((word) => cleanText(word).toLowerCase() === text.toLowerCase()))?.code
}

function findDate(text: string): string | undefined {
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  return findPlainDate(match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text)
}

/** Canonical value: `true`/`false`, code, codes joined by commas, ISO date, plain decimal or text; undefined when it is none of the field's. */
export function findAnswer(field: Field | undefined, written: string): string | undefined {
  const text = cleanText(written)
  if (text === '') return undefined
  if (field === undefined || field.type.kind === 'boolean') {
    const word = text.toLowerCase()
    return yesNo.yes.includes(word) ? 'true' : yesNo.no.includes(word) ? 'false' : undefined
  }
  switch (field.type.kind) {
    case 'code': return findCode(field.type.list, text)
    case 'codes': {
      const { list } = field.type
      const codes = text.split(/[、,;\/]+/).map((part) => findCode(list, part.trim()))
      return codes.includes(undefined) ? undefined : codes.join(',')
    }
    case 'date': return findDate(text)
    case 'number': {
      const value = findDecimal(text.replace(/,/g, ''))
      const plain = value && value.scale <= field.type.scale ? formatDecimal(value) : undefined
      // The register keeps 18 digits, those after the point among them.
      return plain !== undefined && /\d+/.exec(plain)![0].length <= 18 - field.type.scale ? plain : undefined
    }
    case 'text': return text
  }
}
