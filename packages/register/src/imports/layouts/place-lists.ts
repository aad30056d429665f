/** Lists about places and facilities: 行政村 and 卫生院; also those of help given to them, hence the amount. */
import type { Layout } from './layout.ts'
import { amountColumn, asideColumn, placeColumns } from './shared-columns.ts'

export const villages: Layout = {
  key: 'villages', zh: '行政村名单', en: 'list of villages', entity: 'village',
  columns: [
    ...placeColumns, amountColumn,
    { target: 'village.household_total', headers: ['户数', '农户总数'] },
    { target: 'village.person_total', headers: ['人口', '人口数'] },
    { target: 'village.collective_income', headers: ['集体经济收入', '村集体收入'] },
    { target: 'village.hard_road', headers: ['到乡镇是否通硬化路'] },
    { target: 'village.clinic_count', headers: ['卫生室', '村卫生室数'] },
    { ...asideColumn, headers: [...asideColumn.headers, '村书记', '第一书记', '联系电话', '贫困户数', '贫困人口数', '低保户数', '残疾人口数'] },
  ],
  fieldsOf: ['village'],
  evidence: { 'village.poor_village': 4, 'village.household_total': 1, 'village.person_total': 1, 'village.exited': 1, 'village.collective_income': 2, 'village.hard_road': 2, 'village.bus': 1, placeCode: 1 },
  titleWords: ['行政村', '贫困村', '村情'],
  implied: {},
}

export const clinic: Layout = {
  key: 'clinic', zh: '乡镇卫生院名单（卫健）', en: 'list of township clinics', entity: 'facility',
  columns: [
    ...placeColumns, amountColumn,
    { target: 'facility.facility_name', headers: ['医疗机构名称', '乡镇卫生院名称', '卫生院'] },
    { target: 'facility.floor_area', headers: ['业务用房建筑面积'] },
    { ...asideColumn, headers: [...asideColumn.headers, '院长', '联系电话', '床位数', '卫生技术人员数', '地址'] },
  ],
  fieldsOf: ['facility'],
  evidence: { 'facility.facility_name': 2, 'facility.meets_standard': 2, 'facility.run_by_government': 3, 'facility.floor_area': 1 },
  titleWords: ['卫生院', '医疗机构'],
  implied: { 'facility.kind': 'clinic' },
}
