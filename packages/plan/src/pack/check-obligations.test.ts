import { expect, test } from 'vitest'
import { soundFiles, writePack } from '../../test/write-pack.ts'
import { checkPack } from './check-pack.ts'
import { loadPack } from './loader.ts'

const reported = "proof: { kind: reported, by: bureau, due: '2023-12-31', evidence: { zh: 报表, en: returns } }"
const sound = [
  'principles: []',
  'obligations:',
  `  - { id: first, kind: count, target: a, ${reported} }`,
  `  - { id: second, kind: count, target: b, proof: { kind: computed, query: { target: b } } }`,
  `  - { id: third, kind: count, target: c, ${reported} }`,
  `  - { id: grants, kind: coverage, clauses: ['一.(一)'], list: { zh: 果农, en: growers }, measures: [grant], proof: { kind: computed, query: { measure: grant } } }`,
  '',
].join('\n')

/** Faults of the sound pack with these obligations, as `code file:line`. */
function faults(obligations: string, more: Readonly<Record<string, string>> = {}): string[] {
  return checkPack(loadPack(writePack({ 'obligations.yaml': obligations, ...more }))).map((p) => `${p.code} ${p.details.file}:${p.details.line}`)
}
const formFaults = (obligations: string): unknown[] => {
  try {
    loadPack(writePack({ 'obligations.yaml': obligations }))
    return []
  } catch (error) {
    return (error as { problems: { code: string; details: { line: number } }[] }).problems.map((p) => `${p.code}:${p.details.line}`)
  }
}

test('sound obligations have no fault, and a pack without them has none either', () => {
  expect(faults(sound)).toEqual([])
  expect(checkPack(loadPack(writePack({})))).toEqual([])
})

test.each([
  ['a query that no run evaluates', 'query: { measure: grant }', "query: { indicator: { entity: household, count: '危房户' } }"],
  ['a kind outside the closed list', 'kind: coverage', 'kind: promise'],
  ['a coverage without the list it covers', 'list: { zh: 果农, en: growers }, ', ''],
  ['a report without its evidence', ", evidence: { zh: 报表, en: returns }", ''],
  ['a field of another kind', 'kind: count, target: a', 'kind: count, forbids: { zh: 某, en: x }, target: a'],
])('%s is refused with its line', (_, from, to) => {
  expect(formFaults(sound.replace(from, to))[0]).toMatch(/^plan\/pack-schema:[36]$/)
})

test.each([
  ['a target that is not there', sound.replace('target: a,', 'target: z,'), 'plan/pack-reference obligations.yaml:3'],
  ['a report by nobody', sound.replace('by: bureau', 'by: office'), 'plan/pack-reference obligations.yaml:3'],
  ['a query of a measure that is not there', sound.replace('query: { measure: grant }', 'query: { measure: loan }'), 'plan/pack-reference obligations.yaml:6'],
  ['an id that comes twice', sound.replace('id: third', 'id: first'), 'plan/pack-duplicate obligations.yaml:5'],
  ['a computed proof of a target that is reported', sound.replace(`target: a, ${reported}`, 'target: a, proof: { kind: computed, query: { target: a } }'), 'plan/obligation-form obligations.yaml:3'],
  ['a reported proof of a target that is computed', sound.replace('target: b, proof: { kind: computed, query: { target: b } }', `target: b, ${reported}`), 'plan/obligation-form obligations.yaml:4'],
  ['a report by another body than the target names', sound.replace('by: bureau', 'by: towns'), 'plan/obligation-form obligations.yaml:3'],
  ['a report by a body that does not answer for the clause', sound.replace("list: { zh: 果农, en: growers }, measures: [grant], proof: { kind: computed, query: { measure: grant } }", "list: { zh: 果农, en: growers }, measures: [grant], proof: { kind: reported, by: towns, due: '2023', evidence: { zh: 报表, en: returns } }"), 'plan/obligation-reporter obligations.yaml:6'],
  ['a share whose target is a count', sound.replace('kind: count, target: a', 'kind: share, target: a'), 'plan/obligation-form obligations.yaml:3'],
  ['a physical quantity whose target is a count', sound.replace('kind: count, target: a', 'kind: quantity, target: a'), 'plan/obligation-form obligations.yaml:3'],
  ['an obligation of no clause', sound.replace("clauses: ['一.(一)'], ", ''), 'plan/obligation-form obligations.yaml:6'],
  ['a lowest clause that nothing binds', sound.replace("['一.(一)']", "['一']"), 'plan/obligation-none obligations.yaml:1'],
  ['a measure that nothing obliges', sound.replace('measures: [grant], ', ''), 'plan/obligation-none obligations.yaml:1'],
  ['a principle that has obligations', sound.replace('principles: []', "principles: [{ clause: '一.(一)', reason: { zh: 方向, en: direction } }]"), 'plan/principle-bound obligations.yaml:1'],
  ['more principles than fifteen in a hundred', sound.replace('principles: []', "principles: [{ clause: '一.(一)', reason: { zh: 方向, en: direction } }]"), 'plan/principles-too-many obligations.yaml:1'],
])('%s is found with its line', (_, obligations, fault) => {
  expect(faults(obligations)).toContain(fault)
})

test.each([
  ['a figure that nothing holds', "unit: 个 }", 'plan/quantity-holder quantities.yaml:1'],
  ['a figure that two things hold', 'unit: 个, target: a, parameter: 补助额 }', 'plan/quantity-holder quantities.yaml:1'],
  ['a figure that its target does not give', "unit: 个, target: b }", 'plan/quantity-differs quantities.yaml:1'],
  ['a figure held by a target that is not there', 'unit: 个, target: z }', 'plan/pack-reference quantities.yaml:1'],
])('%s is found with its line', (_, end, fault) => {
  expect(faults(sound, { 'quantities.yaml': `- { clause: '一.(一)', at: 45, value: '15', ${end}\n` })).toContain(fault)
})

test('a body whose name ends without a successor is found', () => {
  const organisations = soundFiles['organisations.yaml']!.replace('names: [{ zh: 县林业局, en: Forestry bureau }]', "names: [{ zh: 县林业局, en: Forestry bureau, until: '2022' }]")
  expect(faults(sound, { 'organisations.yaml': organisations })).toContain('plan/body-successor organisations.yaml:2')
})
