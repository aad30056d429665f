/** An invented plan and a hand-made snapshot in which every cell of every list can be checked in the head. */
import type { Pack, PackParameter } from '@bangfu/plan'
import type { SnapshotRows } from './snapshot-builder.ts'
import { testPack, type MeasureDraft } from './test-pack.ts'

export const parameters: readonly PackParameter[] = [
  {
    id: '收入标准', en: 'income line', type: 'number', unit: 'yuan', scale: 2,
    values: [{ value: '3000', places: ['211382'], source: '县文件', clause: '一.1' }, { unknown: { zh: '市里没有公布', en: 'not published' }, places: ['211324'], source: '未公布' }],
  },
]

/** Income: under a line that differs by county, amount by the gap. Care: disability. Keep: excludes care. House: a household once. School: members. Plaza: a village. Clinic: a facility. */
export const measures: readonly MeasureDraft[] = [
  { id: 'income', unit: 'person', cadence: 'month', eligibility: '生存状态 = "健在" and 户.人均纯收入 < 参数.收入标准', amount: 'round half up((参数.收入标准 - 户.人均纯收入) / 12, 2)' },
  { id: 'care', unit: 'person', eligibility: '生存状态 = "健在" and 持残疾证 and 残疾等级 in ("一级", "二级")', amount: '80', amountTo: '100.50' },
  { id: 'keep', unit: 'person', eligibility: '特困供养 = true', conflicts: [{ measure: 'care', reason: { zh: '不能同时领取', en: 'may not both be drawn' }, source: '某文件第三条' }] },
  { id: 'house', unit: 'household', cadence: 'once', eligibility: '危房级别 = "D级"' },
  { id: 'school', unit: 'household', eligibility: 'some 孩 in 成员 satisfies (孩.年龄 < 16 and 孩.学籍在读 = false)' },
  { id: 'plaza', unit: 'village', eligibility: '贫困村 and 文化广场达标 = false' },
  { id: 'clinic', unit: 'facility', eligibility: '设施类型 = "乡镇卫生院" and 达标 = false' },
]

export const targets: Pack['targets']['targets'] = [
  { id: 'left', clauses: ['一.1'], subject: { zh: '脱贫户', en: 'households out' }, operator: '=', value: '3', unit: '户', until: '2018', proof: { kind: 'computed', entity: 'household', count: '脱贫标志 = "脱贫"' }, headline: true },
  { id: 'standard', clauses: ['一.1'], subject: { zh: '卫生院达标', en: 'clinics' }, operator: '>=', value: '90', unit: '%', until: '2018', proof: { kind: 'computed', entity: 'facility', count: '达标', of: '设施类型 = "乡镇卫生院"' }, headline: true },
  { id: 'safe', clauses: ['一.1'], subject: { zh: '住房全部安全', en: 'all safe' }, operator: 'all', value: null, unit: '户', until: '2018', proof: { kind: 'computed', entity: 'household', count: '危房级别 in ("A级", "B级")', of: '脱贫标志 = "脱贫"' }, headline: true },
  { id: 'told', clauses: ['一.1'], subject: { zh: '村销号', en: 'villages out' }, operator: '=', value: '10', unit: '个', until: '2018', proof: { kind: 'reported', by: 'bureau' }, headline: true },
  { id: 'owing', clauses: ['一.1'], subject: { zh: '县退出', en: 'counties out' }, operator: '=', value: '2', unit: '个', until: '2018', proof: { kind: 'reported', by: 'bureau' }, headline: true },
]

export function storyPack(drop: readonly string[] = []): Pack {
  return testPack(measures.filter((m) => !drop.includes(m.id)).map((m) => ({ ...m, conflicts: (m.conflicts ?? []).filter((c) => !drop.includes(c.measure)) })), { parameters, targets })
}

/** Township 1 has lists, township 2 has none; county 211324 has no income line. */
export const [village1, village2, elsewhere] = ['211382101001', '211382102001', '211324101001'] as const

const person = (person_id: string, household_id: string, place: string, more: Record<string, string | boolean | null> = {}): Record<string, string | boolean | null> => ({ person_id, household_id, place, name: `名${person_id}`, life_status: '1', age: '40', on_tekun: false, source_list: 'R', ...more })

