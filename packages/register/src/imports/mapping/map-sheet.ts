/** Turns a recognised sheet into the table that the register commits: every row mapped, rejected or accounted for. Commits nothing. */
import { cleanText, findField, listRowOf, problem, problemData, type EntityKey, type Period, type PlainDate } from '@bangfu/kernel'
import type { LayoutKey, ListHeader, MappedRow, MappedTable } from '../../mapped-table.ts'
import { isRoundedColumn } from '../cells/read-identity.ts'
import { cellKey, cellText, isBlankCell, type RawCell, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import type { ColumnTarget, KeyTarget, Layout } from '../layouts/layout.ts'
import { rowPolicies, type RowPolicy } from '../layouts/row-policy.ts'
import { columnPlan, type ColumnPlan, type FactColumn, type KeyColumn } from './column-plan.ts'
import { findHeader, headerSearchRows } from './find-header.ts'
import { holdsSeveral, uncrossed } from './crossed-cells.ts'
import { headerDictionary, type HeaderDictionary } from './header-dictionary.ts'
import { decidingColumns, measureColumns, rowMeasures, type MeasureColumns } from './measure-columns.ts'
import type { MeasureNames } from './measure-names.ts'
import { filledRows } from './merged-cells.ts'
import { NoticeLog } from './notice-log.ts'
import type { PlaceIndex } from './place-index.ts'
import { recogniseSheet, type Recognition } from './recognise-sheet.ts'
import { RowDraft } from './row-draft.ts'
import { rowMarks, takeMarks, type RowMarks } from './row-marks.ts'
import { rowKind, type RowColumns } from './row-kind.ts'
import { takeKeys, takeProvedFacts, type KeyRules } from './row-keys.ts'
import { TableParts } from './table-parts.ts'
import { townshipsWithoutRows } from './covered-places.ts'
import { placeReader, titlePlace, type PlaceReader } from './row-place.ts'
import { reportColumns } from './report-columns.ts'
import { targetNames } from './target-labels.ts'

export interface MapOptions {
  /** Kind of list, when a person chose it. */
  readonly layout?: LayoutKey
  /** Column letter → meaning, or null to leave the column out. */
  readonly columns?: Readonly<Record<string, ColumnTarget | null>>
  readonly source: string
  readonly asOf: PlainDate
  readonly places: PlaceIndex
  /** Measures that the list states as delivered, with their period. */
  readonly measures?: readonly string[]
  readonly period?: Period
  /** Names of these measures: where the list states several, columns that name one decide which of them a row has. */
  readonly measureNames?: MeasureNames
  /** Places that a list of deliveries covers completely; the title's place when not said. */
  readonly covers?: readonly string[]
  /** Places for which being absent from the list means not having what it states. */
  readonly complete?: readonly string[]
  readonly dictionary?: HeaderDictionary
}

interface Context {
  readonly sheet: RawSheet
  readonly layout: Layout
  readonly policy: RowPolicy
  readonly plan: ColumnPlan
  readonly rules: KeyRules
  readonly place: PlaceReader
  readonly log: NoticeLog
  readonly marks: RowMarks
  readonly decided: MeasureColumns | undefined
  readonly names: MeasureNames
  readonly implied: readonly (readonly [bucket: 'person' | 'household' | 'other', key: string, value: string])[]
  /** Columns that say, where they are filled, that what the list implies is not so: 辍学原因, 停保月份. */
  readonly contrary: readonly number[]
  /** Row that first had the key of `policy.repeated`, on whichever sheet of the list. */
  readonly seen: Map<string, SeenRow>
}

interface SeenRow { readonly sheet: RawSheet; readonly row: number }

function takeFacts(draft: RowDraft, context: Context, index: number): void {
  const { marks } = context.sheet
  for (const fact of context.plan.facts) {
    const cell = draft.cells[fact.column] ?? null
    const mark = marks.size === 0 ? undefined : marks.get(cellKey(index, fact.column))
    if (mark !== undefined && mark !== 'formula') {
      draft.mapped.unknown[fact.field.key] = 'refused'
      draft.notice(mark === 'error' ? 'imports/error-cell' : 'imports/formula-without-value', fact, cell)
      continue
    }
    const reading = fact.read(cell)
    // 出生年月 gives a month; the checked number gives the day, and nothing is left to ask.
    if (fact.field.key === 'birth_date' && reading.problem === 'imports/date-not-exact' && draft.mapped.idNumber !== undefined) continue
    if (reading.value === undefined) draft.mapped.unknown[fact.field.key] = reading.unknown ?? 'blank'
    else draft.mapped[fact.bucket][fact.field.key] = reading.value
    if (reading.problem) draft.notice(reading.problem, fact, cell, reading.details)
    else if (mark === 'formula') draft.notice('imports/formula-used', fact, cell)
  }
  if (context.contrary.some((column) => /[^\s无否—/-]/.test(cellText(draft.cells[column])))) return
  for (const [bucket, key, value] of context.implied) draft.mapped[bucket][key] = value
}

/** Keys that are formulas: a stored result is used with a notice, none or an error leaves the cell blank. */
function keyCells(draft: RowDraft, context: Context, index: number): RowDraft {
  const { marks } = context.sheet
  if (marks.size === 0) return draft
  let cells: RawCell[] | undefined
  for (const at of Object.values(context.plan.keys) as KeyColumn[]) {
    const mark = marks.get(cellKey(index, at.column))
    if (mark === undefined) continue
    const cell = draft.cells[at.column]
    if (mark === 'formula') { draft.notice('imports/formula-used', at, cell); continue }
    draft.notice(mark === 'error' ? 'imports/error-cell' : 'imports/formula-without-value', at, cell)
    cells ??= [...draft.cells]
    cells[at.column] = null
  }
  return cells ? new RowDraft(context.sheet, context.log, draft.row, cells) : draft
}

/** The column is of one measure: what stands there is no amount of the row. */
function isOwn(decided: MeasureColumns | undefined, column: number): boolean {
  return decided?.ownColumns.has(column) === true
}

function takeAmount(draft: RowDraft, plan: ColumnPlan, decided: MeasureColumns | undefined): void {
  if (!plan.amount || isOwn(decided, plan.amount.column)) return
  const cell = draft.cells[plan.amount.column] ?? null
  const reading = plan.amount.read(cell)
  if (typeof reading.value === 'string') draft.mapped.amountFen = reading.value
  else draft.mapped.unknown['amount'] = reading.unknown ?? 'blank'
  if (reading.problem) draft.notice(reading.problem, plan.amount, cell, reading.details)
}

function takeMeasures(draft: RowDraft, { decided, sheet, names }: Context, index: number): void {
  if (!decided) return
  draft.mapped.measures = rowMeasures(sheet, index, draft.cells, decided, draft.mapped.amountFen)
  for (const [id, { given }] of Object.entries(draft.mapped.measures)) {
    const at = decided.own.get(id)?.[0] ?? decided.kind
    if (given === 'perhaps' && at) draft.notice('imports/measure-doubtful', at, draft.cells[at.column], { measures: names[id]?.[0] ?? id })
  }
}

function takePlace(draft: RowDraft, context: Context): void {
  const reading = context.place(draft.cells)
  if (reading.place !== undefined) draft.mapped.place = reading.place
  else draft.mapped.unknown['place'] = reading.unknown ?? 'blank'
  if (!reading.problem) return
  const { code, column, cell, place } = reading.problem
  if (context.policy.needsPlace && reading.place === undefined) draft.reject(code, column, cell)
  else draft.notice(code, column, cell, place === undefined ? {} : { place })
}

function valueOf(row: RowDraft['mapped'], target: ColumnTarget): unknown {
  if (!target.includes('.')) return target === 'placeCode' || target === 'village' ? row.place : row[target as 'name']
  const [entity, key] = target.split('.') as [string, string]
  return row[entity === 'person' || entity === 'household' ? entity : 'other'][key]
}

function checkNeeds(draft: RowDraft, context: Context): void {
  const { policy, plan } = context
  const { mapped } = draft
  const firstKey = columnOf(plan, policy.needs)
  // A number that was there and wrong still says that somebody is on the list.
  const keptOut = policy.wrongId === 'keep-without-id' && mapped.unknown['idNumber'] === 'refused'
  if (firstKey && !keptOut && !draft.problems && !policy.needs.some((target) => valueOf(mapped, target) !== undefined)) {
    draft.reject('imports/no-key', firstKey, draft.cells[firstKey.column], { needed: targetNames(policy.needs) })
  }
  if (draft.problems) return
  for (const target of policy.noticeBlank) {
    const at = plan.keys[target as KeyTarget]
    if (at && mapped.unknown[target] === 'blank') draft.notice('imports/key-blank', at, draft.cells[at.column])
  }
}

function checkRepeated(draft: RowDraft, context: Context): void {
  const { repeated } = context.policy
  if (!repeated || draft.problems) return
  const key = draft.mapped[repeated.key]
  if (key === undefined) return
  const seen = context.seen.get(key)
  if (seen === undefined) { context.seen.set(key, { sheet: context.sheet, row: draft.row }); return }
  // Of another sheet as spreadsheets write it: 东镇!5.
  const other = seen.sheet === context.sheet ? seen.row : `${seen.sheet.name}!${seen.row}`
  const at = columnOf(context.plan, [repeated.key === 'place' ? 'placeCode' : repeated.key, 'village', 'disabilityCertificate'])!
  if (repeated.then === 'reject-row') draft.reject('imports/duplicate', at, draft.cells[at.column], { other })
  else draft.notice('imports/duplicate-kept', at, draft.cells[at.column], { other })
}

function columnOf(plan: ColumnPlan, targets: readonly ColumnTarget[]): KeyColumn | undefined {
  for (const target of targets) {
    const fact: FactColumn | undefined = plan.facts.find((f) => target.endsWith(`.${f.field.key}`))
    const at = plan.keys[target as KeyTarget] ?? fact
    if (at) return at
  }
  return undefined
}

/** A row about several people at once: it is kept as a row about somebody, and its place is not compared with the list. */
function forgetWho({ mapped }: RowDraft): void {
  mapped.unknown['idNumber'] = 'refused'
  for (const key of ['idNumber', 'idHint', 'name'] as const) delete mapped[key]
  delete mapped.person['name']
}

function mapRow(context: Context, index: number, cells: readonly RawCell[], endedBy: string | undefined): RowDraft {
  const straight = uncrossed(cells, context.plan)
  const draft = keyCells(new RowDraft(context.sheet, context.log, context.sheet.firstRow + index, straight ?? cells), context, index)
  if (straight) draft.notice('imports/cells-crossed', context.plan.keys.idNumber!, straight[context.plan.keys.idNumber!.column])
  const certificate = takeKeys(draft, context.rules)
  if (context.policy.wrongId === 'keep-without-id' && holdsSeveral(draft.cells, context.plan)) forgetWho(draft)
  takeFacts(draft, context, index)
  takeProvedFacts(draft, context.rules, certificate)
  takePlace(draft, context)
  takeAmount(draft, context.plan, context.decided)
  takeMeasures(draft, context, index)
  takeMarks(draft, context.plan, context.marks, context.sheet.struckRows?.has(draft.row) === true, endedBy)
  if (draft.mapped.notGiven) for (const [bucket, key] of context.implied) delete draft.mapped[bucket][key]
  if (context.layout.entity === 'facility' && typeof draft.mapped.other['facility_name'] === 'string') draft.mapped.name = draft.mapped.other['facility_name']
  if (context.layout.entity === 'village' && context.plan.keys.village) draft.mapped.name ??= cellText(draft.cells[context.plan.keys.village.column]).trim()
  checkNeeds(draft, context)
  checkRepeated(draft, context)
  return draft
}

function impliedFacts(sheet: RawSheet, layout: Layout, plan: ColumnPlan, recognition: Recognition): Context['implied'] {
  const above = sheet.rows.slice(0, Math.max(0, recognition.dataFrom - recognition.headerRows.length)).flat().map(cellText)
  if (layout.notImplied?.test([...above, sheet.name].join(' '))) return []
  return Object.entries(layout.implied).flatMap(([target, value]) => {
    const [entity, key] = target.split('.') as [EntityKey, string]
    if (!findField(entity, key) || plan.facts.some((fact) => fact.field.key === key)) return []
    return [[entity === 'person' || entity === 'household' ? entity : 'other', key, value] as const]
  })
}

function rowColumns(sheet: RawSheet, recognition: Recognition, plan: ColumnPlan): RowColumns {
  // Group names above the header, and the lines above them, come again on every printed page too.
  const headers = sheet.rows.slice(0, recognition.dataFrom)
  return {
    idColumn: plan.keys.idNumber?.column, nameColumn: plan.keys.name?.column ?? columnOf(plan, ['facility.facility_name', 'village', 'placeCode'])?.column,
    sequenceColumns: new Set(plan.mapping.filter((m) => /^(序号|编号|№|NO\.?)$/i.test(m.header.replace(/\s/g, ''))).map((m) => m.column)),
    headerTexts: headers.map((row) => row.map((cell) => cleanText(cellText(cell)))), meaningful: new Set(plan.mapping.filter((m) => m.target !== undefined && m.target !== 'aside').map((m) => m.column)),
  }
}

function listHeader(sheet: RawSheet, layout: Layout, recognition: Recognition, options: MapOptions): ListHeader {
  const title = titlePlace(recognition.title, options.places)
  const period = options.period ?? recognition.title.period
  const delivery = options.measures?.length && period ? { measures: options.measures, period, places: options.covers ?? (title === undefined ? [] : [title]) } : undefined
  return {
    layout: layout.key, fileName: sheet.fileName, sheetName: sheet.name, sha256: sheet.sha256, source: options.source, asOf: options.asOf, entity: layout.entity,
    ...(options.complete ? { complete: { places: options.complete } } : {}), ...(delivery ? { delivery } : {}),
  }
}

/** Columns that decide which of several measures a row has; on lists of people and households that state help. */
function decidedBy(sheet: RawSheet, layout: Layout, recognition: Recognition, plan: ColumnPlan, options: MapOptions): MeasureColumns | undefined {
  const { measures, measureNames } = options
  if (!measures || measures.length < 2 || !measureNames || (layout.entity !== 'person' && layout.entity !== 'household')) return undefined
  const names = Object.fromEntries(measures.map((id) => [id, measureNames[id] ?? []]))
  const texts = findHeader(sheet, options.dictionary ?? headerDictionary, options.layout)?.texts ?? recognition.columns.map((c) => [c.header])
  return measureColumns(sheet, plan, texts, sheet.rows, recognition.dataFrom, names, new Set(Object.entries(options.columns ?? {}).flatMap(([letter, target]) => (target === 'aside' || target === 'amount' ? [] : [letter]))))
}

/** Says which columns decide about which measure. */
function reportDecided(decided: MeasureColumns, names: MeasureNames, log: NoticeLog): void {
  const said = (id: string): string => names[id]?.[0] ?? id
  for (const [id, columns] of decided.own) log.addSheet('imports/measure-by-column', { column: columns.map((one) => one.letter).join('、'), header: columns.map((one) => one.header.replace(/\s/g, '')).join('、'), measures: said(id) })
  const byKind = decided.measures.filter((id) => !decided.own.has(id))
  if (decided.kind && byKind.length > 0) log.addSheet('imports/measure-by-column', { column: decided.kind.letter, header: decided.kind.header, measures: byKind.map(said).join('、') })
}

function contextOf(sheet: RawSheet, recognition: Recognition, options: MapOptions, seen: Context['seen']): Context {
  const layout = layouts[recognition.layout!]
  const policy = rowPolicies[layout.key]
  const plan = columnPlan(sheet, layout, recognition, options.columns)
  if (!columnOf(plan, policy.needs)) throw problem('imports/no-key-column', { sheet: sheet.name, layout: layout.zh, needed: targetNames(policy.needs) })
  const id = plan.keys.idNumber?.column
  const roundedIds = id !== undefined && isRoundedColumn(sheet.rows.slice(recognition.dataFrom).map((row) => row[id]))
  const decided = decidedBy(sheet, layout, recognition, plan, options)
  return {
    sheet, layout, policy, plan, decided, names: options.measureNames ?? {}, rules: { plan, policy, roundedIds, aboutPerson: layout.entity === 'person' }, place: placeReader(plan, recognition.title, options.places, sheet.name),
    marks: rowMarks(plan, layout, sheet.rows.slice(recognition.dataFrom)), log: new NoticeLog(sheet), implied: impliedFacts(sheet, layout, plan, recognition),
    contrary: plan.mapping.filter((m) => layout.notImplied?.test(m.header) === true).map((m) => m.column), seen,
  }
}

/** Rows after the header that are about somebody or something, as they stand in the sheet: no totals, notes, repeated headers or blanks. */
export function dataRows(sheet: RawSheet, recognition: Recognition): readonly (readonly RawCell[])[] {
  if (recognition.headerRows.length === 0) return []
  const columns = rowColumns(sheet, recognition, columnPlan(sheet, layouts[recognition.layout ?? 'delivery'], recognition))
  return sheet.rows.slice(recognition.dataFrom).filter((cells) => rowKind(cells, columns) === 'data')
}

/** One sheet of a list; what only the whole list can say is left to `mapSheets`. */
function mapOne(sheet: RawSheet, options: MapOptions, seen: Context['seen']): MappedTable {
  const recognition = recogniseSheet(sheet, { ...(options.layout ? { layout: options.layout } : {}), ...(options.dictionary ? { dictionary: options.dictionary } : {}) })
  if (recognition.headerRows.length === 0) throw problem('imports/no-header', { sheet: sheet.name, looked: Math.min(headerSearchRows, sheet.rows.length) })
  if (recognition.layout === undefined) throw problem('imports/unknown-layout', { sheet: sheet.name, columns: recognition.columns.filter((c) => c.target).map((c) => c.header).join('、') })
  const context = contextOf(sheet, recognition, options, seen)
  reportColumns(sheet, recognition, context.plan, context.log, new Set(context.decided ? decidingColumns(context.decided) : []))
  if (context.decided) reportDecided(context.decided, context.names, context.log)
  const columns = rowColumns(sheet, recognition, context.plan)
  const { keys } = context.plan
  const amount = context.plan.amount && !isOwn(context.decided, context.plan.amount.column) ? context.plan.amount : undefined
  const filled = filledRows(sheet, recognition.dataFrom, new Set(amount ? [amount.column] : []), new Set([amount, keys.idNumber, keys.name, keys.disabilityCertificate, keys.personNo].flatMap((at) => at?.column ?? [])))
  const rows: MappedRow[] = []
  const rejected: { row: number; cells: readonly string[]; problems: MappedTable['rejected'][number]['problems'] }[] = []
  const parts = new TableParts(sheet, recognition)
  const accounted = { title: 0, header: recognition.headerRows.length, blank: 0, total: 0, note: 0 }
  filled.forEach((cells, index) => {
    if (index < recognition.dataFrom - recognition.headerRows.length) { accounted[cells.every(isBlankCell) ? 'blank' : 'title'] += 1; return }
    if (index < recognition.dataFrom) return
    const kind = rowKind(cells, columns)
    if (kind !== 'data') { accounted[kind] += 1; parts.pass(cells, kind); return }
    const draft = mapRow(context, index, cells, parts.endedBy)
    if (draft.problems) rejected.push({ row: draft.row, cells: cells.map(cellText), problems: draft.problems })
    else rows.push(draft.mapped)
  })
  const header = listHeader(sheet, context.layout, recognition, options)
  const nameless = context.policy.wrongId === 'keep-without-id' && (context.layout.entity === 'person' || context.layout.entity === 'household')
    ? rows.filter((row) => row.idNumber === undefined && row.name === undefined && row.personNo === undefined && row.householdNo === undefined && row.disabilityCertificate === undefined) : []
  if (nameless.length > 0) context.log.addSheet('imports/rows-nameless', { count: nameless.length, row: nameless[0]!.row })
  return { header, rows, rejected, notices: context.log.finish(), headers: recognition.columns.map((c) => c.header), accounted }
}

/** The table with what its coverage leaves open; the townships of a list are looked for on all its sheets. */
function withCoverage(table: MappedTable, places: PlaceIndex): MappedTable {
  const { header } = table
  const empty = townshipsWithoutRows(header.delivery?.places ?? header.complete?.places ?? [], table.rows, places)
  if (!empty) return table
  return { ...table, notices: [...table.notices, problemData('imports/covered-without-rows', { sheet: (header.sheetNames ?? [header.sheetName]).join('、'), count: empty.count, places: empty.names })] }
}

/** Places that the sheets of one list are of; undefined while one of them names none. */
function placesOf(tables: readonly MappedTable[]): readonly string[] {
  return [...new Set(tables.flatMap((table) => table.header.delivery?.places ?? []))]
}

/** One table of the tables of several sheets: rows numbered within the list, problems with the names of their sheets. */
function joined(tables: readonly MappedTable[], options: MapOptions): MappedTable {
  const first = tables[0]!
  const { delivery } = first.header
  const accounted = { title: 0, header: 0, blank: 0, total: 0, note: 0 }
  for (const table of tables) for (const kind of Object.keys(accounted) as (keyof typeof accounted)[]) accounted[kind] += table.accounted[kind]
  return {
    header: { ...first.header, sheetNames: tables.map((table) => table.header.sheetName), ...(delivery ? { delivery: { ...delivery, places: options.covers ?? placesOf(tables) } } : {}) },
    rows: tables.flatMap(({ rows }, sheet) => rows.map((row) => ({ ...row, row: listRowOf(sheet, row.row) }))),
    rejected: tables.flatMap(({ rejected }, sheet) => rejected.map((one) => ({ ...one, row: listRowOf(sheet, one.row) }))),
    notices: tables.flatMap((table) => table.notices), headers: first.headers, accounted,
  }
}

/**
 * The sheet as a table. Throws one problem when there is no header, no known kind, or no column that tells who a row is about.
 * Property: mapped + rejected + accounted rows = rows of the sheet.
 */
export function mapSheet(sheet: RawSheet, options: MapOptions): MappedTable {
  return withCoverage(mapOne(sheet, options, new Map()), options.places)
}

/**
 * Sheets of the same header and meaning as one list: every row of each is mapped, rejected or accounted for, a number that comes again on another
 * sheet is found, and the list covers what it is said to cover as a whole. Throws as `mapSheet` does. The sheets must not be more than `listSheetLimit`.
 */
export function mapSheets(sheets: readonly RawSheet[], options: MapOptions): MappedTable {
  if (sheets.length === 1) return mapSheet(sheets[0]!, options)
  const seen: Context['seen'] = new Map()
  return withCoverage(joined(sheets.map((sheet) => mapOne(sheet, options, seen)), options), options.places)
}
