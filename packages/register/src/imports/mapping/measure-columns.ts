/**
 * A list of several measures may say of each row which of them it has: in a column of amounts or ticks of each measure, or in one column that names
 * the measure. Where no column says so, a row has all of them.
 */
import { decimal } from '@bangfu/kernel'
import type { RowMeasure } from '../../mapped-table.ts'
import { amountReader } from '../cells/read-number.ts'
import { cellKey, cellText, isBlankCell, type RawCell, type RawSheet } from '../files/raw-sheet.ts'
import type { ColumnPlan } from './column-plan.ts'
import { readGiven } from './given-mark.ts'
import { headerUnit } from './header-text.ts'
import { measureReader, type MeasureNames, type NamedMeasures } from './measure-names.ts'
import type { PlacedColumn } from './notice-log.ts'

type At = PlacedColumn & { readonly column: number }
interface OwnColumn extends At {
  readonly measure: string
  readonly whole: boolean
  /** 合计 before 金额 before others before the rate. */
  readonly rank: number
  readonly factor: 1 | 10_000
  /** An empty column says that nobody has its measure only beside one that is not empty. */
  readonly filled: boolean
}

export interface MeasureColumns {
  readonly own: ReadonlyMap<string, readonly OwnColumn[]>
  readonly ownColumns: ReadonlySet<number>
  readonly kind: At | undefined
  readonly read: (text: string) => NamedMeasures | undefined
  readonly measures: readonly string[]
}

const notAmount = /号|时间|日期|月份|起始|截止|账户|卡|备注|月数|人数|等级|签|电话|原因|机构|银行|方式/
const kindHeader = /补贴|补助|项目|资金|待遇|享受|发放|帮扶|改造|措施|资助|救助|奖补|险种|类型|类别|种类|内容|摘要|用途/
const notKind = /对象|等级|人员|人群|身份|备注|说明|标准|金额|残疾类/

interface OwnReading { readonly given: RowMeasure['given']; readonly blank: boolean; readonly amountFen?: string }

function readOwn(sheet: RawSheet, index: number, cell: RawCell | undefined, column: number, factor: number): OwnReading {
  const mark = sheet.marks.size === 0 ? undefined : sheet.marks.get(cellKey(index, column))
  if (mark !== undefined && mark !== 'formula') return { given: 'perhaps', blank: false }
  const text = cellText(cell).trim()
  if (isBlankCell(cell) || text === '') return { given: 'no', blank: true }
  if (/^[-—–−―_/\\]+$/.test(text)) return { given: 'no', blank: false }
  const { value } = amountReader(decimal(factor))(cell ?? null)
  if (typeof value === 'string') {
    if (BigInt(value) === 0n) return { given: 'no', blank: false }
    return value.startsWith('-') ? { given: 'perhaps', blank: false } : { given: 'yes', blank: false, amountFen: value }
  }
  const said = readGiven(cell)
  return { given: said === 'unsaid' ? 'perhaps' : said, blank: false }
}

