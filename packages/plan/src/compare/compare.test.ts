import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { proposeItems } from '../draft/propose-items.ts'
import { reviewItems } from '../draft/review-items.ts'
import { loadPack } from '../pack/loader.ts'
import { readPlan } from '../read/read-plan.ts'
import { bodyRoot, isShortFormOf, sameRoot } from './body-root.ts'
import { comparePlans } from './compare-plans.ts'
import { comparedItems, comparedPack, namedClauses } from './compared-sources.ts'
import type { ComparedPlan } from './compared-plan.ts'

const samples = new URL('../../samples/', import.meta.url)
function planOf(text: string): ComparedPlan {
  const reading = readPlan(text)
  return comparedItems(reading.document, reviewItems(proposeItems(reading).items, []), text)
}
const sample = (name: string) => planOf(readFileSync(new URL(name, samples), 'utf8'))
const county = sample('compare/county-under-province.txt')
const province = comparedPack(loadPack(new URL('../../../../packs/liaoning-2018-2020', import.meta.url).pathname))

describe('plans that have nothing to do with each other', () => {
  test.each([['water-county.txt', 'tourism-city.txt'], ['jobs-province.txt', 'school-city.txt'], ['disability-province.txt', 'coldchain-city.txt']])('%s and %s answer no target of each other', (a, b) => {
    expect(comparePlans(sample(a), sample(b)).clauses.flatMap((c) => c.targets).filter((t) => t.lower !== null)).toEqual([])
  })
})

test('a plan laid beside itself answers every clause and target with the same figure', () => {
  for (const name of ['transition-county.txt', 'relief-prefecture.txt']) {
    const { counts, own } = comparePlans(sample(name), sample(name))
    expect([name, counts.targets['other-figure'], counts.targets['not-answered'], counts.clauses['not-answered'], counts.bodies.missing, own.length]).toEqual([name, 0, 0, 0, 0, 0])
  }
})

describe('the invented county under the province plan', () => {
  const { clauses, own, counts } = comparePlans(province, county)
  const target = (words: RegExp) => clauses.flatMap((c) => c.targets).find((t) => words.test(t.upper.words))!

  test('answers some targets with the same figure', () => {
    expect([/^2018年农村低保/, /^撤并建制村/, /D级危房翻建/, /居民养老保险全覆盖/, /新增病种/].map((words) => target(words).state)).toEqual(Array.from({ length: 5 }, () => 'answered'))
  })

  test('answers others with a figure of its own, which may be its share of a total', () => {
    expect([target(/^2019年农村公路/), target(/^2018年贫困残疾人/)].map((t) => [t.state, t.lower?.value, t.mayBeShare])).toEqual([['other-figure', '140', true], ['other-figure', '700', true]])
    expect(target(/自付比例/)).toMatchObject({ state: 'other-figure', mayBeShare: false, lower: { value: '15' } })
  })

  test('says nothing to what the county leaves out, and keeps the county\'s own apart', () => {
    expect([target(/文化广场改造/).state, target(/小额信贷/).state]).toEqual(['not-answered', 'not-answered'])
    expect(own.filter((o) => o.kind === 'clause').map((o) => o.clause)).toContain('四.(二)')
  })

  test('takes a figure of the same year, and gives a reason for every match', () => {
    const matched = clauses.flatMap((c) => c.targets).filter((t) => t.lower !== null)
    // Full coverage has one deadline; a figure of another year would be another target.
    expect(matched.filter((t) => t.upper.operator !== 'all' && t.basis[0]!.kind !== 'parts' && (t.deadline === 'later' || t.deadline === 'earlier'))).toEqual([])
    expect(matched.every((t) => t.basis.length > 0)).toBe(true)
    expect(clauses.filter((c) => c.lower !== null).every((c) => c.basis.length > 0)).toBe(true)
    expect(counts.targets.answered + counts.targets['other-figure']).toBe(matched.length)
  })

  test('puts bodies of the same work beside each other', () => {
    const road = clauses.find((c) => c.clause === '三.(一).6')!
    expect(road.bodies.map((b) => [b.name, b.lower?.name])).toContainEqual(['辽宁省交通运输厅', '县交通运输局'])
    expect(road.lowerBodies.map((b) => b.name)).toEqual(['县财政局'])
  })
})

