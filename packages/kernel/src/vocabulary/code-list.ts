/** Code lists of the register (DOMAIN 1.4): the stored code, its label in both languages, and spellings seen in files. */
export interface CodeItem {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Other spellings found in exports; matched after `cleanText`. */
  readonly also?: readonly string[]
}

export interface CodeList {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly items: readonly CodeItem[]
  /** Where the list comes from. */
  readonly source: string
}

function list(key: string, zh: string, en: string, source: string, items: readonly CodeItem[]): CodeList {
  return { key, zh, en, source, items }
}

function item(code: string, zh: string, en: string, ...also: string[]): CodeItem {
  return also.length ? { code, zh, en, also } : { code, zh, en }
}

export const codeLists = {
  sex: list('sex', '性别', 'sex', 'GB/T 2261.1', [item('1', '男', 'male', '男性'), item('2', '女', 'female', '女性')]),
  relation: list('relation', '与户主关系', 'relation to head', 'national register', [
    item('01', '户主', 'head', '本人'), item('02', '配偶', 'spouse', '妻', '夫', '妻子', '丈夫'), item('03', '之子', 'son', '子', '儿子', '长子', '次子'), item('04', '之女', 'daughter', '女儿', '长女', '次女'),
    item('05', '之儿媳', 'daughter-in-law', '儿媳'), item('06', '之女婿', 'son-in-law', '女婿'), item('07', '之孙子', "son's son", '孙子'), item('08', '之孙女', "son's daughter", '孙女'),
    item('09', '之外孙子', "daughter's son", '外孙子', '外孙'), item('10', '之外孙女', "daughter's daughter", '外孙女'), item('11', '之父', 'father', '父亲', '父'), item('12', '之母', 'mother', '母亲', '母'),
    item('13', '之岳父', "wife's father", '岳父'), item('14', '之岳母', "wife's mother", '岳母'), item('15', '之公公', "husband's father", '公公'), item('16', '之婆婆', "husband's mother", '婆婆'),
    item('17', '之祖父', "father's father", '祖父'), item('18', '之祖母', "father's mother", '祖母'), item('19', '之外祖父', "mother's father", '外祖父'), item('20', '之外祖母', "mother's mother", '外祖母'),
    item('21', '之曾孙子', 'great-grandson', '曾孙子'), item('22', '之曾孙女', 'great-granddaughter', '曾孙女'), item('99', '其他', 'other'),
  ]),
  education: list('education', '文化程度', 'education', 'national register', [
    item('1', '文盲或半文盲', 'illiterate', '文盲', '文盲半文盲', '文盲/半文盲'), item('2', '小学', 'primary'), item('3', '初中', 'junior secondary'), item('4', '高中', 'senior secondary', '高中/中专', '中专', '高中或中专'),
    item('5', '大专及以上', 'college or above', '大专', '本科', '本科及以上', '大专(高职高专)'), item('6', '学龄前儿童', 'pre-school child', '学龄前'),
  ]),
  schooling: list('schooling', '在校生状况', 'schooling', 'national register', [
    item('01', '非在校生', 'not a pupil', '非在校', '不在校'), item('02', '学前教育', 'pre-school', '幼儿园', '学龄前儿童'), item('03', '小学', 'primary', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '小学一年级', '小学二年级', '小学三年级', '小学四年级', '小学五年级', '小学六年级'), item('04', '七年级', 'grade 7', '初中一年级', '初一'), item('05', '八年级', 'grade 8', '初中二年级', '初二'),
    item('06', '九年级', 'grade 9', '初中三年级', '初三'), item('07', '高中一年级', 'senior 1', '普通高中一年级', '高一'), item('08', '高中二年级', 'senior 2', '普通高中二年级', '高二'), item('09', '高中三年级', 'senior 3', '普通高中三年级', '高三'),
    item('10', '中职一年级', 'vocational 1', '中职一', '中专一年级'), item('11', '中职二年级', 'vocational 2', '中职二'), item('12', '中职三年级', 'vocational 3', '中职三'),
    item('13', '高职一年级', 'higher vocational 1', '高职一'), item('14', '高职二年级', 'higher vocational 2', '高职二'), item('15', '高职三年级', 'higher vocational 3', '高职三'), item('16', '大专及以上', 'college or above', '大专', '本科', '硕士生及以上'),
  ]),
  health: list('health', '健康状况', 'health', 'national register', [
    item('1', '健康', 'healthy', '良好'), item('2', '长期慢性病', 'chronic illness', '慢性病'), item('3', '患有大病', 'serious illness', '大病'), item('4', '残疾', 'disabled'),
  ]),
  labour: list('labour', '劳动技能', 'labour capacity', 'national register', [
    item('1', '普通劳动力', 'ordinary labour'), item('2', '技能劳动力', 'skilled labour'), item('3', '丧失劳动力', 'lost labour capacity'), item('4', '无劳动力', 'no labour capacity', '无劳动能力'), item('5', '弱劳动力或半劳动力', 'weak or half labour', '弱劳动力', '半劳动力'),
  ]),
  work_place: list('work_place', '务工区域', 'place of work', 'national register', [
    item('1', '乡(镇)内', 'in the township', '乡镇内'), item('2', '乡(镇)外县内', 'in the county', '乡外县内', '县内'), item('3', '县外省内', 'in the province'), item('4', '省外', 'outside the province'), item('99', '其他', 'other'),
  ]),
  life_status: list('life_status', '生存状态', 'life status', 'national register: 1 and 4 are valid; other labels were not found', [
    item('1', '健在', 'living', '正常', '生存'), item('2', '死亡', 'dead', '已死亡', '自然死亡'), item('3', '失踪', 'missing'), item('4', '失联', 'out of contact', '外出'),
  ]),
  disability_category: list('disability_category', '残疾类别', 'disability category', 'GB/T 26341', [
    item('1', '视力', 'visual', '视力残疾'), item('2', '听力', 'hearing', '听力残疾'), item('3', '言语', 'speech', '言语残疾'), item('4', '肢体', 'physical', '肢体残疾'),
    item('5', '智力', 'intellectual', '智力残疾'), item('6', '精神', 'mental', '精神残疾'), item('7', '多重', 'multiple', '多重残疾'),
  ]),
  disability_grade: list('disability_grade', '残疾等级', 'disability grade', 'GB/T 26341', [
    item('1', '一级', 'grade 1', '壹级', '1级', 'Ⅰ级'), item('2', '二级', 'grade 2', '贰级', '2级', 'Ⅱ级'), item('3', '三级', 'grade 3', '叁级', '3级', 'Ⅲ级'), item('4', '四级', 'grade 4', '肆级', '4级', 'Ⅳ级'),
  ]),
  disease: list('disease', '大病病种', 'serious disease', 'plan 三.(一).11 and DOMAIN 6', [
    item('1', '儿童先心病', 'congenital heart disease of children', '儿童先天性心脏病', '先心病', '先心病房间隔缺损', '先心病室间隔缺损'), item('2', '儿童白血病', 'leukaemia of children', '白血病', '急性淋巴细胞白血病', '急性早幼粒细胞白血病'),
    item('3', '胃癌', 'stomach cancer'), item('4', '食管癌', 'oesophageal cancer', '食道癌'), item('5', '结肠癌', 'colon cancer'), item('6', '直肠癌', 'rectal cancer'), item('7', '终末期肾病', 'end-stage renal disease', '尿毒症'),
    item('10', '肺癌', 'lung cancer'), item('11', '乳腺癌', 'breast cancer'), item('12', '宫颈癌', 'cervical cancer'), item('13', '儿童肿瘤', 'tumours of children'), item('14', '尘肺病', 'pneumoconiosis', '尘肺'), item('99', '其他', 'other'),
  ]),
  poverty_status: list('poverty_status', '脱贫标志', 'exit status', 'AAR010', [
    item('0', '未脱贫', 'not exited', '否'), item('1', '脱贫', 'exited', '已脱贫', '是'), item('2', '预脱贫', 'exit proposed'), item('3', '返贫', 'fell back'),
  ]),
  household_type: list('household_type', '贫困户属性', 'household type', 'AAC006', [
    item('1', '一般贫困户', 'ordinary poor', '一般农户'), item('2', '低保户', 'on 低保'), item('3', '五保户', 'on 五保', '特困供养贫困户', '特困户'), item('4', '低保贫困户', 'poor and on 低保'), item('5', '低收入农户', 'low income'),
  ]),
  standard: list('standard', '识别标准', 'standard', 'AAC005', [item('1', '国家标准', 'national'), item('2', '省定标准', 'provincial'), item('3', '市定标准', 'city')]),
  cause: list('cause', '致贫原因', 'cause of poverty', 'AAC007', [
    item('1', '因病', 'illness'), item('2', '因残', 'disability'), item('3', '因学', 'schooling'), item('4', '因灾', 'disaster'), item('5', '缺土地', 'lack of land'), item('6', '缺水', 'lack of water'), item('7', '缺技术', 'lack of skill'),
    item('8', '缺劳力', 'lack of labour', '缺劳动力'), item('9', '缺资金', 'lack of funds'), item('10', '交通条件落后', 'poor transport'), item('11', '自身发展动力不足', 'lack of drive', '自身发展力不足'), item('12', '因婚', 'marriage'), item('13', '因丧', 'funeral'), item('99', '其他', 'other'),
  ]),
  house_grade: list('house_grade', '危房级别', 'house grade', 'DOMAIN 1.4', [item('A', 'A级', 'A', 'A'), item('B', 'B级', 'B', 'B'), item('C', 'C级', 'C', 'C'), item('D', 'D级', 'D', 'D')]),
  road: list('road', '入户路类型', 'road to the house', 'national register', [item('1', '泥土路', 'earth'), item('2', '砂石路', 'gravel'), item('3', '水泥路', 'concrete'), item('4', '沥青路', 'asphalt')]),
  fuel: list('fuel', '主要燃料类型', 'main fuel', 'national register', [item('1', '柴草', 'firewood'), item('2', '干畜粪', 'dung'), item('3', '煤炭', 'coal'), item('4', '清洁能源', 'clean energy'), item('5', '其他', 'other')]),
  monitor_type: list('monitor_type', '监测对象类别', 'monitoring class', '中农组发〔2021〕7号', [
    item('1', '脱贫不稳定户', 'unstable exit'), item('2', '边缘易致贫户', 'on the edge'), item('3', '突发严重困难户', 'sudden severe difficulty'),
  ]),
  facility_kind: list('facility_kind', '设施类型', 'facility kind', 'plan', [
    item('clinic', '乡镇卫生院', 'township clinic', '卫生院'), item('plaza', '村级文化广场', 'village plaza', '文化广场'), item('school', '义务教育学校', 'school', '学校'), item('road', '公路路段', 'road section'),
    item('bridge', '桥梁', 'bridge'), item('water', '供水工程', 'water works'), item('bank', '金融服务点', 'bank outlet'), item('warehouse', '仓库', 'warehouse'), item('workshop', '车间', 'workshop'),
  ]),
} as const satisfies Record<string, CodeList>

export type CodeListKey = keyof typeof codeLists

/** The code list, or undefined. */
export function findCodeList(key: string): CodeList | undefined {
  return (codeLists as Record<string, CodeList>)[key]
}
