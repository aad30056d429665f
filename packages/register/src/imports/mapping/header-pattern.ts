/**
 * Headers that no list of spellings foresees: who or where, said of some role (患者姓名, 参保人身份证号, 户籍所在村). Asked only where no spelling
 * fits, and weaker than any. A role that is somebody else than the row's person (监护人, 帮扶责任人, 成员2) means nothing here.
 */
import type { Layout } from '../layouts/layout.ts'
import { headerKeys } from './header-text.ts'
import type { HeaderMeaning } from './header-dictionary.ts'

const numberEnd = /^(.*?)(?:居民|公民)?(?:身份证件|身份证|证件|身份)(?:证?号码?)?(?:18位)?$/
const nameEnd = /^(.+?)(?:的?姓名|名字)$/
const placeEnd = /^(?:所属|所在|户籍|户口|常住|现住|居住|家庭|学生|患者|本人)?(?:所属|所在|所在地|地)?(县|县区|乡|镇|乡镇|镇乡|镇街|乡镇街|乡镇街道|村|行政村|村居|村社区|村委|村委会|村屯)(?:名|名称)?$/
/** Money of one payment: 月保障金, 财政补助资金, 贷款金额; a sum over months tells more than what one month brings. */
const moneyEnd = /^(?:当月|每月|月|当年|全年|年|本季|季|本次|本期|实际|实发|应发|实|应|家庭|户|人均|财政|政府|中央|省级|县级|合计|共计)*(?:保障|低保|补助|补贴|资助|救助|代缴|奖补|奖励|发放|补偿|贷款|放款|借款)?(?:补助|补贴|发放)?(?:(?:金|资金|金额|款|款额|额度?)(?:总额|合计|小计)?|工资|报酬)$|^(?:政府|财政)(?:代缴|补助|补贴)$|^月(?:补贴|补助|报酬)$/
const moneyWord = /保障|低保|补助|补贴|资助|救助|代缴|奖补|奖励|发放|补偿|贷款|放款|借款|报酬|工资|金额/
const monthly = /^(?:当月|每月|月|人均)/
/** Roles of whom a row may be about, where they head the column of names without the word 姓名. */
const bareRole = /^(?:家庭成员|成员|保障对象|低保对象|救助对象|补贴对象|帮扶对象|受益对象|对象|学生|患者|参保人|参保人员|残疾人|受益人|缴费人|被?代缴人|被?代缴人员|代缴对象|被保险人|借款人|贷款人|借款户|贷款户|签约人|签约对象|受助人|享受人)$/
const somebodyElse = /监护|家长|父|母|配偶|子女|赡养|抚养|帮扶(?!对象)|负责|责任|联系|经办|填|审核|代领|代办|开户|收款|持卡|卡主|担保|介绍|校长|医生|教师|书记|包保|包扶|干部|\d/
/** Asked first, because a hostile sheet has any number of columns. */
const wordsOfPatterns = /姓名|名字|证|身份|[乡镇村县户]|成员|对象|学生|患者|工资|报酬|代缴|补助|补贴|状态|情况|人口|[人员金额款]/
const head = /户主|户长/

/** Below the weakest spelling, which is a head's number in a list of persons. */
const share = { own: 0.52, head: 0.5, bare: 0.45, place: 0.5, money: 0.5, monthly: 0.45 }

function meaningOf(layout: Layout, key: string): HeaderMeaning | undefined {
  const has = (target: string): boolean => layout.columns.some((column) => column.target === target)
  const place = placeEnd.exec(key)?.[1]
  if (place !== undefined) {
    const target = place.startsWith('县') ? 'county' : place.startsWith('乡') || place.startsWith('镇') ? 'township' : 'village'
    return has(target) ? { target, confidence: share.place } : undefined
  }
  if (layout.fieldsOf.includes('household') && /^(?:家庭|户|全家)?总?(?:人口|人数)数?$/.test(key)) return { target: 'household.member_count', confidence: share.bare }
  if (has('amount') && moneyWord.test(key) && moneyEnd.test(key)) return { target: 'amount', confidence: monthly.test(key) ? share.monthly : share.money }
  if (layout.key === 'school' && /^(?:学籍|就读|在校|在读|在籍|学生)?(?:状态|情况)$/.test(key)) return { target: 'person.enrolled', confidence: share.bare }
  if (!has('idNumber')) return undefined
  const role = numberEnd.exec(key)?.[1] ?? nameEnd.exec(key)?.[1]
  const target = numberEnd.test(key) ? 'idNumber' as const : 'name' as const
  if (role === undefined) return bareRole.test(key) ? { target: 'name', confidence: share.bare } : undefined
  if (role.length > 8 || somebodyElse.test(role)) return undefined
  // In the register's own list of members the head's number beside them is not theirs.
  if (head.test(role) && layout.key === 'national-persons') return undefined
  return { target, confidence: head.test(role) ? share.head : share.own }
}

/** What the header may mean by its ending; at most one meaning. */
export function patternMeanings(layout: Layout, header: string): readonly HeaderMeaning[] {
  if (header.length > 24 || !wordsOfPatterns.test(header)) return []
  for (const [key] of headerKeys(header)) {
    const meaning = meaningOf(layout, key)
    if (meaning) return [meaning]
  }
  return []
}
