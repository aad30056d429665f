/**
 * The lists of a file: sheets of the same header and meaning are one list, each other sheet that holds rows about somebody is a list of its own, and what is
 * stepped over is said with its reason. Proposals only: a person may take any sheet.
 */
import { listSheetLimit } from '@bangfu/kernel'
import { cellText, dataRows, recogniseSheet, wholeCounties, type PlaceIndex, type RawSheet } from '@bangfu/register'
import type { Bilingual, Proposal, Sheet, Uploaded } from '../contract/index.ts'
import { usualSourceOf } from './describe-sheet.ts'

export interface ProposedLists {
  readonly lists: readonly Proposal[]
  readonly skipped: NonNullable<Uploaded['skipped']>
}

/** Columns that tell whom a row is about. */
const subjectTargets = ['idNumber', 'name', 'personNo', 'householdNo', 'disabilityCertificate', 'placeCode', 'village', 'facility.facility_name']

const fewPeople = 3

/** Rows with identity numbers, wherever these stand. */
function holdsPeople(raw: RawSheet): boolean {
  let found = 0
  for (const row of raw.rows) if (row.some((cell) => typeof cell === 'string' && /^\s*'?\d{17}[\dXx]\s*$/.test(cell)) && (found += 1) >= fewPeople) return true
  return false
}

/** Why a sheet is not proposed; undefined when it holds rows about somebody. */
function whySkipped(sheet: Sheet, raw: RawSheet | undefined, anyShown: boolean): Bilingual | undefined {
  // People without a header that is known: a person says what the columns are, and nobody is lost.
  if (sheet.headerRow === null && raw && holdsPeople(raw)) return undefined
  if (sheet.headerRow === null) return { zh: '没有表头，像是说明或封面', en: 'no header: instructions or a cover, it seems' }
  if (!sheet.columns.some((column) => subjectTargets.includes(column.target ?? ''))) return { zh: '没有说明对象是谁的列，像是汇总表或填表说明', en: 'no column says whom a row is about: sums or instructions, it seems' }
  if ((sheet.data ?? 0) === 0) return { zh: '只有表头，没有数据行', en: 'a header without rows' }
  if (sheet.hidden && anyShown) return { zh: '是隐藏的工作表，多半是旧表', en: 'hidden, and so probably an old one' }
  return undefined
}

/** The rows of a sheet as texts of the columns that mean something, so that a sheet which only repeats another is seen. */
function rowTexts(raw: RawSheet, sheet: Sheet): ReadonlySet<string> {
  const columns = sheet.columns.filter((column) => column.target !== null && column.target !== 'aside').map((column) => column.index)
  return new Set(dataRows(raw, recogniseSheet(raw)).map((row) => columns.map((column) => cellText(row[column]).trim()).join('\u001f')))
}

const headerOf = (sheet: Sheet): string => sheet.columns.map((column) => column.header.replace(/\s/g, '')).join('|').replace(/\|+$/, '')
/** What two sheets must have in common to be one list. */
const meaningOf = (sheet: Sheet): string => JSON.stringify([sheet.layout, headerOf(sheet), sheet.measures, sheet.periodBasis === 'title' ? sheet.period : null, sheet.partial, sheet.hidden])

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.some((other) => one.startsWith(other) || other.startsWith(one)))

/** Sheets of one meaning made on different days are editions of one list unless each speaks for places of its own. */
function fits(sheet: Sheet, group: readonly Sheet[]): boolean {
  if (group.length >= listSheetLimit) return false
  return group.every((other) => other.asOf === sheet.asOf || ((sheet.places?.length ?? 0) > 0 && (other.places?.length ?? 0) > 0 && !overlap(sheet.places!, other.places!)))
}

function groupsOf(sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const groups: Sheet[][] = []
  for (const sheet of sheets) {
    const group = sheet.layout === null ? undefined : groups.find((one) => meaningOf(one[0]!) === meaningOf(sheet) && fits(sheet, one))
    if (group) group.push(sheet)
    else groups.push([sheet])
  }
  return groups
}

function proposalOf(sheets: readonly Sheet[], places: PlaceIndex): Proposal {
  const first = sheets[0]!
  const newest = [...sheets].sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))[0]!
  const oneSource = sheets.every((sheet) => sheet.source === first.source)
  const usual = usualSourceOf(first.layout)
  const named = [...new Set(sheets.flatMap((sheet) => sheet.places ?? []))]
  const { layout, period, periodBasis, measures, measuresBasis, partial } = first
  return {
    layout, period, periodBasis, measures, measuresBasis, partial, sheets: sheets.map((sheet) => sheet.name), data: sheets.reduce((sum, sheet) => sum + (sheet.data ?? 0), 0),
    asOf: newest.asOf, asOfBasis: newest.asOfBasis,
    ...(oneSource ? { source: first.source, sourceBasis: first.sourceBasis } : { source: usual ?? null, sourceBasis: usual === undefined ? null : 'layout' as const }),
    places: sheets.length === 1 ? named : [...wholeCounties(named, places)],
    placesBasis: sheets.every((sheet) => sheet.placesBasis === first.placesBasis) ? first.placesBasis : 'rows',
  }
}

