/** What a printed number is for: a target, an amount that sizes or conditions something, or neither (the past, a name, a group). */
import { harms, past, repairs } from './lexicon/attainment.ts'
import { classifyCount } from './classify-count.ts'
import { classifyMoney, classifyShare } from './classify-money-share.ts'
import { isNamed } from './describing-numbers.ts'
import type { QuantityContext, Use } from './quantity-context.ts'

/** How long a procedure takes is an outcome: 审批时间压缩至5个工作日. */
const takesTime = /(?:压缩|缩短|压减|缩减|减少|降低|精简|提速)(?:至|到|为|在)?[^,。;]{0,4}$|(?:时间|时限|时长|用时|耗时)(?:平均)?(?:控制|稳定|保持)在$|(?:办理|审批|审理|办电|通关|报装|办结|审核|接入|响应|等候|等待|往返|取水|到达|出行|通勤)[^,。;]{0,12}(?:不超过|控制在)$|天数(?:达到?|保持|稳定|增加|不少于|不低于|控制|到|至|在)*$|平均[^,。;]{0,10}(?:时间|时长|用时|天数)[^,。;]{0,4}$/

/** The use of one quantity. `unclear` is for a person to decide, and is listed as unread. */
export function classifyQuantity(context: QuantityContext): Use {
  const { part, quantity: q } = context
  if (isNamed(q, part)) return 'none'
  // PM2.5日均值预测超过150微克: when it is to be done.
  if (/(?:预测|预报|预计|监测值)[^,。;、\d]{0,4}$/.test(part.slice(0, q.start))) return 'amount'
  if ((/岁$/.test(q.unit) && /寿命/.test(/^(?:到|□|[\d年月底末前])*达到?/u.test(part) ? `${context.earlier},${part}` : part)) || (q.unit === '年' && /受教育年限/.test(part))) return context.isPast ? 'none' : 'target'
  // 每增加投资5000万元增加1名: a rule of a benefit.
  if (/^每(?:增加|引进|吸纳|超|完成|新增|安置|输送)/.test(part)) return 'amount'
  if (context.underStandards && !/率[^,。;、]{0,6}$/.test(part.slice(0, q.start)) && !context.isPast) return 'amount'
  if (q.kind === 'term') {
    if (/^(?:内|行动|计划|专项|滚动|规划|攻坚|期(?!限)|来|一届|一次|目标|任务|重点|以来|左右时间)/.test(part.slice(q.end, q.end + 3)) || /(近|提前|前|每|首|过去|今后|未来|连续|第)$/.test(part.slice(0, q.start))) return 'none'
    if (context.isPast || !/\d/.test(part.slice(q.at, q.end))) return 'none'
    return (takesTime.test(part.slice(0, q.at)) || (context.listedAfter === 'target' && q.operator === '<=' && /(阶段|环节|事项|项目)不超过$/.test(part.slice(0, q.at)))) && !/原则上/.test(part) ? 'target' : 'amount'
  }
  // 由8处增加到12处: the start of the way is none.
  if (/[由从][^,。;、]{0,16}$/.test(part.slice(0, q.at)) && /^[^,。;、\d]{0,6}(提高|提升|增加|扩大|下降|降低|降|上升|升|增长|增|减少|减|压缩|缩短|缩小)[^,。;、\d]{0,3}[到至为]/.test(part.slice(q.end, q.end + 16))) return 'none'
  if (/^[^,。;、\d]{0,2}(?:减少|下降|降低|压减|增加|提高|提升)(?:到|至)[^,。;、\d]{0,2}\d/.test(part.slice(q.end)) && q.operator === '=') return 'none'
  if (/((?<!占)比|较|与)$/.test(part.slice(0, q.start)) && q.kind !== 'share') return 'none'
  if (q.kind === 'money') return classifyMoney(context)
  if (q.kind === 'share' || q.kind === 'points' || q.kind === 'times') return classifyShare(context)
  return classifyCount(context)
}

/** Whether a part of a sentence tells of what has been; what it opens with counts for the parts behind it. */
export function tellsOfPast(part: string): boolean {
  // 由目前的86家增加到120家 gives only the start of the way.
  return past.test(part.replace(/[由从][^,。;]{0,14}(?=增加|提高|提升|扩大|上升|下降|降低|减少|缩小|增长)/g, '')) || (harms.test(part) && !repairs.test(part))
}
