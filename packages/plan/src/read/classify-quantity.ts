/** What a printed number is for: a target, an amount that sizes or conditions something, or neither (the past, a name, a group). */
import { attains, builds, earns, funds, harms, namesGroup, past, pays, repairs } from './lexicon/attainment.ts'
import type { Quantity } from './quantities.ts'

export type Use = 'target' | 'amount' | 'none' | 'unclear'

export interface QuantityContext {
  /** The part of the sentence (between commas) and the place of the quantity in it. */
  readonly part: string
  readonly quantity: Quantity
  /** All quantities and the place of the first word of full coverage in the part. */
  readonly others: readonly Quantity[]
  readonly coverageAt: number | undefined
  /** What was decided for the quantity before in the same sentence, and whether only a list mark stands between. */
  readonly listedAfter: Use | undefined
  /** An earlier part of the sentence that a verb may be taken from (确保新建A 3个,B 5个). */
  readonly earlier: string
  /** The sentence tells of what has been. */
  readonly isPast: boolean
  /** The part is what a longer bracket holds. */
  readonly inBracket: boolean
  /** Under a heading such as 主要目标. */
  readonly underTargets: boolean
  /** Under a heading such as 补助标准: numbers size a benefit, only rates reached are targets. */
  readonly underStandards: boolean
}

/** Units that most often count kinds or headings, not results. */
const kindUnits = /^(种|类|项|门|组|对|批|届|位|点|起|例|方|度)$/
const nameOfWork = /^(?:重点|重大|主要|基本|具体|核心|专项|扶贫|民生|惠民|保障|政策)*(?:行动|措施|任务|制度|机制|政策|内容|工作|要求|服务|改革|举措|原则|工程(?!项目|开工|建设)|计划|指标|职责|清单|方面|环节|重点(?![村县镇乡区户企项工园行])|层面|转变|体系|关键|坚持|确保|结合|标准|条件|一批)/u
const rateWords = /(率|比例|占比|比重|覆盖面|普及|水平|增速|增幅|增长|自给|满意度|达标|合格|优良|系数|指数|发生|含量|浓度|强度|能耗)/
const subjectRates = /(自付|(?:报销|补偿)比例(?:达|提高到|提高至|稳定|保持|不低于|要|均)|参保率|签约率|覆盖率|入学率|巩固率|普及率|合格率|发生率|完成率|到位率|满意度|报销率)/
const rateOfLoan = /(优秀(?:等次|等级|档次)?(?:比例|率)|不良率|利率|贴息|费率|年息|保费|容忍度)/

function isNamed(q: Quantity, part: string): boolean {
  const after = part.slice(q.end, q.end + 12)
  if (nameOfWork.test(after) && /^[项个大种类条]$/.test(q.unit)) return true
  const spelled = !/\d/.test(part.slice(q.at, q.end))
  // 千亩以上、百人规模: a size in a name, no count.
  if (spelled && q.kind !== 'share' && /^(?!十[个名所座家户])[十百千万亿]+(?![一二三四五六七八九])/.test(part.slice(q.at))) return true
  if (spelled && (q.value === 1 || /^(批|类|线|级|期|届|个一|方|组|起|部|对|点|道)$/.test(q.unit))) return q.kind !== 'share'
  if (spelled && (q.kind === 'count' || q.kind === 'event')) return !builds.test(part.slice(0, q.at)) && !/(至少|不少于|不低于)$/.test(part.slice(0, q.at))
  // 对后3名约谈, 前5名奖励: a rank, unless it is to be reached.
  if (/^[名位]$/.test(q.unit) && /(?:后|倒数|末)$/.test(part.slice(0, q.at))) return true
  if (/^[名位]$/.test(q.unit) && /前$/.test(part.slice(0, q.at)) && !/(进入|跻身|位居|保持|力争|排名|位列)/.test(part.slice(0, q.at))) return true
  // 每10万人口: the base of a rate.
  if (/每$/.test(part.slice(0, q.at)) && q.kind === 'count' && Number(q.value) >= 100) return true
  if (/^[项条款]$/.test(q.unit) && after.startsWith('由')) return true
  // 1户1人, 1村1品: the second number is the commitment.
  if (q.value === 1 && /^[1一][人个名项策业品]/.test(after)) return true
  return /^(书记|时间|产业|岗|线|流|把手)/.test(after)
}

