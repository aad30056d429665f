/** A small sound pack written to a temporary folder; a test spoils one thing in it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const soundFiles: Readonly<Record<string, string>> = {
  'pack.yaml': `format: bangfu.pack/1
id: orchard
title: { zh: 果园, en: Orchards }
document: { title: 果园三年计划, sha256: '${'0'.repeat(64)}', characters: 100 }
inForce: { from: '2021', until: '2023' }
place: '35'
subjects: { zh: 果农, en: growers }
`,
  'clauses.yaml': `- { id: '一', parent: null, title: { zh: 目标, en: Goals }, summary: { zh: 目标, en: Goals }, start: 0, end: 40 }
- { id: '一.(一)', parent: '一', title: { zh: 分年, en: By year }, summary: { zh: 分年, en: By year }, start: 40, end: 90 }
`,
  'organisations.yaml': `organisations:
  - { id: bureau, level: county, names: [{ zh: 县林业局, en: Forestry bureau }] }
classes:
  - { id: towns, zh: 各乡镇政府, en: township governments, levels: [township], bodies: [{ zh: 人民政府, en: Government }] }
`,
  'duties.yaml': `- { clauses: ['一'], role: lead, body: bureau }\n`,
  'places.yaml': `{ kinds: [], designations: [] }\n`,
  'targets.yaml': `targets:
  - { id: a, clauses: ['一'], subject: { zh: 甲, en: a }, operator: '=', value: '15', unit: 个, until: '2022', proof: { kind: reported, by: bureau } }
  - { id: b, clauses: ['一'], subject: { zh: 乙, en: b }, operator: '=', value: '9', unit: 个, until: '2023', proof: { kind: computed, entity: household, count: '危房户 = true' } }
  - { id: c, clauses: ['一'], subject: { zh: 丙, en: c }, operator: '=', value: '24', unit: 个, until: '2023', proof: { kind: reported, by: bureau } }
arithmetic:
  - { says: { zh: 两年合计, en: Both years }, parts: [a, b], relation: '=', whole: c }
`,
  'parameters.yaml': `- id: 低保标准
  en: living_line
  type: number
  unit: yuan
  values:
    - { value: '4000.00', from: '2021', source: 甲文 }
    - { value: '4500.00', from: '2021', places: ['3501'], source: 乙文 }
- id: 补助额
  en: grant
  type: number
  unit: yuan
  values: [{ unknown: { zh: 未公布, en: not published }, source: 无 }]
`,
  'measures/grant.yaml': `id: grant
name: { zh: 补助, en: Grant }
publicTitle: { zh: 补助, en: Grant }
clauses: ['一']
inForce: { from: '2021', until: '2023' }
unit: household
cadence: year
deliveredBy: bureau
eligibility: 人均纯收入 < 参数.低保标准
amount: 参数.低保标准 - 人均纯收入
reading: { zh: 收入低的户, en: Low income }
cases:
  - { title: { zh: 低, en: low }, asOf: '2022-06-30', facts: { 人均纯收入: '3999.99' }, expect: 'yes', amount: '0.01' }
  - { title: { zh: 高, en: high }, asOf: '2022-06-30', facts: { 人均纯收入: '4000' }, expect: 'no' }
  - { title: { zh: 不知, en: unknown }, asOf: '2022-06-30', expect: undetermined, amount: null }
`,
  'overlays/demo.yaml': `id: demo
title: { zh: 演示, en: Demo }
demonstration: true
parameters:
  - { id: 补助额, en: grant, type: number, unit: yuan, values: [{ value: '100.00', source: 演示 }] }
`,
}

/** Folder of the pack with some files replaced; undefined leaves a file out. */
export function writePack(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-pack-'))
  for (const [file, text] of Object.entries({ ...soundFiles, ...changes })) {
    if (text === undefined) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** One file with a text in it replaced; fails when the text is not there. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = soundFiles[file]!
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
  return { [file]: text.replace(from, to) }
}
