import { expect, test } from 'vitest'
import { changed, writePack } from '../../test/write-pack.ts'
import { checkPack } from './check-pack.ts'
import { loadPack } from './loader.ts'

function faults(changes: Readonly<Record<string, string | undefined>>, overlay?: string): string[] {
  return checkPack(loadPack(writePack(changes), { overlay })).map((p) => `${p.code} ${p.details.file}:${p.details.line}`)
}

test('a sound pack has no fault', () => {
  expect(faults({})).toEqual([])
  expect(faults({}, 'demo')).toEqual([])
})

test.each([
  ['a clause that comes twice', changed('clauses.yaml', "'一.(一)', parent: '一'", "'一', parent: '一'"), 'plan/pack-duplicate clauses.yaml:2'],
  ['a parent that is not there', changed('clauses.yaml', "parent: '一'", "parent: '二'"), 'plan/pack-reference clauses.yaml:2'],
  ['clauses out of order', changed('clauses.yaml', 'start: 40', 'start: 30'), 'plan/pack-clause-order clauses.yaml:2'],
  ['a span outside the document', changed('clauses.yaml', 'end: 90', 'end: 101'), 'plan/pack-span-outside clauses.yaml:2'],
  ['a duty of nobody', changed('duties.yaml', 'body: bureau', 'body: office'), 'plan/pack-reference duties.yaml:1'],
  ['a target reported by nobody', changed('targets.yaml', 'by: bureau', 'by: office'), 'plan/pack-reference targets.yaml:2'],
  ['dates that run backwards', changed('pack.yaml', "until: '2023'", "until: '2019'"), 'plan/pack-dates pack.yaml:5'],
  ['years that do not add up to the whole', changed('targets.yaml', "'24'", "'25'"), 'plan/pack-arithmetic targets.yaml:6'],
  ['a target without the value that its operator needs', changed('targets.yaml', "operator: '=', value: '15'", 'operator: multiple, value: null'), 'plan/pack-target-value targets.yaml:2'],
  ['a filter that does not compile', changed('targets.yaml', '危房户 = true', '危房 = true'), 'plan/pack-rule targets.yaml:3'],
  ['a parameter with neither value nor reason', changed('parameters.yaml', 'unknown: { zh: 未公布, en: not published }, ', ''), 'plan/pack-parameter-value parameters.yaml:12'],
  ['a parameter with two values for a place and day', changed('parameters.yaml', ", places: ['3501']", ''), 'plan/pack-parameter-overlap parameters.yaml:7'],
  ['a rule with a wrong name', changed('measures/grant.yaml', '人均纯收入 <', '人均收入额 <'), 'plan/pack-rule measures/grant.yaml:9'],
  ['a case that comes out otherwise', changed('measures/grant.yaml', "'3999.99'", "'4000.01'"), 'plan/pack-case measures/grant.yaml:13'],
  ['a case whose amount comes out otherwise', changed('measures/grant.yaml', "amount: '0.01'", "amount: '0.02'"), 'plan/pack-case measures/grant.yaml:13'],
  ['a case with a fact that is none', changed('measures/grant.yaml', "人均纯收入: '3999.99'", "收入: '3999.99'"), 'plan/pack-case-fact measures/grant.yaml:13'],
  ['an overlay that would replace a sourced value', changed('overlays/demo.yaml', 'id: 补助额, en: grant', 'id: 低保标准, en: living_line'), 'plan/overlay-overrides overlays/demo.yaml:5'],
  ['an overlay with another definition', changed('overlays/demo.yaml', 'unit: yuan', 'unit: percent'), 'plan/overlay-parameter overlays/demo.yaml:5'],
])('%s is found with its file and line', (_, changes, fault) => {
  expect(faults(changes)).toContain(fault)
})

test('a measure that never shows the undetermined answer is refused', () => {
  const found = faults(changed('measures/grant.yaml', 'expect: undetermined, amount: null', "facts: { 人均纯收入: '1' }, expect: 'yes'"))
  expect(found).toEqual(['plan/pack-case-missing measures/grant.yaml:13'])
})

test('a fault in one file does not hide the fault in another', () => {
  const found = faults({ ...changed('duties.yaml', 'body: bureau', 'body: office'), ...changed('targets.yaml', "'24'", "'25'"), ...changed('measures/grant.yaml', "'3999.99'", "'4000.01'") })
  expect(found).toEqual(['plan/pack-reference duties.yaml:1', 'plan/pack-arithmetic targets.yaml:6', 'plan/pack-case measures/grant.yaml:13'])
})
