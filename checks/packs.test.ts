/** The packs hold together, their cases notice every change to a rule, and what is public says nothing about health. */
import { readdirSync, readFileSync } from 'node:fs'
import { sha256Hex } from '@bangfu/kernel'
import { compileExpression } from '@bangfu/feel'
import { checkPack, loadPack, parameterScope, planText, readPlan, type Pack, type PackMeasure } from '@bangfu/plan'
import { describe, expect, test } from 'vitest'
import { caseContext } from '../packages/plan/src/pack/case-context.ts'
import { root } from './source-tree.ts'

const folders = readdirSync(`${root}/packs`)
const packOf = (name: string, overlay?: string): Pack => loadPack(`${root}/packs/${name}`, { overlay })

/** True when every case of the measure still comes out as stated under this rule. */
function casesHold(pack: Pack, measure: PackMeasure, rule: string): boolean {
  const compiled = compileExpression(rule, { unit: measure.unit, parameters: parameterScope(pack) }, { kind: 'boolean' })
  return measure.cases.every((given) => {
    const answer = compiled.evaluate(caseContext(pack, measure, given, { file: '', line: 0 }).context)
    return (answer === undefined ? 'undetermined' : answer ? 'yes' : 'no') === given.expect
  })
}

/** The rule with one condition left out, for each of its conditions. */
function withoutOneCondition(pack: Pack, measure: PackMeasure): string[] {
  const parts = compileExpression(measure.eligibility, { unit: measure.unit, parameters: parameterScope(pack) }, { kind: 'boolean' }).conditions().map((c) => `(${c.source})`)
  return parts.length < 2 ? [] : parts.map((_, left) => parts.filter((__, i) => i !== left).join(' and '))
}

/** The rule with one label of an `in ( … )` left out, for each of its labels. */
function withoutOneLabel(measure: PackMeasure): string[] {
  const source = measure.eligibility
  return [...source.matchAll(/in \(("[^"]+"(?:, "[^"]+")+)\)/g)].flatMap((list) => {
    const labels = list[1]!.split(', ')
    const at = list.index + 'in ('.length
    return labels.map((_, left) => source.slice(0, at) + labels.filter((__, i) => i !== left).join(', ') + source.slice(at + list[1]!.length))
  })
}

/** The rule with one bound moved by the smallest step. */
function withOneBoundMoved(measure: PackMeasure): string[] {
  const moved: Readonly<Record<string, string>> = { '>=': '>', '<=': '<', '>': '>=', '<': '<=' }
  const source = measure.eligibility
  return [...source.matchAll(/ (>=|<=|>|<) /g)].map((found) => `${source.slice(0, found.index)} ${moved[found[1]!]} ${source.slice(found.index + found[0].length)}`)
}

describe.each(folders)('pack %s', (name) => {
  test('has no fault, with and without its stand-ins', () => {
    expect(checkPack(packOf(name))).toEqual([])
    expect(checkPack(packOf(name, 'demo'))).toEqual([])
  })

  test('has a case that fails for every condition or label left out and every bound moved', () => {
    const pack = packOf(name)
    const survivors = pack.measures.flatMap((measure) =>
      [...withoutOneCondition(pack, measure), ...withoutOneLabel(measure), ...withOneBoundMoved(measure)].filter((rule) => casesHold(pack, measure, rule)).map((rule) => `${measure.id}: ${rule}`))
    expect(survivors).toEqual([])
  })

  test('shows public titles without health or disability', () => {
    const revealing = packOf(name).measures.filter((m) => /病|残|疾|健康|医|护理|\bill|disab|disease|health|care\b|medic/i.test(`${m.publicTitle.zh} ${m.publicTitle.en}`))
    expect(revealing.map((m) => m.id)).toEqual([])
  })

  test('names the source of every parameter, and calls every stand-in one', () => {
    const values = packOf(name).parameters.flatMap((p) => p.values.map((v) => `${p.id} ${v.source}`))
    expect(values.filter((v) => v.includes('演示参数'))).toEqual([])
    const overlay = packOf(name, 'demo')
    expect(overlay.overlay?.demonstration).toBe(true)
    const standIns = overlay.parameters.flatMap((p) => p.values).filter((v) => v.source.includes('演示参数'))
    expect(standIns.length).toBeGreaterThan(0)
  })
})

test('the tea county pack stands on its own document', () => {
  const bytes = readFileSync(`${root}/packs/tea-county/document.txt`)
  const { pack, clauses } = packOf('tea-county')
  expect(sha256Hex(planText(bytes))).toBe(pack.document.sha256)
  expect(readPlan(bytes).clauses.map((c) => [c.id, c.start])).toEqual(clauses.map((c) => [c.id, c.start]))
})
