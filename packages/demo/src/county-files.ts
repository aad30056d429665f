/** Writes a synthetic county as the files that its offices hold, the choices for importing them, and the truth that must be found. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { coveredPlaces, makeOffice, makePersonList, membersKnown, settlePersons, strangersMint, type Office, type PersonListOptions, type TruthRow } from './lists/county-lists.ts'
import { makeCertificateList, makeSchoolList, settleDibaoFacts } from './lists/fact-lists.ts'
import { makeHouseholdList } from './lists/household-lists.ts'
import { certificateShape, deliveryShape, diseaseShape, householdShape, listFile, placeNamesOf, postShape, schoolShape } from './lists/list-views.ts'
import { Listed } from './lists/listed.ts'
import { clinicFile, plazaFile, settleClinics, villageFile } from './lists/place-lists.ts'
import type { ImportStep } from './import-step.ts'
import { makeCounty, type CountyOptions } from './county.ts'
import { writeListFile, type ListFile } from './sheet.ts'
import { dibaoStandardFen } from './truth/demonstration.ts'
import * as rules from './truth/rules.ts'
import type { Known } from './truth/known.ts'
import { yuan } from './views/labels.ts'
import { nationalHouseholds, nationalPersons } from './views/national.ts'
import type { Household, MeasureId } from './world.ts'

export interface CountyFiles {
  readonly folder: string
  readonly steps: readonly ImportStep[]
  readonly truth: readonly TruthRow[]
  readonly people: number
  readonly households: number
}

interface Draft { readonly file: ListFile; readonly step: ImportStep }

type Settings = CountyOptions & { readonly folder: string; readonly format: 'xlsx' | 'csv' }

class Drafts {
  readonly all: Draft[] = []
  readonly #office: Office
  readonly #asOf: string
  constructor(office: Office, asOf: string) {
    this.#office = office
    this.#asOf = asOf
  }

  add(file: ListFile, step: Omit<ImportStep, 'fileName' | 'asOf'>): void {
    this.all.push({ file, step: { fileName: file.fileName, asOf: this.#asOf, ...step } })
  }

  /** A person list of one measure with its truth. */
  persons(options: PersonListOptions & { fileName: string; title: string; source: string; period: string; layout?: ImportStep['layout']; shape: (fileName: string, title: string) => ReturnType<typeof deliveryShape>; mint: ReturnType<typeof strangersMint>; afterListed?: (listed: Listed) => void; settled?: (known: Known) => ReturnType<PersonListOptions['eligible']> }): void {
    const office = this.#office
    const { listed, plants } = makePersonList(office, options, options.mint)
    options.afterListed?.(listed)
    settlePersons(office, options.measure, listed, plants, options.settled ?? options.eligible, options.uncoveredTownship)
    this.add(listFile(office.county, listed, placeNamesOf(office.county), options.shape(options.fileName, options.title)), {
      layout: options.layout ?? 'delivery', source: options.source,
      delivery: { measures: [options.measure], period: options.period, places: coveredPlaces(office, options.uncoveredTownship), entity: 'person' },
      ...(options.layout === 'dibao' ? { complete: [office.county.code] } : {}),
    })
  }
}

