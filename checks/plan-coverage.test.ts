/** The packs bind their plans whole, and docs/plan-coverage.md says what they say. */
import { readdirSync } from 'node:fs'
import { coverPack, loadPack } from '@bangfu/plan'
import { describe, expect, test } from 'vitest'
import { planCoveragePage } from './plan-coverage-page.ts'
import { readText, root } from './source-tree.ts'

test('docs/plan-coverage.md is fresh: run node checks/plan-coverage-page.ts', () => {
  expect(readText('docs/plan-coverage.md')).toBe(planCoveragePage())
})

describe.each(readdirSync(`${root}/packs`))('pack %s', (name) => {
  const coverage = coverPack(loadPack(`${root}/packs/${name}`))

  test('leaves no clause unbound and no figure unheld', () => {
    expect(coverage.clauses.filter((c) => c.binding === 'unbound').map((c) => c.id)).toEqual([])
    expect(coverage.quantities.missing).toEqual([])
    expect(coverage.quantities.total).toBeGreaterThan(0)
  })

  test('says in its obligations more than that nobody can tell', () => {
    const known = coverage.obligations.filter((o) => o.proof.kind !== 'not-yet')
    expect(known.length).toBeGreaterThan(coverage.obligations.length * 0.9)
    expect(known.some((o) => o.proof.kind === 'computed')).toBe(true)
  })
})

test('the Liaoning pack states the help that its plan names, in at least thirty measures', () => {
  const { measures } = loadPack(`${root}/packs/liaoning-2018-2020`)
  expect(measures.length).toBeGreaterThanOrEqual(30)
})
