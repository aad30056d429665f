/** Commitments without a number: full coverage (全部, 全覆盖, 应保尽保, 每个…都) and comparisons with another figure (高于全省平均水平). */
import type { Operator } from './quantities.ts'

export interface Unnumbered { readonly operator: Operator; readonly start: number; readonly end: number; readonly perEach: boolean }

const han = '\\p{Script=Han}'
/** Each is a commitment of its own: 应保尽保,应扶尽扶. */
const maxim = new RegExp(`应${han}{1,2}[尽则必]${han}|应学在学`, 'gu')
/** All of them are to do it, by a date: without one it is how the work is done. */
const allByDate = new RegExp(`(?<!\\d)所有(?=(?:${han}|\\([^()]{1,24}\\)|、){2,20}?(?:实行|推行|制定|公布|保持|消除|执行|公开|使用|实施|启用|上线|出台|编制))`, 'gu')
const dated = /\d年|年[底末内]|月(?:底|末|\d{1,2}日)?前/
const perEach = new RegExp(
  `每(?:一)?(?:个|名|户|村|乡|镇|县|所|位|家|乡镇|校|园|社区|班|站|院|市|区|街道|企业|学校|处|座)(?:\\d{1,5}[户人]以上的)?(?=(?:${han}|\\([^()]{1,24}\\)|、){0,14}?(?:都|均|至少|有|建|配|成立|开办|举办|创建|安排|选派|聘|派|达|设|明确|落实|确保|拥有|参与|享受|掌握|打造|培育|发展|组建|形成|选择|选取|确定|新建|推荐|培养|带动))|(?<=^[^对]{0,12}以上的(?:${han}|、){2,16})至少(?=${han}{0,4}1[名个人所])|每人(?=(?:至少|都|均)(?!\\d))|(?<![\\d.])1[乡村镇县户校园](?=1[个名站校园社品人岗项])|(?:村村|户户|乡乡|县县|镇镇|人人|校校|站站)(?=[都有通建实达设享能](?!工程|建设))`,
  'gu',
)
const whole = new RegExp(
  `全部(?!${han}{0,1}(?:材料|资料|内容|费用|资金|收入|责任|精力|力量|过程|门类|财产|债务|损失)|或)|全覆盖|全域覆盖|全面覆盖|全员(?=培训|参保|覆盖|轮训|持证)|覆盖(?:到)?(?:所有|全部|全[省市县区镇体])|(?<!\\d)所有(?=(?:${han}|\\([^()]{1,24}\\)|、){0,20}?(?:至少|建有|设有|拥有|接入|达标|清零|配建|配套|安装|设置|铺设|能|可|都|均|全|实现|纳入|达到|完成|配备|建成|享受|覆盖|通|参加|签订|开展|建立|设立|明确|落实|逐[户人一村]))|(?<![年月日周]|(?:^|[年民省市县区州国,。;、])人)均(?=达到|实现|通|有|建成|纳入|享受|完成|配备|达标|落实|得到|参加|签约|设|开通|安装|建有)|不落一${han}|一(?![般定律直旦贯次])${han}不[落漏少]|不漏一${han}|不让一(?:个|名|户|人)|不(?:发生|新增|出现)(?:任何)?一(?:户|人|例|起|个|名)|一个(?:也|都)?不(?:能)?(?:少|漏|掉)|无一(?:人|户|名|个|例|起|村|遗漏)|全都|全数|(?:动态|存量|全部|全面|基本)?(?<!任务)清零(?!行动|机制|工作|专项|任务|台账|攻坚)`,
  'gu',
)
const relative = new RegExp(`(?<word>不低于|不高于|不超过|高于|低于|快于|优于|大于|超过|达到)(?<than>[^,。;、\\d□]{0,18}?(?:平均|水平|增速|增幅|均值|标准|增长速度|线)(?:水平|增速|增幅|增长速度|标准)?)`, 'gu')

/** Not one left out, in whatever words. */
const notOne = /不[落漏少让]/

const operators: Readonly<Record<string, Operator>> = { 不低于: '>=', 达到: '>=', 不高于: '<=', 不超过: '<=', 高于: '>', 快于: '>', 优于: '>', 大于: '>', 超过: '>', 低于: '<' }

/** Full coverage in one part of a sentence: one commitment between list marks, however often it is said; maxims count singly. */
export function findCoverage(text: string): Unnumbered[] {
  const maxims = [...text.matchAll(maxim)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const each = [...text.matchAll(perEach)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const others = [...text.matchAll(whole), ...(dated.test(text) ? text.matchAll(allByDate) : [])].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  if (maxims.length > 0) return maxims.map((m) => ({ ...m, operator: 'all' as const, perEach: false }))
  const all = [...each, ...others].sort((a, b) => a.start - b.start)
  if (all.length === 0) return []
  const found: { start: number; end: number; perEach: boolean }[] = []
  for (const one of all) {
    const last = found[found.length - 1]
    const perEachHere = each.includes(one)
    // 不漏一户、不落一人 is one promise.
    const saidTwice = last && text.slice(last.end, one.start) === '、' && notOne.test(text.slice(last.start, last.end)) && notOne.test(text.slice(one.start, one.end))
    // 不发生一户返贫、不新增一户致贫 too.
    const neverOne = last && /^不(?:发生|新增|出现)/.test(text.slice(last.start)) && /^不(?:发生|新增|出现)/.test(text.slice(one.start)) && one.start - last.end <= 6
    if (last && (saidTwice || neverOne || !text.slice(last.end, one.start).includes('、'))) last.end = Math.max(last.end, one.end)
    else found.push({ ...one, perEach: perEachHere })
  }
  return found.map((f) => ({ ...f, operator: 'all' as const }))
}

/** Comparisons with a figure that the text does not give. One that only describes a group (低于标准的村) is none. */
export function findRelative(text: string): Unnumbered[] {
  return [...text.matchAll(relative)].flatMap((m) => {
    const { word, than } = m.groups as { word: string; than: string }
    const end = m.index + m[0].length
    if (/^[^,。;]{0,4}的(?!水平|标准)/.test(text.slice(end, end + 6)) || /标准化/.test(text.slice(m.index, end + 2))) return []
    if (word === '达到' && !/平均/.test(than)) return []
    if (!/(平均|全[国省市县区州]|国家|上年|同期|贷款|扶贫标准|贫困|省定|扶贫)/.test(than)) return []
    return [{ operator: operators[word]!, start: m.index, end, perEach: false }]
  })
}
