/** A sheet as the import page shows it: recognised layout, header, columns with samples, and what is proposed. Sample values that may identify are masked. */
import { maskIdentity } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { columnLetter, layouts, proposeCovers, recogniseSheet, targetLabel, type PlaceIndex, type LayoutKey, type RawCell, type RawSheet, type Recognition } from '@bangfu/register'
import type { Sheet } from '../contract/index.ts'
import { proposeAsOf } from './propose-as-of.ts'

const samplesShown = 3
/** Rows looked at for samples. */
const sampleRows = 50

function sampleText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
  // Ids, phones, cards: seven digits or more in a row.
  return /\d{7,}/.test(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? maskIdentity(text) : text.slice(0, 40)
}

/** Who usually issues a list of the kind; proposed where the sheet names nobody. Help delivered has no usual office. */
const usualSources: Readonly<Partial<Record<LayoutKey, string>>> = {
  'national-persons': '全国扶贫开发信息系统', 'national-households': '全国扶贫开发信息系统', dibao: '县民政局', disability: '县残联', school: '县教育局', house: '县住建局', clinic: '县卫健局', villages: '县扶贫办',
}

function proposeSource({ title, layout }: Recognition): Pick<Sheet, 'source' | 'sourceBasis'> {
  if (title.department !== undefined) return { source: title.department, sourceBasis: 'title' }
  const usual = layout && usualSources[layout]
  return usual === undefined ? { source: null, sourceBasis: null } : { source: usual, sourceBasis: 'layout' }
}

/** Measures whose whole name stands above the header or in the name of sheet or file. */
function proposeMeasures(sheet: RawSheet, recognition: Recognition, pack: Pack): string[] {
  const words = [...sheet.rows.slice(0, recognition.dataFrom).flat().filter((cell) => typeof cell === 'string'), sheet.name, sheet.fileName].join(' ')
  return pack.measures.filter((measure) => words.includes(measure.name.zh)).map((measure) => measure.id)
}

/** `today` (ISO) is the last day that may be proposed. `index` holds the places that the list may speak for. */
export function describeSheet(sheet: RawSheet, pack: Pack, today: string, index?: PlaceIndex): Sheet {
  const recognition = recogniseSheet(sheet)
  const data = sheet.rows.slice(recognition.dataFrom, recognition.dataFrom + sampleRows)
  const { asOf, basis } = proposeAsOf(sheet, recognition, today, pack.pack.inForce.until)
  return {
    name: sheet.name, hidden: sheet.hidden, rows: Math.max(0, sheet.rows.length - recognition.dataFrom),
    layout: recognition.layout ?? null, headerRow: recognition.headerRows.at(-1) ?? null, asOf, asOfBasis: basis,
    period: recognition.title.period ?? null, ...proposeSource(recognition), measures: proposeMeasures(sheet, recognition, pack), ...(index && { places: [...(proposeCovers(sheet, recognition, index) ?? [])] }),
    columns: recognition.columns.map((column) => ({
      index: column.column, letter: columnLetter(column.column), header: column.header,
      samples: data.map((row) => sampleText(row[column.column])).filter((text) => text !== '').slice(0, samplesShown),
      target: column.target ?? null, targetLabel: column.target === undefined ? null : targetLabel(column.target),
      by: column.target === undefined ? null : column.confidence >= 0.99 ? 'header' : 'synonym',
    })),
    alternatives: recognition.layoutAlternatives.map((a) => ({ layout: a.layout, label: { zh: layouts[a.layout].zh, en: layouts[a.layout].en } })),
  }
}
