/** Lists about places and things: villages with their plazas, township clinics, and which were dealt with. */
import { yesNo } from '../views/labels.ts'
import type { Cell, ListFile } from '../sheet.ts'
import { plantForEntitled } from '../plants.ts'
import type { Office } from './county-lists.ts'

export function villageFile(office: Office, ending: 'xlsx' | 'csv'): ListFile {
  const { county } = office
  return {
    fileName: `行政村基本情况-${county.name}.${ending}`, sheetName: '行政村', titles: [`${county.name}行政村基本情况表`],
    headers: ['乡镇', '行政村', '行政村代码', '是否贫困村', '是否重点贫困县', '是否出列', '总户数', '总人口数', '文化广场是否达标'],
    * rows(): Generator<readonly Cell[]> {
      for (const township of county.townships) for (const v of township.villages) {
        yield [township.name, v.name, v.code, yesNo(v.poor), '是', yesNo(v.exited), v.households.length * 4, v.households.length * 9, yesNo(v.plazaMeets)]
      }
    },
  }
}

export function clinicFile(office: Office, ending: 'xlsx' | 'csv'): ListFile {
  const { county } = office
  return {
    fileName: `乡镇卫生院-${county.name}.${ending}`, sheetName: '卫生院', titles: [`${county.name}乡镇卫生院标准化建设情况`],
    headers: ['序号', '乡镇', '卫生院名称', '是否政府办', '业务用房面积', '标准化建设是否达标'],
    * rows(): Generator<readonly Cell[]> {
      let serial = 0
      for (const { clinic, name } of county.townships) yield [(serial += 1), name, clinic.name, yesNo(clinic.byGovernment), clinic.area, yesNo(clinic.meets)]
    },
  }
}

/** Villages whose plaza was upgraded, by name; truth for every village of the county. */
export function plazaFile(office: Office, ending: 'xlsx' | 'csv'): ListFile {
  const { county } = office
  const done: (readonly Cell[])[] = []
  for (const township of county.townships) for (const v of township.villages) {
    const eligible = v.plazaMeets === undefined ? undefined : !v.plazaMeets
    const plant = eligible === true && plantForEntitled(office.random) !== 'missing' ? 'plain' : 'missing'
    if (plant === 'plain') done.push([done.length + 1, township.name, v.name, v.code, '5'])
    if (eligible !== false) office.truth.push({ measure: 'village-plaza', unit: 'village', subject: v.code, eligible, delivered: plant === 'plain' ? 'yes' : 'no', plant })
  }
  return { fileName: `村级文化广场改造完成名单-${county.name}.${ending}`, sheetName: '名单', titles: [`${county.name}2018年村级文化广场改造完成名单`], headers: ['序号', '乡镇', '行政村', '行政村代码', '补助金额(万元)'], rows: () => done, footers: [['合计', null, null, `${done.length}个`]] }
}

/** Truth of the clinics: no list of finished works is loaded, so nobody is accused. */
export function settleClinics(office: Office): void {
  for (const { clinic } of office.county.townships) {
    const eligible = !clinic.byGovernment ? false : clinic.meets === undefined ? undefined : !clinic.meets
    if (eligible !== false) office.truth.push({ measure: 'township-clinic', unit: 'facility', subject: clinic.name, eligible, delivered: 'no-list', plant: 'uncovered-township' })
  }
}
