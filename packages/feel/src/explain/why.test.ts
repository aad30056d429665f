/** The explanation names every fact with its place in the rule, says why something is unknown, and speaks of members one by one. */
import { parseDecimal, parsePlainDate, type Decimal } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type FeelType, type RuleContext, type RuleScope, type WhyNode } from '../index.ts'

const yuan: FeelType = { kind: 'number', scale: 2, unit: 'yuan' }
const scope: RuleScope = { unit: 'household', parameters: { 低保标准: { type: yuan, en: 'dibao_standard' } } }
const base: RuleContext = { self: {}, parameters: {}, today: parsePlainDate('2018-06-30') }

/** `text = value (reason)` of the node and all below it, indented. */
function lines(node: WhyNode, depth = 0): readonly string[] {
  const value = node.value !== null && typeof node.value === 'object' && 'coefficient' in node.value ? String((node.value as Decimal).coefficient) : String(node.value)
  const member = node.member === undefined ? '' : `[${node.member}] `
  return [`${'  '.repeat(depth)}${member}${node.text} = ${value}${node.reason ? ` (${node.reason})` : ''}`, ...node.parts.flatMap((part) => lines(part, depth + 1))]
}

test('an unknown standard is named as the parameter that is not recorded', () => {
  const why = compileExpression('人均纯收入 < 参数.低保标准', scope).why({ ...base, self: { income_per_head: parseDecimal('2800.00') } })
  expect(lines(why)).toEqual(['人均纯收入 < 参数.低保标准 = undefined', '  人均纯收入 = 280000', '  参数.低保标准 = undefined (not-recorded)'])
  expect(why.parts.map((part) => part.fact?.field ?? part.parameter)).toEqual(['income_per_head', '低保标准'])
})

test('each member is explained, those whom the filter shuts out by the filter alone', () => {
  const rule = compileExpression('some m in 成员[年龄 >= 16] satisfies m.享受低保', scope)
  const members = [{ age: parseDecimal('12'), on_dibao: true }, { age: parseDecimal('40'), on_dibao: false }, { age: parseDecimal('70') }]
  expect(lines(rule.why({ ...base, members }))).toEqual([
    'some m in 成员[年龄 >= 16] satisfies m.享受低保 = undefined',
    '  [0] 年龄 >= 16 = false', '    年龄 = 12', '    16 = 16',
    '  [1] 年龄 >= 16 = true', '    年龄 = 40', '    16 = 16', '  [1] m.享受低保 = false',
    '  [2] 年龄 >= 16 = true', '    年龄 = 70', '    16 = 16', '  [2] m.享受低保 = undefined (not-recorded)',
  ])
  expect(rule.why(base).reason).toBe('no-members')
})

test('what no answer can settle says so: a zero divisor, an empty list, a date past the calendar', () => {
  const self = { net_income: parseDecimal('100'), member_count: parseDecimal('0'), exited_on: '2018-01-31' }
  const reasonOf = (source: string): unknown => compileExpression(source, scope).why({ ...base, self, members: [{ age: parseDecimal('5') }] }).reason
  expect(reasonOf('decimal(家庭纯收入 / 家庭人口, 2)')).toBe('zero-divisor')
  expect(reasonOf('max(成员[年龄 > 16].年龄)')).toBe('nothing-to-compare')
  expect(reasonOf('脱贫日期 + duration("P9000Y")')).toBe('out-of-range')
})

test('only the branch that is taken is explained, both while the condition is open', () => {
  const rule = compileExpression('if 危房户 then 家庭纯收入 else 转移性收入', scope)
  expect(rule.why({ ...base, self: { unsafe_house: false } }).parts.map((part) => part.text)).toEqual(['危房户', '转移性收入'])
  expect(rule.why(base).parts.map((part) => part.text)).toEqual(['危房户', '家庭纯收入', '转移性收入'])
  expect(rule.unknownFacts({ ...base, self: { unsafe_house: false } }).map((unknown) => unknown.fact?.field)).toEqual(['transfer_income'])
})

test('a condition keeps the brackets of its first and its last operand', () => {
  const text = (rule: string) => compileExpression(rule, scope).conditions().map((part) => part.source)
  expect(text('家庭人口 > 2 and (危房户 or (饮水安全 and 家庭人口 > 3))')).toEqual(['家庭人口 > 2', '危房户 or (饮水安全 and 家庭人口 > 3)'])
  expect(text('((危房户 and 饮水安全) or 家庭人口 > 3)')).toEqual(['(危房户 and 饮水安全) or 家庭人口 > 3'])
  expect(compileExpression('危房户 or (饮水安全 and 家庭人口 > 3)', scope).why(base).text).toBe('危房户 or (饮水安全 and 家庭人口 > 3)')
})

test('the conditions of a rule are its parts joined by and, with their places in the whole rule', () => {
  const rule = compileExpression('(危房户 and 家庭人口 > 2) and (饮水安全 or 危房户)', scope)
  expect(rule.conditions().map((part) => part.source)).toEqual(['危房户', '家庭人口 > 2', '饮水安全 or 危房户'])
  expect(rule.conditions()[1]!.why(base).start).toBe(9)
})
