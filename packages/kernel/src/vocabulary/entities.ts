/** The entities that facts are about, and all their fields. Snapshot columns, import targets and rule names all come from here. */
import type { Field, FieldType, Sensitivity, UnitOfMeasure } from './field.ts'
import type { CodeListKey } from './code-list.ts'

export type EntityKey = 'person' | 'household' | 'village' | 'facility'

export interface Entity {
  readonly key: EntityKey
  readonly zh: string
  readonly en: string
  readonly fields: readonly Field[]
}

const bool: FieldType = { kind: 'boolean' }
const text: FieldType = { kind: 'text' }
const date: FieldType = { kind: 'date' }
const number = (scale: number, unit?: UnitOfMeasure): FieldType => (unit ? { kind: 'number', scale, unit } : { kind: 'number', scale })
const code = (list: CodeListKey): FieldType => ({ kind: 'code', list })
const codes = (list: CodeListKey): FieldType => ({ kind: 'codes', list })

type Extra = { national?: string; headers?: readonly string[]; sensitivity?: Sensitivity; purpose?: string; derived?: boolean; added?: number }
function field(key: string, zh: string, en: string, type: FieldType, extra: Extra = {}): Field {
  return { key, zh, en, type, sensitivity: 'plain', purpose: '核定帮扶措施 / to determine support measures', ...extra }
}

const person: readonly Field[] = [
  field('name', '姓名', 'name', text, { national: 'AAB002', headers: ['户主姓名', '成员姓名', '学生姓名', '残疾人姓名'], sensitivity: 'identity', purpose: '确认身份 / identity' }),
  field('sex', '性别', 'sex', code('sex'), { national: 'AAB003' }),
  field('birth_date', '出生日期', 'birth date', date, { headers: ['出生年月', '出生年月日'] }),
  field('age', '年龄', 'age', number(0, 'year'), { derived: true }),
  field('relation', '与户主关系', 'relation to head', code('relation'), { national: 'AAB006', headers: ['关系', '家庭关系'] }),
  field('ethnicity', '民族', 'ethnicity', text, { national: 'AAB007' }),
  field('education', '文化程度', 'education', code('education'), { national: 'AAB008' }),
  field('schooling', '在校生状况', 'schooling', code('schooling'), { national: 'AAB009', headers: ['在校生情况', '在校状况'] }),
  field('enrolled', '学籍在读', 'enrolled in school', bool, { headers: ['是否在读', '学籍状态', '在读状态', '就读状态'] }),
  field('school_name', '就读学校', 'school', text, { headers: ['学校名称', '学校'] }),
  field('health', '健康状况', 'health', codes('health'), { national: 'AAB017', sensitivity: 'health' }),
  field('disease', '大病病种', 'serious disease', code('disease'), { headers: ['病种', '病种名称', '大病名称'], sensitivity: 'health' }),
  field('disability_certificate', '持残疾证', 'holds disability certificate', bool, { sensitivity: 'health' }),
  field('disability_category', '残疾类别', 'disability category', code('disability_category'), { sensitivity: 'health', headers: ['残疾类型'] }),
  field('disability_grade', '残疾等级', 'disability grade', code('disability_grade'), { sensitivity: 'health', headers: ['残疾级别', '等级'] }),
  field('labour', '劳动技能', 'labour capacity', code('labour'), { national: 'AAB010', headers: ['劳动能力'] }),
  field('work_place', '务工区域', 'place of work', code('work_place'), { national: 'AAB011', headers: ['务工情况', '务工状况'] }),
  field('work_months', '务工时间', 'months of work', number(0, 'month'), { national: 'AAB012', headers: ['务工时间月', '务工月数'] }),
  field('employer', '务工企业', 'employer', text, { national: 'AAB029', headers: ['务工单位', '用工单位', '企业名称'] }),
  field('contract_start', '劳动合同开始日期', 'labour contract start', date, { headers: ['合同开始日期', '合同起始日期', '合同签订日期'] }),
  field('contract_months', '劳动合同期限', 'labour contract length', number(0, 'month'), { headers: ['合同期限', '合同期限月'] }),
  field('welfare_post', '公益岗', 'public welfare post', bool, { headers: ['是否公益岗', '公益岗位'] }),
  field('resident_pension', '参加居民养老保险', 'in resident pension', bool, { national: 'AAB014', headers: ['是否参加城乡居民基本养老保险', '居民养老', '参加城乡居民养老保险'] }),
  field('medical_insurance', '参加居民医保', 'in resident medical insurance', bool, { national: 'AAB013', headers: ['是否参加城乡居民基本医疗保险', '居民医保', '是否参加新农合'] }),
  field('critical_insurance', '参加大病保险', 'in critical illness insurance', bool, { national: 'AAB022', headers: ['是否参加大病保险'] }),
  field('on_dibao', '享受低保', 'on 低保', bool, { national: 'AAB030', headers: ['是否享受农村低保', '享受农村低保', '是否低保'] }),
  field('on_tekun', '特困供养', 'on 特困 support', bool, { headers: ['是否特困供养', '是否享受特困供养'] }),
  field('life_status', '生存状态', 'life status', code('life_status'), { national: 'AAB015' }),
  field('boarding', '寄宿生', 'boards at school', bool, { headers: ['是否寄宿', '是否寄宿生', '是否住校'], added: 12 }),
  field('own_share', '大病自付比例', 'own share of the cost of serious illness', number(2, 'percent'), { headers: ['个人自付比例', '自付比例'], sensitivity: 'health', added: 12 }),
  field('employee_insurance', '参加职工社会保险', 'in employee social insurance', bool, { headers: ['是否参加职工社会保险', '职工社保', '是否参加职工社保'], added: 12 }),
  field('placed_by_agent', '中介组织就业', 'placed by an agent', bool, { headers: ['是否中介组织就业', '是否由中介输送'], added: 12 }),
  field('willing_to_work', '就业意愿', 'wishes to work', bool, { headers: ['是否有就业意愿', '有无就业意愿'], added: 12 }),
  field('left_behind', '留守儿童', 'child left behind', bool, { headers: ['是否留守儿童', '是否农村留守儿童'], added: 12 }),
  field('phone', '联系电话', 'phone', text, { national: 'AAB031', headers: ['人联系电话', '手机号码', '电话'], sensitivity: 'contact', purpose: '联系入户 / to arrange visits' }),
]

