/** A sheet as the import page shows it: recognised layout, header, columns with samples, and what is proposed. Sample values that may identify are masked. */
import { maskIdentity } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { cellText, columnLetter, dataRows, layouts, proposeCovers, recogniseSheet, targetLabel, type PlaceIndex, type LayoutKey, type RawCell, type RawSheet, type Recognition } from '@bangfu/register'
import type { Sheet } from '../contract/index.ts'
import { bodyWords } from '../reading/pack-words.ts'
import { proposeAsOf } from './propose-as-of.ts'
import { findPartialWord, namesPeriod, proposeMeasure } from './propose-help.ts'

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

/** The office that usually issues a list of the kind. */
export function usualSourceOf(layout: Sheet['layout']): string | undefined {
  return layout === null ? undefined : usualSources[layout]
}

/** The office that the title names, that usually issues such a list, or that gives the help by the plan. */
function proposeSource({ title, layout }: Recognition, measures: readonly string[], pack: Pack): Pick<Sheet, 'source' | 'sourceBasis'> {
  if (title.department !== undefined) return { source: title.department, sourceBasis: 'title' }
  const usual = usualSourceOf(layout ?? null)
  if (usual !== undefined) return { source: usual, sourceBasis: 'layout' }
  const giver = layout === 'delivery' ? pack.measures.find((m) => m.id === measures[0])?.deliveredBy : undefined
  return giver === undefined ? { source: null, sourceBasis: null } : { source: bodyWords(pack, giver).zh, sourceBasis: 'measure' }
}

/** The words above the header and the name of the sheet. */
function ownWordsOf(sheet: RawSheet, recognition: Recognition): string {
  const above = recognition.headerRows.length === 0 ? [] : sheet.rows.slice(0, recognition.dataFrom - recognition.headerRows.length)
  return [...above.flat().map(cellText).filter((text) => text !== ''), sheet.name].join(' ')
}

const upTo = /截至|截止|累计|(?:年|月)末|(?:年|月)底/

function proposePeriod(recognition: Recognition, words: string, asOf: string | null): Pick<Sheet, 'period' | 'periodBasis'> {
  const { period } = recognition.title
  // 截至11月末 is the day up to which help was given, not the month of it.
  if (period !== undefined && upTo.test(words) && namesPeriod(words, period)) return { period: period.slice(0, 4), periodBasis: 'title' }
  if (period !== undefined && namesPeriod(words, period)) return { period, periodBasis: 'title' }
  const year = period ?? asOf?.slice(0, 4)
  return year === undefined ? { period: null, periodBasis: null } : { period: year, periodBasis: 'year' }
}

/** The sheets of one file. Where their headers differ, what the file is called says nothing of the help that any one of them states. */
export function describeSheets(sheets: readonly RawSheet[], pack: Pack, today: string, index?: PlaceIndex): Sheet[] {
  const described = sheets.map((sheet) => describeSheet(sheet, pack, today, index))
  const lists = described.filter((sheet) => sheet.layout !== null && (sheet.data ?? 0) > 0)
  const several = new Set(lists.map(({ columns }) => columns.map((column) => column.header.replace(/\s/g, '')).join('|').replace(/\|+$/, ''))).size > 1
  return several ? sheets.map((sheet) => describeSheet(sheet, pack, today, index, true)) : described
}

/** `today` (ISO) is the last day that may be proposed. `index` holds the places that the list may speak for; `several`: the file has lists of several kinds. */
export function describeSheet(sheet: RawSheet, pack: Pack, today: string, index?: PlaceIndex, several = false): Sheet {
  const recognition = recogniseSheet(sheet)
  const data = sheet.rows.slice(recognition.dataFrom, recognition.dataFrom + sampleRows)
  const { asOf, basis } = proposeAsOf(sheet, recognition, today, pack.pack.inForce.until)
  const own = ownWordsOf(sheet, recognition)
  const words = `${own} ${sheet.fileName}`
  const { byFileName, ...named } = proposeMeasure(own, (sheet.above ?? []).join(' '), sheet.fileName, pack)
  const help = byFileName && several ? { measures: [], measuresBasis: null } : named
  const partial = findPartialWord(words) ?? null
  const covers = index && partial === null ? proposeCovers(sheet, recognition, index) : undefined
  return {
    name: sheet.name, hidden: sheet.hidden, rows: Math.max(0, sheet.rows.length - recognition.dataFrom), data: dataRows(sheet, recognition).length,
    layout: recognition.layout ?? null, headerRow: recognition.headerRows.at(-1) ?? null, asOf, asOfBasis: basis,
    ...proposePeriod(recognition, words, asOf), ...proposeSource(recognition, help.measures, pack), ...help, partial,
    ...(index && { places: [...(covers?.places ?? [])], placesBasis: covers?.basis ?? null }),
    columns: recognition.columns.map((column) => ({
      index: column.column, letter: columnLetter(column.column), header: column.header,
      samples: data.map((row) => sampleText(row[column.column])).filter((text) => text !== '').slice(0, samplesShown),
      target: column.target ?? null, targetLabel: column.target === undefined ? null : targetLabel(column.target),
      by: column.target === undefined ? null : column.confidence >= 0.99 ? 'header' : 'synonym',
    })),
    alternatives: recognition.layoutAlternatives.map((a) => ({ layout: a.layout, label: { zh: layouts[a.layout].zh, en: layouts[a.layout].en } })),
  }
}
