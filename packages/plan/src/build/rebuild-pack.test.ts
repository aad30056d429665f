import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftEffort } from '../draft/draft-effort.ts'
import { draftFolder } from '../draft/draft-folder.ts'
import { proposeItems } from '../draft/propose-items.ts'
import { reviewItems } from '../draft/review-items.ts'
import { checkPack } from '../pack/check-pack.ts'
import { loadPack } from '../pack/loader.ts'
import { readPlan } from '../read/read-plan.ts'
import { buildPack } from './build-pack.ts'
import { builtFiles, rebuildFolder, type RebuiltFolder } from './built-folder.ts'
import type { BuiltPack } from './built-pack.ts'
import { joinValue, type Clash } from './three-way.ts'

const text = [
  '苇塘县渡口安全整治方案(2025-2026年)', '', '一、目标', '到2026年,改造渡口14处,更新渡船30艘。', '二、任务', '(一)改造渡口。每处补助8万元。', '县交通运输局负责', '(二)培训船工。培训船工120人次。', '县人社局负责', '',
].join('\n')
const choices = { place: '211322' }
function built(words: string): BuiltPack {
  const { document, items } = proposeItems(readPlan(words))
  const reviewed = reviewItems(items, items.map((item, i) => ({ no: i, batch: `b${i}`, actor: '县办', at: '2025-01-01T00:00:00Z', kept: false, item: item.id, act: 'accept' as const })))
  return buildPack(draftFolder(document, reviewed, draftEffort(reviewed, [])), { ...choices, text: words })
}
function folderOf(words: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-rebuilt-'))
  for (const file of builtFiles(built(words))) writeFileSync(join(folder, file.path), file.text)
  return folder
}
function edit(folder: string, file: string, from: string, to: string): void {
  const before = readFileSync(join(folder, file), 'utf8')
  expect(before).toContain(from)
  writeFileSync(join(folder, file), before.replace(from, to))
}
function rebuild(folder: string, words: string): RebuiltFolder {
  const result = rebuildFolder(folder, built(words))
  for (const file of result.files) writeFileSync(join(folder, file.path), file.text)
  return result
}
const renumbered = text.replace('(一)改造渡口', '(一)巡查水域。每周巡查水域2次。\n县水利局负责\n(二)改造渡口').replace('(二)培训船工', '(三)培训船工').replace('14处', '16处')

