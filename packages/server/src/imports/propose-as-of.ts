/** The day that a sheet is probably true of, with what says so: a proposal for a person to confirm, never more. */
import { findField, type EntityKey } from '@bangfu/kernel'
import type { RawCell, RawSheet, Recognition } from '@bangfu/register'

export type AsOfBasis = 'title' | 'file-name' | 'data' | 'today'

export interface AsOfProposal {
  readonly asOf: string | null
  readonly basis: AsOfBasis | null
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** A whole day printed in running text: 2018-06-30, 2018.6.30, 2018年6月30日, 20180630. */
export function dayInText(text: string): string | undefined {
  // 2019年9-11月 is no day: the parts are parted by signs of one kind, and no month follows.
  const match = /(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})(?!\d|\s*月)/.exec(text) ?? /(?<!\d)(20\d{2})\s*([-./])\s*(?<month>\d{1,2})\s*\2\s*(?<day>\d{1,2})(?!\d|\s*月)/.exec(text) ?? /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match.groups?.['month'] ?? match[2]), Number(match.groups?.['day'] ?? match[3])) : undefined
}

/** A month in the name of a file: 2019年11月, 201911. */
function monthIn(name: string): string | undefined {
  const match = /(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月/.exec(name) ?? /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(name)
  return match ? `${match[1]!}-${match[2]!.padStart(2, '0')}` : undefined
}

/** Last day of a year, quarter or month. */
function lastDayOf(period: string): string {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)]
  const month = part === '' ? 12 : part.startsWith('Q') ? Number(part[1]) * 3 : Number(part)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** A column of days on which something happened. Days of birth say when somebody was born, not when the list was made. */
function isDateTarget(target: string | undefined): boolean {
  const [entity, key] = target?.split('.') ?? []
  return entity !== undefined && key !== undefined && key !== 'birth_date' && findField(entity as EntityKey, key)?.type.kind === 'date'
}

/** Newest day in the columns that hold dates, not after `today`. */
function newestDay(sheet: RawSheet, recognition: Recognition, today: string): string | undefined {
  const columns = recognition.columns.filter((c) => isDateTarget(c.target)).map((c) => c.column)
  let newest: string | undefined
  for (const row of columns.length === 0 ? [] : sheet.rows.slice(recognition.dataFrom)) {
    for (const column of columns) {
      const cell: RawCell | undefined = row[column]
      const day = cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'string' ? dayInText(cell) : undefined
      if (day !== undefined && day <= today && (newest === undefined || day > newest)) newest = day
    }
  }
  return newest
}

/**
 * In this order: a day printed above the header, a day in the name of file or sheet, the end of the period that either names, the newest
 * date in the data. Today only for an export of the national system, which is of the day it was made, and
 * only while the plan is in force: who works on a plan that has ended has exports of that time. Other lists are asked about.
 */
export function proposeAsOf(sheet: RawSheet, recognition: Recognition, today: string, planEnds: string): AsOfProposal {
  const above = sheet.rows.slice(0, recognition.dataFrom).map((row) => row.filter((cell) => cell !== null).map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))).join(' ')).join('\n')
  const named = `${sheet.name} ${sheet.fileName}`
  const [inTitle, inName] = [dayInText(above), dayInText(named)]
  if (inTitle !== undefined && inTitle <= today) return { asOf: inTitle, basis: 'title' }
  if (inName !== undefined && inName <= today) return { asOf: inName, basis: 'file-name' }
  const month = monthIn(named)
  const period = month !== undefined && recognition.title.period === month.slice(0, 4) ? month : recognition.title.period
  if (period !== undefined) {
    const end = lastDayOf(period)
    return { asOf: end > today ? today : end, basis: period !== month && above.includes(period.slice(0, 4)) ? 'title' : 'file-name' }
  }
  const newest = newestDay(sheet, recognition, today)
  if (newest !== undefined) return { asOf: newest, basis: 'data' }
  return recognition.layout?.startsWith('national-') && today <= planEnds ? { asOf: today, basis: 'today' } : { asOf: null, basis: null }
}