const household: readonly Field[] = [
  field('member_count', '家庭人口', 'members', number(0, 'person'), { headers: ['人数', '家庭人数', '家庭人口数'] }),
  field('poverty_status', '脱贫标志', 'exit status', code('poverty_status'), { national: 'AAR010', headers: ['脱贫状态', '是否脱贫', '脱贫属性'] }),
  field('household_type', '贫困户属性', 'household type', code('household_type'), { national: 'AAC006', headers: ['户类型', '农户属性'] }),
  field('standard', '识别标准', 'standard', code('standard'), { national: 'AAC005' }),
  field('cause', '主要致贫原因', 'main cause', code('cause'), { national: 'AAC007', headers: ['致贫原因', '致贫原因1', '主要致贫原因1'] }),
  field('other_causes', '其他致贫原因', 'other causes', codes('cause'), { national: 'AAC008' }),
  field('identified_on', '首次识别时间', 'first identified', date, { headers: ['识别时间', '识别日期'] }),
  field('planned_exit_year', '计划脱贫年度', 'planned exit year', number(0), { headers: ['计划脱贫年份', '计划脱贫时间'] }),
  field('exited_on', '脱贫日期', 'exited on', date, { headers: ['脱贫时间', '脱贫年度'] }),
  field('income_per_head', '人均纯收入', 'net income per head', number(2, 'yuan'), { headers: ['年人均纯收入', '人均可支配收入', '人均纯收入元'], sensitivity: 'income' }),
  field('net_income', '家庭纯收入', 'household net income', number(2, 'yuan'), { headers: ['年纯收入', '纯收入'], sensitivity: 'income' }),
  field('wage_income', '工资性收入', 'wage income', number(2, 'yuan'), { national: 'AAC073', sensitivity: 'income' }),
  field('business_income', '生产经营性收入', 'business income', number(2, 'yuan'), { national: 'AAC071', sensitivity: 'income' }),
  field('property_income', '财产性收入', 'property income', number(2, 'yuan'), { national: 'AAC072', sensitivity: 'income' }),
  field('transfer_income', '转移性收入', 'transfer income', number(2, 'yuan'), { sensitivity: 'income' }),
  field('business_cost', '生产经营性支出', 'business cost', number(2, 'yuan'), { national: 'AAC074', sensitivity: 'income' }),
  field('house_grade', '危房级别', 'house grade', code('house_grade'), { national: 'AAC322', headers: ['住房等级', '房屋等级', '鉴定等级', '危房等级', '房屋危险性等级'] }),
  field('unsafe_house', '危房户', 'unsafe house', bool, { national: 'AAC318', headers: ['是否危房户'] }),
  field('house_area', '住房面积', 'house area', number(2, 'square-metre'), { national: 'AAC317', headers: ['住房面积平方米', '房屋面积'] }),
  field('water_safe', '饮水安全', 'safe drinking water', bool, { national: 'AAC312', headers: ['是否解决安全饮用水', '饮水是否安全'] }),
  field('water_hard', '饮水困难', 'hard to get water', bool, { national: 'AAC311', headers: ['饮水是否困难'] }),
  field('electricity', '生活用电', 'electricity', bool, { national: 'AAC313' }),
  field('road', '入户路类型', 'road to the house', code('road'), { national: 'AAC316' }),
  field('road_distance', '与村主干路距离', 'distance to main road', number(2, 'kilometre'), { national: 'AAC315', headers: ['与村主干路距离公里'] }),
  field('fuel', '主要燃料类型', 'main fuel', code('fuel'), { national: 'AAC320' }),
  field('toilet', '卫生厕所', 'sanitary toilet', bool, { national: 'AAC319' }),
  field('farmland', '耕地面积', 'farmland', number(2, 'mu'), { national: 'AAC301', headers: ['耕地面积亩'] }),
  field('cooperative', '加入农民专业合作社', 'in a cooperative', bool, { national: 'AAC084' }),
  field('relocated', '易地扶贫搬迁', 'relocated', bool, { headers: ['是否易地扶贫搬迁'] }),
  field('martyr_family', '军烈属', 'military or martyr family', bool, { national: 'AAC012', headers: ['是否军烈属'] }),
  field('monitor_type', '监测对象类别', 'monitoring class', code('monitor_type'), { headers: ['监测对象类型'] }),
  field('risk_cleared', '风险已消除', 'risk cleared', bool, { headers: ['风险是否消除'] }),
  field('household_phone', '户联系电话', 'household phone', text, { national: 'AAR012', sensitivity: 'contact', purpose: '联系入户 / to arrange visits' }),
]