describe('a rebuild', () => {
  test('of the same document changes no file', () => {
    const folder = folderOf(text)
    expect(rebuild(folder, text)).toEqual({ files: [expect.objectContaining({ path: 'built.json' })], notes: [] })
  })

  test('keeps what a person wrote on a clause that is renumbered, and takes the new figure', () => {
    const folder = folderOf(text)
    const ids = loadPack(folder).targets.targets.map((t) => [t.subject.zh, t.id])
    edit(folder, 'clauses.yaml', '改造渡口\n    en: not-yet\n  titleIsHeading: true\n  summary:\n    zh: not-yet', '渡口改造\n    en: Ferry landings\n  summary:\n    zh: 县里出钱修渡口。')
    expect(rebuild(folder, renumbered).notes).toEqual([])
    const pack = loadPack(folder)
    expect(checkPack(pack)).toEqual([])
    expect(pack.clauses.find((c) => c.id === '二.(二)')).toMatchObject({ title: { zh: '渡口改造', en: 'Ferry landings' }, summary: { zh: '县里出钱修渡口。' } })
    expect(pack.clauses.find((c) => c.id === '二.(一)')).toMatchObject({ title: { zh: '巡查水域' }, summary: { zh: '（待写）' } })
    expect(pack.targets.targets.find((t) => t.value === '16')!.id).toBe(ids.find(([subject]) => /渡口/.test(subject!))![1])
    expect(pack.targets.targets.filter((t) => ids.some(([, id]) => id === t.id))).toHaveLength(ids.length)
  })

  test('keeps a proof, an obligation and a measure that a person wrote, and what a person took out stays out', () => {
    const folder = folderOf(text)
    const before = loadPack(folder)
    const boat = before.targets.targets.find((t) => /船/.test(t.subject.zh))!
    edit(folder, 'targets.yaml', `id: ${boat.id}\n`, `id: ${boat.id}\n    headline: true\n`)
    edit(folder, 'obligations.yaml', 'obligations:\n', `obligations:\n  - { id: own-words, kind: event, clauses: ['二.(二)'], event: { zh: 结业考试, en: a test at the end }, cadence: year, until: null, proof: { kind: not-yet, reason: { zh: 名册没有, en: no list } } }\n`)
    edit(folder, 'duties.yaml', /- clauses:\n {4}- 二\.\(二\)\n {2}role: responsible\n {2}body: \S+\n/.exec(readFileSync(join(folder, 'duties.yaml'), 'utf8'))![0], '')
    rebuild(folder, renumbered)
    const pack = loadPack(folder)
    expect(checkPack(pack)).toEqual([])
    expect(pack.targets.targets.find((t) => t.id === boat.id)!.headline).toBe(true)
    expect(pack.obligations.obligations.find((o) => o.id === 'own-words')!.clauses).toEqual(['二.(三)'])
    expect(pack.duties.filter((d) => d.clauses.includes('二.(三)'))).toEqual([])
    expect(pack.duties.some((d) => d.clauses.includes('二.(一)'))).toBe(true)
  })

  test('says where a person and the document both changed the same thing, and keeps the person\'s', () => {
    const folder = folderOf(text)
    edit(folder, 'targets.yaml', 'value: "14"', 'value: "15"')
    edit(folder, 'quantities.yaml', 'value: "14"', 'value: "15"')
    const { notes } = rebuild(folder, text.replace('14处', '16处'))
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'clash', file: 'targets.yaml', at: 'value', written: '15', built: '16' }))
    expect(loadPack(folder).targets.targets.map((t) => t.value)).toContain('15')
  })

  test('says what somebody had written on a clause that is gone, and lets nothing of it fall on another clause', () => {
    const folder = folderOf(text)
    edit(folder, 'clauses.yaml', '培训船工\n    en: not-yet\n  titleIsHeading: true\n  summary:\n    zh: not-yet', '培训\n    en: Training\n  summary:\n    zh: 船工要有证。')
    const { notes } = rebuild(folder, text.replace('(二)培训船工。培训船工120人次。\n县人社局负责', '(二)整治河道。整治河道9公里。\n县水利局负责'))
    expect(notes.filter((n) => n.kind === 'gone').map((n) => [n.file, n.id])).toContainEqual(['clauses.yaml', 'gone:二.(二)'])
    expect(loadPack(folder).clauses.find((c) => c.id === '二.(二)')).toMatchObject({ title: { zh: '整治河道' }, summary: { zh: '（待写）' } })
  })

  test('may be made again and again: a second rebuild of the same document changes nothing', () => {
    const folder = folderOf(text)
    edit(folder, 'clauses.yaml', 'zh: not-yet', 'zh: 两年要做到的事。')
    rebuild(folder, renumbered)
    expect(rebuild(folder, renumbered).files.map((f) => f.path)).toEqual(['built.json'])
  })
})

describe('joining three', () => {
  const value = fc.oneof(fc.string(), fc.constant(undefined), fc.record({ zh: fc.string(), en: fc.string() }))
  test('what nobody touched is the new, what only a person touched is the person\'s', () => {
    fc.assert(fc.property(value, value, (a, b) => {
      const clashes: Clash[] = []
      expect([joinValue(a, a, b, '', clashes), joinValue(a, b, a, '', clashes)]).toEqual([b, b])
      expect(clashes).toEqual([])
    }))
  })
  test('an officer who took a field out keeps it out, and a clash is said once', () => {
    const clashes: Clash[] = []
    expect(joinValue({ a: '1', b: '2' }, { a: '1' }, { a: '3', b: '4' }, '', clashes)).toEqual({ a: '3' })
    expect(clashes).toEqual([{ at: 'b', written: null, built: '4' }])
  })
})
