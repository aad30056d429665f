import { expect, test } from 'vitest'
import { ProblemError } from '@bangfu/kernel'
import { changed, writePack } from '../../test/write-pack.ts'
import { loadPack } from './loader.ts'
import { unwrittenOf, unwrittenPlace } from './pack-origin.ts'

function faultsOf(folder: string, overlay?: string): readonly string[] {
  try {
    loadPack(folder, { overlay })
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map((p) => `${p.code} ${p.details.file ?? ''}:${p.details.line ?? ''}`)
  }
}

test('a folder without a pack is refused by name', () => {
  expect(faultsOf('/nowhere')).toEqual(['plan/pack-folder-missing :'])
})

test('every fault of form is found at once, each with its file and line', () => {
  const folder = writePack({
    ...changed('clauses.yaml', '分年', '一个长得远远超过了二十四个汉字上限因而不能放在页面上的条款标题'),
    ...changed('pack.yaml', "place: '35'\n", ''),
    'duties.yaml': undefined,
    'extra.yaml': '[]',
    'places.yaml': 'kinds: [\n',
  })
  expect(faultsOf(folder)).toEqual(['plan/pack-file-unknown extra.yaml:', 'plan/pack-schema pack.yaml:1', 'plan/pack-schema clauses.yaml:2', 'plan/pack-file-missing duties.yaml:', 'plan/pack-yaml places.yaml:2'])
})

test('references between values are refused: a short file would become gigabytes, or hold itself', () => {
  const bomb = Array.from({ length: 10 }, (_, i) => `a${i}: &a${i} [${Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join(', ')}]`).join('\n')
  expect(faultsOf(writePack({ 'places.yaml': bomb, 'parameters.yaml': 'a: &a\n  b: *a\n' }))).toEqual(['plan/pack-yaml places.yaml:2', 'plan/pack-yaml parameters.yaml:2'])
})

test('a number without quotes is refused, because YAML would round it', () => {
  expect(faultsOf(writePack(changed('targets.yaml', "value: '15'", 'value: 15')))).toEqual(['plan/pack-schema targets.yaml:2'])
})

test('an overlay that does not exist is refused with the ones that do', () => {
  expect(faultsOf(writePack(), 'other')).toEqual(['plan/overlay-missing :'])
})

test('what nobody has written is said in words, found with its line, and changes nothing for a pack without any', () => {
  const pack = loadPack(writePack({ ...changed('clauses.yaml', 'summary: { zh: 目标, en: Goals }', 'summary: { zh: not-yet, en: not-yet }'), ...changed('targets.yaml', 'en: a }', 'en: not-yet }'), ...changed('parameters.yaml', 'en: grant', 'en: not-yet') }))
  expect([pack.clauses[0]!.summary, pack.targets.targets[0]!.subject, pack.parameters[1]!.en]).toEqual([{ zh: '（待写）', en: '(not written yet)' }, { zh: '甲', en: '甲' }, '补助额'])
  expect(unwrittenOf(pack).map((u) => [u.kind, u.id, unwrittenPlace(pack, u)])).toEqual([
    ['summary', '一', { file: 'clauses.yaml', line: 1 }], ['english', 'a', { file: 'targets.yaml', line: 2 }], ['english', '补助额', { file: 'parameters.yaml', line: 8 }],
  ])
  expect(unwrittenOf(loadPack(writePack()))).toEqual([])
})

test('a term written as years begins and ends on days', () => {
  expect(loadPack(writePack()).pack.inForce).toEqual({ from: '2021-01-01', until: '2023-12-31' })
})

test('the hash changes with the content and with the overlay, and with nothing else', () => {
  const plain = loadPack(writePack())
  expect(loadPack(writePack()).hash).toBe(plain.hash)
  expect(loadPack(writePack(), { overlay: 'demo' }).hash).not.toBe(plain.hash)
  expect(loadPack(writePack(changed('targets.yaml', "'24'", "'25'"))).hash).not.toBe(plain.hash)
})

test('an overlay fills what is unknown and leaves the rest', () => {
  const pack = loadPack(writePack(), { overlay: 'demo' })
  expect(pack.overlay).toEqual({ id: 'demo', title: { zh: '演示', en: 'Demo' }, demonstration: true })
  expect(pack.parameters.map((p) => p.values.map((v) => v.value))).toEqual([['4000.00', '4500.00'], ['100.00']])
})
