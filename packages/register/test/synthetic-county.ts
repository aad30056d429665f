/** Synthetic mapped tables for tests and measurements of the register: people of a never-issued area code, seeded and repeatable. */
import { identityCheckCharacter, type PlainDate } from '@bangfu/kernel'
import type { ListHeader, MappedRow, MappedTable } from '../src/index.ts'

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红玲文建国庆志海燕春梅']

/** Id number of the i-th synthetic person: area 219900, born 1940 to 2015, valid check character. */
export function syntheticId(i: number): string {
  const day = new Date(Date.UTC(1940 + (i % 76), i % 12, 1 + (i % 28))).toISOString().slice(0, 10).replaceAll('-', '')
  const first17 = `2199${String(Math.floor(i / 1000 / 84 / 28) % 100).padStart(2, '0')}${day}${String(i % 1000).padStart(3, '0')}`
  return first17 + identityCheckCharacter(first17)
}

export function syntheticName(i: number): string {
  return `${surnames[i % surnames.length]}${given[Math.floor(i / 7) % given.length]}${i % 3 === 0 ? '' : given[Math.floor(i / 41) % given.length]}`
}

export const county = '211322'
/** Village of the i-th household: 20 townships of 15 villages. */
export const villageOf = (h: number): string => `${county}${100 + (h % 20)}${String(201 + (Math.floor(h / 20) % 15))}`

export function header(overrides: Partial<ListHeader> = {}): ListHeader {
  return { layout: 'national-persons', fileName: 'national.csv', sheetName: 'Sheet1', sha256: `sha-${JSON.stringify(overrides)}`, source: '全国扶贫系统', asOf: '2018-12-31' as PlainDate, entity: 'person', ...overrides }
}

export function mappedTable(rows: readonly MappedRow[], overrides: Partial<ListHeader> = {}): MappedTable {
  return { header: header(overrides), rows, rejected: [], notices: [], headers: [], accounted: { title: 0, header: 1, blank: 0, total: 0, note: 0 } }
}

/** A row of the national export with some thirty stated fields; three people a household. */
export function nationalRow(i: number): MappedRow {
  const h = Math.floor(i / 3)
  const idNumber = syntheticId(i)
  return {
    row: i + 2, idNumber, householdNo: `H${String(h).padStart(8, '0')}`, personNo: `P${String(i).padStart(9, '0')}`, name: syntheticName(i), place: villageOf(h),
    person: {
      name: syntheticName(i), relation: i % 3 === 0 ? '01' : i % 3 === 1 ? '02' : '03', ethnicity: '汉族', education: String(1 + (i % 5)), schooling: i % 5 === 0 ? '03' : '01', health: i % 11 === 0 ? ['2', '4'] : ['1'],
      labour: String(1 + (i % 4)), work_place: String(1 + (i % 4)), work_months: String(i % 13), resident_pension: i % 2 ? 'true' : 'false', medical_insurance: 'true', critical_insurance: 'false', on_dibao: i % 6 === 0 ? 'true' : 'false', life_status: '1',
    },
    household: {
      member_count: '3', poverty_status: String(h % 3), household_type: String(1 + (h % 4)), standard: '1', cause: String(1 + (h % 9)), planned_exit_year: '2019', income_per_head: `${3000 + (h % 2000)}.50`,
      unsafe_house: h % 10 === 0 ? 'true' : 'false', water_safe: 'true', electricity: 'true', road: String(1 + (h % 4)), house_area: `${60 + (h % 50)}`, fuel: '1', toilet: 'false', farmland: '8.5',
    },
    other: {}, unknown: i % 4 === 0 ? { phone: 'blank' } : {},
  }
}

export function nationalTable(people: number, overrides: Partial<ListHeader> = {}): MappedTable {
  return mappedTable(Array.from({ length: people }, (_, i) => nationalRow(i)), overrides)
}

/** The i-th person under a name of one's choice, where one chooses. */
function namedRow(i: number, name: string, place = '211322100201'): MappedRow {
  return { ...nationalRow(i), name, person: { ...nationalRow(i).person, name }, place }
}

/** Three people of names that occur once in the county: several readings, four characters, a second township. */
export const rareNames = (): MappedTable => mappedTable([namedRow(9000, '单阿尔孜古丽'), namedRow(9003, '欧阳娜娜'), namedRow(9006, '仇小满', '211322101201')], { sha256: 'rare' })
