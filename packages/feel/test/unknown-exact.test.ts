/** Operator by operator: the result is unknown exactly when two ways of filling in the unknowns give different results. */
import { decimal, type Decimal } from '@bangfu/kernel'
import { describe, expect, test } from 'vitest'
import { compileExpression, type FeelRecord, type FeelValue, type RuleContext } from '../src/index.ts'
import { asText, today } from './subject-database.ts'

const truths: readonly FeelValue[] = [true, false]
const numbers: readonly Decimal[] = [-1, 0, 1, 2, 3, 7].map((n) => decimal(n))
/** Numbers and dates have no end: whatever is known, an unknown one may lie beyond. */
const farNumbers: readonly Decimal[] = [-999, 999].map((n) => decimal(n))
const codes: readonly FeelValue[] = ['1', '2', '3', '4']
const dates: readonly FeelValue[] = ['2017-01-31', '2018-06-30', '2020-02-29', '2031-01-01']
const farDates: readonly FeelValue[] = ['1900-01-01', '2199-12-31']

interface Variable { readonly field: string; readonly domain: readonly FeelValue[]; readonly far?: readonly FeelValue[] }
const p: Variable = { field: 'on_dibao', domain: truths }
const q: Variable = { field: 'on_tekun', domain: truths }
const r: Variable = { field: 'welfare_post', domain: truths }
const a: Variable = { field: 'age', domain: numbers, far: farNumbers }
const b: Variable = { field: 'contract_months', domain: numbers, far: farNumbers }
const c: Variable = { field: 'work_months', domain: numbers, far: farNumbers }
const grade: Variable = { field: 'disability_grade', domain: codes }
const born: Variable = { field: 'birth_date', domain: dates, far: farDates }
const start: Variable = { field: 'contract_start', domain: dates, far: farDates }

/** Bare operators over own facts; p q r are 是否, b c are months, a is years. */
const cases: readonly (readonly [string, readonly Variable[]])[] = [
  ['享受低保 and 特困供养 and 公益岗', [p, q, r]], ['享受低保 or 特困供养 or 公益岗', [p, q, r]], ['not(享受低保)', [p]], ['享受低保 = 特困供养', [p, q]], ['享受低保 != 特困供养', [p, q]],
  ['if 享受低保 then 特困供养 else 公益岗', [p, q, r]], ['if 享受低保 then 劳动合同期限 else 务工时间', [p, b, c]], ['if 享受低保 then 3 else 3', [p]],
  ['年龄 = 2', [a]], ['年龄 != 2', [a]], ['年龄 < 2', [a]], ['劳动合同期限 <= 务工时间', [b, c]], ['劳动合同期限 > 务工时间', [b, c]],
  ['年龄 between 1 and 3', [a]], ['2 between 劳动合同期限 and 务工时间', [b, c]], ['年龄 in [1..3)', [a]], ['年龄 in (1..3)', [a]], ['2 in (劳动合同期限..务工时间]', [b, c]],
  ['年龄 in (1, 2)', [a]], ['2 in (劳动合同期限, 务工时间)', [b, c]], ['2 in (劳动合同期限, > 3, < 务工时间)', [b, c]], ['残疾等级 in ("一级", "二级")', [grade]], ['残疾等级 = "一级"', [grade]], ['残疾等级 != "一级"', [grade]],
  ['list contains([劳动合同期限, 务工时间], 2)', [b, c]], ['some x in [劳动合同期限, 务工时间] satisfies x > 1', [b, c]], ['every x in [劳动合同期限, 务工时间] satisfies x > 1', [b, c]],
  ['劳动合同期限 + 务工时间', [b, c]], ['劳动合同期限 - 务工时间', [b, c]], ['年龄 * 0', [a]], ['年龄 * 2', [a]], ['-年龄', [a]], ['decimal(年龄 / 2, 0)', [a]], ['decimal(劳动合同期限 / 务工时间, 2)', [b, c]],
  ['sum(劳动合同期限, 务工时间)', [b, c]], ['count([劳动合同期限, 务工时间])', [b, c]],
  ['出生日期 < 劳动合同开始日期', [born, start]], ['出生日期 + duration("P1M")', [born]], ['劳动合同开始日期 - 出生日期', [born, start]], ['years and months duration(出生日期, 劳动合同开始日期)', [born, start]],
  ['出生日期.year = 2018', [born]], ['duration("P1M") * 劳动合同期限', [b]], ['duration("P0M") * 劳动合同期限', [b]], ['known(年龄)', []],
]

