/** Sheets and identity numbers made up inside tests; persons are synthetic (area code 2199xx, decision 0001). */
import { identityCheckCharacter, parsePlainDate } from '@bangfu/kernel'
import type { MappedTable } from '../../mapped-table.ts'
import type { RawCell, RawSheet } from '../files/raw-sheet.ts'
import { mapSheet, type MapOptions } from '../mapping/map-sheet.ts'
import { placeIndexOf } from '../mapping/place-index.ts'

/** The n-th invented number: born 1950-2009, valid check character. */
export function inventedId(n: number): string {
  const first17 = `2199${String(1 + (n % 98)).padStart(2, '0')}${1950 + (n % 60)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(100 + (n % 900))}`
  return first17 + identityCheckCharacter(first17)
}

export function brokenId(n: number): string {
  const id = inventedId(n)
  return id.slice(0, 17) + (id[17] === '1' ? '2' : '1')
}

export const inventedPlaces = placeIndexOf([
  { code: '219901', name: '平安县' }, { code: '219901101', name: '东镇' }, { code: '219901102', name: '西乡' },
  { code: '219901101201', name: '一村村民委员会' }, { code: '219901101202', name: '二村村民委员会' }, { code: '219901102201', name: '一村村民委员会' },
])

export function sheetOf(rows: readonly (readonly RawCell[])[], more: Partial<RawSheet> = {}): RawSheet {
  return { fileName: 'test.xlsx', sha256: '0'.repeat(64), name: '表一', hidden: false, typed: true, date1904: false, firstRow: 1, rows, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], marks: new Map(), ...more }
}

export function mapRows(rows: readonly (readonly RawCell[])[], more: Partial<RawSheet> = {}, options: Partial<MapOptions> = {}): MappedTable {
  return mapSheet(sheetOf(rows, more), { source: '测试单位', asOf: parsePlainDate('2018-12-31'), places: inventedPlaces, ...options })
}

/** Headers of a small national list of persons, and its n-th row. */
export const personHeaders = ['县', '乡镇', '村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '健康状况', '首次识别时间', '人均纯收入', '是否参加大病保险'] as const
export function personRow(n: number, changed: Readonly<Partial<Record<(typeof personHeaders)[number], RawCell>>> = {}): RawCell[] {
  const row: Record<(typeof personHeaders)[number], RawCell> = {
    县: '平安县', 乡镇: '东镇', 村: '一村', 户编号: `H${n}`, 人编号: `P${n}`, 姓名: `张某${n}`, 证件号码: inventedId(n), 与户主关系: '户主', 健康状况: '健康', 首次识别时间: '2014-12-01', 人均纯收入: 3200.5, 是否参加大病保险: '是', ...changed,
  }
  return personHeaders.map((header) => row[header])
}

export const dibaoHeaders = ['乡镇', '村', '姓名', '身份证号', '月保障金额'] as const
export function dibaoRow(n: number, changed: Readonly<Partial<Record<(typeof dibaoHeaders)[number], RawCell>>> = {}): RawCell[] {
  const row: Record<(typeof dibaoHeaders)[number], RawCell> = { 乡镇: '东镇', 村: '一村', 姓名: `李某${n}`, 身份证号: inventedId(n), 月保障金额: 310, ...changed }
  return dibaoHeaders.map((header) => row[header])
}
export const dibaoTitle: readonly RawCell[] = ['平安县2018年农村低保名单']
