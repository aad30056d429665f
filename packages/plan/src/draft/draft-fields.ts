/** Which fields an item of each kind has, what may stand in them, and what is wrong with a set of them. Pages make their forms from this. */
import { findDecimal, findPlainDate, problemData, type ProblemData } from '@bangfu/kernel'
import { bodyLevels } from './body-level.ts'
import type { DraftFields, DraftKind } from './draft-item.ts'

export interface DraftFieldRule {
  readonly name: string
  readonly zh: string
  readonly en: string
  /** `clauses`: clause numbers of this draft; `decimal`: exact decimal text; `date`: 2020, 2020-06 or 2020-06-30. */
  readonly form: 'text' | 'choice' | 'decimal' | 'date' | 'clauses'
  readonly required?: true
  readonly choices?: readonly { readonly key: string; readonly zh: string; readonly en: string }[]
}

const operators = [['=', '等于', 'equal to'], ['>=', '不少于', 'at least'], ['<=', '不超过', 'at most'], ['>', '高于', 'above'], ['<', '低于', 'below'], ['range', '区间', 'range'], ['multiple', '倍数', 'multiple'], ['increase', '增加', 'increase'], ['all', '全部', 'all']].map(([key, zh, en]) => ({ key: key!, zh: zh!, en: en! }))
const roles = [['responsible', '负责', 'responsible'], ['lead', '牵头', 'lead'], ['joint', '会同', 'joint'], ['support', '配合', 'support'], ['principal', '主体责任', 'principal']].map(([key, zh, en]) => ({ key: key!, zh: zh!, en: en! }))
const levelWords: Readonly<Record<(typeof bodyLevels)[number], readonly [string, string]>> = { national: ['国家', 'national'], province: ['省级', 'province'], city: ['市级', 'city'], county: ['县级', 'county'], township: ['乡级', 'township'], village: ['村级', 'village'] }
const levels = bodyLevels.map((key) => ({ key, zh: levelWords[key][0], en: levelWords[key][1] }))

const value: readonly DraftFieldRule[] = [
  { name: 'operator', zh: '关系', en: 'Operator', form: 'choice', required: true, choices: operators },
  { name: 'value', zh: '数值', en: 'Value', form: 'decimal' },
  { name: 'to', zh: '至（区间上限）', en: 'To (upper end)', form: 'decimal' },
  { name: 'unit', zh: '单位', en: 'Unit', form: 'text' },
]

export const draftFieldRules: Readonly<Record<DraftKind, readonly DraftFieldRule[]>> = {
  clause: [
    { name: 'number', zh: '编号', en: 'Number', form: 'text', required: true },
    { name: 'parent', zh: '上级条款', en: 'Parent clause', form: 'text' },
    { name: 'heading', zh: '原文标题', en: 'Heading as printed', form: 'text' },
    { name: 'title', zh: '自拟标题（24字以内）', en: 'Title in own words, Chinese', form: 'text' },
    { name: 'titleEn', zh: '自拟标题（英文）', en: 'Title in own words, English', form: 'text' },
    { name: 'summary', zh: '自拟摘要', en: 'Summary in own words, Chinese', form: 'text' },
    { name: 'summaryEn', zh: '自拟摘要（英文）', en: 'Summary in own words, English', form: 'text' },
  ],
  target: [
    { name: 'subject', zh: '对象', en: 'Subject', form: 'text', required: true }, { name: 'subjectEn', zh: '对象（英文）', en: 'Subject in English', form: 'text' }, ...value,
    { name: 'from', zh: '起', en: 'From', form: 'date' }, { name: 'until', zh: '至（期限）', en: 'Until', form: 'date' }, { name: 'place', zh: '地区', en: 'Place', form: 'text' },
  ],
  duty: [
    { name: 'role', zh: '职责', en: 'Role', form: 'choice', required: true, choices: roles },
    { name: 'organisation', zh: '单位', en: 'Body', form: 'text', required: true },
    { name: 'body', zh: '原文写法', en: 'As printed', form: 'text' },
    { name: 'clauses', zh: '负责的条款', en: 'Clauses', form: 'clauses', required: true },
  ],
  citation: [{ name: 'number', zh: '文号', en: 'Number', form: 'text' }, { name: 'title', zh: '标题', en: 'Title', form: 'text' }],
  amount: [...value, { name: 'name', zh: '名称（自拟）', en: 'Name in own words', form: 'text' }],
  organisation: [
    { name: 'name', zh: '名称', en: 'Name', form: 'text', required: true },
    { name: 'form', zh: '一个单位或一类单位', en: 'One body or one per place', form: 'choice', required: true, choices: [{ key: 'organisation', zh: '一个单位', en: 'one body' }, { key: 'class', zh: '各地各一', en: 'one per place' }] },
    { name: 'level', zh: '级别', en: 'Level', form: 'choice', required: true, choices: levels },
    { name: 'en', zh: '英文名称', en: 'English name', form: 'text' },
  ],
  unread: [{ name: 'reason', zh: '未读原因', en: 'Reason', form: 'text' }],
}

