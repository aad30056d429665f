/** The ten rules of `bench-pack.ts` once more, as somebody writes them by hand in SQL, with their conditions in words. Knows no pack and no rule language. */

export interface HandRule {
  readonly id: string
  readonly unit: 'person' | 'household' | 'village'
  readonly from: string
  /** Condition, its words in Chinese and in English, and the field to ask for where it is unknown: of the subject, or of its household. */
  readonly conditions: readonly (readonly [sql: string, zh: string, en: string, asks?: string])[]
  /** Whole fen, of those entitled. */
  readonly fen?: string
}

const living = ["s.life_status IN ('1', '4')", '生存状态属于(“健在”、“失联”)', 'life status in ("健在", "失联")'] as const
const stillPoor = ["h.poverty_status IN ('0', '2', '3')", '户的脱贫标志属于(“未脱贫”、“预脱贫”、“返贫”)', 'household.exit status in ("未脱贫", "预脱贫", "返贫")'] as const
const certified = ['s.disability_certificate', '持残疾证', 'holds disability certificate', 'disability_certificate'] as const
const withHousehold = 'persons s LEFT JOIN households h ON h.household_id = s.household_id'

export const handRules: readonly HandRule[] = [
  // DuckDB's own division is a float, and one amount in four thousand would be a fen short: whole fen are divided instead.
  { id: 'm1', unit: 'person', from: withHousehold, fen: '(CAST((3850 - h.income_per_head) * 100 AS BIGINT) * 2 + 12) // 24', conditions: [living, stillPoor, ['s.on_tekun = false', '特困供养为否', 'on 特困 support = false'], ['h.income_per_head < 3850', '户的人均纯收入低于低保标准', 'household.net income per head < parameters.dibao standard', 'household.income_per_head']] },
  { id: 'm2', unit: 'person', from: 'persons s', fen: '8000', conditions: [living, certified, ["s.disability_grade IN ('1', '2')", '残疾等级属于(“一级”、“二级”)', 'disability grade in ("一级", "二级")', 'disability_grade']] },
  {
    id: 'm3', unit: 'person', fen: '8000',
    from: `persons s LEFT JOIN (SELECT household_id, count(*) FILTER (WHERE on_dibao AND life_status IN ('1', '4')) AS holders, count(*) FILTER (WHERE (on_dibao AND life_status IN ('1', '4')) IS NULL) AS open FROM persons GROUP BY 1) f ON f.household_id = s.household_id`,
    conditions: [living, certified, ['s.on_dibao OR CASE WHEN f.holders > 0 THEN true WHEN f.open > 0 THEN NULL ELSE false END', '享受低保或(家里有人(享受低保且生存状态属于(“健在”、“失联”)))', 'on 低保 or (some m in household.members satisfies (m.on 低保 and m.life status in ("健在", "失联")))', 'members.on_dibao']],
  },
  { id: 'm4', unit: 'person', from: withHousehold, fen: '10000', conditions: [living, stillPoor, ['s.resident_pension', '参加居民养老保险', 'in resident pension', 'resident_pension'], ['s.age < 60', '年龄低于领取年龄', 'age < parameters.pension age', 'age']] },
  {
    id: 'm5', unit: 'person', from: withHousehold, fen: '42600', conditions: [living, stillPoor, ['s.age >= 16', '年龄不低于16', 'age >= 16', 'age'], ['s.work_months > 0', '务工时间高于0', 'months of work > 0'],
      ["s.work_place IN ('1', '2')", '务工区域属于(“乡(镇)内”、“乡(镇)外县内”)', 'place of work in ("乡(镇)内", "乡(镇)外县内")'], ['s.contract_start IS NOT NULL', '劳动合同开始日期已知', 'known(labour contract start)'],
      ["s.contract_start <= DATE '2018-06-30'", '劳动合同开始日期不晚于今日', 'labour contract start <= today'], ['s.welfare_post = false', '公益岗为否', 'public welfare post = false']],
  },
  { id: 'm6', unit: 'person', from: 'persons s', conditions: [living, ['s.age >= 6', '年龄不低于6', 'age >= 6', 'age'], ['s.age < 15', '年龄低于15', 'age < 15', 'age'], ['s.enrolled = false', '学籍在读为否', 'enrolled in school = false', 'enrolled']] },
  { id: 'm7', unit: 'person', from: 'persons s', conditions: [living, ["list_contains(s.health, '3')", '健康状况含“患有大病”', 'list contains(health, "患有大病")'], ["s.disease IN ('3', '7', '10')", '大病病种属于(“胃癌”、“终末期肾病”、“肺癌”)', 'serious disease in ("胃癌", "终末期肾病", "肺癌")', 'disease']] },
  {
    id: 'm8', unit: 'household', fen: '2000000', from: "households s LEFT JOIN (SELECT household_id, bool_or(life_status IN ('1', '4')) AS alive FROM persons GROUP BY 1) f ON f.household_id = s.household_id",
    conditions: [["s.poverty_status IN ('0', '2', '3')", '脱贫标志属于(“未脱贫”、“预脱贫”、“返贫”)', 'exit status in ("未脱贫", "预脱贫", "返贫")'], ["s.house_grade = 'D'", '危房级别是“D级”', 'house grade = "D级"', 'house_grade'], ['f.alive', '家里有人生存状态属于(“健在”、“失联”)', 'some m in members satisfies m.life status in ("健在", "失联")']],
  },
  { id: 'm9', unit: 'household', from: 'households s', conditions: [['s.water_safe = false', '饮水安全为否', 'safe drinking water = false', 'water_safe']] },
  { id: 'm10', unit: 'village', from: 'villages s', conditions: [['s.poor_village', '贫困村', 'poor village'], ['s.plaza_meets_standard = false', '文化广场达标为否', 'plaza meets the standard = false', 'plaza_meets_standard']] },
]

/** Words of the fields that are asked for. */
export const handFields: readonly (readonly [field: string, zh: string, en: string])[] = [
  ['disability_certificate', '持残疾证', 'holds disability certificate'], ['disability_grade', '残疾等级', 'disability grade'], ['on_dibao', '享受低保', 'on 低保'], ['resident_pension', '参加居民养老保险', 'in resident pension'], ['age', '年龄', 'age'],
  ['enrolled', '学籍在读', 'enrolled in school'], ['disease', '大病病种', 'serious disease'], ['income_per_head', '人均纯收入', 'net income per head'], ['house_grade', '危房级别', 'house grade'], ['water_safe', '饮水安全', 'safe drinking water'], ['plaza_meets_standard', '文化广场达标', 'plaza meets the standard'],
]
