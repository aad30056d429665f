/** An item of a draft in one line, as a list shows it. */
import type { Bilingual, DraftFieldForm, DraftItemFields, DraftItemRow } from '../../client/contract.ts'

export type Forms = Readonly<Record<DraftItemRow['kind'], readonly DraftFieldForm[]>>

/** The reader writes a reason in both languages, parted by a slash. */
export function reasonWords(reason: string): Bilingual {
  const [zh, en] = reason.split(' / ')
  return { zh: zh ?? reason, en: en ?? reason }
}

function choice(forms: Forms, kind: DraftItemRow['kind'], name: string, key: string): Bilingual {
  return forms[kind].find((f) => f.name === name)?.choices.find((c) => c.key === key)?.label ?? { zh: key, en: key }
}

const text = (fields: DraftItemFields, name: string): string => { const value = fields[name]; return value === null || value === undefined ? '' : typeof value === 'string' ? value : value.join('、') }
const signs: Readonly<Record<string, string>> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' }

function valueWords(item: DraftItemRow, forms: Forms, language: 'zh' | 'en'): string {
  const operator = text(item.fields, 'operator')
  const value = [text(item.fields, 'value'), text(item.fields, 'to')].filter((v) => v !== '').join('–')
  const sign = signs[operator] ?? (operator === 'range' ? '' : `${choice(forms, item.kind, 'operator', operator)[language]} `)
  return `${sign}${value}${value && text(item.fields, 'unit') ? ` ${text(item.fields, 'unit')}` : ''}`.trim()
}

export function itemWords(item: DraftItemRow, forms: Forms, language: 'zh' | 'en'): string {
  const { fields } = item
  switch (item.kind) {
    case 'clause': return [text(fields, 'number'), text(fields, 'title') || text(fields, 'heading')].filter(Boolean).join(' ')
    case 'target': return [text(fields, 'subject'), valueWords(item, forms, language), text(fields, 'until')].filter(Boolean).join(' · ')
    case 'duty': return `${text(fields, 'organisation')} · ${choice(forms, 'duty', 'role', text(fields, 'role'))[language]} · ${text(fields, 'clauses')}`
    case 'citation': return [text(fields, 'title'), text(fields, 'number')].filter(Boolean).join(' ')
    case 'amount': return [text(fields, 'name'), valueWords(item, forms, language)].filter(Boolean).join(' · ')
    case 'organisation': return [text(fields, 'name'), text(fields, 'level') && choice(forms, 'organisation', 'level', text(fields, 'level'))[language]].filter(Boolean).join(' · ')
    case 'unread': return reasonWords(text(fields, 'reason'))[language]
  }
}

/** A field's value in words. */
export function fieldWords(form: DraftFieldForm, fields: DraftItemFields, language: 'zh' | 'en'): string {
  const value = fields[form.name]
  if (value === null || value === undefined || value.length === 0) return ''
  if (typeof value !== 'string') return value.join(language === 'zh' ? '、' : ', ')
  if (form.name === 'reason') return reasonWords(value)[language]
  return form.choices.find((c) => c.key === value)?.label[language] ?? value
}
