/** Columns that most lists share: keys, places and what is left aside. */
import type { LayoutColumn } from './layout.ts'

export const identityColumn: LayoutColumn = {
  target: 'idNumber',
  headers: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '居民身份证号', '居民身份证号码', '身份证', '证件号', '成员身份证号', '成员证件号码', 'AAB004'],
}
export const householdNoColumn: LayoutColumn = { target: 'householdNo', headers: ['户编号', '户编码', '贫困户编号', '家庭编号', 'AAC001'] }
export const personNoColumn: LayoutColumn = { target: 'personNo', headers: ['人编号', '人员编号', '贫困人口编号', 'AAB001'] }
export const certificateColumn: LayoutColumn = { target: 'disabilityCertificate', headers: ['残疾证号', '残疾人证号', '残疾人证号码', '残疾证号码', '残疾人证编号'] }
export const nameColumn: LayoutColumn = { target: 'name', headers: ['姓名', '成员姓名', '家庭成员姓名', '人员姓名', '受益人姓名', '受助人姓名', '领取人', 'AAB002'], weak: ['户主姓名', '户主'] }

export const placeColumns: readonly LayoutColumn[] = [
  { target: 'placeCode', headers: ['行政区划代码', '行政村代码', '村代码', '村编码', '区划代码', '行政区划', 'AAR008'] },
  { target: 'province', headers: ['省', '省份', '省名', 'AAR002'] },
  { target: 'city', headers: ['市', '地市', '市名', 'AAR003'] },
  { target: 'county', headers: ['县', '县区', '县市区', '区县', '县名', '县名称', 'AAR004'] },
  { target: 'township', headers: ['乡', '乡镇', '乡镇街道', '乡镇名称', '镇', '所在乡镇', '街道', 'AAR005'] },
  { target: 'village', headers: ['村', '行政村', '行政村名称', '村名', '村名称', '村居', '村社区', '所在村', 'AAR006'] },
]

/** Known and not kept: order numbers, remarks, the household's address below the village, papers of the office. */
export const asideColumn: LayoutColumn = {
  target: 'aside',
  headers: ['序号', '编号', '备注', '自然村', '村民小组', '组', '证件类型', '签字', '签名', '领取人签字', '开户银行', '银行账号', '填报人', '问题请改正后重新导入'],
}
/** The head's own columns in a list whose rows are members. */
export const headAsideColumn: LayoutColumn = { target: 'aside', headers: ['户主姓名', '户主', '户主身份证号', '户主证件号码', '户主身份证号码'] }

export const amountColumn: LayoutColumn = {
  target: 'amount',
  headers: ['金额', '发放金额', '补助金额', '补贴金额', '实发金额', '资助金额', '代缴金额', '奖补金额', '救助金额', '补助资金', '发放标准', '补贴标准', '补助标准'],
}