/** `headers`: per column the texts by which it may be known; `rows`: all rows of the sheet; `left`: letters of columns that a person gave another meaning. */
export function measureColumns(sheet: RawSheet, plan: ColumnPlan, headers: readonly (readonly string[])[], rows: readonly (readonly RawCell[])[], dataFrom: number, names: MeasureNames, left: ReadonlySet<string>): MeasureColumns | undefined {
  const measures = Object.keys(names)
  if (measures.length < 2) return undefined
  const read = measureReader(names)
  const data = rows.slice(dataFrom)
  const free = plan.mapping.filter((m) => !left.has(m.letter) && (m.target === undefined || m.target === 'aside' || m.target === 'amount'))
  const columns = free.flatMap(({ column, letter, unit }): OwnColumn[] => {
    const texts = headers[column] ?? []
    const named = [texts.at(0), ...texts.slice(1)].flatMap((text) => (text === undefined || notAmount.test(texts[0]!) ? [] : [read(text)])).find((one) => one?.measures.length === 1)
    if (!named) return []
    const words = texts[0]!
    const rank = /合计|小计|共计/.test(words) ? 3 : /标准/.test(texts.find((text) => read(text)) ?? '') && !/金额|实发/.test(words) ? 0 : /金额|实发/.test(words) ? 2 : 1
    const factor = (unit ?? texts.map(headerUnit).find((one) => one !== undefined)) === '万元' ? 10_000 : 1
    const filled = data.flatMap((cells, i) => (isBlankCell(cells[column]) ? [] : [readOwn(sheet, dataFrom + i, cells[column], column, factor)]))
    if (filled.filter((one) => one.given === 'perhaps').length * 2 > filled.length) return []
    return [{ column, letter, header: words, mask: 'plain', measure: named.measures[0]!, whole: named.whole, rank, factor, filled: filled.length > 0 }]
  })
  // A part of a name alone may be a word of something else: it counts where further measures have columns too.
  const several = new Set(columns.map((one) => one.measure)).size > 1
  const own = new Map(!columns.some((one) => one.filled) ? [] : measures.flatMap((id) => {
    const mine = columns.filter((one) => one.measure === id && (several || one.whole))
    return mine.length === 0 ? [] : [[id, mine] as const]
  }))
  const kind = free.filter((m) => m.target !== 'amount' && !columns.some((one) => one.column === m.column)).find((m) => {
    const words = (headers[m.column] ?? [])[0] ?? ''
    if (!kindHeader.test(words) || notKind.test(words)) return false
    const filled = data.flatMap((cells) => (isBlankCell(cells[m.column]) ? [] : [read(cellText(cells[m.column]))]))
    const named = filled.filter((one) => one !== undefined)
    return named.length > 0 && named.length * 2 >= filled.length && (named.every((one) => one.whole) || measures.every((id) => named.some((one) => one.measures.includes(id))))
  })
  if (own.size === 0 && !kind) return undefined
  return { own, ownColumns: new Set([...own.values()].flat().map((one) => one.column)), kind: kind && { column: kind.column, letter: kind.letter, header: kind.header, mask: 'plain' }, read, measures }
}

/** Columns that are read for their say about measures. */
export function decidingColumns({ ownColumns, kind }: MeasureColumns): readonly number[] {
  return [...ownColumns, ...(kind ? [kind.column] : [])]
}

function ownOf(sheet: RawSheet, index: number, cells: readonly RawCell[], columns: readonly OwnColumn[]): OwnReading {
  // A cell merged over several rows, or 同上: whether each of them has it, and how much, is not said.
  const shared = (column: number): boolean => sheet.rows[index]?.[column] !== cells[column]
  const readings = columns.map((one): OwnReading & { readonly rank: number } => {
    const reading = readOwn(sheet, index, cells[one.column], one.column, one.factor)
    return shared(one.column) && reading.given !== 'no' ? { rank: one.rank, given: 'perhaps', blank: false } : { rank: one.rank, ...reading }
  })
  const best = Math.max(...readings.map((one) => one.rank))
  const top = readings.filter((one) => one.rank === best)
  const given = top.some((one) => one.given === 'yes') ? 'yes' : top.some((one) => one.given === 'perhaps') ? 'perhaps' : 'no'
  // The sum is blank and the rate is not: nobody knows.
  const blank = top.every((one) => one.blank)
  if (given === 'no' && blank && readings.some((one) => one.given !== 'no')) return { given: 'perhaps', blank: false }
  return { given, blank, ...(given === 'yes' && top.length === 1 && top[0]!.amountFen !== undefined ? { amountFen: top[0]!.amountFen } : {}) }
}

/** What the row says of each measure that a column decides; `amountFen` is the amount of the row. */
export function rowMeasures(sheet: RawSheet, index: number, cells: readonly RawCell[], columns: MeasureColumns, amountFen: string | undefined): Readonly<Record<string, RowMeasure>> {
  const found: Record<string, RowMeasure> = {}
  const own = new Map([...columns.own].map(([id, at]) => [id, ownOf(sheet, index, cells, at)]))
  const nothing = [...own.values()].every((one) => one.given === 'no')
  const named = columns.kind && columns.read(cellText(cells[columns.kind.column]))
  for (const id of columns.measures) {
    const mine = own.get(id)
    if (mine) {
      // Whoever is listed and has nothing in any column may have been left out by the writer, or be named in words.
      const doubtful = mine.given === 'no' && ((nothing && mine.blank) || named?.measures.includes(id) === true)
      found[id] = doubtful ? { given: 'perhaps' } : { given: mine.given, ...(mine.amountFen === undefined ? {} : { amountFen: mine.amountFen }) }
    } else if (columns.kind) {
      const given = named === undefined ? 'perhaps' : named.measures.includes(id) ? 'yes' : 'no'
      found[id] = { given, ...(given === 'yes' && named!.measures.length === 1 && amountFen !== undefined ? { amountFen } : {}) }
    }
  }
  return found
}
