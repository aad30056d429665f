/** What the rows above the header and the names of sheet and file say: year, month, department, place. Words only; nothing is looked up. */
import { cleanText, findPeriod, type Period } from '@bangfu/kernel'
import { cellText, isBlankCell, type RawSheet } from '../files/raw-sheet.ts'

export interface TitleInfo {
  readonly title?: string
  /** The finest period named: a month, a quarter or a year. */
  readonly period?: Period
  readonly department?: string
  readonly county?: string
  readonly township?: string
  readonly village?: string
  /** Townships and villages that lines name without their county, in their order; nothing says yet that they are places. */
  readonly townships?: readonly string[]
  readonly villages?: readonly string[]
  /** The unit stated once for the whole table (单位:万元). */
  readonly unit?: '元' | '万元'
}

const departments = /([\u4e00-\u9fa5]{0,12}?(?:民政局|民政厅|残联|残疾人联合会|教育局|教育厅|住建局|住房和城乡建设局|住房城乡建设局|卫健局|卫生健康局|卫计局|卫生和计划生育局|扶贫办|扶贫开发办公室|扶贫局|乡村振兴局|人社局|人力资源和社会保障局|财政局|医保局|医疗保障局|水利局|交通局|交通运输局|文化和旅游局|农业农村局|民政办))/

function quarterOf(text: string): string | undefined {
  const quarter = /第?([一二三四1234])季度/.exec(text)?.[1]
  return quarter === undefined ? undefined : `Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}`
}

function periodIn(text: string): Period | undefined {
  const year = /(20\d{2})\s*年/.exec(text)?.[1] ?? /(?:^|\D)(20[12]\d)(?:\D|$|(?:0[1-9]|1[0-2])(?!\d))/.exec(text)?.[1]
  if (year === undefined) return undefined
  const quarter = quarterOf(text)
  if (quarter) return findPeriod(`${year}-${quarter}`)
  const month = /20\d{2}\s*年\s*(\d{1,2})\s*月(?!\s*\d)/.exec(text)?.[1] ?? /(?:^|\D)20[12]\d(0[1-9]|1[0-2])(?!\d)/.exec(text)?.[1]
  return findPeriod(month && !/20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/.test(text) ? `${year}-${month.padStart(2, '0')}` : year)
}

/** `…县…镇…村` names in running text, without the province and city before them. */
function placeIn(text: string): Pick<TitleInfo, 'county' | 'township' | 'village'> {
  const rest = text.replace(/^.*?(?:省|自治区)/, '').replace(/20\d{2}年?(度)?/g, '')
  const match = /(?:[\u4e00-\u9fa5]{2,6}?市)?([\u4e00-\u9fa5]{1,11}?(?:自治县|县|区|市))([\u4e00-\u9fa5]{1,8}?(?:镇|乡|街道))?([\u4e00-\u9fa5]{1,8}?村)?/.exec(rest)
  if (!match) return {}
  return { county: match[1]!, ...(match[2] ? { township: match[2] } : {}), ...(match[3] && !/^(?:贫困|行政|农)村$/.test(match[3]) ? { village: match[3] } : {}) }
}

/** Somebody in the township whose list speaks for his own people, wherever they live. */
const housedThere = '(?![\\u4e00-\\u9fa5]{0,6}(?:学校|小学|中学|高中|幼儿园|学区|卫生院|医院|卫生室|信用社|合作社|银行|分理处|派出所|敬老院|公司|企业))'
const townshipName = new RegExp(`([\\u4e00-\\u9fa5]{1,7}?(?:镇|街道|[^分各镇]乡))${housedThere}`)
const villageName = /([\u4e00-\u9fa5]{1,7}?村)(?:村民委员会|民委员会|村委会|委会|委员会|[^\u4e00-\u9fa5]|20\d{2}|$)/

/** What may be the township and the village in running text that names no county. */
function mentionsIn(text: string): { readonly township?: string; readonly village?: string } {
  const rest = text.replace(/^.*?(?:省|自治区)/, '').replace(/^(?:.*?[市县区])?/, '').replace(/^[一二三四五六七八九十\d]+[、..)]\s*/, '')
  const township = townshipName.exec(rest)?.[1]
  const village = villageName.exec(township === undefined ? rest : rest.slice(rest.indexOf(township) + township.length))?.[1]
  return { ...(township ? { township } : {}), ...(village && !/(?:贫困|行政|各|全|本|农)村$/.test(village) ? { village } : {}) }
}

/** Texts above the header at `headerAt`, then the sheet's and the file's name. */
export function titleInfo(sheet: RawSheet, headerAt: number): TitleInfo {
  const lines = sheet.rows.slice(0, headerAt).map((row) => row.filter((cell) => !isBlankCell(cell)).map((cell) => cleanText(cellText(cell))).join(' ')).filter((line) => line !== '')
  const named = [sheet.name, sheet.fileName.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')].map(cleanText)
  const above = (sheet.above ?? []).map(cleanText)
  const all = [...lines, ...above, ...named]
  const period = all.map(periodIn).find((p) => p !== undefined)
  const department = [...lines, ...above].map((line) => departments.exec(line)?.[1]?.replace(/^.*(?:单位|部门|名单)/, '')).find((d) => d !== undefined && d !== '')
  const unit = [...lines, ...above].map((line) => /(?:单位|金额)\s*[::]\s*(万元|元)/.exec(line)?.[1]).find((u) => u !== undefined) as TitleInfo['unit']
  const place = all.map(placeIn).find((p) => p.county !== undefined) ?? {}
  const mentions = all.map(mentionsIn)
  const [townships, villages] = [mentions.flatMap((m) => m.township ?? []), mentions.flatMap((m) => m.village ?? [])]
  return {
    ...(townships.length > 0 ? { townships } : {}), ...(villages.length > 0 ? { villages } : {}),
    ...(lines[0] ? { title: lines[0] } : {}), ...(period ? { period } : {}), ...(department ? { department } : {}), ...place, ...(unit ? { unit } : {}),
  }
}
