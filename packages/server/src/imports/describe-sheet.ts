/** A sheet as the import page shows it: recognised layout, header, columns with samples. Sample values that may identify are masked. */
import { maskIdentity } from '@bangfu/kernel'
import { columnLetter, layouts, recogniseSheet, targetLabel, type RawCell, type RawSheet } from '@bangfu/register'
import type { Sheet } from '../contract/index.ts'

/** Source of both national exports, proposed where the sheet names nobody. */
const nationalSystem = '全国扶贫开发信息系统'

const samplesShown = 3
/** Rows looked at for samples. */
const sampleRows = 50

function sampleText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
  // Ids, phones, cards: seven digits or more in a row.
  return /\d{7,}/.test(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? maskIdentity(text) : text.slice(0, 40)
}

/** Last day of the period that the title names, as a proposal for "as of". */
function asOfOf(period: string | undefined): string | null {
  if (period === undefined) return null
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)]
  const month = part === '' ? 12 : part.startsWith('Q') ? Number(part[1]) * 3 : Number(part)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

export function describeSheet(sheet: RawSheet): Sheet {
  const recognition = recogniseSheet(sheet)
  const data = sheet.rows.slice(recognition.dataFrom, recognition.dataFrom + sampleRows)
  return {
    name: sheet.name, hidden: sheet.hidden, rows: Math.max(0, sheet.rows.length - recognition.dataFrom),
    layout: recognition.layout ?? null, headerRow: recognition.headerRows.at(-1) ?? null, asOf: asOfOf(recognition.title.period),
    period: recognition.title.period ?? null, source: recognition.title.department ?? (recognition.layout?.startsWith('national-') ? nationalSystem : null),
    columns: recognition.columns.map((column) => ({
      index: column.column, letter: columnLetter(column.column), header: column.header,
      samples: data.map((row) => sampleText(row[column.column])).filter((text) => text !== '').slice(0, samplesShown),
      target: column.target ?? null, targetLabel: column.target === undefined ? null : targetLabel(column.target),
      by: column.target === undefined ? null : column.confidence >= 0.99 ? 'header' : 'synonym',
    })),
    alternatives: recognition.layoutAlternatives.map((a) => ({ layout: a.layout, label: { zh: layouts[a.layout].zh, en: layouts[a.layout].en } })),
  }
}
