import type { PackTarget } from '@bangfu/plan'
import { describe, expect, it } from 'vitest'
import { findTargetValue } from './target-value.ts'

const target = (more: Partial<PackTarget>): PackTarget => ({
  id: 't', clauses: ['一'], subject: { zh: '户', en: 'households' }, operator: '>=', value: '10', unit: '户', until: '2020', headline: false, proof: { kind: 'computed', entity: 'household', count: 'true' }, ...more,
} as PackTarget)
const withBase = { kind: 'computed', entity: 'household', count: 'true', of: 'true' } as const

describe('the value of a target', () => {
  it('is none without counts, for a report, and for a share of nobody', () => {
    expect(findTargetValue(target({}), undefined, true)).toBeUndefined()
    expect(findTargetValue(target({ proof: { kind: 'reported', by: 'x' } }), { counted: 1, missing: 0, unknown: 0 }, true)).toBeUndefined()
    expect(findTargetValue(target({ unit: '%', proof: withBase }), { counted: 0, missing: 0, unknown: 3 }, true)).toBeUndefined()
  })

  it('has no gap when the plan asks it of a wider place', () => {
    expect(findTargetValue(target({ value: '240000' }), { counted: 313, missing: 0, unknown: 0 }, false)).toMatchObject({ value: '313', gap: null })
  })

  it('is not said to be reached while somebody unknown could open a gap', () => {
    expect(findTargetValue(target({ operator: 'all', value: null, proof: withBase }), { counted: 5, missing: 0, unknown: 1 }, true)?.gap).toBeNull()
    expect(findTargetValue(target({ operator: 'all', value: null, proof: withBase }), { counted: 0, missing: 0, unknown: 0 }, true)?.gap).toBeNull()
    expect(findTargetValue(target({ operator: '<=', value: '10' }), { counted: 9, missing: 0, unknown: 2 }, true)?.gap).toBeNull()
  })

  it('counts who is missing, and the distance to a number either way', () => {
    expect(findTargetValue(target({ operator: 'all', value: null, proof: withBase }), { counted: 5, missing: 2, unknown: 1 }, true)).toEqual({ value: '5', counted: 5, unknown: 1, of: 7, gap: '2' })
    expect(findTargetValue(target({}), { counted: 7, missing: 0, unknown: 0 }, true)).toEqual({ value: '7', counted: 7, unknown: 0, of: null, gap: '3' })
    expect(findTargetValue(target({ operator: '<=', value: '5' }), { counted: 7, missing: 0, unknown: 0 }, true)?.gap).toBe('2')
    expect(findTargetValue(target({}), { counted: 12, missing: 0, unknown: 4 }, true)?.gap).toBe('0')
  })

  it('gives shares to two digits, half up', () => {
    const percent = (counted: number, missing: number) => findTargetValue(target({ unit: '%', value: '60', proof: withBase }), { counted, missing, unknown: 0 }, true)
    expect([percent(1, 2)?.value, percent(2, 1)?.value, percent(1, 1)?.value, percent(3, 0)?.value, percent(1, 799)?.value]).toEqual(['33.33', '66.67', '50', '100', '0.13'])
    expect(percent(1, 2)?.gap).toBe('26.67')
  })
})