function fieldFault(rule: DraftFieldRule, given: DraftFields[string] | undefined, clauses: ReadonlySet<string>): readonly [string, string] | undefined {
  const empty = given === undefined || given === null || given.length === 0
  if (empty) return rule.required ? ['必须填写', 'must be given'] : undefined
  if (rule.form === 'clauses') {
    const unknown = typeof given === 'string' ? [given] : given.filter((id) => !clauses.has(id))
    return unknown.length > 0 ? [`没有条款 ${unknown.join('、')}`, `there is no clause ${unknown.join(', ')}`] : undefined
  }
  if (typeof given !== 'string') return ['应为一个值', 'takes one value']
  if (rule.form === 'choice' && !rule.choices!.some((c) => c.key === given)) return ['不在可选项中', 'is none of the choices']
  if (rule.form === 'decimal' && !findDecimal(given)) return ['应为数字', 'must be a number']
  if (rule.form === 'date' && !(/^\d{4}$/.test(given) || /^\d{4}-(0[1-9]|1[0-2])$/.test(given) || findPlainDate(given))) return ['应为 2020、2020-06 或 2020-06-30', 'must be 2020, 2020-06 or 2020-06-30']
  return undefined
}

function together(kind: DraftKind, fields: DraftFields): readonly [string, string, string] | undefined {
  if (kind === 'citation' && !fields['number'] && !fields['title']) return ['title', '文号与标题至少填一项', 'needs a number or a title']
  if ((kind === 'target' || kind === 'amount') && fields['operator'] === 'range' && !(fields['value'] && fields['to'])) return ['to', '区间要有两端', 'a range needs both ends']
  if (kind === 'amount' && !fields['value']) return ['value', '必须填写', 'must be given']
  if (kind === 'target' && !fields['value'] && ['=', 'multiple'].includes(String(fields['operator']))) return ['value', '这种关系要有数值', 'this operator needs a value']
  if (kind === 'clause' && [...String(fields['title'] ?? '')].length > 24) return ['title', '至多24字', 'has at most 24 characters']
  return undefined
}

/** Every fault of the fields, by name; empty when they can stand in a pack. `clauses`: numbers of the draft. */
export function checkDraftFields(kind: DraftKind, fields: DraftFields, clauses: ReadonlySet<string>): ProblemData[] {
  const rules = draftFieldRules[kind]
  const fault = (name: string, zhWhy: string, enWhy: string) => {
    const rule = rules.find((r) => r.name === name)
    return problemData('plan/draft-field', { zhField: rule?.zh ?? name, enField: rule?.en ?? name, zhWhy, enWhy })
  }
  const faults = [
    ...Object.keys(fields).filter((name) => !rules.some((r) => r.name === name)).map((name) => fault(name, '没有这一项', 'is no field of it')),
    ...rules.flatMap((rule) => { const wrong = fieldFault(rule, fields[rule.name], clauses); return wrong ? [fault(rule.name, wrong[0], wrong[1])] : [] }),
  ]
  const joint = faults.length === 0 ? together(kind, fields) : undefined
  return joint ? [fault(...joint)] : faults
}
