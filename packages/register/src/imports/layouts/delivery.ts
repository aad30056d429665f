/** Any other list of help delivered: who got how much. The measure and the period are chosen at import. */
import type { Layout } from './layout.ts'
import { amountColumn, asideColumn, certificateColumn, headAsideColumn, householdNoColumn, identityColumn, nameColumn, personNoColumn, placeColumns } from './shared-columns.ts'

export const delivery: Layout = {
  key: 'delivery', zh: '帮扶发放名单', en: 'list of help delivered', entity: 'person',
  columns: [
    { ...identityColumn, weak: ['户主身份证号', '户主证件号码', '户主身份证号码'] }, nameColumn, householdNoColumn, personNoColumn, certificateColumn, ...placeColumns, amountColumn, headAsideColumn,
    { ...asideColumn, headers: [...asideColumn.headers, '发放时间', '发放日期', '项目名称', '补助类别', '发放方式'] },
  ],
  fieldsOf: ['person'],
  evidence: { amount: 3, idNumber: 1, name: 1, 'person.relation': -1, 'person.health': -1 },
  titleWords: ['发放', '补贴', '补助', '资助', '救治', '代缴'],
  implied: {},
}
