/** Whatever is typed, a rule is compiled or refused with a place inside it: never another error, never a hang. */
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression } from '../src/index.ts'
import { Random } from './random.ts'
import { parameters, RuleGenerator } from './rule-generator.ts'

const scraps = ['(', ')', '[', ']', '"', '/', '*', '**', ',', '.', '..', '=', '<', ' in ', ' and ', ' or ', 'if ', ' then ', ' else ', 'some m in ', ' satisfies ', 'null', '{', '}', '@', '-', '\uff1c', '\u201c', '户', '成员', '年龄', '参数.标准', '1', '0.5', 'date(', 'not(', '\u{20bb7}', '\\', '//', '/*', ';', '$', '\n']

function refusal(source: string): ProblemError | undefined {
  try {
    compileExpression(source, { unit: 'household', parameters })
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw new Error(`another error for ${JSON.stringify(source)}`, { cause: error })
  }
}

test('random scraps and damaged rules are refused with places', () => {
  const random = new Random(9)
  let refused = 0
  for (let index = 0; index < 4000; index += 1) {
    const rule = random.chance(0.5) ? new RuleGenerator(random, 'household', true).rule() : Array.from({ length: 1 + random.below(12) }, () => random.pick(scraps)).join('')
    const at = random.below(rule.length + 1)
    const source = rule.slice(0, at) + random.pick(scraps) + rule.slice(random.chance(0.5) ? at : at + random.below(4))
    const error = refusal(source)
    if (!error) continue
    refused += 1
    expect(error.problems.length).toBeGreaterThan(0)
    for (const { details } of error.problems) if ('start' in details) expect(Number(details['start'])).toBeLessThanOrEqual(source.length)
  }
  expect(refused).toBeGreaterThan(2000)
})

test('a rule that is too long or too deep is refused at once', () => {
  expect(refusal('1 = 1 or '.repeat(5000))?.problems[0]!.code).toBe('feel/too-long')
  expect(refusal(`${'('.repeat(500)}true${')'.repeat(500)}`)?.problems[0]!.code).toBe('feel/too-deep')
  expect(refusal(`${'not('.repeat(300)}true${')'.repeat(300)}`)?.problems[0]!.code).toBe('feel/too-deep')
  expect(refusal(Array.from({ length: 200 }, () => '饮水安全').join(' and '))).toBeUndefined()
})

test('twenty bands in a chain of ifs stay a short expression', () => {
  const bands = Array.from({ length: 20 }, (_, band) => `if 人均纯收入 < ${(band + 1) * 100} then ${band + 1} else `).join('')
  const { sql } = compileExpression(`${bands}0`, { unit: 'household', parameters }).toSql({ self: 'h', parameters: 's', today: '$today' }, 'r')
  expect(sql.length).toBeLessThan(20_000)
})
