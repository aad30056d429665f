/** Reads dates as sheets hold them: date cells, day numbers, 2018年6月1日, 2018/6/1, 2018.6, 20180601. A day that is not stated is not invented. */
import { dateOfDayNumber, findPlainDate, type PlainDate } from '@bangfu/kernel'
import type { RawCell } from '../files/raw-sheet.ts'
import { blankReading, filledText, unreadable, type CellReader, type CellReading } from './cell-reading.ts'

export interface DateOptions {
  /** Sheet is typed (xlsx): text that says 2018.1 was typed as text. In csv and in number cells 2018.1 may have been 2018.10. */
  readonly typed: boolean
  readonly date1904: boolean
  /** Documented for this field: a month means its first day. */
  readonly monthIsFirstDay: boolean
}

/** 1970-01-01 as an Excel day number, 1900 system (with its false 29 February 1900) and 1904 system. */
const epoch = { 1900: 25_569, 1904: 24_107 }
/** Day numbers of 1910 to 2100: outside them a bare number is no date. */
const serialRange = { from: 3_654, to: 73_415 }

export function dateOfSerial(serial: number, date1904: boolean): PlainDate | undefined {
  const day = Math.floor(serial)
  if (day < serialRange.from || day > serialRange.to) return undefined
  return dateOfDayNumber(day - (date1904 ? epoch[1904] : epoch[1900]))
}

function written(year: string, month: string, day: string): PlainDate | undefined {
  const date = findPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date && date >= '1880' && date < '2100' ? date : undefined
}

function monthReading(year: string, month: string, options: DateOptions): CellReading {
  const first = written(year, month, '1')
  if (!first) return unreadable('imports/date-unreadable')
  return options.monthIsFirstDay ? { value: first } : unreadable('imports/date-not-exact', { precision: '月 / month' })
}

function readWritten(text: string, numeric: boolean, options: DateOptions): CellReading {
  const full = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (full) {
    const date = written(full[1]!, full[2]!, full[3]!)
    return date ? { value: date } : unreadable('imports/date-unreadable')
  }
  const point = /^(\d{4})\.(\d{1,2})$/.exec(text)
  if (point && point[2] === '1' && (numeric || !options.typed)) return unreadable('imports/date-ambiguous')
  const month = point ?? /^(\d{4})\s*[-/年]\s*(\d{1,2})\s*月?(?:份)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  if (month) return monthReading(month[1]!, month[2]!, options)
  if (/^(19|20)\d{2}\s*年?度?$/.test(text)) return unreadable('imports/date-not-exact', { precision: '年 / year' })
  return unreadable('imports/date-unreadable')
}

export function dateReader(options: DateOptions): CellReader {
  return (cell: RawCell) => {
    if (cell instanceof Date) {
      const date = Number.isNaN(cell.getTime()) ? undefined : findPlainDate(cell.toISOString().slice(0, 10))
      return date && date >= '1880' && date < '2100' ? { value: date } : unreadable('imports/date-unreadable')
    }
    if (typeof cell === 'boolean') return unreadable('imports/date-unreadable')
    const text = filledText(cell)
    if (text === undefined) return blankReading
    // Five digits are a day number (1927 to 2100); six or eight are a written date.
    if (/^\d{4,5}(\.\d+)?$/.test(text) && Number(text) >= 10_000) {
      const date = dateOfSerial(Number(text), options.date1904)
      return date ? { value: date } : unreadable('imports/date-unreadable')
    }
    return readWritten(text, typeof cell === 'number', options)
  }
}
