/** The use of counts and measures of things. */
import { attains, builds, pays } from './lexicon/attainment.ts'
import { isCondition, isGroup } from './describing-numbers.ts'
import type { QuantityContext, Use } from './quantity-context.ts'

/** Units that most often count kinds or headings, not results. */
const kindUnits = /^(种|类|项|门|组|对|批|届|位|点|起|例|方|度)$/

export function classifyCount(context: QuantityContext): Use {
  const { part, quantity: q, others, isPast, underTargets, listedAfter, coverageAt, earlier } = context
  if (isPast) return 'none'
  const before = part.slice(0, q.start)
  // 围绕1000只羊、7000亩草: what follows a number of whom or what in a list is one too.
  if (listedAfter === 'none' && /、$/.test(before) && q.kind !== 'event' && /(?:围绕|聚焦|瞄准|锁定|锚定|针对|依托|涉及|包括|适用于|[与同和]|面向)[^,。;:、\d]{0,14}$/.test(before.replace(/^\d{4}年/, '').replace(/\d.*$/, ''))) return 'none'
  // 对监测户28户、边缘户31户,逐户落实: the last of whom it is for.
  if (listedAfter === 'none' && /^对/.test(part) && q.end === part.length) return 'none'
  // (11件) behind a heading counts what stands under it.
  if (/\($/.test(before) && /^\)/.test(part.slice(q.end))) return 'none'
  // 日供水30万吨的水厂, 宽50米: sizes of the thing.
  if (q.kind === 'measure' && (/日(?:供水|处理|产|供气|供热)[^,。;、]{0,4}$/.test(before) && /^的/.test(part.slice(q.end)) || /(?:宽|高|深|厚|直径|占地|占地面积约?)(?:约|为)?$/.test(before))) return 'amount'
  // How often something is to be done sizes a duty, unless a least number is promised; what is put on in a year is an output.
  const often = /每(?:[一二两三四\d]{0,2}个?)?(年|月|季度?|周|学期|天|旬|半年)[^,。;]{0,14}$/.exec(before)
  if (often && q.kind === 'event' && q.operator !== '>=' && !(often[1] === '年' && !/^[^,。;]{0,8}(督导|测评|督查|检查|评估|考核|走访|随访|通报|调度|巡查|抽查|排查)/.test(part.slice(q.end)) && /(举办|开展|组织|培训|演出|放映|送戏|巡演)/.test(before))) return 'amount'
  if (/为(?:[^,。;、]{0,6})$/.test(before) && /^[户人名个]$|^人次$|^户次$/.test(q.unit) && !/(所|个|县|村)$/.test(before) && /^[^,。;]{0,24}(提供|发放|办理|实施|落实|适配|减免|购买|改造|免费|开展|加装|安装|更换|配备|代缴|建立)/.test(part.slice(q.end))) return 'target'
  // 每个中心库容不低于2万立方米, 处理厂(日处理200吨): a size of the thing, not a number of things.
  if (q.kind === 'measure' && (/(?:每(?:个|座|处|家|所|户|人|村|间|栋)|单个|单体|单块)[^,。;]{0,12}$/.test(before) || context.inBracket || /\([^()]*$/.test(before))) return 'amount'
  // 建房面积控制在40-60平方米: what each may build.
  if (/^(?:平方米|㎡)$/.test(q.unit) && /^(?:<=|range)$/.test(q.operator) && /(?:建房|建筑|住房|房屋|宅基地)面积[^,。;、\d]{0,8}$/.test(before)) return 'amount'
  // 1人户20-30平方米: what a household of that size may build.
  if (/^(?:平方米|㎡)$/.test(q.unit) && /\d[人口](?:及?以[上下])?户(?:人均|均)?[^,。;、\d]{0,4}$/.test(before)) return 'amount'
  if (q.kind === 'measure' && /(用地指标|土地指标)[^,。;、]{0,6}$/.test(before)) return 'amount'
  if (/原则上[^,。;、]{0,6}$/.test(before) || /(?:最多|最高|同一[^,。;、]{1,12})$/.test(before)) return 'amount'
  if (q.operator === '<=' && /(每户|每人|人均|户均)[^,。;、]{0,8}$/.test(before)) return 'amount'
  if (q.operator === '<=' && q.kind === 'measure' && /(人均|户均|每人|每户|单户|单人|单个|单体|单项)/.test(before)) return 'amount'
  if (isCondition(q, part)) return 'amount'
  if (/^(人次|人|名|户|户次)$/.test(q.unit) && /(资助|救助|惠及|减免)[^,。;、\d]{0,12}$/.test(before) && !/每(人|户|名|生)/.test(part)) return 'target'
  if (pays.test(part) && !builds.test(before) && !attains.test(part.slice(q.end, q.end + 8))) return 'amount'
  if (/每(?:个|人|户|亩|名|头|只|村|所|家)?[^,。;、]{0,6}$/.test(before) && pays.test(part)) return 'amount'
  // 覆盖全部9个社区: the word before the number makes the commitment.
  if (coverageAt !== undefined && coverageAt < q.start && /(?:全部|所有)$/.test(before)) return 'none'
  // 全部落实1名干部: the number belongs to the coverage.
  if (coverageAt !== undefined && coverageAt < q.start && q.value === 1 && /^(?:全部|均|都)?(?:落实|明确|安排|配备|确定|指定)$/.test(part.slice(coverageAt, q.start))) return 'none'
  // 职工9000人次、脱贫劳动力应培尽培: the coverage has its own subject behind the list mark.
  if (coverageAt !== undefined && coverageAt >= q.end && !(q.unit === '对' && attains.test(before)) && !/、[^、\d]{3,}$/.test(part.slice(q.end, coverageAt))) return 'none'
  if (/(首届|首批|原有|原定|现有|已有|这|该|上述|余下|存量|规划的|确定的|认定的|列入[^,]{0,8}的)[^,。;、]{0,6}$/.test(before) && !/^(剩余)/.test(before) && !/(完成|实现|解决|脱贫|清理|清除|消除|化解|处置|整治|治理|拆除|盘活|改造|关闭|淘汰)/.test(before) && !/(全部|全面|均)?(建成|完成|投用|投入使用|达标|退出|摘帽|脱贫|验收)/.test(part.slice(q.end))) return 'none'
  if (isGroup(context)) return 'none'
  // 编制50人以上的,至少安排1名: a condition, then what each has to do.
  if (/(?:以上|以下|以内|超过|不足|达到|满)[^,。;]{0,10}的$/.test(earlier) || /(?:编制|人数|员工|职工)[^,。;、]{0,6}以上的[^,。;、]{0,12}至少[^,。;、]{0,4}$/.test(part.slice(0, q.at))) return 'amount'
  // 全区4400户低收入农户收入增长12%: the number opens the part and says whose rate follows.
  if ((/^(?:\d{4}年)?(?:实现|确保|力争|使)?(?:全[省市县区州镇旗])?$/.test(before) || /以[上下]的$/.test(before)) && others.some((o) => o.at > q.at && (o.kind === 'share' || o.operator === 'increase') && !/[、和与及]/.test(part.slice(q.end, o.start)))) return 'none'
  if (/^(?:全[省市县区州镇旗])?$/.test(before) && /^[^,、\d]{0,16}(?:人均|户均|收入|积累|收益|产值)[^,、\d]{0,10}(?:超过|高于|达到|不低于|增长|快于|提高)/.test(part.slice(q.end))) return 'none'
  // 全乡14个村要守住底线: who has to, and nothing to be counted behind.
  if (/^(?:全[省市县区州镇乡旗])?$/.test(before) && /^\p{Script=Han}{0,4}(?<!主|重)(?:要|须|必须|应当?)(?!求|急|素)/u.test(part.slice(q.end)) && !attains.test(part.slice(q.end))) return 'none'
  // 剩余的46户113人,全部达标: who, and what is promised of all of them.
  if (/^(?:对)?(?:剩余|存量|剩下|余下|尚未)/.test(part) && !builds.test(part.replace(/未?脱贫/g, '')) && /^(?:□|[\d年月日底末前])*(?:要|力争|确保)?(?:全部|全面|均|都|逐)/u.test(context.following)) return 'none'
  // 恶性肿瘤等28种疾病: the number ends a list of names.
  if (/等$/.test(before) && /^[种类项个家所]$/.test(q.unit) && !builds.test(before) && !attains.test(part.slice(q.end, q.end + 12).replace('建档立卡', ''))) return 'none'
  if (/(实施|覆盖|适用|规划)?范围(?:为|包括|是)/.test(before)) return 'none'
  if (/每(?:组|名|家|人|队|户|个\p{Script=Han}{1,4})(?:联系|负责|包联|帮扶|服务|带动|结对)$/u.test(before)) return 'amount'
  // 90分以上为优秀: a mark of the appraisal.
  if (q.unit === '分' && (/^(?:以[上下]|[^,。;]{0,12}分)*的?(?:为|是|评为|定为)(?:优|良|中|合格|不合格|一般|较差|差|先进|达标)/.test(part.slice(q.end)) || /百分制/.test(`${earlier},${part}`))) return 'amount'
  // 每1万人口规划1所: a norm.
  if (/(?:规划|配建|设置|配备|布局|建设|设立)$/.test(part.slice(0, q.at)) && /^[^,。;]{0,4}每\d[\d.]*[万千]?(?:名|个)?(?:常住)?(?:人口|人|户|居民|平方|公里|亩)/.test(part)) return 'amount'
  if (q.unit === '分' && /(权重|扣|加|计|占|满分|总分)[^,。;、]{0,6}$/.test(before)) return 'amount'
  // 7个区50%的社区: the share is the commitment, the number says of what.
  if (/^\p{Script=Han}{0,3}\d[\d.]*%/u.test(part.slice(q.end))) return 'none'
  // 完成5类对象改造300户: the kinds say whose, the number behind them how many.
  if (/^[类种]$/.test(q.unit) && others.some((o) => o.at > q.at && o.kind === 'count' && !/[、,]/.test(part.slice(q.end, o.start)))) return 'none'
  if (q.unit === '对' && listedAfter === 'target') return 'target'
  if (kindUnits.test(q.unit) && (q.operator === '=' || q.value === 1) && !/(新增|开发|增加|扩大|纳入|引进|选育|研发|完成|建成|新建|实施|开工|启动|制定|制修订|发布|培育|举办|推出|建设|落地|认定|授权|申报|创建|覆盖|登记|达到|达(?=\d)|组建)/.test(part)) return 'none'
  if (attains.test(before) || attains.test(part.slice(q.end, q.end + 22)) || listedAfter === 'target' || underTargets) return 'target'
  if (q.operator !== '=' && q.operator !== '<') return 'target'
  // All that speaks against it has been asked: a count written in figures in a plan's clause is meant to be reached.
  return /\d/.test(part.slice(q.at, q.end)) || (attains.test(earlier) && builds.test(earlier)) ? 'target' : 'unclear'
}
