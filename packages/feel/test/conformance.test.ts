/** How much of FEEL rules may use: the list in conformance.json is exact, and its count may only rise. */
import { readFileSync } from 'node:fs'
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression } from '../src/index.ts'

/** Raise it with the list; lowering it means taking something away from rule authors. */
const atLeast = 67

const list = JSON.parse(readFileSync(new URL('conformance.json', import.meta.url), 'utf8')) as { supported: number; constructs: Record<string, [string, 0 | 1]> }
const constructs = Object.entries(list.constructs)

function compiles(source: string): boolean {
  try {
    const rule = compileExpression(source, { unit: 'household', parameters: {} }, { kind: 'boolean' })
    rule.toSql({ self: 'h', members: { table: 'persons', key: 'household_id', householdKey: 'household_id' }, parameters: 's', today: '$today' }, 'r')
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}

test('each construct is supported or refused as the list says', () => {
  const wrong = constructs.filter(([, [example, supported]]) => compiles(example) !== (supported === 1)).map(([name]) => name)
  expect(wrong).toEqual([])
})

test('the count of supported constructs is exact and has not fallen', () => {
  const supported = constructs.filter(([, [, flag]]) => flag === 1).length
  console.log(`${supported} of ${constructs.length} FEEL constructs`)
  expect(list.supported).toBe(supported)
  expect(supported).toBeGreaterThanOrEqual(atLeast)
})