const village: readonly Field[] = [
  field('poor_village', '贫困村', 'poor village', bool, { headers: ['是否贫困村'] }),
  field('key_county', '重点贫困县', 'in one of the 15 key counties', bool, { headers: ['是否重点贫困县'] }),
  field('deep_poverty', '深度贫困', 'deep poverty', bool, { headers: ['是否深度贫困村'] }),
  field('exited', '已销号', 'village exited', bool, { headers: ['是否出列', '是否销号'] }),
  field('household_total', '总户数', 'households', number(0, 'household')),
  field('person_total', '总人口', 'people', number(0, 'person'), { headers: ['总人口数', '总人数'] }),
  field('collective_income', '村集体经济收入', 'collective income', number(2, 'yuan')),
  field('hard_road', '通硬化路', 'hard road', bool, { headers: ['是否通硬化路'] }),
  field('bus', '通客运班车', 'bus service', bool, { headers: ['是否通客运班车', '是否通客车'] }),
  field('plaza_meets_standard', '文化广场达标', 'plaza meets the standard', bool, { headers: ['文化广场是否达标', '是否达到文化设施建设标准'] }),
  field('clinic_count', '卫生室数', 'village clinics', number(0, 'count')),
]

const facility: readonly Field[] = [
  field('kind', '设施类型', 'facility kind', code('facility_kind'), { headers: ['类型'] }),
  field('facility_name', '设施名称', 'facility name', text, { headers: ['名称', '机构名称', '卫生院名称', '单位名称'] }),
  field('meets_standard', '达标', 'meets the standard', bool, { headers: ['是否达标', '是否标准化', '标准化建设是否达标'] }),
  field('run_by_government', '政府办', 'run by government', bool, { headers: ['是否政府办', '举办主体'] }),
  field('floor_area', '建筑面积', 'floor area', number(2, 'square-metre'), { headers: ['业务用房面积', '面积'] }),
  field('built_on', '建成日期', 'built on', date, { headers: ['建成时间'] }),
  field('in_key_county', '所在重点贫困县', 'in one of the 15 key counties', bool),
]

export const entities: Readonly<Record<EntityKey, Entity>> = {
  person: { key: 'person', zh: '人', en: 'person', fields: person },
  household: { key: 'household', zh: '户', en: 'household', fields: household },
  village: { key: 'village', zh: '村', en: 'village', fields: village },
  facility: { key: 'facility', zh: '设施', en: 'facility', fields: facility },
}

export const entityKeys = Object.keys(entities) as readonly EntityKey[]

/** The field by its key, Chinese or English name; undefined when there is none. */
export function findField(entity: EntityKey, name: string): Field | undefined {
  return entities[entity].fields.find((f) => f.key === name || f.zh === name || f.en === name)
}
