import { expect, test } from 'vitest'
import { chineseRule } from './chinese-rule.ts'

test.each([
  ['生存状态 in ("健在", "失联")', '生存状态属于（“健在”、“失联”）'],
  ['特困供养 = false', '特困供养为否'],
  ['户.人均纯收入 < 参数.农村低保标准', '户的人均纯收入低于农村低保标准'],
  ['危房级别 = "D级"', '危房级别是“D级”'],
  ['享受低保 or (some 人 in 户.成员 satisfies (人.享受低保 and 人.生存状态 in ("健在", "失联")))', '享受低保或（家里有人（享受低保且生存状态属于（“健在”、“失联”）））'],
  ['known(大病病种) or list contains(健康状况, "患有大病")', '大病病种已知或健康状况含“患有大病”'],
  ['劳动合同开始日期 + duration("P3Y") > 今日', '劳动合同开始日期 + 3年晚于今日'],
  ['劳动合同开始日期 <= 今日', '劳动合同开始日期不晚于今日'],
  ['年龄 >= 16', '年龄不低于16'],
  ['名称 = "a or b = c"', '名称是“a or b = c”'],
])('%s is said as %s', (rule, words) => {
  expect(chineseRule(rule)).toBe(words)
})