/** How long a procedure takes is an outcome: 审批时间压缩至5个工作日. */
const takesTime = /(?:压缩|缩短|压减|缩减|减少|降低|精简|提速)(?:至|到|为|在)?[^,。;]{0,4}$|(?:时间|时限|时长|用时|耗时)(?:平均)?(?:控制|稳定|保持)在$|(?:办理|审批|审理|办电|通关|报装|办结|审核|接入|响应|等候|等待)[^,。;]{0,12}(?:不超过|控制在)$|天数(?:达到?|保持|稳定|增加|不少于|不低于|控制|到|至|在)*$|平均[^,。;]{0,10}(?:时间|时长|用时|天数)[^,。;]{0,4}$/
/** Units of capacity: with 及以上 they name a class of plant or line. */
const capacityUnit = /^(?:千伏|伏|千瓦|兆瓦|蒸吨|马力|米|平方米|亩|立方米)$/
/** Thresholds by which people are told apart, not results. */
const threshold = /(监测范围|底线|识别标准|认定标准|收入标准|扶贫标准的|贫困标准|监测线)/

/** Things that a bounded number before them describes. */
const sized = /^(?:较大|大型|中型|小型|规模|普通|规模化)?(大班额|班级|小微|客户|用户|市场主体|高层|建筑|自然村|行政村|村|屯|小区|社区|安置点|集中|企业|单位|机构|学校|园区|基地|河流|水库|桥梁|路段|项目|锅炉|燃煤|人群|老年人|家庭|农户|患者|医院|城市|集镇|专业|养殖场|规模)/

/** The number sits in a description that ends in 的 or 的…(家庭): a condition. */
function isCondition(q: Quantity, part: string): boolean {
  const after = part.slice(q.end)
  const bounded = q.operator !== '=' && q.operator !== 'increase'
  if (/^的/.test(after) && /(?:低于|高于|超过|不足)[^,。;、]{0,16}$/.test(part.slice(0, q.start))) return true
  if (bounded && q.kind === 'money' && /^(?:现象|群体|家庭|人群|对象)/.test(after)) return true
  if (/^[^的、]{0,14}的$/.test(after) || (bounded && /^的(?:取消|扣|约谈|通报|不得|给予|责令|予以|追究|一律|暂停)/.test(after))) return true
  if (bounded && q.kind === 'money' && /^(?:的|且|并|或)[^,]{0,20}(?:户|人|者|家庭|对象|群众|人口|人员|企业)/.test(after)) return true
  if (bounded && /^[^,的、]{0,6}的(?!目标|要求|标准|比例|任务)/.test(after)) return q.kind === 'count' || q.kind === 'measure' || q.kind === 'money'
  // 30户以上自然村, 65蒸吨以下锅炉: the size of what is meant.
  if (bounded && (q.kind === 'count' || q.kind === 'measure') && sized.test(after)) return true
  if (bounded && capacityUnit.test(q.unit) && /及以[上下]$/.test(part.slice(0, q.end)) && /^\p{Script=Han}/u.test(after)) return true
  // 面积200平方米以上、还没有达标的车间: one of several descriptions of the same thing.
  const item = part.slice(part.lastIndexOf('、', q.at - 1) + 1, q.start)
  if (bounded && /^、[^,;]{0,30}的\p{Script=Han}/u.test(after) && !attains.test(item)) return true
  if (bounded && q.kind === 'count' && /^(?![且并及和])[^,;、的\d]{1,10}(?:比例|率|占)/.test(after)) return true
  return bounded && q.kind === 'count' && /^(?:学历|职称|劳动合同|残疾|医院|专科|高校)/.test(after)
}

