/**
 * Words behind a name or in a column of remarks or states that say the help of the row is not going on, or its person is no more: 停发, 已故, 退出.
 * A mark is a doubt, never a fact: the row is not counted as help given, and nobody is said to miss that help because of it.
 */
import { cleanText } from '@bangfu/kernel'

const death = '死亡|去世|已故|亡故|病故|身故|离世|过世|死绝'
const ended = '停发|停保|停止|暂停|中止|终止|停缴|断保|退保|退出|清退|取消|注销|核销|核减|撤销|调出|转出|迁出|外迁|转学|休学|退学|辍学|失学|毕业|不再享受|不符合|未通过|放弃|自愿放弃|拒绝|未发放|未发|未领|未缴|未享受|未落实|发放失败|退回|退票|退款|追回|冲销|扣回|作废|重复|脱保|失联停发|待发|暂缓|缓发|解约|未开工|未动工|未实施|未竣工|未完成|未验收|未签约|离岗|已离岗|解聘|辞退|未救治|未在岗|失败'
/** What may stand before the word: who, when and why. */
const before = '(?:本人|该人|此人|其|人员|户主|于|自|从|起|因|由于|已经|已|现|后|故|被|系|不在|[\\d年月日.\\-/:]+|病|服刑|外出|其他|其它|名单|新增|[,,;;。、()（）])*'
const mark = new RegExp(`^${before}(${death}|${ended})`)
const deathMark = new RegExp(death)
/** 未停发, 恢复发放: the opposite. */
const opposite = /^(?:未|没有|无|不存在|非)(?:停|死|注销|退|取消|终|暂)|恢复|复学|续发/

export interface EndedMark {
  /** The word found. */
  readonly word: string
  readonly death: boolean
}

/** The mark in a remark or state; undefined when there is none, or when the text says the opposite. */
export function findEndedMark(text: string): EndedMark | undefined {
  const clean = cleanText(text).replace(/\s/g, '')
  if (clean === '' || clean.length > 60 || opposite.test(clean)) return undefined
  const word = mark.exec(clean)?.[1]
  return word === undefined ? undefined : { word, death: deathMark.test(word) }
}

/** 停发人员, 2018年10-12月停保(退出)人员名单, 死亡注销对象: those it is about, right behind the word. */
const endedOnes = new RegExp(`(?:${death}|停发|停保|停止|停缴|断保|退保|退出|减少|调减|清退|取消|注销|核销|核减|撤销|解约|终止|退学|辍学|失学|休学|转出|迁出|未发放|未发|发放失败|退回|退票)(?:\\([^()]*\\))?(?:的|了)?(?:及\\S{2,6})?(?:人员|人口|名单|对象|情况|明细|花名册|学生|户|者|部分|台账)`)

/** The word by which a title says that the rows below it are of help that has ended; undefined when it says nothing of the kind. */
export function findEndedTitle(text: string): string | undefined {
  const clean = cleanText(text).replace(/\s/g, '')
  if (clean === '' || clean.length > 40 || /恢复|复学|续发|新增|未停|停复|及在|控辍/.test(clean)) return undefined
  return endedOnes.exec(clean)?.[0] ?? (clean.length <= 8 ? findEndedMark(clean)?.word : undefined)
}

/** Headers of columns whose words are looked through, besides those that are known and left aside. */
export const markHeader = /备注|状态|情况|进度|变动|标识|标记|说明|原因|是否发放|发放结果|是否在/
