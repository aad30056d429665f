/** The two exports of the national register: one row a person, one row a household (layouts of DOMAIN 1.2-1.4). */
import { neverIssuedPhone } from '../identity.ts'
import type { Cell, ListFile } from '../sheet.ts'
import type { County, Household } from '../world.ts'
import { label, yesNo, yuan } from './labels.ts'
import { householdsOf, personsOf, placeCells, placeHeaders } from './places.ts'

const personHeaders = [...placeHeaders, '户编号', '人编号', '姓名', '性别', '证件号码', '人数', '与户主关系', '民族', '文化程度', '在校生状况', '健康状况', '劳动技能', '务工区域', '务工时间(月)',
  '是否参加城乡居民基本医疗保险', '是否参加大病保险', '是否参加城乡居民基本养老保险', '是否享受农村低保', '是否特困供养', '生存状态', '联系电话']

export function nationalPersons(county: County, ending: 'xlsx' | 'csv'): ListFile {
  return {
    fileName: `建档立卡贫困人口信息-${county.name}.${ending}`, sheetName: '贫困人口', titles: [`${county.name}建档立卡贫困人口信息(${county.asOf.slice(0, 4)}年)`], headers: personHeaders,
    * rows(): Generator<readonly Cell[]> {
      let serial = 0
      for (const placed of personsOf(county)) {
        const { person, household } = placed
        serial += 1
        yield [...placeCells(placed), household.householdNo, person.personNo, person.name, label('sex', person.sex), person.idNumber, household.members.length, label('relation', person.relation),
          '汉族', label('education', person.education), label('schooling', person.schooling), person.health.map((h) => label('health', h)).join(','), label('labour', person.labour),
          person.work ? label('work_place', person.work.place) : '', person.work ? person.work.months : 0, yesNo(person.inMedical), yesNo(person.inMedical), yesNo(person.inPension), yesNo(person.onDibao), yesNo(person.onTekun),
          label('life_status', person.alive ? '1' : '2'), neverIssuedPhone(serial)]
      }
    },
  }
}

const householdHeaders = [...placeHeaders, '户编号', '户主姓名', '户主证件号码', '家庭人口数', '识别标准', '贫困户属性', '主要致贫原因', '脱贫标志', '首次识别时间', '计划脱贫年度', '脱贫日期', '人均纯收入(元)', '危房级别', '住房面积(平方米)', '饮水是否安全', '入户路类型', '主要燃料类型', '卫生厕所', '耕地面积(亩)']

export function nationalHouseholds(county: County, ending: 'xlsx' | 'csv', gradeKnown: (household: Household) => boolean): ListFile {
  return {
    fileName: `建档立卡贫困户信息-${county.name}.${ending}`, sheetName: '贫困户', titles: [`${county.name}建档立卡贫困户基本信息表`, `统计时间:${county.asOf}`], headers: householdHeaders,
    * rows(): Generator<readonly Cell[]> {
      for (const placed of householdsOf(county)) {
        const { household } = placed
        const head = household.members[0]!
        yield [...placeCells(placed), household.householdNo, head.name, head.idNumber, household.members.length, '国家标准', label('household_type', household.type), label('cause', household.cause), label('poverty_status', household.status),
          household.identifiedOn, household.plannedExit ?? '', household.exitedOn ?? '', yuan(household.incomePerHeadFen), gradeKnown(household) ? label('house_grade', household.houseGrade) : '', household.houseArea, yesNo(household.waterSafe),
          label('road', household.road), label('fuel', household.fuel), yesNo(household.toilet), household.farmlandMu]
      }
    },
  }
}
