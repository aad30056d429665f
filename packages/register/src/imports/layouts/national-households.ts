/** National register export, one row a household; name and identity number are the head's. */
import type { Layout } from './layout.ts'
import { asideColumn, householdNoColumn, placeColumns } from './shared-columns.ts'

export const nationalHouseholds: Layout = {
  key: 'national-households', zh: '建档立卡户（一户一行）', en: 'national register, one row a household', entity: 'household',
  columns: [
    { target: 'idNumber', headers: ['户主证件号码', '户主身份证号', '户主身份证号码', '证件号码', '身份证号', '身份证号码', '公民身份号码', 'AAB004'] },
    { target: 'name', headers: ['户主姓名', '户主', '姓名', 'AAB002'] },
    householdNoColumn, ...placeColumns,
    { target: 'household.water_safe', headers: ['AAC091'] },
    { target: 'household.household_phone', headers: ['联系电话', '户联系电话', '户主联系电话'] },
    { ...asideColumn, headers: [...asideColumn.headers, '帮扶责任人', '帮扶单位', '帮扶责任人联系电话'] },
  ],
  fieldsOf: ['household'],
  evidence: { householdNo: 4, 'household.member_count': 2, 'household.household_type': 1, 'household.poverty_status': 1, 'household.cause': 1, 'household.income_per_head': 1, 'household.house_area': 1, 'household.road': 1, 'household.fuel': 1, 'household.house_grade': -1, amount: -4 },
  titleWords: ['贫困户', '建档立卡户', '脱贫户', '户信息', '监测户'],
  implied: {},
}