function civilAffairs(drafts: Drafts, office: Office, end: string, month: string, mint: ReturnType<typeof strangersMint>): void {
  const { county } = office
  const monthly = (fen: number): string => yuan(Math.max(0, Math.round(fen / 12)))
  drafts.persons({
    measure: 'dibao', eligible: rules.dibao, wrongRate: 0.004, unknownRate: 0.3, uncoveredTownship: false, layout: 'dibao', mint, period: month, source: '县民政局',
    fileName: `农村低保对象名单-${county.name}.${end}`, title: `${county.name}${month.slice(0, 4)}年${Number(month.slice(5))}月农村低保对象名单`,
    shape: (f, t) => deliveryShape(f, t, '月保障金额(元)', (e) => monthly(dibaoStandardFen - (e.household.incomePerHeadFen ?? 300_000))),
    afterListed: (listed) => settleDibaoFacts(office, listed),
  })
  drafts.persons({ measure: 'tekun', eligible: rules.tekun, wrongRate: 0.0004, unknownRate: 0, uncoveredTownship: false, mint, period: month, source: '县民政局', fileName: `特困人员供养名单-${county.name}.${end}`, title: `${county.name}特困人员供养发放名单`, shape: (f, t) => deliveryShape(f, t, undefined, () => null) })
  const certificates = makeCertificateList(office)
  drafts.add(listFile(county, certificates, placeNamesOf(county), certificateShape(`残疾人证名单-${county.name}.${end}`, `${county.name}持证残疾人名单`)), { layout: 'disability', source: '县残联', complete: [county.code] })
  drafts.persons({ measure: 'disability-living', eligible: (k) => rules.disabilityLiving(k, membersKnown(office, k.household)), wrongRate: 0.0008, unknownRate: 0.3, uncoveredTownship: false, mint, period: month, source: '县民政局', fileName: `困难残疾人生活补贴名单-${county.name}.${end}`, title: `${county.name}困难残疾人生活补贴发放名单`, shape: (f, t) => deliveryShape(f, t, '发放金额(元)', () => '55.00') })
  drafts.persons({ measure: 'disability-care', eligible: rules.disabilityCare, wrongRate: 0.0008, unknownRate: 0.3, uncoveredTownship: true, mint, period: month, source: '县民政局', fileName: `重度残疾人护理补贴名单-${county.name}.${end}`, title: `${county.name}重度残疾人护理补贴发放名单`, shape: (f, t) => deliveryShape(f, t, '发放金额(元)', () => '55.00') })
}

function otherDepartments(drafts: Drafts, office: Office, end: string, year: string, month: string, mint: ReturnType<typeof strangersMint>): void {
  const { county } = office
  const places = placeNamesOf(county)
  const school = makeSchoolList(office)
  drafts.add(listFile(county, school, places, schoolShape(`义务教育学籍名单-${county.name}.${end}`, `${county.name}义务教育阶段在校学生学籍名单`)), { layout: 'school', source: '县教育局', complete: [county.code] })
  drafts.persons({ measure: 'school-keep', eligible: rules.schoolKeep, wrongRate: 0, unknownRate: 0.1, uncoveredTownship: false, mint, period: year, source: '县教育局', fileName: `控辍保学劝返名单-${county.name}.${end}`, title: `${county.name}劝返复学和送教上门名单`, shape: (f, t) => deliveryShape(f, t, undefined, () => null) })
  const earlier = new Listed()
  drafts.persons({ measure: 'pension-prepay', eligible: rules.pensionPrepay, wrongRate: 0.001, unknownRate: 0, uncoveredTownship: true, earlier, mint, period: year, source: '县人力资源社会保障局', fileName: `养老保险代缴名单${year}-${county.name}.${end}`, title: `${county.name}${year}年城乡居民养老保险费代缴名单`, shape: (f, t) => deliveryShape(f, t, '代缴金额(元)', () => '100.00') })
  const before = String(Number(year) - 1)
  drafts.add(listFile(county, earlier, places, deliveryShape(`养老保险代缴名单${before}-${county.name}.${end}`, `${county.name}${before}年城乡居民养老保险费代缴名单`, '代缴金额(元)', () => '100.00')), { layout: 'delivery', source: '县人力资源社会保障局', delivery: { measures: ['pension-prepay'], period: before, places: [county.code], entity: 'person' } })
  drafts.persons({
    measure: 'serious-disease', wrongRate: 0, unknownRate: 0, uncoveredTownship: false, mint, period: year, source: '县卫生健康局', fileName: `大病专项救治名单-${county.name}.${end}`, title: `${county.name}大病专项救治名单`, shape: diseaseShape,
    eligible: (k) => k.person.alive && k.person.disease !== undefined && rules.stillRegistered(k.household),
    afterListed: (listed) => { for (const k of office.known.values()) if (listed.standing(k.person, k.household) === 'yes') k.disease = k.person.disease ?? '99' },
    settled: rules.seriousDisease,
  })
  drafts.persons({
    measure: 'post-subsidy', wrongRate: 0, unknownRate: 0, uncoveredTownship: false, mint, period: month, source: '县人力资源社会保障局', fileName: `企业岗位补贴名单-${county.name}.${end}`, title: `${county.name}企业吸纳贫困劳动力岗位补贴名单`, shape: postShape,
    eligible: (k) => (k.person.contract ? rules.postSubsidy(k, k.person.contract, county.asOf) : false),
    afterListed: (listed) => { for (const k of office.known.values()) k.contractListed = listed.standing(k.person, k.household) === 'yes' },
    settled: (k) => rules.postSubsidy(k, k.contractListed ? k.person.contract : undefined, county.asOf),
  })
}

