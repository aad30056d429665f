import { describe, expect, it } from 'vitest'
import { totalsOf } from './test.ts'

const clean = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, numFailedTestSuites: 0, success: true }

describe('the closing line of a test run', () => {
  it('counts a run without any report as failed', () => {
    expect(totalsOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
  it('counts a suite that could not load as failed, although no test failed', () => {
    expect(totalsOf({ ...clean, numFailedTestSuites: 2, success: false }, 1).failed).toBe(2)
  })
  it('counts an error outside any test as failed', () => {
    expect(totalsOf(clean, 1).failed).toBe(1)
  })
  it('takes the totals of the report as they are', () => {
    expect(totalsOf(clean, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 })
  })
})
