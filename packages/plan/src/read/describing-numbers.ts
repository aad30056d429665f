/** Numbers that describe: they name a thing, condition it, or tell whom or where. None of them is reached. */
import { attains, builds, namesGroup } from './lexicon/attainment.ts'
import type { Quantity } from './quantities.ts'
import type { QuantityContext } from './quantity-context.ts'

const nameOfWork = /^(?:重点|重大|主要|基本|具体|核心|专项|扶贫|民生|惠民|保障|政策)*(?:行动|措施|任务|制度|机制|政策|内容|工作|要求|服务|改革|举措|原则|工程(?!项目|开工|建设)|计划|指标|职责|清单|方面|环节|重点(?![村县镇乡区户企项工园行])|层面|转变|体系|关键|坚持|确保|结合|标准(?!化)|条件|一批)/u
/** Units of capacity: with 及以上 they name a class of plant or line. */
const capacityUnit = /^(?:度|千伏|伏|千瓦|兆瓦|蒸吨|马力|米|平方米|亩|立方米)$/
/** Things that a bounded number before them describes. */
const sized = /^(?:较大|大型|中型|小型|规模|普通|规模化)?(大班额|班级|小微|客户|用户|市场主体|高层|建筑|自然村|行政村|幼儿园|水厂|灌区|养殖|村|屯|小区|社区|安置点|集中|企业|单位|机构|学校|园区|基地|河流|水库|桥梁|路段|项目|锅炉|燃煤|人群|老年人|家庭|农户|患者|医院|城市|集镇|专业|养殖场|规模)/

