/** Words by which a sentence promises, describes, conditions or pays. They decide whether a number is a target, a figure of the past, or an amount. */
const any = (words: string) => new RegExp(words.trim().split(/\s+/).join('|'), 'u')

/** Verbs of attainment: an outcome or output that can be checked as reached. */
export const attains = any(`新\\p{Script=Han} 栽植 栽种 更换 更新 划定 划设 树立 实现 完成 达到 达 建成 新建 改建 扩建 改扩建 改造 建设 修建 兴建 筹建 续建 新增 净增 增加 增长 增至 增收 培育 培养 培训 轮训 打造 发展 转移 输送 安置 搬迁 脱贫 销号 退出 摘帽 出列 解决 覆盖
  控制 降至 降到 降低 下降 压减 减少 减至 提高 提升 上升 翻番 保持 稳定 不低于 不少于 不超过 至少 力争 确保 保证 选派 派出 组建 配备 配齐 招聘 招收 引进 引育 开发 扶持 治理 整治 修复 恢复 造林 种植 养殖 绿化 硬化 维修 维护 加固 安装 架设 铺设 推广 创建
  设立 设置 建立 举办 开展 组织 实施 发放 救助 资助 帮扶 帮助 消除 淘汰 关闭 拆除 取缔 整改 评选 选树 认定 遴选 选择 选取 确定 纳入 落实 争取 吸引 带动 服务 就业 创业 入学 升级 更新 购置 配置 投放 投入使用 制定 制修订 编制 出台 形成 通达 通车 接入 开通 突破 占 超过 达标 完工 竣工 开工 启动
  受益 签约 参保 惠及 储备 投用 改厕 补植 抚育 巩固 生产 出栏 存栏 流转 收储 收购 供应 销售 采购 接待 申报 注册 登记 补充 充实 储备 放养 供养 收治 筛查 建档 摸排 清理 盘活 化解 破获 登顶 下达 支持 聘用 选聘 吸纳 安排 布局 布设 部署 修订 拓宽 加宽 疏浚 清淤 衬砌 除险 供水 供热 供气 通电 通水 通气 开设 创办 兴办 扩大 扩面 增设 增配`)

/** Strong enough to make a number a target even where money for it is named beside. */
export const builds = /(新建|改建|扩建|改造|建成|建设|完成|新增|培育|打造|创建|治理|硬化|实现|脱贫|退出|销号|出列|转移|搬迁|安装|组建|配备|引进|发展|培训|推广|整治|修复|达到|降至|降到|提高到|提高至|提升到|提升至|控制在)/

/** What has been: achievements and the present state. */
export const past = /(目前|截至|截止|现有|现存|已有|已经|已(?!脱贫|建立?档|退休|入|通|取得|登记)|原有|曾|去年|上年|近年来|以来|近[两三五几\d]年|累计已|历史|辖|位于|总面积|总人口|现辖|全[省市县区州]共有|共有(?=\d)|仍有|尚有|还有(?=\d)|剩余的?(?=\d+[^,。;]{0,10}(需|待))|存在|存量为|成功|先后|截止到)/
/** Harm done, where nothing in the same words repairs it. */
export const harms = /(造成|遭受|受灾(?!群众|地区|农户|户)|倒塌|损毁|损坏|失踪)/
export const repairs = /(修复|恢复|重建|抢修|改造|治理|整修|竣工)/
export const pastHeading = /(现状|基本情况|工作成效|主要成效|取得的|成绩|发展基础|基础条件|形势|背景|存在(的)?(主要)?问题|困难和问题|面临|概况|回顾|基本县情|县情|现实基础)/
export const targetHeading = /(目标|指标|任务目标)/

/** Benefits and payments: numbers beside these condition or size them. */
export const pays = /(补助|补贴|奖励|奖补|奖金|给予|资助|贴息|利率|利息|报销|减免|免除|免收|免交|免缴|免费|救助金|补偿|每人每|每户每|每亩每|每年每|元\/|最高|最多补|补(?=\d)|封顶|起付|限额|额度|期限|贷款期|缴费|代缴|保费|费用|标准(?:为|是|按|不)|按标准|按照?[^,。;]{0,16}(?:比例|标准)|扣分|罚款|工资的?|每学年|每学期|每生|月补|日补|年补|分红比例|计提|提取|列支|配套资金|统筹资金|抵押|授信|担保)/
/** Money is set aside, not reached. */
export const funds = /(安排|投入|筹措|筹集|下达|拨付|拨款|列支|统筹|整合|设立|注入|预算|补助|奖补|奖励|补贴|资金|经费|专项|配套|争取)/
/** Money that is an outcome. */
export const earns = /(收入|产值|增加值|销售额|交易额|营业额|利润|效益|增收|GDP|生产总值|零售额|出口额|贷款余额|投放|发放[^,。;]{0,12}贷款|贷款[^,。;]{0,6}(?:发放|投放)|完成[^,。;]{0,10}投资|投资[^,。;]{0,4}完成|消费额|税收|存款|融资|规模达到|募集|收益|采购|收购|新增(?:发放|授信|贷款|信贷|投放))/

/** Words that make a number before a noun name a group, not a result. */
export const namesGroup = /(?:对(?![口接象])|向|(?<!控制|保持|稳定|维持|限制|定)在(?![校职园建册])|为(?!主)|给(?!予)|从|与|由|围绕|聚焦|针对|面向|涉及|包括|依托|按照|按(?![摩揭期时需])|根据|坚持|推动|督促|指导|支持|帮助|用好|通过|联合|组织|将|把|(?<![低高少多大小优快不])于|以(?![上下内及来])|加强|落实|参照|所列|上述|所在|位于)[^,。;:、]{0,14}$/
