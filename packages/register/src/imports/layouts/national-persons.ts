/** National register export, one row a person with the household's fields repeated (DOMAIN 1.2-1.4; the 2022 list of persons lifted out of poverty). */
import type { Layout } from './layout.ts'
import { asideColumn, certificateColumn, headAsideColumn, householdNoColumn, identityColumn, nameColumn, personNoColumn, placeColumns } from './shared-columns.ts'

export const nationalPersons: Layout = {
  key: 'national-persons', zh: '建档立卡人口（一人一行）', en: 'national register, one row a person', entity: 'person',
  columns: [
    identityColumn, householdNoColumn, personNoColumn, certificateColumn, nameColumn, ...placeColumns, headAsideColumn,
    { target: 'household.water_safe', headers: ['AAC091'] },
    { target: 'household.household_phone', headers: ['户联系电话', '联系电话户'] },
    { target: 'person.work_months', headers: ['务工时长月', '务工时长'] },
    { ...asideColumn, headers: [...asideColumn.headers, '人员识别时间', '风险识别时间', '风险消除时间', '务工所在地'] },
  ],
  fieldsOf: ['person', 'household'],
  evidence: { householdNo: 3, personNo: 4, 'person.relation': 2, 'person.health': 1, 'person.labour': 1, idNumber: 1, 'household.poverty_status': 1, 'household.cause': 1, amount: -4 },
  titleWords: ['脱贫人口', '建档立卡人口', '贫困人口', '家庭成员', '贫困户成员'],
  implied: {},
}