/** Sheets all of whose rows stand on another sheet of the same meaning, with the name of that sheet. */
function repeatedSheets(sheets: readonly Sheet[], raws: ReadonlyMap<string, RawSheet>): ReadonlyMap<string, string> {
  const repeated = new Map<string, string>()
  for (const group of groupsOf(sheets.map((sheet) => ({ ...sheet, asOf: null })))) {
    if (group.length < 2) continue
    const texts = new Map(group.map((sheet) => [sheet.name, rowTexts(raws.get(sheet.name)!, sheet)]))
    for (const sheet of [...group].sort((a, b) => (a.data ?? 0) - (b.data ?? 0))) {
      const own = texts.get(sheet.name)!
      const whole = group.find((other) => other.name !== sheet.name && !repeated.has(other.name) && own.isSubsetOf(texts.get(other.name)!))
      if (whole) repeated.set(sheet.name, whole.name)
    }
  }
  return repeated
}

const order: readonly (string | null)[] = ['national-persons', 'national-households', 'villages', 'clinic']

/** People and households first, since other lists speak of them; lists of help last. */
function rankOf({ layout }: Proposal): number {
  const at = order.indexOf(layout)
  return at >= 0 ? at : layout === 'delivery' ? order.length + 1 : order.length
}

export function proposeLists(raws: readonly RawSheet[], sheets: readonly Sheet[], places: PlaceIndex): ProposedLists {
  const rawOf = new Map(raws.map((raw) => [raw.name, raw]))
  const anyShown = sheets.some((sheet) => !sheet.hidden && whySkipped(sheet, rawOf.get(sheet.name), false) === undefined)
  const reasons = new Map(sheets.flatMap((sheet): [string, Bilingual][] => {
    const why = whySkipped(sheet, rawOf.get(sheet.name), anyShown)
    return why ? [[sheet.name, why]] : []
  }))
  for (const [name, whole] of repeatedSheets(sheets.filter((sheet) => !reasons.has(sheet.name)), rawOf)) {
    reasons.set(name, { zh: `每一行在工作表“${whole}”里都有`, en: `every row of it stands on sheet "${whole}"` })
  }
  const kept = sheets.filter((sheet) => !reasons.has(sheet.name))
  // Where nothing looks like a list, a person decides: the first sheet is shown as it is.
  const groups = kept.length > 0 ? groupsOf(kept) : sheets.slice(0, 1).map((sheet) => [sheet])
  const taken = new Set(groups.flat().map((sheet) => sheet.name))
  return {
    lists: groups.map((group) => proposalOf(group, places)).sort((a, b) => rankOf(a) - rankOf(b)),
    skipped: sheets.filter((sheet) => !taken.has(sheet.name)).map((sheet) => ({ sheet: sheet.name, why: reasons.get(sheet.name)!, data: sheet.data ?? 0 })),
  }
}
