/** Measure words and units that follow numbers in plans, with the kind of thing that each counts. Lists, no rules; extend here. */

export type UnitKind = 'count' | 'measure' | 'share' | 'points' | 'times' | 'money' | 'term' | 'event'

/** Longer units before the shorter ones they begin with. */
const lists: Readonly<Record<UnitKind, readonly string[]>> = {
  points: ['百分点', '个百分点', '‰'],
  share: ['%', '成', '/10万'],
  times: ['倍'],
  money: ['元', '美元', '块钱'],
  term: ['周岁', '岁', '年', '个月', '月', '周', '天', '日', '个工作日', '工作日', '小时', '分钟', '学时', '课时', '学年', '学期'],
  event: ['次', '场次', '场', '期', '轮', '遍'],
  measure: [
    '平方公里', '平方千米', '平方米', '立方米', '公里', '千米', '公顷', '公斤', '千克', '千瓦时', '千瓦', '兆瓦', '万千瓦', '米', '里', '亩', '吨', '斤', '升', '度', '㎡', '方', 'km', 'MW', 'kW', '标准煤', '微克', '毫克', '克', '千伏', '伏', 'P', 'GB', 'TB', '蒸吨', '马力', '分',
  ],
  count: [
    '人次', '户次', '车次', '班次', '亩次', '台次', '辆次', '头次', '架次', '件次', '家次', '人天', '个', '人', '名', '户', '家', '所', '座', '处', '条', '眼', '套', '台', '辆', '艘', '架', '件', '项', '种', '类', '门', '头', '只', '羽', '匹', '口', '株', '棵', '箱', '张', '份', '篇', '册', '部', '间', '栋', '幢',
    '支', '队', '组', '对', '批', '村', '乡', '镇', '县', '乡镇', '点', '床', '片', '块', '位', '员', '宗', '笔', '盏', '根', '孔', '段', '道', '簇', '群', '尾', '枚', '盆', '顶', '具', '樽', '本', '届', '例', '起', '班', '站', '店', '院', '社', '厂', '园', '馆', '企业', '部门',
  ],
}

export const unitKinds: ReadonlyMap<string, UnitKind> = new Map(Object.entries(lists).flatMap(([kind, units]) => units.map((unit) => [unit, kind as UnitKind] as const)))

/** All units, longest first, for a pattern. */
export const unitPattern = [...unitKinds.keys()].sort((a, b) => b.length - a.length).map((unit) => (unit === '分' ? '分(?![别钟之类批期年级层散工解配布局行公管项区步阶数])' : unit)).join('|')

/** Nouns that a number may stand before without a measure word, and the unit meant; empty where the noun itself is the unit. */
export const countedNouns: readonly (readonly [RegExp, string])[] = [
  [/^(羊单位|学位|床位|车位|泊位|岗位|标箱)/, ''],
  [/^(?:\d{1,3}周?岁(?:以上|以下)?)?(?:[^,。;、\d]{0,14})(人口|劳动力|农民|居民|群众|学生|党员|干部|残疾人|老年人|老人|儿童|妇女|青年|职工|工人|患者|牧民|渔民|移民|毕业生|学员|教师)/, '人'],
  [/^(?:[^,。;、\d]{0,4})(农户|贫困户|家庭)/, '户'],
  [/^(?:[^,。;、\d]{0,4})(贫困村|行政村|自然村|示范村|村庄|贫困县)/, '个'],
]
