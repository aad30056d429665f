/** The use of sums of money and of shares. */
import { attains, earns, funds, pays } from './lexicon/attainment.ts'
import { isCondition } from './describing-numbers.ts'
import type { QuantityContext, Use } from './quantity-context.ts'

const rateWords = /(率|比例|占比|比重|覆盖面|普及|水平|增速|增幅|增长|自给|满意度|达标|合格|优良|系数|指数|发生|含量|浓度|强度|能耗)/
const subjectRates = /(自付|(?:报销|补偿)比例(?:达|提高到|提高至|稳定|保持|不低于|要|均)|参保率|签约率|覆盖率|入学率|巩固率|普及率|合格率|发生率|完成率|到位率|满意度|报销率|费用增幅)/
const rateOfLoan = /(优秀(?:等次|等级|档次)?(?:比例|率)|不良率|利率|贴息|(?<![收缴])费率|年息|保费|容忍度)/
/** Thresholds by which people are told apart, not results. */
const threshold = /(监测范围|底线|识别标准|认定标准|收入标准|扶贫标准的|贫困标准|监测线|收入线|认定线|财产线)/

export function classifyMoney(context: QuantityContext): Use {
  const { part, quantity: q, isPast, earlier, listedAfter, coverageAt } = context
  if (isPast) return 'none'
  if (isCondition(q, part) || threshold.test(part) || (context.inBracket && threshold.test(context.earlier))) return 'amount'
  // 年收入30万元以上行政村全覆盖: the money says which, the coverage is the commitment.
  if (coverageAt !== undefined && coverageAt >= q.end && q.operator !== '=' && q.operator !== 'increase') return 'amount'
  const local = part.slice(0, q.end)
  if (/(发放|投放|新增)[^,。;、]{0,12}(贷款|信贷)[^,。;、\d]{0,4}$/.test(part.slice(0, q.start)) && !/每(人|户|笔)/.test(part)) return 'target'
  // 创业担保贷款余额达到60亿元: what is lent, not what it is lent against.
  if (/(?:贷款|信贷)余额[^,。;]{0,10}$/.test(part.slice(0, q.start))) return 'target'
  if (/^\/|^每/.test(part.slice(q.end, q.end + 2)) || (pays.test(part) && !/(人均|户均|村均|集体)[^,。;]{0,12}(收入|增收)/.test(part))) return 'amount'
  if (/^(?:[到至]?\d{4}年(?:底|末)?(?:前)?)?(?:突破|达到?|超过)/.test(part) && listedAfter === 'target' && earns.test(earlier)) return 'target'
  if (earns.test(part) || /(力争|达到|突破|实现|完成)[^,。;]{0,12}$/.test(local.slice(0, q.start))) return funds.test(local) && !earns.test(part) ? 'amount' : 'target'
  return 'amount'
}

export function classifyShare(context: QuantityContext): Use {
  const { part, quantity: q, isPast, underTargets, listedAfter, earlier, coverageAt } = context
  if (rateOfLoan.test(part) || threshold.test(part) || /(权重|分值)[^,。;、]{0,6}$/.test(part.slice(0, q.start))) return 'amount'
  if (isPast) return 'none'
  // 起付线降低50%,支付比例提高5个百分点: by how much the benefit is better.
  if (/^(?:百分点|%)$/.test(q.unit) && q.operator === 'increase' && /(?:支付|报销|救助|补助|补偿)比例[^,。;、\d]{0,4}$/.test(part.slice(0, q.at - 2)) && /(?:倾斜|起付|封顶|困难|低保|脱贫|特困)/.test(`${earlier},${part}`)) return 'amount'
  if (/(预算|财政|税收)收入[^,。;的]{0,6}$/.test(part.slice(0, q.start))) return 'target'
  // A share of money set aside sizes a fund.
  if (/((资金|经费|预算|公益金|残保金|保障金|财政收入|财力|财政[^,。;]{0,8}投入)[^,。;]{0,24}|(出让收入|出让收益|用地指标|土地指标)[^,。;]*|安排[^,。;]{0,10}|配套(?!率)[^,。;率]{0,4})$/.test(part.slice(0, q.start)) && !/(落实率|兑[现付]率|支付率|支出率|报账率|完成率|发放率|到位率|支出进度|使用率|拨付率|执行率)/.test(part)) return 'amount'
  if (coverageAt !== undefined && coverageAt > q.end && /^[<>]/.test(q.operator) && /^\p{Script=Han}/u.test(part.slice(q.end)) && !/[、和与及]/.test(part.slice(q.end, coverageAt))) return 'amount'
  if (/按[^,。;]{0,4}$/.test(part.slice(0, q.start)) && /^(?:给予|予以|的比例|比例|的标准|补|救助|报销|奖|支付|承担|计|安排|列支|提取|筹集)/.test(part.slice(q.end))) return 'amount'
  // 甲按90%、乙按75%救助: the verb behind the last speaks for each.
  if (/按$/.test(part.slice(0, q.at)) && /(?:救助|报销|补助|补贴|资助|减免|支付|奖补|分担|承担)/.test(part.slice(q.end))) return 'amount'
  if (/^(?:其中)?用于/.test(part) && /(资金|经费|公益金|收入|收益)/.test(earlier)) return 'amount'
  if (q.start <= 1 && /(资金|经费|公益金|收入|收益|财力)$/.test(earlier)) return 'amount'
  if (listedAfter === 'amount' && q.start <= 4 && !rateWords.test(part.slice(0, q.start))) return 'amount'
  // 每学年 is a word of payment only beside money.
  const paid = pays.test(part.replace(/每学[年期](?![^,。;]*元)/g, '')) && !subjectRates.test(part) && !/(?<![利费税])率(?:均|都)?(?:达到?|为|要|保持|稳定|在)*$/.test(/^的/.test(part.slice(q.end)) ? '' : part.slice(0, q.start))
  if (paid && !(underTargets && rateWords.test(part))) return 'amount'
  if (isCondition(q, part)) return 'amount'
  if (/[由从][^,。;]{0,16}$/.test(part.slice(0, q.at)) && /(提高|提升|增加|下降|降低|降|上升|增长|减少)[^,。;]{0,4}[到至]/.test(part.slice(q.end, q.end + 16))) return 'none'
  if (attains.test(part) || rateWords.test(part) || /^的\p{Script=Han}/u.test(part.slice(q.end)) || underTargets || listedAfter === 'target') return 'target'
  if (q.operator === '=' && listedAfter === 'amount') return 'amount'
  return q.operator === '=' ? 'unclear' : 'target'
}