describe('gold: what the lower plan answers, by our own reading', () => {
  const pairs = (upper: ComparedPlan, lower: ComparedPlan) => comparePlans(upper, lower).clauses.flatMap((c) => c.targets).filter((t) => t.lower !== null).map((t) => `${t.upper.clause} ${t.upper.value ?? t.upper.operator} ${t.upper.unit} → ${t.lower!.clause} ${t.lower!.value ?? t.lower!.operator} ${t.lower!.unit}`.replace(/ {2,}/g, ' '))

  test('a county under its prefecture, in another field: every pair and no other; other names, other units, and a total in parts', () => {
    expect(pairs(sample('compare/fitness-prefecture.txt'), sample('compare/fitness-county.txt'))).toEqual([
      '一 2.8 平方米 → 一 3 平方米', '一 42 % → 一 42 %', '一 2.6 名 → 一 2.4 名',
      '二.(一) 900 公里 → 二.(一) 72 公里', '二.(一) 280 公里 → 二.(一) 21000 米', '二.(一) 300 公里 → 二.(一) 24 公里', '二.(一) 320 公里 → 二.(一) 27 公里',
      '二.(二) 16 个 → 二.(二) 2 个', '二.(二) 40 公顷 → 二.(二) 75 亩', expect.stringMatching(/^二\.\(三\) all .*→ 二\.\(三\) all/), '二.(三) 6000 件 → 二.(三) 380 件',
      expect.stringMatching(/^二\.\(四\) 90 % → 二\.\(四\) 9/), '三.(一) 60 场次 → 三.(一) 12 场次', '三.(二) 93 % → 三.(二) 92 %',
    ])
  })

  test('the invented county under the province: at least 27 of the 31 that we read, and two totals in parts', () => {
    const targets = comparePlans(province, county).clauses.flatMap((c) => c.targets).filter((t) => t.lower !== null)
    const sums = targets.filter((t) => t.basis.some((b) => b.kind === 'parts'))
    expect(targets.length - sums.length).toBeGreaterThanOrEqual(27)
    expect(sums.map((t) => [t.upper.value, t.lower!.value])).toEqual([['604', '21'], ['30000', '1100']])
    const lower = (words: RegExp) => targets.find((t) => words.test(t.upper.words))?.lower?.words
    expect([lower(/饮水都安全/), lower(/义务教育适龄/), lower(/贫困残疾人都进低保/), lower(/^选派干部/)]).toEqual([expect.stringContaining('安全'), expect.stringContaining('失学'), expect.stringContaining('低保'), expect.stringContaining('驻村干部')])
  })
})

describe('what is not the same', () => {
  const plan = (words: string) => planOf(`某县方案(2024-2026年)\n一、任务\n(一)任务。${words}\n`)
  const answered = (a: string, b: string) => comparePlans(plan(a), plan(b)).clauses.flatMap((c) => c.targets).map((t) => t.state)
  test.each([
    ['metres and mu', '到2026年,新建绿道30公里。', '到2026年,新建绿道30亩。'],
    ['something new and something done over', '2026年新建村卫生室20所。', '2026年改造村卫生室20所。'],
    ['two things of one sentence', '2026年建设冷库5座。', '2026年培训农民300人次,建设大棚5座。'],
  ])('%s', (_, a, b) => { expect(answered(a, b)).toEqual(['not-answered']) })
  test('the same figure in another unit is the same figure', () => {
    expect(answered('2026年新建绿道3公里。', '2026年新建绿道3000米。')).toEqual(['answered'])
    expect(answered('2026年人工造林20公顷。', '2026年人工造林300亩。')).toEqual(['answered'])
  })
  test('parts answer a total only where the upper plan\'s own parts add up to it', () => {
    const lower = '2024年修水渠4公里,2025年修水渠5公里。'
    const totals = (upper: string) => comparePlans(plan(upper), plan(lower)).clauses.flatMap((c) => c.targets).filter((t) => t.basis.some((b) => b.kind === 'parts')).map((t) => t.lower?.value)
    expect([totals('两年修水渠90公里,其中2024年40公里,2025年50公里。'), totals('两年修水渠95公里,其中2024年40公里,2025年50公里。')]).toEqual([['9'], []])
  })
})

test('what an officer parted never comes again, and what an officer joined stands', () => {
  const before = comparePlans(province, county).clauses.flatMap((c) => c.targets).find((t) => t.upper.words.includes('自付比例'))!
  const key = `${before.upper.id}|${before.lower!.id}`
  const parted = comparePlans(province, county, new Map([[key, 'part']])).clauses.flatMap((c) => c.targets).find((t) => t.upper.id === before.upper.id)!
  expect(parted.lower?.id).not.toBe(before.lower!.id)
  const other = county.targets.find((t) => t.subject.includes('特岗'))!
  const joined = comparePlans(province, county, new Map([[`${before.upper.id}|${other.id}`, 'confirm']])).clauses.flatMap((c) => c.targets).find((t) => t.upper.id === before.upper.id)!
  expect(joined).toMatchObject({ decided: true, lower: { id: other.id }, basis: [{ kind: 'officer' }] })
})

test('a lower plan that names a clause of the upper is taken at its word', () => {
  const upper = planOf('云岭省方案(2024年)\n一、目标\n(一)总目标。多做实事。\n二、任务\n(一)修桥。修好危桥。\n(二)种树。多种松树。\n')
  const lower = planOf('柏县方案(2024年)\n一、绿化行动\n落实省方案第二部分第(一)条,把过河的事办好。\n')
  const match = comparePlans(upper, lower).clauses.find((c) => c.clause === '二.(一)')!
  expect(match).toMatchObject({ state: 'answered', lower: { id: '一' } })
  expect(match.basis[0]).toEqual({ kind: 'cited', says: '二.(一)' })
  expect([namedClauses('落实省方案第二部分第(一)条'), namedClauses('按《意见》(省发〔2024〕1号)第3条办'), namedClauses('本方案一经印发'), namedClauses('计划三年完成')]).toEqual([['二.(一)'], ['3'], [], []])
})

test('roots of bodies: level and kind of office left out, short forms known', () => {
  expect(['辽宁省财政厅', '县财政局', '省发展和改革委员会', '市教育局'].map(bodyRoot)).toEqual(['财政', '财政', '发展和改革', '教育'])
  expect([sameRoot('人社', '人力资源和社会保障'), sameRoot('发改', '发展和改革'), isShortFormOf('人民', '人力资源和社会保障'), sameRoot('民政', '财政')]).toEqual([true, true, false, false])
})
