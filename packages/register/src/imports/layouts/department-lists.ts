/** Lists that departments keep of persons and houses: 民政, 残联, 教育, 住建. Being on a list may itself state a fact. */
import type { Layout } from './layout.ts'
import { amountColumn, asideColumn, certificateColumn, headAsideColumn, householdNoColumn, identityColumn, nameColumn, placeColumns } from './shared-columns.ts'

/** People who had it once, or who may have it later. */
const noLonger = /停保|停发|退出|清退|注销|取消|核减|死亡|应保未保|未享受|未纳入|不符合|疑似|拟(?!定)|申请|申报|初审|公示|停保原因|退出原因/

export const dibao: Layout = {
  key: 'dibao', zh: '农村低保名单（民政）', en: 'list of persons on 低保 (civil affairs)', entity: 'person',
  columns: [
    { ...identityColumn, weak: ['户主身份证号', '户主身份证号码', '户主证件号码'] }, nameColumn, householdNoColumn, certificateColumn, ...placeColumns, headAsideColumn,
    { ...amountColumn, headers: ['月保障金额', '低保金额', '低保金', '保障金额', '月补助金额', '家庭月保障金', '户月保障金额', '月人均补助', ...amountColumn.headers] },
    { target: 'household.member_count', headers: ['保障人口', '保障人数', '享受人数'] },
    { ...asideColumn, headers: [...asideColumn.headers, '低保证号', '低保证编号', '低保类别', '保障类别', '救助类别', '起始时间', '享受时间', '批准时间'] },
  ],
  fieldsOf: ['person'],
  evidence: { amount: 1, 'household.member_count': 1, idNumber: 1 },
  titleWords: ['低保', '最低生活保障'],
  implied: { 'person.on_dibao': 'true' },
  notImplied: noLonger,
}

export const disability: Layout = {
  key: 'disability', zh: '残疾人证名单（残联）', en: 'list of disability certificates', entity: 'person',
  columns: [
    { ...identityColumn, headers: [...identityColumn.headers, '残疾人身份证号'], weak: ['户主身份证号'] }, nameColumn, certificateColumn, ...placeColumns, headAsideColumn, amountColumn,
    { ...asideColumn, headers: [...asideColumn.headers, '监护人', '监护人姓名', '监护人电话', '发证日期', '批准时间', '补贴类别'] },
  ],
  fieldsOf: ['person'],
  evidence: { disabilityCertificate: 4, 'person.disability_category': 2, 'person.disability_grade': 2, householdNo: -2 },
  titleWords: ['残疾'],
  implied: { 'person.disability_certificate': 'true' },
  notImplied: noLonger,
}

export const school: Layout = {
  key: 'school', zh: '学籍名单（教育）', en: 'list of pupils', entity: 'person',
  columns: [
    { ...identityColumn, headers: [...identityColumn.headers, '学生身份证号', '学生身份证件号', '身份证件号'] },
    { ...nameColumn, headers: ['学生姓名', ...nameColumn.headers] }, ...placeColumns, amountColumn, headAsideColumn,
    { target: 'person.schooling', headers: ['年级', '就读年级', '学段', '学段年级'] },
    { target: 'person.school_name', headers: ['在读学校', '就读学校名称'] },
    { ...asideColumn, headers: [...asideColumn.headers, '学籍号', '全国学籍号', '班级', '监护人', '监护人姓名', '监护人电话', '入学时间', '入学年月'] },
  ],
  fieldsOf: ['person'],
  evidence: { 'person.school_name': 3, 'person.schooling': 1, 'person.enrolled': 2, householdNo: -2, disabilityCertificate: -3 },
  titleWords: ['学籍', '学生', '在校生', '控辍'],
  implied: { 'person.enrolled': 'true' },
  notImplied: /控辍|辍学|失学|劝返|送教|未入学|未在校|未就学|退学|休学|转出|毕业/,
}

export const house: Layout = {
  key: 'house', zh: '农村危房名单（住建）', en: 'list of unsafe rural houses', entity: 'household',
  columns: [
    { target: 'idNumber', headers: ['户主身份证号', '户主证件号码', '户主身份证号码', ...identityColumn.headers] },
    { target: 'name', headers: ['户主姓名', '户主', '农户姓名', '姓名', '申请人'] }, householdNoColumn, ...placeColumns,
    { ...amountColumn, headers: ['危改补助金额', '改造补助资金', ...amountColumn.headers] },
    { target: 'household.house_grade', headers: ['危房鉴定等级', '鉴定级别', '房屋鉴定等级'] },
    { ...asideColumn, headers: [...asideColumn.headers, '改造方式', '开工时间', '竣工时间', '鉴定时间', '鉴定机构'] },
  ],
  fieldsOf: ['household'],
  evidence: { 'household.house_grade': 4, 'household.unsafe_house': 2, 'household.house_area': 1, 'household.poverty_status': -2, 'household.cause': -2, 'household.road': -2, personNo: -3 },
  titleWords: ['危房', '住房安全', '房屋鉴定'],
  implied: {},
}
