/** Columns of the departments' lists, as each department prints them. */
import type { Cell, ListFile } from '../sheet.ts'
import type { County, Household, Person } from '../world.ts'
import { label } from '../views/labels.ts'
import type { Entry, Listed } from './listed.ts'

interface Shape {
  readonly fileName: string
  readonly title: string
  readonly headers: readonly string[]
  cells(entry: Entry): readonly Cell[]
}

/** 乡镇 and 村 names of a household. */
export type PlaceNames = (household: Household) => readonly [string, string]

export function placeNamesOf(county: County): PlaceNames {
  const names = new Map(county.townships.flatMap((t) => t.villages.map((v) => [v.code as string, [t.name, v.name] as const] as const)))
  return (household) => names.get(household.village) ?? ['', '']
}

/** The list with running numbers, title rows and a total row as offices write them. */
export function listFile(county: County, listed: Listed, places: PlaceNames, shape: Shape): ListFile {
  return {
    fileName: shape.fileName, sheetName: '名单', titles: [shape.title], headers: ['序号', '乡镇', '村', ...shape.headers],
    * rows(): Generator<readonly Cell[]> {
      let serial = 0
      for (const entry of listed.entries) yield [(serial += 1), ...places(entry.placedWith ?? entry.household), ...shape.cells(entry)]
    },
    footers: [['合计', null, null, `${listed.entries.length}人`], ['填表人:', null, null, '审核人:']],
  }
}

const idAndName = (entry: Entry): readonly Cell[] => [entry.name, entry.idText]

export function deliveryShape(fileName: string, title: string, amountHeader: string | undefined, amount: (entry: Entry) => Cell): Shape {
  return { fileName, title, headers: ['姓名', '身份证号', ...(amountHeader ? [amountHeader] : [])], cells: (e) => [...idAndName(e), ...(amountHeader ? [amount(e)] : [])] }
}

export function householdShape(fileName: string, title: string): Shape {
  return { fileName, title, headers: ['户主姓名', '户主身份证号', '竣工时间'], cells: (e) => [...idAndName(e), '2018年9月'] }
}

export function certificateShape(fileName: string, title: string): Shape {
  return {
    fileName, title, headers: ['姓名', '身份证号', '残疾证号', '残疾类别', '残疾等级'],
    cells: (e) => {
      const { category, grade } = e.person.disability!
      return [...idAndName(e), `${e.idText.length === 18 && /^\d/.test(e.idText) ? e.idText.toUpperCase() : e.person.idNumber}${category}${grade}`, label('disability_category', category), label('disability_grade', grade)]
    },
  }
}

const gradeNames: Readonly<Record<string, string>> = { '04': '七年级', '05': '八年级', '06': '九年级' }

/** Year of primary school by age; the register only says 小学. */
function gradeOf(person: Person): string {
  return gradeNames[person.schooling] ?? `小学`
}

export function schoolShape(fileName: string, title: string): Shape {
  return { fileName, title, headers: ['学生姓名', '身份证号', '学校名称', '年级'], cells: (e) => [...idAndName(e), `${e.household.village.slice(6, 9)}中心校`, gradeOf(e.person)] }
}

export function diseaseShape(fileName: string, title: string): Shape {
  return { fileName, title, headers: ['姓名', '身份证号', '病种', '救治医院'], cells: (e) => [...idAndName(e), label('disease', e.person.disease ?? '99'), '县医院'] }
}

export function postShape(fileName: string, title: string): Shape {
  return {
    fileName, title, headers: ['姓名', '身份证号', '企业名称', '合同开始日期', '合同期限(月)', '补贴金额(元)'],
    cells: (e) => [...idAndName(e), e.person.contract?.employer ?? '', e.person.contract?.start ?? '', e.person.contract?.months ?? '', '480.00'],
  }
}