/** The number belongs to a name (三项行动, 第一书记), a rank or a base. */
export function isNamed(q: Quantity, part: string): boolean {
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
  // 省医保局等7部门《…》: who issued it.
  if (q.unit === '部门' && /等$/.test(part.slice(0, q.at))) return true
  // 1至3人户: the size of the household.
  if (/^[人口]$/.test(q.unit) && /^户(?!籍|口)/.test(after)) return true
  // 每10万人口: the base of a rate.
  if (/每$/.test(part.slice(0, q.at)) && q.kind === 'count' && Number(q.value) >= 100) return true
  if (/^[项条款]$/.test(q.unit) && after.startsWith('由')) return true
  // 50人以上(含50人): the bound said again.
  if (/\(含$/.test(part.slice(0, q.at))) return true
  // 1户1人, 1村1品: the second number is the commitment.
  if (q.value === 1 && /^[1一][人个名项策业品]/.test(after)) return true
  return /^(书记|时间|产业|岗|线|流|把手)/.test(after)
}

/** The number sits in a description that ends in 的 or 的…(家庭): a condition. */
export function isCondition(q: Quantity, part: string): boolean {
  const after = part.slice(q.end).replace(/^\(含[^()]{0,8}\)/, '')
  const bounded = q.operator !== '=' && q.operator !== 'increase'
  // 未达到1.5%比例的单位: by what they fall short of they are told apart.
  if (/(?:未达到?|达不到|未完成|没有达到)[^,。;、]{0,10}$/.test(part.slice(0, q.start)) && /^[^,。;、\d]{0,8}的/.test(after)) return true
  if (/^的/.test(after) && /(?:低于|高于|超过|不足)[^,。;、]{0,16}$/.test(part.slice(0, q.start))) return true
  if (bounded && q.kind === 'money' && /^(?:现象|群体|家庭|人群|对象)/.test(after)) return true
  // 对精准率低于95%的地方通报: whom it concerns.
  if (/^[<>]$/.test(q.operator) && /^的[\p{Script=Han}]{0,8}(?:地方|地区|[省市县区乡镇村]|单位|部门|企业|机构|个人|项目|家庭|户|人|学校|医院|干部)/u.test(after)) return true
  if (/^[^的、]{0,14}的$/.test(after) || (bounded && /^的(?:取消|扣|约谈|通报|不得|给予|责令|予以|追究|一律|暂停)/.test(after))) return true
  if (bounded && q.kind === 'money' && /^(?:的|且|并|或)[^,]{0,20}(?:户|人|者|家庭|对象|群众|人口|人员|企业)/.test(after)) return true
  if (bounded && /^[^,的、]{0,6}的(?!目标|要求|标准|比例|任务)/.test(after)) return q.kind === 'count' || q.kind === 'measure' || q.kind === 'money'
  // 收入10万元以上村占比达到80%: the money says which.
  if (bounded && q.kind === 'money' && /^的?\p{Script=Han}{1,8}(?:占比|比例|比重|达到\d[\d.]*%|占\d)/u.test(after)) return true
  // 30户以上自然村, 65蒸吨以下锅炉: the size of what is meant.
  if (bounded && (q.kind === 'count' || q.kind === 'measure') && sized.test(after)) return true
  if (bounded && capacityUnit.test(q.unit) && /及以[上下]$/.test(part.slice(0, q.end)) && /^\p{Script=Han}/u.test(after)) return true
  // 面积200平方米以上、还没有达标的车间: one of several descriptions of the same thing.
  const item = part.slice(part.lastIndexOf('、', q.at - 1) + 1, q.start)
  if (bounded && /^、[^,;]{0,30}的\p{Script=Han}/u.test(after) && !attains.test(item)) return true
  if (bounded && q.kind === 'count' && /^(?![且并及和])[^,;、的\d]{1,10}(?:比例|率|占)/.test(after)) return true
  return bounded && q.kind === 'count' && /^(?:学历|职称|劳动合同|残疾|医院|专科|高校)/.test(after)
}

/** 脱贫户, 未脱贫人口: exit names the group, it is not promised. */
const namedByExit = /未?脱贫(?=不稳定|监测|户|人口|家庭|劳动力|群众|对象)/g

/** Before the number a preposition, and no verb of result between: the number says who or where. */
export function isGroup({ part, quantity: q, others }: QuantityContext): boolean {
  const from = Math.max(part.lastIndexOf('、', q.at - 1) + 1, 0)
  const lead = part.slice(from, q.start)
  const match = namesGroup.exec(lead.slice(-36))
  if (!match) return false
  // 支持, 帮助, 组织 … lead a group only where the part opens with them; further in they are words of other names.
  if (/^(支持|帮助|推动|督促|指导|用好|通过|联合|组织|加强|落实|参照|依托|坚持|围绕|聚焦)/.test(match[0]) && lead.length - match[0].length > 4) return false
  // 通过产业30万人、搬迁17万人…: a list of ways, each with its own number to reach.
  if (match[0].startsWith('通过') && others.some((o) => o.at > q.at && o.unit === q.unit && /^、[^、,\d]{1,10}$/.test(part.slice(q.end, o.start)))) return false
  // Verbs before 的 describe the group: 对完成改造的8个村.
  const between = match[0].replace(/^./, '').replace(/^.*的/, '').replace(namedByExit, '')
  if (builds.test(between) || /(培养|输送|招收|建立|设立|搭建|开设|新增|选择|选取|确定|遴选|完成|实现|发放|配发|投放|购买|购置|配置|补充|招聘|招录|选聘|添置|覆盖|增加|提高|提升|达到|扩大|上升|下降|减少|降)/.test(between)) return false
  if (/[次期场轮]$/.test(q.unit) && /(开展|实施|提供|进行|组织)/.test(between)) return false
  const rest = part.slice(q.end)
  // In 对30万户、100万人实施 both numbers say whom.
  const later = others.some((o) => o.at > q.at && o.kind !== 'term' && !/^(?:[^,、和与(]{0,14}[、和与(]){1,8}$/.test(part.slice(q.end, o.start)))
  if (/^对[^的]*的.*的$/.test(match[0]) && !/(改造|改建|维修|整治|治理|修缮|提升|升级|完成)/.test(rest)) return true
  if (/^[对将把]/.test(match[0]) && /^[^,。;]{0,12}(?:通报|表扬|表彰|奖励|约谈|问责|激励|倾斜)/.test(rest)) return true
  if (/^[对将把]/.test(match[0])) return later || !/(进行|实施|实行|提供|落实|开展|予以|给予|纳入|到位|发放|改造|改建|维修|提升|整治|治理|升级|修缮|完成)/.test(rest)
  if (match[0].startsWith('在')) return !/(试点|示范|试验)/.test(rest)
  // 支持120所幼儿园开设托班: what they are helped to is to be reached.
  if (/^(支持|帮助|推动|指导|组织)/.test(match[0]) && /^[^,。;、\d]{2,18}(?:开设|创建|建设|建成|创办|改造|转型|升级|上市|达标|上线|挂牌)/.test(rest)) return false
  if (/^(支持|帮助|推动|指导|组织|加强|落实)/.test(match[0])) return later || /的/.test(rest)
  return true
}
