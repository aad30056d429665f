/** Ten measures of the usual kinds, for speed: their rules are written a second time by hand in `hand-written.ts`. */
import { canonicalJson, sha256Hex } from '@bangfu/kernel'
import type { Pack, PackMeasure, PackParameter } from '@bangfu/plan'

const living = '生存状态 in ("健在", "失联")'
const stillPoor = '户.脱贫标志 in ("未脱贫", "预脱贫", "返贫")'

type Draft = Pick<PackMeasure, 'id' | 'unit' | 'eligibility'> & Partial<PackMeasure>
const drafts: readonly Draft[] = [
  { id: 'm1', unit: 'person', eligibility: `${living} and ${stillPoor} and 特困供养 = false and 户.人均纯收入 < 参数.低保标准`, amount: 'round half up((参数.低保标准 - 户.人均纯收入) / 12, 2)' },
  { id: 'm2', unit: 'person', eligibility: `${living} and 持残疾证 and 残疾等级 in ("一级", "二级")`, amount: '参数.护理补贴' },
  { id: 'm3', unit: 'person', eligibility: `${living} and 持残疾证 and (享受低保 or (some m in 户.成员 satisfies (m.享受低保 and m.生存状态 in ("健在", "失联"))))`, amount: '参数.生活补贴' },
  { id: 'm4', unit: 'person', eligibility: `${living} and ${stillPoor} and 参加居民养老保险 and 年龄 < 参数.领取年龄`, amount: '参数.最低缴费档' },
  { id: 'm5', unit: 'person', eligibility: `${living} and ${stillPoor} and 年龄 >= 16 and 务工时间 > 0 and 务工区域 in ("乡(镇)内", "乡(镇)外县内") and known(劳动合同开始日期) and 劳动合同开始日期 <= 今日 and 公益岗 = false`, amount: 'round half up(参数.最低工资 * 0.3, 2)' },
  { id: 'm6', unit: 'person', eligibility: `${living} and 年龄 >= 6 and 年龄 < 15 and 学籍在读 = false` },
  { id: 'm7', unit: 'person', eligibility: `${living} and list contains(健康状况, "患有大病") and 大病病种 in ("胃癌", "终末期肾病", "肺癌")` },
  { id: 'm8', unit: 'household', eligibility: '脱贫标志 in ("未脱贫", "预脱贫", "返贫") and 危房级别 = "D级" and (some m in 成员 satisfies m.生存状态 in ("健在", "失联"))', amount: '参数.翻建补助' },
  { id: 'm9', unit: 'household', eligibility: '饮水安全 = false' },
  { id: 'm10', unit: 'village', eligibility: '贫困村 and 文化广场达标 = false' },
]

const amounts: Readonly<Record<string, [string, string]>> = {
  低保标准: ['dibao standard', '3850.00'], 护理补贴: ['care allowance', '80.00'], 生活补贴: ['living allowance', '80.00'], 领取年龄: ['pension age', '60'], 最低缴费档: ['lowest tier', '100.00'],
  最低工资: ['minimum wage', '1420.00'], 翻建补助: ['rebuilding grant', '20000.00'],
}
const unitOf = (id: string): string => (id === '领取年龄' ? 'year' : 'yuan')

export function benchPack(): Pack {
  const measures: PackMeasure[] = drafts.map((draft) => ({
    name: { zh: `措施${draft.id}`, en: draft.id }, publicTitle: { zh: draft.id, en: draft.id }, clauses: ['一.1'], inForce: { from: '2018', until: '2020' }, cadence: 'year', deliveredBy: 'bureau', evidence: [], conflicts: [],
    reading: { zh: '够条件的都给。', en: 'Whoever qualifies gets it.' }, cases: [], ...draft,
  }))
  const parameters: PackParameter[] = Object.entries(amounts).map(([id, [en, value]]) => ({ id, en, type: 'number', unit: unitOf(id), scale: value.includes('.') ? 2 : 0, values: [{ value, source: 'bench' }] }))
  const content = {
    pack: { format: 'bangfu.pack/1' as const, id: 'bench', title: { zh: '测速', en: 'bench' }, document: { title: '测速', sha256: '0'.repeat(64), characters: 1 }, inForce: { from: '2018', until: '2020' }, place: '21', subjects: { zh: '户', en: 'households' }, requires: [] },
    clauses: [], organisations: { organisations: [], classes: [] }, duties: [], places: { designations: [], kinds: [] }, targets: { targets: [], arithmetic: [] }, parameters, measures,
  }
  return { folder: '/nowhere', hash: sha256Hex(canonicalJson(content)), ...content, obligations: { principles: [], obligations: [] }, quantities: [], overlay: null }
}