/** Before the number a preposition, and no verb of result between: the number says who or where. */
function isGroup({ part, quantity: q, others }: QuantityContext): boolean {
  const from = Math.max(part.lastIndexOf('、', q.at - 1) + 1, 0)
  const lead = part.slice(from, q.start)
  const match = namesGroup.exec(lead.slice(-36))
  if (!match) return false
  // 支持, 帮助, 组织 … lead a group only where the part opens with them; further in they are words of other names.
  if (/^(支持|帮助|推动|督促|指导|用好|通过|联合|组织|加强|落实|参照|依托|坚持|围绕|聚焦)/.test(match[0]) && lead.length - match[0].length > 4) return false
  // 通过产业30万人、搬迁17万人…: a list of ways, each with its own number to reach.
  if (match[0].startsWith('通过') && others.some((o) => o.at > q.at && o.unit === q.unit && /^、[^、,\d]{1,10}$/.test(part.slice(q.end, o.start)))) return false
  // Verbs before 的 describe the group: 对完成改造的8个村.
  const between = match[0].replace(/^./, '').replace(/^.*的/, '')
  if (builds.test(between) || /(新增|选择|选取|确定|遴选|完成|实现|发放|配发|投放|购买|覆盖|增加|提高|提升|达到|扩大|上升|下降|减少|降)/.test(between)) return false
  if (/[次期场轮]$/.test(q.unit) && /(开展|实施|提供|进行|组织)/.test(between)) return false
  const rest = part.slice(q.end)
  // In 对30万户、100万人实施 both numbers say whom.
  const later = others.some((o) => o.at > q.at && o.kind !== 'term' && !/^(?:[^,、和与(]{0,14}[、和与(]){1,8}$/.test(part.slice(q.end, o.start)))
  if (/^对[^的]*的.*的$/.test(match[0]) && !/(改造|改建|维修|整治|治理|修缮|提升|升级|完成)/.test(rest)) return true
  if (/^[对将把]/.test(match[0])) return later || !/(进行|实施|实行|提供|落实|开展|予以|给予|纳入|改造|改建|维修|提升|整治|治理|升级|修缮|完成)/.test(rest)
  if (match[0].startsWith('在')) return !/(试点|示范|试验)/.test(rest)
  if (/^(支持|帮助|推动|指导|组织|加强|落实)/.test(match[0])) return later || /的/.test(rest)
  return true
}

function classifyMoney(context: QuantityContext): Use {
  const { part, quantity: q, isPast, earlier, listedAfter, coverageAt } = context
  if (isPast) return 'none'
  if (isCondition(q, part) || threshold.test(part) || (context.inBracket && threshold.test(context.earlier))) return 'amount'
  // 年收入30万元以上行政村全覆盖: the money says which, the coverage is the commitment.
  if (coverageAt !== undefined && coverageAt >= q.end && q.operator !== '=' && q.operator !== 'increase') return 'amount'
  const local = part.slice(0, q.end)
  if (/(发放|投放|新增)[^,。;、]{0,12}(贷款|信贷)[^,。;、\d]{0,4}$/.test(part.slice(0, q.start)) && !/每(人|户|笔)/.test(part)) return 'target'
  if (/^\/|^每/.test(part.slice(q.end, q.end + 2)) || (pays.test(part) && !/(人均|户均|村均|集体)[^,。;]{0,12}(收入|增收)/.test(part))) return 'amount'
  if (/^(?:[到至]?\d{4}年(?:底|末)?(?:前)?)?(?:突破|达到?|超过)/.test(part) && listedAfter === 'target' && earns.test(earlier)) return 'target'
  if (earns.test(part) || /(力争|达到|突破|实现|完成)[^,。;]{0,12}$/.test(local.slice(0, q.start))) return funds.test(local) && !earns.test(part) ? 'amount' : 'target'
  return 'amount'
}

function classifyShare(context: QuantityContext): Use {
  const { part, quantity: q, isPast, underTargets, listedAfter, earlier, coverageAt } = context
  if (rateOfLoan.test(part) || threshold.test(part) || /(权重|分值)[^,。;、]{0,6}$/.test(part.slice(0, q.start))) return 'amount'
  if (isPast) return 'none'
  if (/(预算|财政|税收)收入[^,。;的]{0,6}$/.test(part.slice(0, q.start))) return 'target'
  // A share of money set aside sizes a fund.
  if (/((资金|经费|预算|公益金|财政收入|财力|财政[^,。;]{0,8}投入)[^,。;]{0,24}|(出让收入|出让收益|用地指标|土地指标)[^,。;]*|安排[^,。;]{0,10}|配套(?!率)[^,。;率]{0,4})$/.test(part.slice(0, q.start)) && !/(落实率|兑[现付]率|支付率|发放率|到位率|支出进度|使用率|拨付率|执行率)/.test(part)) return 'amount'
  if (coverageAt !== undefined && coverageAt > q.end && /^[<>]/.test(q.operator) && /^\p{Script=Han}/u.test(part.slice(q.end)) && !/[、和与及]/.test(part.slice(q.end, coverageAt))) return 'amount'
  if (/按[^,。;]{0,4}$/.test(part.slice(0, q.start)) && /^(?:给予|予以|的比例|比例|的标准|补|救助|报销|奖|支付|承担|计|安排|列支|提取|筹集)/.test(part.slice(q.end))) return 'amount'
  if (/^(?:其中)?用于/.test(part) && /(资金|经费|公益金|收入|收益)/.test(earlier)) return 'amount'
  if (q.start <= 1 && /(资金|经费|公益金|收入|收益|财力)$/.test(earlier)) return 'amount'
  if (listedAfter === 'amount' && q.start <= 4 && !rateWords.test(part.slice(0, q.start))) return 'amount'
  const paid = pays.test(part) && !subjectRates.test(part) && !/(?<![利费税])率(?:均|都)?(?:达到?|为|要|保持|稳定|在)*$/.test(/^的/.test(part.slice(q.end)) ? '' : part.slice(0, q.start))
  if (paid && !(underTargets && rateWords.test(part))) return 'amount'
  if (isCondition(q, part)) return 'amount'
  if (/[由从][^,。;]{0,16}$/.test(part.slice(0, q.at)) && /(提高|提升|增加|下降|降低|降|上升|增长|减少)[^,。;]{0,4}[到至]/.test(part.slice(q.end, q.end + 16))) return 'none'
  if (attains.test(part) || rateWords.test(part) || /^的\p{Script=Han}/u.test(part.slice(q.end)) || underTargets || listedAfter === 'target') return 'target'
  if (q.operator === '=' && listedAfter === 'amount') return 'amount'
  return q.operator === '=' ? 'unclear' : 'target'
}

function classifyCount(context: QuantityContext): Use {
  const { part, quantity: q, others, isPast, underTargets, listedAfter, coverageAt, earlier } = context
  if (isPast) return 'none'
  const before = part.slice(0, q.start)
  // 围绕1000只羊、7000亩草: what follows a number of whom or what in a list is one too.
  if (listedAfter === 'none' && /、$/.test(before) && q.kind !== 'event' && /(?:围绕|聚焦|瞄准|锁定|锚定|针对|依托|涉及|包括|[与同和]|面向)[^,。;:、\d]{0,14}$/.test(before.replace(/^\d{4}年/, '').replace(/\d.*$/, ''))) return 'none'
  // (11件) behind a heading counts what stands under it.
  if (/\($/.test(before) && /^\)/.test(part.slice(q.end))) return 'none'
  // 日供水30万吨的水厂, 宽50米: sizes of the thing.
  if (q.kind === 'measure' && (/日(?:供水|处理|产|供气|供热)[^,。;、]{0,4}$/.test(before) && /^的/.test(part.slice(q.end)) || /(?:宽|高|深|厚|直径|占地|占地面积约?)(?:约|为)?$/.test(before))) return 'amount'
  // How often something is to be done sizes a duty; what is put on in a year is an output.
  const often = /每(?:[一二两三四\d]{0,2}个?)?(年|月|季度?|周|学期|天|旬|半年)[^,。;]{0,14}$/.exec(before)
  if (often && q.kind === 'event' && !(often[1] === '年' && !/^[^,。;]{0,8}(督导|测评|督查|检查|评估|考核|走访|随访|通报|调度|巡查|抽查|排查)/.test(part.slice(q.end)) && /(举办|开展|组织|培训|演出|放映|送戏|巡演)/.test(before))) return 'amount'
  if (/为(?:[^,。;、]{0,6})$/.test(before) && /^[户人名个]$|^人次$|^户次$/.test(q.unit) && !/(所|个|县|村)$/.test(before) && /^[^,。;]{0,24}(提供|发放|办理|实施|落实|适配|减免|购买|改造|免费|开展|加装|安装|更换|配备|代缴|建立)/.test(part.slice(q.end))) return 'target'
  // 每个中心库容不低于2万立方米, 处理厂(日处理200吨): a size of the thing, not a number of things.
  if (q.kind === 'measure' && (/(?:每(?:个|座|处|家|所|户|人|村|间|栋)|单个|单体|单块)[^,。;]{0,12}$/.test(before) || context.inBracket || /\([^()]*$/.test(before))) return 'amount'
  if (q.kind === 'measure' && /(用地指标|土地指标)[^,。;、]{0,6}$/.test(before)) return 'amount'
  if (/原则上[^,。;、]{0,6}$/.test(before) || /(?:最多|最高|同一[^,。;、]{1,12})$/.test(before)) return 'amount'
  if (q.operator === '<=' && /(每户|每人|人均|户均)[^,。;、]{0,8}$/.test(before)) return 'amount'
  if (q.operator === '<=' && q.kind === 'measure' && /(人均|户均|每人|每户|单户|单人|单个|单体|单项)/.test(before)) return 'amount'
  if (isCondition(q, part)) return 'amount'
  if (/^(人次|人|名|户|户次)$/.test(q.unit) && /(资助|救助|惠及|减免)[^,。;、\d]{0,12}$/.test(before) && !/每(人|户|名|生)/.test(part)) return 'target'
  if (pays.test(part) && !builds.test(before) && !attains.test(part.slice(q.end, q.end + 8))) return 'amount'
  if (/每(?:个|人|户|亩|名|头|只|村|所|家)?[^,。;、]{0,6}$/.test(before) && pays.test(part)) return 'amount'
  if (coverageAt !== undefined && coverageAt >= q.end) return 'none'
  if (/(首届|首批|原有|原定|现有|已有|这|该|上述|余下|存量|规划的|确定的|认定的|列入[^,]{0,8}的)[^,。;、]{0,6}$/.test(before) && !/^(剩余)/.test(before) && !/(完成|实现|解决|脱贫)/.test(before) && !/(全部|全面|均)?(建成|完成|投用|投入使用|达标|退出|摘帽|脱贫|验收)/.test(part.slice(q.end))) return 'none'
  if (isGroup(context)) return 'none'
  // 编制50人以上的,至少安排1名: a condition, then what each has to do.
  if (/(?:以上|以下|以内|超过|不足|达到|满)[^,。;]{0,10}的$/.test(earlier) || /(?:编制|人数|员工|职工)[^,。;、]{0,6}以上的[^,。;、]{0,12}至少[^,。;、]{0,4}$/.test(part.slice(0, q.at))) return 'amount'
  // 全区4400户低收入农户收入增长12%: the number opens the part and says whose rate follows.
  if ((/^(?:\d{4}年)?(?:全[省市县区州镇旗])?$/.test(before) || /以[上下]的$/.test(before)) && others.some((o) => o.at > q.at && (o.kind === 'share' || o.operator === 'increase') && !/[、和与及]/.test(part.slice(q.end, o.start)))) return 'none'
  if (/^(?:全[省市县区州镇旗])?$/.test(before) && /^[^,、\d]{0,16}(?:人均|户均|收入|积累|收益|产值)[^,、\d]{0,10}(?:超过|高于|达到|不低于|增长|快于|提高)/.test(part.slice(q.end))) return 'none'
  // 恶性肿瘤等28种疾病: the number ends a list of names.
  if (/等$/.test(before) && /^[种类项个家所]$/.test(q.unit) && !builds.test(before) && !attains.test(part.slice(q.end, q.end + 12).replace('建档立卡', ''))) return 'none'
  if (/(实施|覆盖|适用|规划)?范围(?:为|包括|是)/.test(before)) return 'none'
  if (/每(?:组|名|家|人|队|户|个\p{Script=Han}{1,4})(?:联系|负责|包联|帮扶|服务|带动|结对)$/u.test(before)) return 'amount'
  if (q.unit === '分' && /(权重|扣|加|计|占)[^,。;、]{0,6}$/.test(before)) return 'amount'
  // 7个区50%的社区: the share is the commitment, the number says of what.
  if (/^\p{Script=Han}{0,3}\d[\d.]*%/u.test(part.slice(q.end))) return 'none'
  // 完成5类对象改造300户: the kinds say whose, the number behind them how many.
  if (/^[类种]$/.test(q.unit) && others.some((o) => o.at > q.at && o.kind === 'count' && !/[、,]/.test(part.slice(q.end, o.start)))) return 'none'
  if (kindUnits.test(q.unit) && (q.operator === '=' || q.value === 1) && !/(新增|开发|增加|扩大|纳入|引进|选育|研发|完成|建成|新建|实施|开工|启动|制定|制修订|发布|培育|举办|推出|建设|落地|认定|授权|申报|创建|覆盖|登记|达到|组建)/.test(part)) return 'none'
  if (attains.test(before) || attains.test(part.slice(q.end, q.end + 22)) || listedAfter === 'target' || underTargets) return 'target'
  if (q.operator !== '=' && q.operator !== '<') return 'target'
  // All that speaks against it has been asked: a count written in figures in a plan's clause is meant to be reached.
  return /\d/.test(part.slice(q.at, q.end)) || (attains.test(earlier) && builds.test(earlier)) ? 'target' : 'unclear'
}

/** The use of one quantity. `unclear` is for a person to decide, and is listed as unread. */
export function classifyQuantity(context: QuantityContext): Use {
  const { part, quantity: q } = context
  if (isNamed(q, part)) return 'none'
  if ((/岁$/.test(q.unit) && /寿命/.test(part)) || (q.unit === '年' && /受教育年限/.test(part))) return context.isPast ? 'none' : 'target'
  // 每增加投资5000万元增加1名: a rule of a benefit.
  if (/^每(?:增加|引进|吸纳|超|完成|新增|安置|输送)/.test(part)) return 'amount'
  if (context.underStandards && !/率[^,。;、]{0,6}$/.test(part.slice(0, q.start)) && !context.isPast) return 'amount'
  if (q.kind === 'term') {
    if (/^(?:内|行动|计划|专项|滚动|规划|攻坚|期(?!限)|来|一届|一次|目标|任务|重点|以来|左右时间)/.test(part.slice(q.end, q.end + 3)) || /(近|提前|前|每|首|过去|今后|未来|连续|第)$/.test(part.slice(0, q.start))) return 'none'
    if (context.isPast || !/\d/.test(part.slice(q.at, q.end))) return 'none'
    return (takesTime.test(part.slice(0, q.at)) || (context.listedAfter === 'target' && q.operator === '<=' && /(阶段|环节|事项|项目)不超过$/.test(part.slice(0, q.at)))) && !/原则上/.test(part) ? 'target' : 'amount'
  }
  // 由8处增加到12处: the start of the way is none.
  if (/[由从][^,。;、]{0,16}$/.test(part.slice(0, q.at)) && /^[^,。;、\d]{0,6}(提高|提升|增加|扩大|下降|降低|降|上升|增长|减少|压缩|缩短|缩小)[^,。;、\d]{0,3}[到至为]/.test(part.slice(q.end, q.end + 16))) return 'none'
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
