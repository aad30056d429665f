import { sha256Hex } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { soundFiles, writePack } from '../../test/write-pack.ts'
import { readPlan } from '../read/read-plan.ts'
import { checkAgainstReading } from './check-against-reading.ts'
import { loadPack } from './loader.ts'

const text = `果园三年计划
一、目标
(一)分年。2022年新建果园15个,2023年新建9个,按《果园建设办法》(果发〔2021〕3号)验收,每户都要有一名技术员上门指导剪枝和施肥。
县林业局负责,县水利局配合
`
const at = (words: string): number => text.indexOf(words)
const ledger = `- { clause: '一.(一)', at: ${at('15个')}, value: '15', unit: 个, target: a }
- { clause: '一.(一)', at: ${at('9个')}, value: '9', unit: 个, target: b }
`
const sound = {
  'pack.yaml': soundFiles['pack.yaml']!.replace('0'.repeat(64), sha256Hex(text)) + "requires: [{ number: 果发〔2021〕3号, title: 《果园建设办法》, clauses: ['一'], held: false }]\n",
  'organisations.yaml': soundFiles['organisations.yaml']!.replace('classes:', '  - { id: water, level: county, names: [{ zh: 县水利局, en: Water bureau }] }\nclasses:'),
  'quantities.yaml': ledger,
}

function faults(changes: Readonly<Record<string, string>> = {}, document = text): string[] {
  const reading = readPlan(document)
  return checkAgainstReading(loadPack(writePack({ ...sound, ...changes })), document, reading).map((p) => `${p.code} ${p.details.figure ?? p.details.body ?? p.details.document ?? p.details.words}`)
}

/** Targets in words (每户都) that the reader also finds, so that the ledger below stays about figures. */
const wordsHeld = readPlan(text).targets.filter((t) => t.value === null).map((t) => `- { clause: '一.(一)', at: ${t.start}, value: null, unit: '-', background: { zh: 某, en: x } }\n`).join('')

test('a pack that holds every figure, body and document of its text has no fault', () => {
  expect(faults({ 'quantities.yaml': ledger + wordsHeld })).toEqual([])
})

test('a figure that the ledger does not name is found by its words', () => {
  expect(faults({ 'quantities.yaml': ledger.split('\n')[0]! + '\n' + wordsHeld })).toContain('plan/figure-unheld 9')
})

test('a body with a duty that the pack does not know is found', () => {
  expect(faults({ 'quantities.yaml': ledger + wordsHeld, 'organisations.yaml': soundFiles['organisations.yaml']! })).toEqual(['plan/body-unheld 县水利局'])
})

test('a cited document that the pack does not require is found', () => {
  expect(faults({ 'quantities.yaml': ledger + wordsHeld, 'pack.yaml': soundFiles['pack.yaml']!.replace('0'.repeat(64), sha256Hex(text)) })).toEqual(['plan/document-unheld 果发〔2021〕3号'])
})

test('words of the document in a measure are found with file and line, and quoted', () => {
  const measure = soundFiles['measures/grant.yaml']!.replace('zh: 收入低的户', 'zh: 每户要有一名技术员上门指导剪枝和施肥')
  const pack = loadPack(writePack({ ...sound, 'quantities.yaml': ledger + wordsHeld, 'measures/grant.yaml': measure }))
  const [fault, ...rest] = checkAgainstReading(pack, text, readPlan(text))
  expect(rest).toEqual([])
  expect(fault).toMatchObject({ code: 'plan/shared-words', details: { file: 'measures/grant.yaml', line: 11, words: '要有一名技术员上门指导剪枝和施肥' } })
})

test('in another text the positions of the ledger are not looked at', () => {
  const other = text.replace('15个', '16个')
  expect(faults({ 'quantities.yaml': `- { clause: '一.(一)', at: 1, value: '15', unit: 个, target: a }\n` }, other)).toEqual([])
})
