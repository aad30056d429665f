import { expect, test } from 'vitest'
import { soundFiles, writePack } from '../../test/write-pack.ts'
import { coverPack } from './cover-pack.ts'
import { formatCoverage } from './coverage-report.ts'
import { loadPack } from './loader.ts'

const obligations = `principles: [{ clause: '二', reason: { zh: 方向, en: direction } }]
obligations:
  - { id: first, kind: count, target: a, proof: { kind: reported, by: bureau, due: '2023', evidence: { zh: 报表, en: returns } } }
  - { id: grants, kind: coverage, clauses: ['一.(一)'], list: { zh: 果农, en: growers }, measures: [grant], proof: { kind: computed, query: { measure: grant } } }
  - { id: later, kind: standing, clauses: ['一.(一)'], condition: { zh: 保持, en: kept }, from: '2021', until: '2023', proof: { kind: not-yet, reason: { zh: 无数, en: no figures } } }
`
const more = `${soundFiles['clauses.yaml']!}- { id: '二', parent: null, title: { zh: 原则, en: Principle }, summary: { zh: 原则, en: Principle }, start: 90, end: 95 }
- { id: '三', parent: null, title: { zh: 其他, en: Other }, summary: { zh: 其他, en: Other }, start: 95, end: 99 }
`
const quantities = `- { clause: '一', at: 3, value: '15', unit: 个, target: a }
- { clause: '一', at: 9, value: '7', unit: 个, missing: { zh: 没有收, en: not held } }
- { clause: '一', at: 12, value: '3', unit: 年, background: { zh: 名称, en: a name } }
`
const files = { 'obligations.yaml': obligations, 'clauses.yaml': more, 'quantities.yaml': quantities }

test('a lowest clause is bound, a principle or unbound, and a heading goes with the clauses below', () => {
  const { clauses } = coverPack(loadPack(writePack(files)))
  expect(clauses.map((c) => [c.id, c.binding, c.obligations.join()])).toEqual([
    ['一', 'heading', 'first,grants,later'], ['一.(一)', 'bound', 'grants,later'], ['二', 'principle', ''], ['三', 'unbound', ''],
  ])
})

test('a clause is named through the clause above it, and the others name nobody', () => {
  const coverage = coverPack(loadPack(writePack(files)))
  expect(coverage.clauses.map((c) => c.namesSomebody)).toEqual([true, true, false, false])
  expect(coverage.clausesNamingNobody).toEqual(['二', '三'])
})

test('computed, reported and not-yet values are counted apart, and add up to the obligations', () => {
  const { kinds, obligations: all } = coverPack(loadPack(writePack(files)))
  expect(kinds).toHaveLength(13)
  expect(kinds.filter((k) => k.computed.length + k.reported.length + k.notYet.length > 0)).toEqual([
    { kind: 'count', computed: [], reported: ['first'], notYet: [] }, { kind: 'coverage', computed: ['grants'], reported: [], notYet: [] }, { kind: 'standing', computed: [], reported: [], notYet: ['later'] },
  ])
  expect(kinds.flatMap((k) => [...k.computed, ...k.reported, ...k.notYet])).toHaveLength(all.length)
})

test('an obligation takes its clauses and words from its target', () => {
  const first = coverPack(loadPack(writePack(files))).obligations[0]!
  expect([first.clauses, first.says.zh, first.target?.value]).toEqual([['一'], '甲', '15'])
})

test('figures that the pack should hold and does not are named by clause and place', () => {
  const { quantities: figures } = coverPack(loadPack(writePack(files)))
  expect(figures).toEqual({ total: 3, inTargets: 1, inParameters: 0, inDesignations: 0, background: 1, missing: ['一@9'] })
})

test('a successor takes duties over, and a body that only delivers or is only named says so', () => {
  const organisations = `organisations:
  - { id: bureau, level: county, names: [{ zh: 县林业局, en: Forestry bureau, until: '2021-06' }], successors: [{ id: next, on: '2021-06', source: 某文 }] }
  - { id: next, level: county, names: [{ zh: 县林草局, en: Forestry and grass bureau }] }
  - { id: society, level: county, names: [{ zh: 果协, en: Society }], successorUnknown: { zh: 不知, en: not known } }
classes:
  - { id: towns, zh: 各乡镇政府, en: township governments, levels: [township], bodies: [{ zh: 人民政府, en: Government }] }
`
  const { bodies } = coverPack(loadPack(writePack({ ...files, 'organisations.yaml': organisations })))
  expect(bodies.map((b) => [b.id, b.part, b.duties, b.succession])).toEqual([['bureau', 'assigned', 1, 'succeeded'], ['next', 'taken-over', 0, 'continues'], ['society', 'named', 0, 'unknown'], ['towns', 'named', 0, 'class']])
})

test('the printed report carries the counts and the open ids in both languages', () => {
  const coverage = coverPack(loadPack(writePack(files)))
  expect(formatCoverage(coverage, 'zh')).toContain('没有绑定：1  三')
  expect(formatCoverage(coverage, 'en')).toContain('missing: 1  一@9')
})
