/** docs/feel.md is true: every example line in it is run and gives what it says. */
import { readFileSync } from 'node:fs'
import { ProblemError, parseDecimal, parsePlainDate } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type RuleContext, type RuleScope } from '../src/index.ts'
import { asText } from './subject-database.ts'

const page = readFileSync(new URL('../../../docs/feel.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```feel\n([\s\S]*?)```/g)].flatMap((block) => block[1]!.trimEnd().split('\n')).map((line) => {
  const match = /^(.*?)\s*\/\/ (→|✗) (.*)$/.exec(line)
  if (!match) throw new Error(`docs/feel.md: no result in "${line}"`)
  return [match[1]!, match[2] === '✗' ? `✗ ${match[3]!}` : match[3]!] as const
})

const scope: RuleScope = { unit: 'household', parameters: {
  低保标准: { type: { kind: 'number', scale: 2, unit: 'yuan' }, en: 'dibao_standard' },
  补贴比例: { type: { kind: 'number', scale: 2 }, en: 'share' },
  补贴百分比: { type: { kind: 'number', scale: 2, unit: 'percent' }, en: 'percentage' },
  重度等级: { type: { kind: 'list', of: { kind: 'code', list: 'disability_grade' } }, en: 'severe_grades' },
} }
const context: RuleContext = {
  self: { income_per_head: parseDecimal('2800.00'), net_income: parseDecimal('8400.00'), member_count: parseDecimal('3'), house_grade: 'D', other_causes: ['2', '3'], exited_on: '2016-12-31' },
  members: [
    { age: parseDecimal('70'), health: ['2', '4'], on_dibao: true, work_months: parseDecimal('0') },
    { age: parseDecimal('41'), health: ['1'], on_dibao: false, work_months: parseDecimal('9') },
    { age: parseDecimal('12'), on_dibao: false },
  ],
  parameters: { 低保标准: parseDecimal('3000.00'), 补贴比例: parseDecimal('0.70'), 补贴百分比: parseDecimal('70.00'), 重度等级: ['1', '2'] },
  today: parsePlainDate('2018-06-30'),
}

function resultOf(source: string): string {
  try {
    return asText(compileExpression(source, scope).evaluate(context)) ?? '未知'
  } catch (error) {
    if (error instanceof ProblemError) return `✗ ${error.problems.map((p) => p.code).join(' ')}`
    throw error
  }
}

test('the page has examples', () => {
  expect(examples.length).toBeGreaterThan(45)
})

test.each(examples)('%s gives %s', (source, result) => {
  const trimmed = resultOf(source)
  // A whole number written without its decimals is the same number.
  expect([trimmed, trimmed.replace(/\.0+$/, '')]).toContain(result)
})