export const snapshot: SnapshotRows = {
  persons: [
    // Every cell of `care` in township 1 (list) and township 2 (none).
    person('c01', 'h1', village1, { disability_certificate: true, disability_grade: '1' }), person('c02', 'h1', village1, { disability_certificate: true, disability_grade: '2' }), person('c03', 'h2', village2, { disability_certificate: true, disability_grade: '1' }),
    person('c04', 'h1', village1, { disability_certificate: false }), person('c05', 'h1', village1, { disability_certificate: false }), person('c06', 'h2', village2, { disability_certificate: false }),
    person('c07', 'h1', village1, { disability_certificate: true }), person('c08', 'h1', village1, { disability_certificate: true, unknown_reasons: '{"disability_grade":"unreadable"}' }), person('c09', 'h2', village2, { disability_certificate: true }),
    person('c10', 'h1', village1, { disability_certificate: true, disability_grade: '1' }), person('c11', 'h1', village1, { disability_certificate: false }), person('c12', 'h1', village1, { disability_certificate: true }),
    // Holds both `keep` and `care`; holds `keep`, is entitled to `care`.
    person('k1', 'h1', village1, { on_tekun: true, disability_certificate: true, disability_grade: '1' }), person('k2', 'h1', village1, { on_tekun: true, disability_certificate: true, disability_grade: '1' }),
    // A child whose schooling is unknown; one whose age and schooling are; an adult of whom nobody asks.
    person('s1', 'h3', village1, { age: '9', birth_date: '2009-01-01', disability_certificate: false }), person('s2', 'h4', village1, { age: null, disability_certificate: false }), person('s3', 'h4', village1, { age: '40', disability_certificate: false }),
    person('s4', 'h5', village1, { age: '9', enrolled: false, disability_certificate: false }), person('s5', 'h6', village1, { age: '50', disability_certificate: false }),
    person('p1', 'h7', elsewhere, { disability_certificate: false }), person('x1', 'h8', elsewhere, { life_status: '2', disability_certificate: false }),
  ],
  households: [
    { household_id: 'h1', household_no: '001', head_name: '户一', place: village1, poverty_status: '1', income_per_head: '2399.95', house_grade: 'D', source_list: 'R', source_fields: '{"house_grade":"W"}' },
    { household_id: 'h2', place: village2, poverty_status: '1', house_grade: 'A', source_list: 'R' },
    { household_id: 'h3', place: village1, poverty_status: '0', income_per_head: '9000', house_grade: 'D' }, { household_id: 'h4', place: village1, poverty_status: '0', income_per_head: '9000' },
    { household_id: 'h5', place: village1, poverty_status: '1', income_per_head: '9000' }, { household_id: 'h6', place: village1, income_per_head: '9000', house_grade: 'A' },
    { household_id: 'h7', place: elsewhere, poverty_status: '0', income_per_head: '1000', house_grade: 'B' }, { household_id: 'h8', place: elsewhere, poverty_status: '0', house_grade: 'B' },
  ],
  villages: [{ village_id: 'v1', place: village1, poor_village: true, plaza_meets_standard: false }, { village_id: 'v2', place: village2, poor_village: true }, { village_id: 'v3', place: elsewhere, poor_village: false }],
  facilities: [
    { facility_id: 'f1', place: '211382101', kind: 'clinic', facility_name: '一院', meets_standard: true }, { facility_id: 'f2', place: '211382102', kind: 'clinic', facility_name: '二院', meets_standard: false },
    { facility_id: 'f3', place: '211324101', kind: 'clinic', facility_name: '三院' }, { facility_id: 'f4', place: '211324101', kind: 'school', facility_name: '一校', meets_standard: false },
  ],
  lists: [
    { list_id: 'R', kind: 'register', title: '国家系统导出', source: '扶贫办', as_of: '2018-06-01' }, { list_id: 'L', kind: 'care', title: '护理补贴名册', source: '民政局', as_of: '2018-06-20' },
    { list_id: 'K', kind: 'keep', title: '特困名册', source: '民政局', as_of: '2018-06-20' }, { list_id: 'W', kind: 'house', title: '危房台账', source: '住建局', as_of: '2018-05-01' },
  ],
  deliveries: [
    { delivery_id: '1', measure: 'care', subject_id: 'c01', period: '2018', amount_fen: '8000', list_id: 'L', list_row: '3' }, { delivery_id: '2', measure: 'care', subject_id: 'c04', period: '2018-05', amount_fen: '8000', list_id: 'L', list_row: '4' },
    { delivery_id: '3', measure: 'care', subject_id: 'c07', period: '2018', list_id: 'L', list_row: '5' }, { delivery_id: '4', measure: 'care', subject_id: 'k1', period: '2018', amount_fen: '8000', list_id: 'L', list_row: '6' },
    { delivery_id: '5', measure: 'care', subject_id: 'c02', period: '2017', amount_fen: '8000', list_id: 'L', list_row: '7' },
    { delivery_id: '6', measure: 'keep', subject_id: 'k1', period: '2018', list_id: 'K', list_row: '3' }, { delivery_id: '7', measure: 'keep', subject_id: 'k2', period: '2018', list_id: 'K', list_row: '4' },
    // Given once, long ago, and recorded on a member: the household has it.
    // A house once rebuilt is no longer grade D: no lead.
    { delivery_id: '9', measure: 'house', subject_id: 'h6', period: '2017', amount_fen: '2000000', list_id: 'W', list_row: '4' },
    { delivery_id: '8', measure: 'house', subject_id: 'c01', period: '2016', amount_fen: '2000000', list_id: 'W', list_row: '3' },
  ],
  coverage: [
    { measure: 'care', place: '211382101', period: '2018', list_id: 'L' }, { measure: 'keep', place: '211382101', period: '2018', list_id: 'K' }, { measure: 'house', place: '2113', period: '2018', list_id: 'W' },
    { measure: 'school', place: '211382101', period: '2018', list_id: 'R' }, { measure: 'plaza', place: '211382101001', period: '2018', list_id: 'R' }, { measure: 'clinic', place: '21', period: '2018', list_id: 'R' },
    // The income list of May speaks for May, not for June.
    { measure: 'income', place: '2113', period: '2018-05', list_id: 'R' },
  ],
  unmatched: [
    { list_id: 'L', list_row: '10', measure: 'care', period: '2018', place: '211382101', candidate_id: 'c10', reason: '姓名相近' }, { list_id: 'L', list_row: '11', measure: 'care', period: '2018', place: '211382101', candidate_id: 'c11', reason: '姓名相近' },
    { list_id: 'L', list_row: '12', measure: 'care', period: '2018', place: '211382101', candidate_id: 'c12', reason: '姓名相近' }, { list_id: 'L', list_row: '13', measure: 'care', period: '2018', place: '211382101', candidate_id: null, reason: '库内没有此人' },
  ],
  series: [{ indicator: 'told', place: '21', period: '2017', value: '7', unit: '个', source: '报表' }, { indicator: 'told', place: '21', period: '2018', value: '10', unit: '个', source: '报表' }],
}