function* assignments(variables: readonly Variable[], withUnknown: boolean): Generator<FeelRecord> {
  const [first, ...rest] = variables
  if (!first) { yield {}; return }
  for (const value of withUnknown ? [undefined, ...first.domain] : first.domain) for (const others of assignments(rest, withUnknown)) yield { [first.field]: value, ...others }
}

const context = (self: FeelRecord, members?: readonly FeelRecord[]): RuleContext => ({ self, parameters: {}, today, ...(members ? { members } : {}) })
const scope = { unit: 'person', parameters: {} } as const

/** All results over all ways to fill in what is unknown. */
function outcomes(evaluate: (filled: FeelRecord) => FeelValue, record: FeelRecord, variables: readonly Variable[]): ReadonlySet<string> {
  const open = variables.filter((variable) => record[variable.field] === undefined).map((variable) => ({ ...variable, domain: [...variable.domain, ...(variable.far ?? [])] }))
  return new Set([...assignments(open, false)].map((filled) => asText(evaluate({ ...record, ...filled })) ?? 'no value'))
}

describe('an operator over own facts is unknown exactly when an unknown could change it', () => {
  test.each(cases)('%s', (source, variables) => {
    const rule = compileExpression(source, scope)
    for (const record of assignments(variables, true)) {
      const possible = outcomes((filled) => rule.evaluate(context(filled)), record, variables)
      const answer = asText(rule.evaluate(context(record)))
      expect({ record, answer }).toEqual({ record, answer: possible.size === 1 && !possible.has('no value') ? [...possible][0] : null })
    }
  })
})

/** Two members, each with a filter fact and a value fact. */
const memberCases: readonly (readonly [string, readonly Variable[]])[] = [
  ['some m in 户.成员 satisfies m.享受低保', [p]], ['every m in 户.成员 satisfies m.享受低保', [p]], ['some m in 户.成员[特困供养] satisfies m.享受低保', [p, q]], ['every m in 户.成员[特困供养] satisfies m.享受低保', [p, q]],
  ['count(户.成员[享受低保])', [p]], ['sum(户.成员.年龄)', [a]], ['sum(户.成员[享受低保].年龄)', [p, a]], ['min(户.成员[享受低保].年龄)', [p, a]], ['max(户.成员[享受低保].年龄)', [p, a]],
]

describe('an aggregate over members is unknown exactly when an unknown could change it', () => {
  test.each(memberCases)('%s', (source, variables) => {
    const rule = compileExpression(source, scope)
    // Domains are open-ended in truth: a value below and one above all others stand for "any number".
    const records = [...assignments(variables.map((v) => (v === a ? { ...v, domain: [-9, 0, 2, 9].map((n) => decimal(n)) } : v)), true)]
    const interior = records.filter((record) => record['age'] === undefined || [0n, 2n].includes((record['age'] as Decimal).coefficient))
    for (const one of interior) for (const two of interior) {
      const fill = (record: FeelRecord): readonly FeelRecord[] => records.filter((r2) => variables.every((v) => r2[v.field] !== undefined && (record[v.field] === undefined || record[v.field] === r2[v.field])))
      const possible = new Set(fill(one).flatMap((x) => fill(two).map((y) => asText(rule.evaluate(context({}, [x, y]))) ?? 'no value')))
      const answer = asText(rule.evaluate(context({}, [one, two])))
      expect({ one, two, answer }).toEqual({ one, two, answer: possible.size === 1 && !possible.has('no value') ? [...possible][0] : null })
    }
  })
})
