import { entities, type Field } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { findAnswer } from './answer-value.ts'

const field = (key: string): Field => [...entities.person.fields, ...entities.household.fields].find((f) => f.key === key)!

test('a number that the register cannot hold is no answer', () => {
  expect(findAnswer(field('income_per_head'), '9'.repeat(17))).toBeUndefined()
  expect(findAnswer(field('income_per_head'), '9'.repeat(16))).toBe('9'.repeat(16))
  expect(findAnswer(field('work_months'), '9'.repeat(19))).toBeUndefined()
  expect(findAnswer(field('income_per_head'), '3,218.50')).toBe('3218.50')
})
