import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePlainDate } from '@bangfu/kernel'
import { describe, expect, it } from 'vitest'
import { cellOf, cells, deliveryAnswers, eligibilityAnswers } from './cell.ts'
import { cellsTable } from './cells-table.ts'
import { isInForce } from './in-force.ts'
import { measurePeriod } from './measure-period.ts'

describe('the cells', () => {
  it('hold every pair of answers exactly once, numbered from 1', () => {
    const pairs = eligibilityAnswers.flatMap((e) => deliveryAnswers.map((d) => cellOf(e, d).cell))
    expect([...pairs].sort((a, b) => a - b)).toEqual(cells.map((_, i) => i + 1))
  })
  it('owe only where a list covers the subject, suspect only where it is known not to be entitled', () => {
    expect(cells.filter((c) => c.leadsTo === 'owed').map((c) => [c.eligible, c.delivered])).toEqual([['yes', 'no']])
    expect(cells.filter((c) => c.leadsTo === 'lead').map((c) => [c.eligible, c.delivered])).toEqual([['no', 'yes']])
    expect(cells.filter((c) => c.eligible === 'undetermined' || c.delivered === 'possible-match').every((c) => c.leadsTo === 'verify')).toBe(true)
  })
  it('are shown in docs/measures.md as they are', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../docs/measures.md'), 'utf8')).toContain(cellsTable())
  })
})

describe('the period of a measure', () => {
  const period = (cadence: Parameters<typeof measurePeriod>[0], day: string) => measurePeriod(cadence, parsePlainDate(day))
  it('is the month, the year or the term of the day', () => {
    expect(['2018-06-30', '2018-01-31'].map((day) => period('month', day).period)).toEqual(['2018-06', '2018-01'])
    expect(period('year', '2018-12-31').period).toBe('2018')
    expect(['2018-02-28', '2018-03-01', '2018-08-31', '2018-09-01', '2019-01-15'].map((day) => period('term', day).period)).toEqual(['2017-Q3', '2018-Q1', '2018-Q1', '2018-Q3', '2018-Q3'])
  })
  it('is covered by a list of itself or of a longer period, never by one of a part of it', () => {
    expect(period('month', '2018-06-30').covering).toEqual(['2018', '2018-Q2', '2018-06'])
    expect(period('year', '2018-06-30').covering).toEqual(['2018'])
  })
  it('counts deliveries of the periods above and within it, for a term those of all its months', () => {
    expect(period('month', '2018-06-30').delivering).toEqual(['2018', '2018-Q2', '2018-06'])
    expect(period('year', '2018-06-30').delivering).toHaveLength(17)
    expect(period('term', '2018-10-01').delivering).toEqual(['2018', '2018-Q3', '2018-Q4', '2018-09', '2018-10', '2018-11', '2018-12', '2019-01', '2019-02'])
    expect(period('once', '2018-10-01').delivering).toBeUndefined()
  })
})

describe('dates in force', () => {
  it('count both ends as a whole, also where they are years or months', () => {
    const inForce = (from: string, until: string, day: string): boolean => isInForce({ inForce: { from, until } }, parsePlainDate(day))
    expect([inForce('2018', '2018', '2018-01-01'), inForce('2018', '2018', '2018-12-31'), inForce('2018-02', '2018-02', '2018-02-28'), inForce('2018-07', '2020', '2018-06-30'), inForce('2018', '2018-06', '2018-07-01')]).toEqual([true, true, true, false, false])
  })
})