function worksAndPlaces(drafts: Drafts, office: Office, end: 'xlsx' | 'csv', year: string, gradeKnown: (h: Household) => boolean, mint: ReturnType<typeof strangersMint>): void {
  const { county } = office
  const works = (measure: MeasureId, name: string, listed: Listed, source: string): void => drafts.add(listFile(county, listed, placeNamesOf(county), householdShape(`${name}-${county.name}.${end}`, `${county.name}${name}`)), { layout: 'delivery', source, delivery: { measures: [measure], period: year, places: [county.code], entity: 'household' } })
  works('house-d', 'D级危房翻建完成名单', makeHouseholdList(office, 'house-d', (h) => rules.houseD(h, gradeKnown(h) ? h.houseGrade : undefined), mint), '县住房城乡建设局')
  works('water-safe', '饮水安全工程到户名单', makeHouseholdList(office, 'water-safe', rules.waterSafe, mint), '县水利局')
  drafts.add(villageFile(office, end), { layout: 'villages', source: '县扶贫办' })
  drafts.add(plazaFile(office, end), { layout: 'villages', source: '县文化局', delivery: { measures: ['village-plaza'], period: year, places: [county.code], entity: 'village' } })
  drafts.add(clinicFile(office, end), { layout: 'clinic', source: '县卫生健康局' })
  settleClinics(office)
}

/** Makes the county, writes its files, `import-steps.json` and `truth.csv` into the folder. The same settings give the same bytes. */
export async function writeCountyFiles(settings: Settings): Promise<CountyFiles> {
  const county = makeCounty(settings)
  const office = makeOffice(county, settings.seed)
  const drafts = new Drafts(office, county.asOf)
  const gradeKnown = (household: Household): boolean => Number(household.householdNo.slice(-4)) % 97 !== 0
  drafts.add(nationalPersons(county, settings.format), { layout: 'national-persons', source: '全国扶贫开发信息系统' })
  drafts.add(nationalHouseholds(county, settings.format, gradeKnown), { layout: 'national-households', source: '全国扶贫开发信息系统' })
  const [year, month] = [county.asOf.slice(0, 4), county.asOf.slice(0, 7)]
  const mint = strangersMint()
  civilAffairs(drafts, office, settings.format, month, mint)
  otherDepartments(drafts, office, settings.format, year, month, mint)
  worksAndPlaces(drafts, office, settings.format, year, gradeKnown, mint)
  mkdirSync(settings.folder, { recursive: true })
  for (const { file } of drafts.all) await writeListFile(settings.folder, file)
  const steps = drafts.all.map((d) => d.step)
  writeFileSync(`${settings.folder}/import-steps.json`, JSON.stringify(steps, null, 1))
  const three = (value: boolean | undefined): string => (value === undefined ? 'undetermined' : value ? 'yes' : 'no')
  writeFileSync(`${settings.folder}/truth.csv`, ['measure,unit,subject,eligible,delivered,plant', ...office.truth.map((t) => [t.measure, t.unit, t.subject, three(t.eligible), t.delivered, t.plant].join(','))].join('\n') + '\n')
  const households = new Set([...office.known.values()].map((k) => k.household.householdNo)).size
  return { folder: settings.folder, steps, truth: office.truth, people: office.known.size, households }
}
