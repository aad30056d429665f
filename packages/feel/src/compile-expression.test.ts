/** What the compiler refuses, with exact places, and then what it accepts. */
import { ProblemError, parseDecimal, parsePlainDate, type ProblemData } from '@bangfu/kernel'
import { describe, expect, test } from 'vitest'
import { compileExpression, type FeelType, type RuleScope } from './index.ts'

const yuan: FeelType = { kind: 'number', scale: 2, unit: 'yuan' }
const household: RuleScope = { unit: 'household', parameters: { 低保标准: { type: yuan, en: 'dibao_standard' } } }
const person: RuleScope = { ...household, unit: 'person' }

function problemsOf(source: string, scope: RuleScope = household, expected?: FeelType): readonly ProblemData[] {
  try {
    compileExpression(source, scope, expected)
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
  return []
}

/** `code` and the words at fault, as `code@start:text`. */
const places = (source: string, scope?: RuleScope, expected?: FeelType): readonly string[] =>
  problemsOf(source, scope, expected).map((p) => `${p.code.slice(5)}@${String(p.details['start'])}:${source.slice(Number(p.details['start']), Number(p.details['end']))}`)

describe('a rule is refused with its place', () => {
  test.each([
    ['', ['empty@0:']],
    ['人均纯收入 <', ['syntax@7:']],
    ['人均纯收入 \uff1c 3000', ['full-width-sign@6:\uff1c']],
    ['危房级别 = \u201cD级\u201d', ['full-width-sign@7:\u201c', 'full-width-sign@10:\u201d']],
    ['人均纯收入 == 3000 && 饮水安全', ['other-sign@6:==', 'other-sign@14:&&']],
    ['人均收入 < 3000', ['unknown-name@0:人均收入']],
    ['户.没有 = 1', ['unknown-name@2:没有']],
    ['参数.特困标准 > 1', ['unknown-name@3:特困标准']],
    ['人均纯收入 = null', ['null-literal@8:null']],
    ['人均纯收入 > 住房面积', ['units-differ@0:人均纯收入 > 住房面积']],
    ['人均纯收入 + 住房面积 > 1', ['units-differ@0:人均纯收入 + 住房面积']],
    ['住房面积 * 耕地面积 > 1', ['units-differ@0:住房面积 * 耕地面积']],
    ['decimal(住房面积 / 耕地面积, 2) > 1', ['units-differ@8:住房面积 / 耕地面积']],
    ['min(人均纯收入, 住房面积) > 1', ['units-differ@0:min(人均纯收入, 住房面积)']],
    ['人均纯收入 in (住房面积, 3)', ['units-differ@0:人均纯收入 in (住房面积, 3)']],
    ['(if 饮水安全 then 人均纯收入 else 住房面积) > 1', ['units-differ@1:if 饮水安全 then 人均纯收入 else 住房面积']],
    ['人均纯收入 and 饮水安全', ['wrong-type@0:人均纯收入']],
    ['some m in 成员 satisfies m.年龄', ['wrong-type@23:m.年龄']],
    ['成员[年龄].年龄 = 1', ['wrong-type@3:年龄']],
    ['sum(成员.性别) > 1', ['wrong-type@0:sum(成员.性别)']],
    ['人均纯收入 = 123456789012345678901234567890123456789', ['bad-number@8:123456789012345678901234567890123456789']],
    ['人均纯收入 = 1e3', ['bad-number@8:1e3']],
    ['今日 - 脱贫日期 > duration("P1Y")', ['days-against-months@0:今日 - 脱贫日期 > duration("P1Y")']],
    ['脱贫日期.week = 1', ['unknown-name@5:week']],
    ['contains("a", "") and 饮水安全', ['wrong-arguments@0:contains("a", "")']],
    ['some c in 其他致贫原因 satisfies some m in 成员 satisfies m.年龄 > 1', ['not-supported@27:some m in 成员 satisfies m.年龄 > 1']],
    ['人均纯收入 > "3000"', ['types-differ@0:人均纯收入 > "3000"']],
    ['危房级别 = "E级"', ['unknown-label@7:"E级"']],
    ['危房级别 > "A级"', ['no-order@0:危房级别 > "A级"']],
    ['其他致贫原因 = "因病"', ['compare-list@0:其他致贫原因']],
    ['人均纯收入 / 3 < 1000', ['bare-division@0:人均纯收入 / 3']],
    ['decimal(人均纯收入 / 3, 人均纯收入) < 1', ['bad-scale@19:人均纯收入']],
    ['人均纯收入 between 3000 and 1000', ['reversed-range@14:3000 and 1000']],
    ['人均纯收入 in (1..1]', ['reversed-range@9:(1..1]']],
    ['脱贫日期 > date("2018-02-30")', ['bad-date@7:date("2018-02-30")']],
    ['脱贫日期 + duration("P1Y2D") > 今日', ['bad-duration@7:duration("P1Y2D")']],
    ['人均纯收入 * 人均纯收入 * 人均纯收入 > 1', ['units-differ@0:人均纯收入 * 人均纯收入']],
    ['家庭人口 * 人均纯收入 * 1234567890 > 1', ['too-many-digits@0:家庭人口 * 人均纯收入 * 1234567890']],
    ['some 村 in 成员 satisfies true', ['name-taken@5:村']],
    ['counts(成员) > 1', ['unknown-function@0:counts']],
    ['count(成员, 1) > 1', ['wrong-arguments@0:count(成员, 1)']],
    ['成员', ['not-a-value@0:成员']],
    ['人均纯收入 ** 2 > 1', ['not-supported@0:人均纯收入 ** 2']],
    ['{a: 1} = 1', ['not-supported@0:{a: 1}']],
    ['危房级别 = "E级" or 没有 > 1 or null = 2', ['unknown-label@7:"E级"', 'unknown-name@15:没有', 'null-literal@25:null']],
  ])('%s', (source, expected) => {
    expect(places(source)).toEqual(expected)
  })

  test('a fact of another form than the vocabulary says is our own fault and stops the evaluation', () => {
    const rule = compileExpression('人均纯收入 > 1 and 饮水安全', household)
    const context = { self: {}, parameters: {}, today: parsePlainDate('2018-06-30') }
    for (const income_per_head of ['3000', 3000, parseDecimal('1.234'), parseDecimal('99999999999999999.00')]) {
      expect(() => rule.evaluate({ ...context, self: { income_per_head } })).toThrow('feel/wrong-fact')
    }
  })

  test('a name that stands elsewhere, or a label without quotation marks, is offered as it should be written', () => {
    const near = (source: string): unknown => problemsOf(source)[0]!.details['near']
    expect(near('年龄 > 16')).toMatch(/^成员\.年龄/)
    expect(near('人均纯收入 < 低保标准')).toMatch(/^参数\.低保标准/)
    expect(near('危房级别 = D级')).toMatch(/^"D级"/)
  })

  test('a rule that does not give what is wanted is refused', () => {
    expect(places('人均纯收入', household, { kind: 'boolean' })).toEqual(['wrong-result@0:人均纯收入'])
    expect(places('住房面积', household, yuan)).toEqual(['wrong-result@0:住房面积'])
    expect(places('人均纯收入 * 0.125', household, yuan)).toEqual(['result-too-fine@0:人均纯收入 * 0.125'])
  })
})

describe('a rule is accepted', () => {
  test('in Chinese, in English and mixed, dotted and with blanks in names', () => {
    for (const source of ['户.人均纯收入 < 参数.低保标准', 'household.income_per_head < parameters.dibao_standard', 'household.net income per head < 参数.低保标准']) {
      expect(compileExpression(source, person).facts).toEqual([{ path: 'household', entity: 'household', field: 'income_per_head' }])
    }
    expect(places('in resident pension and "残疾" in 健康状况 and 年龄 >= 16', person)).toEqual([])
  })

  test('and ends an "in" before the next "and" or "or"', () => {
    const rule = compileExpression('危房级别 in ("C级") and 住房面积 > 10 or 人均纯收入 in > 5 and 饮水安全', household)
    expect(rule.conditions()).toHaveLength(1)
    expect(compileExpression('危房级别 in ("C级") and 住房面积 > 10', household).conditions().map((c) => c.source)).toEqual(['危房级别 in ("C级")', '住房面积 > 10'])
  })

  test('and gives the answer and its parts', () => {
    const rule = compileExpression('人均纯收入 < 参数.低保标准 and some m in 成员 satisfies "残疾" in m.健康状况', household)
    const context = { self: { income_per_head: parseDecimal('2999.99') }, members: [{ health: ['1'] }, {}], parameters: { 低保标准: parseDecimal('3000') }, today: parsePlainDate('2018-06-30') }
    expect(rule.evaluate(context)).toBeUndefined()
    expect(rule.unknownFacts(context)).toEqual([{ fact: { path: 'members', entity: 'person', field: 'health' }, member: 1, reason: 'not-recorded' }])
    expect(rule.evaluate({ ...context, members: [{ health: ['1', '4'] }, {}] })).toBe(true)
  })
})
